using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>Words that name a source.</summary>
/// <param name="First">The first word.</param>
/// <param name="Last">The last word.</param>
/// <param name="Head">The noun, name or pronoun the others hang on.</param>
internal readonly record struct NounPhrase(int First, int Last, int Head);

/// <summary>Cuts noun phrases out of trees.</summary>
internal static class NounPhrases
{
    private const int Longest = 40;
    private const int Deepest = 8;
    private const int LongestTitle = 5;

    /// <summary>A noun with its title, complements and appositions, without its preposition and its relative clauses.</summary>
    public static NounPhrase Of(StatementContext prose, int head)
    {
        if (prose.PronounAt(head) is { Role: PronounRole.Third }) return new(head, head, head);
        var first = head;
        foreach (var child in prose.Trees.Children(head))
        {
            if (child < head && Opens(prose, head, child)) first = Math.Min(first, prose.Trees.First(child));
        }

        var last = Math.Min(Reach(prose, head, Deepest), head + Longest);
        last = Math.Max(BeforeVerb(prose.Trees, head, last), EndOfName(prose, head));
        first = AfterMarks(prose, WithOpener(prose, first, head, last), head);
        while (first < head && (!prose.IsWord(first) || IsContracted(prose.Trees, first))) first++;
        while (last > head && !prose.IsWord(last) && prose.Trees[last].Form is not (")" or "»" or "”" or "\"")) last--;
        return WithLetters(prose, WithName(prose, new(first, WithoutBracket(prose.Trees, head, last), head)));
    }

    // «the Crown prosecutor, Mark Carver QC»: the letters after a name are of it.
    private static NounPhrase WithLetters(StatementContext prose, NounPhrase phrase)
    {
        var next = phrase.Last + 1;
        if (next < prose.Trees.Count && prose.Trees[next].Form == ",") next++;
        if (next >= prose.Trees.Count || !prose.Lexicon.Function.IsNameLetters(prose.Trees[next].Form)) return phrase;
        return SourceKinds.MentionAt(prose, phrase.Last) is { Type: NameType.Person }
            && prose.QuotationOf(next) == prose.QuotationOf(phrase.Head) ? phrase with { Last = next } : phrase;
    }

    // «rapporte Norvane La 1ère», "Marie el-Drese", wherever the parser hung the words of the name.
    private static int EndOfName(StatementContext prose, int head)
    {
        var last = head;
        if (SourceKinds.MentionAt(prose, head) is not { } mention) return last;
        if (mention.Type != NameType.Person && !SourceKinds.IsOutlet(prose, head)) return last;
        while (last + 1 < prose.Trees.Count && mention.Span.Contains(prose.Trees[last + 1].Span)) last++;
        return last;
    }

    // "…," spokesman Mark Hallman: nobody's name begins within the marks before it.
    private static int AfterMarks(StatementContext prose, int first, int head)
    {
        for (var i = head - 1; i > first; i--)
        {
            // «… parce qu'aucun parti»: nor before a conjunction.
            if (prose.Trees[i].Tag == PartOfSpeech.Sconj) return i + 1;
            if (prose.Trees[i].Form is "»" or "”" or "\"" && prose.QuotationOf(i - 1) >= 0 && prose.QuotationOf(i - 1) != prose.QuotationOf(head) && prose.Trees[i - 1].Form is "," or "." or "!" or "?") return i + 1;
        }

        return first;
    }

    // «the Tax Foundation»: an article that was hung on a later word of the name.
    private static int WithOpener(StatementContext prose, int first, int head, int last)
    {
        while (first > 0 && prose.Trees[first - 1].Tag is PartOfSpeech.Det or PartOfSpeech.Adj && prose.Trees[first - 1].Head is var on && on > head && on <= last && prose.InProse(first - 1)) first--;
        return first;
    }

    // «le bourgmestre (PS)»: of a noun that stands in brackets the closing one is no part.
    private static int WithoutBracket(DependencyTrees trees, int head, int last)
    {
        for (var i = head; i < last; i++)
        {
            if (trees[i].Form == "(") return last;
        }

        return trees[last].Form == ")" && last > head ? last - 1 : last;
    }

    /// <summary>Whether a phrase names several, one beside the other.</summary>
    public static bool IsCoordinated(DependencyTrees trees, NounPhrase phrase)
    {
        var conjunct = trees.Child(phrase.Head, "conj");
        return conjunct >= 0 && conjunct <= phrase.Last && trees[conjunct].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;
    }

    /// <summary>Whether a word is contracted with the one before: the «le» of «du» cannot be cut out of it.</summary>
    public static bool IsContracted(DependencyTrees trees, int word) => word > 0 && trees[word].Span == trees[word - 1].Span;

    private static bool Opens(StatementContext prose, int head, int child) =>
        prose.Trees.IsAny(child, "det", "amod", "nummod", "nmod", "compound", "flat", "advmod", "appos") && prose.InProse(child) && prose.Trees.Last(child) < head;

    // No phrase runs over a finite verb, whatever the tree says, nor a name over any verb; with the verb goes the clause that a comma begins.
    private static int BeforeVerb(DependencyTrees trees, int head, int last)
    {
        var comma = -1;
        for (var i = head + 1; i <= last; i++)
        {
            if (trees[i].Form == "," && i + 1 <= last && trees[i + 1].Tag == PartOfSpeech.Cconj) comma = i;
            if (trees[i].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux)) continue;
            if (trees[i].Features.Has("VerbForm", "Fin")) return comma > 0 ? comma - 1 : i - 1;
            if (i == head + 1 && (trees[head].Tag == PartOfSpeech.Propn || char.IsUpper(trees[head].Form[0]))) return head;
        }

        return last;
    }

    // How far a noun's own words reach, before a relative clause or an aside.
    private static int Reach(StatementContext prose, int noun, int depth)
    {
        var last = noun;
        var comma = false;
        if (depth == 0) return last;
        foreach (var child in prose.Trees.Children(noun))
        {
            if (child < noun) continue;
            if (prose.Trees.Is(child, "punct"))
            {
                comma = prose.Trees[child].Form is "," or "–" or "—";
                if (prose.Trees[child].Form is ")" or "»") last = Math.Max(last, child);
                continue;
            }

            comma |= prose.Trees[Math.Max(0, ContentFinder.FirstWord(prose, child) - 1)].Form is "," or "–" or "—";
            if (!Continues(prose, noun, child, comma)) break;
            last = Math.Max(last, prose.Trees.Is(child, "acl") ? prose.Trees.Last(child) : Reach(prose, child, depth - 1));
            if (last - noun > Longest) break;
        }

        return last;
    }

    private static bool Continues(StatementContext prose, int noun, int child, bool comma)
    {
        if (!prose.InProse(child) || (prose.QuotationOf(noun) >= 0 && prose.QuotationOf(child) != prose.QuotationOf(noun))) return false;
        if (prose.IsTime(child)) return false;
        if ((!comma && BreaksName(prose, noun, child)) || IsAddressee(prose, child) || IsOccasion(prose, child)) return false;
        // «une note rappelant que P»: what a paper tells is no part of its name.
        if (prose.Trees.Is(child, "acl") && prose.Trees.HasChild(child, "ccomp")) return false;
        if (prose.Trees.Is(child, "acl")) return !comma && !prose.Trees.Is(child, "acl:relcl") && !Subjects.IsFinite(prose.Trees, child) && prose.Trees[ContentFinder.FirstWord(prose, child)].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Sconj or PartOfSpeech.Part);
        if (comma && prose.Trees.IsAny(child, "appos", "nmod", "flat", "dep")) return Identifies(prose, noun, child);
        if (prose.Trees.Is(child, "conj") && !IsListed(prose, noun, child, comma)) return false;
        if (prose.Trees.Is(child, "obl")) return prose.Trees[noun].Tag is PartOfSpeech.Adv or PartOfSpeech.Adj;
        return prose.Trees.IsAny(child, "amod", "nmod", "appos", "flat", "fixed", "compound", "nummod", "conj", "cc", "det", "advmod", "goeswith");
    }

    // «Jean Martin, la voix posée», «de Metz, comme Jean Martin»: after a person's name and a comma who may not tell is no second teller, nor who stands under another preposition.
    private static bool IsListed(StatementContext prose, int noun, int child, bool comma)
    {
        if (comma && SourceKinds.MentionAt(prose, noun) is { Type: NameType.Person } && !SourceKinds.MayTell(prose, child, child, child)) return false;
        var (own, other) = (prose.Trees.Child(noun, "case"), prose.Trees.Child(child, "case"));
        return own < 0 || other < 0 || other > child || prose.Trees[own].Lemma == prose.Trees[other].Lemma;
    }

    // «des responsables à CNN»: whom it was told to.
    private static bool IsAddressee(StatementContext prose, int child)
    {
        var mark = prose.Trees.Child(child, "case");
        return mark >= 0 && prose.Lexicon.Function.IsAddressee(prose.Trees[mark].Form) && SourceKinds.IsOutlet(prose, child);
    }

    // «la préfecture dans un communiqué», "the company in a statement": by what it told is no part of who it is.
    private static bool IsOccasion(StatementContext prose, int child)
    {
        var mark = prose.Trees.Child(child, "case");
        if (mark < 0 || !prose.Lexicon.Function.IsWithin(prose.Trees[mark].Form)) return false;
        return prose.Lexicon.Function.IsOccasion(prose.Trees[child].Lemma) || SourceKinds.KindOfNoun(prose, child) is NounKind.Document or NounKind.Media;
    }

    // «M. Martin pour qui …», «according to Martin the dam …»: no pronoun, nor a name's neighbour with an article, is of the phrase.
    private static bool BreaksName(StatementContext prose, int noun, int child) =>
        prose.Trees[child].Tag == PartOfSpeech.Pron
        || (prose.Trees[noun].Tag == PartOfSpeech.Propn && prose.Trees[prose.Trees.First(child)].Tag == PartOfSpeech.Det && !prose.Trees.Is(child, "conj"));

    // Of a noun and what stands beside it between commas, one is a name and the other a role; an age or a place stays too.
    private static bool Identifies(StatementContext prose, int noun, int beside)
    {
        if (prose.IsTime(beside)) return false;
        // «un nouveau bilan, 27 personnes, …»: nobody stands beside a text to say what it is.
        if (SourceKinds.KindOfNoun(prose, noun) == NounKind.Document
            && SourceKinds.KindOfNoun(prose, beside) == NounKind.Person) return false;
        if (prose.Trees.Is(beside, "nmod")) return SourceKinds.KindOfNoun(prose, noun) != NounKind.None || SourceKinds.MentionAt(prose, noun) is not null;
        return SourceKinds.KindOfNoun(prose, beside) != NounKind.None || SourceKinds.MentionAt(prose, beside) is { Type: NameType.Person }
            || prose.Trees[beside].Tag == PartOfSpeech.Num;
    }

    // «Le candidat au poste de ministre, Jean Martin»: wherever the parser hung the name.
    private static NounPhrase WithName(StatementContext prose, NounPhrase phrase)
    {
        var comma = phrase.Last + 1;
        if (comma + 1 >= prose.Trees.Count || prose.Trees[comma].Form != "," || SourceKinds.KindOfNoun(prose, phrase.Head) != NounKind.Person) return phrase;
        if (prose.Trees.HasChild(phrase.Head, "case") && !IsMention(prose, comma + 1)) return phrase;
        if (SourceKinds.NamesPerson(prose, phrase) || NameAfter(prose, comma) is not { } mention) return phrase;
        var last = comma + 1;
        // A word may reach beyond the name that it holds: «Clinton’s» is one.
        while (last + 1 < prose.Trees.Count && !mention.Span.Overlaps(prose.Trees[last].Span)) last++;
        while (last + 1 < prose.Trees.Count && mention.Span.Contains(prose.Trees[last + 1].Span)) last++;
        return last + 1 < prose.Trees.Count && prose.Trees[last + 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux ? phrase : phrase with { Last = last };
    }

    private static bool IsMention(StatementContext prose, int word) => SourceKinds.MentionAt(prose, word) is { Type: NameType.Person };

    // «The judge, His Honour Judge Alan Frome QC»: titles may stand before the name.
    private static Mention? NameAfter(StatementContext prose, int comma)
    {
        var end = Math.Min(comma + LongestTitle, prose.SentenceEnd(comma));
        for (var i = comma + 1; i <= end; i++)
        {
            if (SourceKinds.MentionAt(prose, i) is { } mention) return mention.Type == NameType.Person ? mention : null;
            if (prose.Trees[i].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Adj)) return null;
        }

        return null;
    }
}
