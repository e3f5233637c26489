using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>A stretch of words that a cue takes as its content.</summary>
/// <param name="First">The first word.</param>
/// <param name="Last">The last word.</param>
/// <param name="Head">The verb or noun it turns on; −1 where unknown.</param>
/// <param name="Telling">The entry of the lexicon that takes it.</param>
internal readonly record struct Extent(int First, int Last, int Head, CueEntry Telling);

/// <summary>Finds what a verb takes as content, form by form; the first form that fits is it.</summary>
internal static class ContentFinder
{
    private const int Near = 14;
    private const int ColonReach = 20;

    // Shorter ones hang on too much else.
    private const int LongPreposition = 3;

    public static Extent? Of(StatementContext prose, Cue cue) =>
        Rejected(prose, cue) ?? Clause(prose, cue) ?? AfterColon(prose, cue) ?? Question(prose, cue) ?? Infinitive(prose, cue) ?? Gerund(prose, cue)
        ?? Predicate(prose, cue) ?? Told(prose, cue) ?? Oblique(prose, cue) ?? Object(prose, cue);

    // «dément des articles affirmant que P»: the thing told, with all that it tells.
    private static Extent? Rejected(StatementContext prose, Cue cue)
    {
        if (ToldThings.Find(prose, cue) is not { } told) return null;
        var first = Math.Max(cue.Last + 1, FirstWord(prose, told.Noun));
        return new(first, ClauseEnds.Of(prose, cue, told.First), told.Noun, told.Telling);
    }

    private static Extent? Clause(StatementContext prose, Cue cue)
    {
        if (cue.Taking(ComplementKind.That) is not { } telling) return null;
        var trees = prose.Trees;
        var head = ClauseHead(prose, cue);
        var first = head >= 0 ? AfterMark(prose, cue, head) : MarkedClause(prose, cue);
        return first < 0 ? null : new(first, ClauseEnds.Of(prose, cue, first), head >= 0 ? head : HeadAt(trees, first), telling);
    }

    // A complement clause: with its mark, or with a subject of its own where the language leaves the mark out.
    private static int ClauseHead(StatementContext prose, Cue cue)
    {
        var trees = prose.Trees;
        foreach (var child in trees.Children(cue.Word))
        {
            if (child <= cue.Last || !trees.IsAny(child, "ccomp", "csubj", "acl", "advcl", "xcomp", "parataxis", "dep")) continue;
            var first = FirstWord(prose, child);
            if (first <= cue.Word || IsOfObject(prose, cue, first)) continue;
            if (prose.Lexicon.Function.IsThat(trees[first].Form)) return child;
            // "claimed Carver was a spy": a finite verb right after what was taken for the cue's object has it for its subject.
            var isUnmarked = trees.Is(child, "ccomp") || (trees.Is(child, "xcomp") && SubjectTaken(prose, cue, child) >= 0);
            if (isUnmarked && !prose.Lexicon.Function.IsQuestion(trees[first].Form) && (Subjects.Own(trees, child) >= 0 || trees.HasChild(child, "expl") || SubjectTaken(prose, cue, child) >= 0 || OpensWithNoun(prose, child))
                && Subjects.IsFinite(trees, child) && prose.QuotationOf(first) == prose.QuotationOf(cue.Word)) return child;
        }

        return -1;
    }

    // "said the well was poisoned": an article before the verb opens a subject, whatever the tagger made of its noun.
    private static bool OpensWithNoun(StatementContext prose, int head)
    {
        var first = FirstWord(prose, head);
        return first < head - 1 && prose.Trees[first].Tag is PartOfSpeech.Det or PartOfSpeech.Num;
    }

    private static int AfterMark(StatementContext prose, Cue cue, int head)
    {
        var first = FirstWord(prose, head);
        if (prose.Lexicon.Function.IsThat(prose.Trees[first].Form)) return Math.Min(first + 1, prose.SentenceEnd(cue.Word));
        return SubjectTaken(prose, cue, head) is var subject and >= 0 ? subject : first;
    }

    // "claimed Carver allegedly left": the parser took the subject of an unmarked clause for the cue's object.
    private static int SubjectTaken(StatementContext prose, Cue cue, int head)
    {
        var taken = prose.Trees.Child(cue.Word, "obj");
        if (taken <= cue.Last || Subjects.Own(prose.Trees, head) >= 0 || prose.Trees.Last(taken) + 1 != FirstWord(prose, head)) return -1;
        return FirstWord(prose, taken);
    }

    // «a démenti un bilan de 12 morts, que lui attribue l'office»: after an object that the verb may take and a comma, a relative clause.
    private static bool IsOfObject(StatementContext prose, Cue cue, int first)
    {
        if (prose.Trees[first - 1].Form != "," || !prose.Lexicon.Function.IsThat(prose.Trees[first].Form)) return false;
        var taken = prose.Trees.Child(cue.Word, "obj");
        return taken > cue.Last && taken < first && cue.Taking(ComplementKind.Object) is not null;
    }

    // Where the tree is wrong but the mark is there: a conjunction near the verb, no other verb between.
    private static int MarkedClause(StatementContext prose, Cue cue)
    {
        var trees = prose.Trees;
        var end = Math.Min(cue.Last + Near, prose.SentenceEnd(cue.Word) - 1);
        for (var i = cue.Last + 1; i <= end; i++)
        {
            if (prose.OpensConcession(i) || prose.OpensConcession(i - 1)) return -1;
            if (IsOfObject(prose, cue, i)) return -1;
            if (prose.Lexicon.Function.IsThat(trees[i].Form) && OpensRelative(prose, cue, i)) return -1;
            if (trees[i].Tag == PartOfSpeech.Sconj && prose.Lexicon.Function.IsThat(trees[i].Form)) return i + 1;
            // «J'ai prévenu les voisins que P»: of a verb that takes no noun, the object is whom it tells.
            if (i > cue.Last + 1 && trees[i].Tag == PartOfSpeech.Pron && prose.Lexicon.Function.IsThat(trees[i].Form) && cue.Taking(ComplementKind.Object) is null) return i + 1;
            if (trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Sconj or PartOfSpeech.Pron) return -1;
            if (trees[i].Form is ";" or ":") return -1;
        }

        return -1;
    }

    // "charged after the crash that killed 82": after a noun and right before a verb, it stands for the noun.
    private static bool OpensRelative(StatementContext prose, Cue cue, int mark) =>
        mark > cue.Last + 1 && prose.Trees[mark - 1].Tag == PartOfSpeech.Noun && prose.Trees[mark + 1].Tag == PartOfSpeech.Verb
        && Subjects.IsFinite(prose.Trees, mark + 1);

    // «Le maire est formel : le pont est sûr.»: what follows a colon, with no other verb between.
    private static Extent? AfterColon(StatementContext prose, Cue cue)
    {
        if (cue.Taking(ComplementKind.Quote) is not { } telling || cue.Passive) return null;
        var trees = prose.Trees;
        var end = prose.SentenceEnd(cue.Word);
        for (var i = cue.Last + 1; i < Math.Min(cue.Last + ColonReach, end); i++)
        {
            if (trees[i].Form == ":") return prose.QuotationOf(i + 1) == prose.QuotationOf(cue.Word) && HasVerb(prose, i + 1, end) ? new(i + 1, WithinQuotation(prose, cue.Word, end), HeadAt(trees, i + 1), telling) : null;
            if (trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj) return null;
            if (trees[i].Form is ";" or "," || prose.QuotationOf(i) != prose.QuotationOf(cue.Word)) return null;
        }

        return null;
    }

    private static bool HasVerb(StatementContext prose, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            if (prose.Trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) return true;
        }

        return false;
    }

    private static int WithinQuotation(StatementContext prose, int word, int end) =>
        prose.QuotationOf(word) is var quotation and >= 0 ? Math.Min(end, prose.Trees.WordAt(prose.Quotations[quotation].Inner.End) - 1) : end;

    private static int HeadAt(DependencyTrees trees, int first)
    {
        var at = first;
        while (trees[at].Head > at) at = trees[at].Head;
        return at;
    }

    private static Extent? Question(StatementContext prose, Cue cue)
    {
        if (cue.Taking(ComplementKind.Question) is not { } telling) return null;
        var trees = prose.Trees;
        var end = Math.Min(cue.Last + Near / 2, prose.SentenceEnd(cue.Word) - 1);
        for (var i = cue.Last + 1; i <= end; i++)
        {
            if (prose.IsQuestion(i))
                return Asked(prose, cue, i) ? new(i, ClauseEnds.Of(prose, cue, i), HeadAt(trees, i), telling) : null;
            if (trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Punct or PartOfSpeech.Sconj or PartOfSpeech.Cconj) return null;
        }

        return null;
    }

    // The question word opens a clause of the cue, not a relative clause of a noun before it.
    private static bool Asked(StatementContext prose, Cue cue, int word)
    {
        for (var at = prose.Trees[word].Head; at >= 0 && at != cue.Word; at = prose.Trees[at].Head)
        {
            if (prose.Trees.Is(at, "acl") || at < cue.Word) return false;
        }

        return true;
    }

    private static Extent? Infinitive(StatementContext prose, Cue cue)
    {
        var trees = prose.Trees;
        var addressed = trees.Child(cue.Word, "obj");
        foreach (var child in trees.Children(cue.Word).Concat(addressed > cue.Last ? trees.Children(addressed) : WithinObliques(prose, cue)))
        {
            if (child <= cue.Last || !trees.IsAny(child, "xcomp", "ccomp", "advcl", "obl", "acl") || !IsInfinitive(prose, child)) continue;
            if (InfinitiveFrom(prose, cue, child) is { } extent) return extent;
        }

        return null;
    }

    // «a demandé à des passants sur le quai de l'aider»: the parser hangs it on the place.
    private static IEnumerable<int> WithinObliques(StatementContext prose, Cue cue)
    {
        foreach (var child in prose.Trees.Children(cue.Word))
        {
            if (child <= cue.Last || !prose.Trees.IsAny(child, "obl", "iobj") || !prose.Trees.HasChild(child, "case")) continue;
            foreach (var within in prose.Trees.Children(child)) yield return within;
        }
    }

    private static bool IsInfinitive(StatementContext prose, int word)
    {
        if (prose.Trees[word].Features.Has("VerbForm", "Inf")) return true;
        foreach (var child in prose.Trees.Children(word))
        {
            if (child < word && prose.Trees.IsAny(child, "aux", "cop") && prose.Trees[child].Features.Has("VerbForm", "Inf")) return true;
        }

        return false;
    }

    private static Extent? InfinitiveFrom(StatementContext prose, Cue cue, int verb)
    {
        var trees = prose.Trees;
        var first = FirstWord(prose, verb);
        var mark = trees[first].Tag is PartOfSpeech.Adp or PartOfSpeech.Part or PartOfSpeech.Sconj ? trees[first].Lemma : "";
        if (Array.Find(cue.Tellings, t => t.May(ComplementKind.Infinitive, mark)) is not { } telling) return null;
        if (mark.Length > 0) first++;
        return first <= cue.Last ? null : new(first, ClauseEnds.OfInfinitive(prose, cue, first), verb, telling);
    }

    private static Extent? Gerund(StatementContext prose, Cue cue)
    {
        if (cue.Taking(ComplementKind.Gerund) is not { } telling) return null;
        var trees = prose.Trees;
        foreach (var child in trees.Children(cue.Word))
        {
            if (child <= cue.Last || !trees.IsAny(child, "xcomp", "ccomp", "advcl", "obj")) continue;
            var first = FirstWord(prose, child);
            if (QuotedAs.IsQuoting(prose, first)) continue;
            if (trees[first].Form.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && trees[first].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux && first > cue.Last)
                return new(first, ClauseEnds.Of(prose, cue, first), child, telling);
        }

        return null;
    }

    // «décrit X comme Y»: the object and what is predicated of it; of a passive, the predicate alone.
    private static Extent? Predicate(StatementContext prose, Cue cue)
    {
        foreach (var telling in cue.Tellings)
        {
            foreach (var take in telling.Takes)
            {
                if (take.Kind == ComplementKind.Predicate && PredicateOf(prose, cue, take.Word) is { } span) return new(span.First, span.Last, span.Head, telling);
            }
        }

        return null;
    }

    private static NounPhrase? PredicateOf(StatementContext prose, Cue cue, string opener)
    {
        var trees = prose.Trees;
        var predicate = PredicateHead(prose, cue, opener);
        if (predicate < 0) return null;
        var subject = trees.Child(cue.Word, "obj");
        var first = !cue.Passive && subject > cue.Last && subject < predicate ? Math.Max(trees.First(subject), cue.Last + 1) : FirstWord(prose, predicate);
        if (first == FirstWord(prose, predicate) && opener.Length > 0) first++;
        return first > cue.Last ? new(first, ClauseEnds.OfPhrase(prose, cue, predicate), predicate) : null;
    }

    private static int PredicateHead(StatementContext prose, Cue cue, string opener)
    {
        var trees = prose.Trees;
        var above = trees.Child(cue.Word, "obj");
        foreach (var child in trees.Children(cue.Word).Concat(above > cue.Last ? trees.Children(above) : []))
        {
            if (child <= cue.Last) continue;
            var bare = opener.Length == 0;
            if (bare && trees.Is(child, "xcomp") && trees[child].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux)) return child;
            // «a jugé ces accusations infondées»: what the parser took for a quality of the thing told is said of it.
            if (bare && trees.Is(child, "amod") && child > above && trees[child].Head == above && prose.Lexicon.Function.IsUntrue(trees[child].Lemma)) return child;
            if (!bare && trees.IsAny(child, "obl", "advcl", "xcomp", "nmod", "acl") && prose.IsForm(FirstWord(prose, child), opener)) return child;
        }

        if (above <= cue.Last) return -1;
        return opener.Length > 0 ? MarkedPredicate(prose, cue, above, opener) : QuotedPredicate(prose, cue, above);
    }

    // "called the statement “offensive and outlandish”": what is in marks right after the object is said of it.
    private static int QuotedPredicate(StatementContext prose, Cue cue, int noun)
    {
        var trees = prose.Trees;
        var level = prose.QuotationOf(cue.Word);
        var end = Math.Min(noun + Near / 2, prose.SentenceEnd(cue.Word));
        for (var i = noun + 1; i <= end; i++)
        {
            if (prose.QuotationOf(i) != level) return prose.QuotationOf(noun) == level && prose.IsWord(i) ? i : -1;
            if (trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Sconj or PartOfSpeech.Cconj || trees[i].Form is "," or ";" or ":") return -1;
        }

        return -1;
    }

    // "put the number of infected cattle at 310": the parser hangs the predicate on a noun within the object.
    private static int MarkedPredicate(StatementContext prose, Cue cue, int noun, string opener)
    {
        var trees = prose.Trees;
        var end = Math.Min(noun + Near, prose.SentenceEnd(cue.Word));
        for (var i = noun + 1; i <= end; i++)
        {
            if (trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Sconj or PartOfSpeech.Cconj) return -1;
            if (trees[i].Form is "," or ";" or ":") return -1;
            if (trees[i].Tag == PartOfSpeech.Adp && prose.IsForm(i, opener) && trees[i].Head > i && trees.Governs(cue.Word, trees[i].Head)) return trees[i].Head;
        }

        return -1;
    }

    // «a exprimé des doutes sur X»: what the noun tells is the content, and it tells it as the noun does.
    private static Extent? Told(StatementContext prose, Cue cue)
    {
        var noun = prose.Trees.Child(cue.Word, "obj");
        if (noun <= cue.Last || !prose.Lexicon.Nouns.TryGetValue(prose.Trees[noun].Lemma, out var tellings)) return null;
        if (cue.Taking(ComplementKind.Told) is { } denial) return new(prose.Trees.First(noun), ClauseEnds.OfPhrase(prose, cue, noun), noun, denial);
        return null;
    }

    private static Extent? Oblique(StatementContext prose, Cue cue) =>
        // «fait état de 15 morts»: what is told hangs on the verb, or on the noun that ends the cue.
        ObliqueOf(prose, cue, cue.Word) ?? (cue.Last > cue.Word ? ObliqueOf(prose, cue, cue.Last) : null) ?? OfAddressed(prose, cue) ?? MarkedOblique(prose, cue);

    // "accused the council of hiding losses": the parser hangs it on whom it is told of.
    private static Extent? OfAddressed(StatementContext prose, Cue cue)
    {
        var addressed = prose.Trees.Child(cue.Word, "obj");
        return addressed > cue.Last && !cue.Passive && cue.Taking(ComplementKind.Object) is null ? ObliqueOf(prose, cue, addressed) : null;
    }

    private static Extent? ObliqueOf(StatementContext prose, Cue cue, int head)
    {
        var trees = prose.Trees;
        foreach (var child in trees.Children(head))
        {
            if (child <= cue.Last || !trees.IsAny(child, "obl", "iobj", "nmod", "advcl", "xcomp", "acl")) continue;
            var mark = MarkOf(prose, cue, child);
            if (mark <= cue.Last || mark > child || trees[child].Tag == PartOfSpeech.Pron) continue;
            if (Array.Find(cue.Tellings, t => t.May(ComplementKind.Oblique, trees[mark].Lemma)) is { } telling)
                return new(mark + 1, trees[child].Tag == PartOfSpeech.Verb ? ClauseEnds.Of(prose, cue, mark + 1) : ClauseEnds.OfPhrase(prose, cue, child), child, telling);
        }

        return null;
    }

    // «n'a pas donné suite à nos demandes»: where the parser took the noun of the cue for a preposition, the next word is the mark.
    private static int MarkOf(StatementContext prose, Cue cue, int noun)
    {
        var trees = prose.Trees;
        var mark = trees.Child(noun, "case");
        if (mark < 0) mark = trees.Child(noun, "mark");
        var next = cue.Last + 1;
        return mark >= 0 && mark <= cue.Last && next < noun && trees[next].Tag == PartOfSpeech.Adp && trees.Governs(noun, next) ? next : mark;
    }

    // «mettant en garde l'Ukraine et ses alliés contre X»: the parser hangs X on the noun before it.
    private static Extent? MarkedOblique(StatementContext prose, Cue cue)
    {
        var trees = prose.Trees;
        var end = Math.Min(cue.Last + Near, prose.SentenceEnd(cue.Word) - 1);
        for (var i = cue.Last + 1; i <= end; i++)
        {
            if (trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Punct or PartOfSpeech.Sconj) return null;
            if (trees[i].Tag != PartOfSpeech.Adp || trees[i].Form.Length < LongPreposition || trees[i].Head <= i) continue;
            if (Array.Find(cue.Tellings, t => t.May(ComplementKind.Oblique, trees[i].Lemma)) is { } telling)
                return new(i + 1, ClauseEnds.OfPhrase(prose, cue, trees[i].Head), trees[i].Head, telling);
        }

        return null;
    }

    private static Extent? Object(StatementContext prose, Cue cue)
    {
        // "was denied visas": what a passive still has for object was not told.
        if (cue.Passive) return Denied(prose, cue);
        if (cue.Taking(ComplementKind.Object) is not { } telling) return null;
        var trees = prose.Trees;
        var noun = trees.Child(cue.Word, "obj");
        if (noun <= cue.Last && cue.Last > cue.Word) noun = trees.Child(cue.Last, "obj");
        if (noun <= cue.Last || noun == Subjects.Of(prose, cue)) return null;
        if (trees[noun].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Num)) return null;
        // "questioned the student": a person may be asked, not doubted.
        if (telling.Effect.Stance == Stance.Doubts && SourceKinds.KindOfNoun(prose, noun) == NounKind.Person) return null;
        return SourceKinds.NamesPerson(prose, NounPhrases.Of(prose, noun)) ? null : new(trees.First(noun), ClauseEnds.OfPhrase(prose, cue, noun), noun, telling);
    }

    // «La rumeur a été démentie par le palais», «l'information, démentie par le palais»: what is denied by somebody is the subject, or the noun.
    private static Extent? Denied(StatementContext prose, Cue cue)
    {
        if (Array.Find(cue.Tellings, IsDenialOfThing) is not { } telling || Subjects.Agent(prose, cue.Word) < 0) return null;
        var trees = prose.Trees;
        var noun = trees.Is(cue.Word, "acl") ? trees[cue.Word].Head : Subjects.Own(trees, cue.Word);
        if (noun >= 0 && !telling.May(ComplementKind.Object) && !prose.Lexicon.Nouns.ContainsKey(trees[noun].Lemma)) return null;
        if (noun < 0 || noun >= cue.Word) return null;
        if (trees[noun].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || SourceKinds.NamesPerson(prose, NounPhrases.Of(prose, noun))) return null;
        var phrase = NounPhrases.Of(prose, noun);
        return new(phrase.First, Math.Min(phrase.Last, cue.First - 1), noun, telling);
    }

    private static bool IsDenialOfThing(CueEntry telling) =>
        telling.Effect.Stance == Stance.Denies && (telling.May(ComplementKind.Object) || telling.May(ComplementKind.Told));

    /// <summary>The first word of a subtree, marks and stops left out.</summary>
    public static int FirstWord(StatementContext prose, int head)
    {
        var first = prose.Trees.First(head);
        while (first < head && !prose.IsWord(first)) first++;
        return first;
    }
}
