using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>The article's own voice where it withholds its guarantee: «aurait été capturé», «semble s'enliser», «reportedly».</summary>
internal static class OwnVoiceAttributions
{
    private const int Near = 8;

    /// <summary>The hedged clauses that no telling found before covers.</summary>
    public static IEnumerable<StatementDraft> Find(StatementContext prose, IReadOnlyList<StatementDraft> found)
    {
        var covered = Covered(prose, found);
        var last = -1;
        for (var word = 0; word < prose.Trees.Count; word++)
        {
            if (covered[word] || !prose.InProse(word) || prose.QuotationOf(word) >= 0 || Hedged(prose, word) is not { } hedge) continue;
            var extent = ClauseOf(prose, hedge.Verb);
            if (extent.First <= last || prose.Trimmed(extent.First, extent.Last) is not { } content) continue;
            last = extent.Last;
            yield return new()
            {
                CueWord = hedge.Verb,
                Cue = prose.Trees.Span(hedge.First, hedge.Last),
                Effect = new(Stance.Asserts, hedge.Certainty),
                Content = [SubjectAlone(prose, extent, hedge) ?? WithoutLead(prose, content, hedge)],
                ContentHead = hedge.Verb,
                Kind = SourceKind.Article,
            };
        }
    }

    private static bool[] Covered(StatementContext prose, IReadOnlyList<StatementDraft> found)
    {
        var covered = new bool[prose.Trees.Count];
        foreach (var draft in found)
        {
            foreach (var part in draft.Content)
            {
                for (var word = prose.Trees.WordAt(part.Start); word < covered.Length && prose.Trees[word].Span.Start < part.End; word++)
                    covered[word] = true;
            }
        }

        return covered;
    }

    private static ArticleHedge? Hedged(StatementContext prose, int word) => PressConditional(prose, word) ?? Lexical(prose, word);

    // A conditional of the third person that no hypothesis, wish or reported future explains.
    private static ArticleHedge? PressConditional(StatementContext prose, int word)
    {
        var trees = prose.Trees;
        if (!trees[word].Features.Has("Mood", "Cnd") || trees[word].Features.Has("Person", "1") || trees[word].Features.Has("Person", "2")) return null;
        var verb = trees.IsAny(word, "aux", "cop") ? trees[word].Head : word;
        var past = IsPast(prose, word, verb);
        if (InHypothesis(prose, verb) || (!past && IsReportedFuture(prose, verb)) || Conditions.IsWish(prose, word, verb, past)) return null;
        if (trees.Is(verb, "acl") && !past && !IsFactive(prose, verb)) return null;
        return new(verb, Math.Min(word, verb), Math.Max(word, verb), Certainty.Possible);
    }

    private static bool IsPast(StatementContext prose, int word, int verb) => verb != word
        && (prose.Lexicon.Function.IsPerfect(prose.Trees[word].Lemma) || (prose.Trees[verb].Features.Has("VerbForm", "Part") && prose.Lexicon.Function.IsMotion(prose.Trees[verb].Lemma)));

    // «il a compris que l'explosion n'aurait pas lieu»: the future, seen from the past.
    private static bool IsReportedFuture(StatementContext prose, int verb)
    {
        var start = prose.SentenceStart(verb);
        for (var i = verb - 1; i > start && prose.Trees[i].Form is not ("," or ";" or ":"); i--)
        {
            if (prose.Trees[i].Tag == PartOfSpeech.Sconj && prose.Lexicon.Function.IsThat(prose.Trees[i].Form)) return IsPastBefore(prose, i, start);
        }

        return false;
    }

    private static bool IsPastBefore(StatementContext prose, int word, int start)
    {
        for (var i = word - 1; i >= Math.Max(start, word - Near); i--)
        {
            if (prose.Trees[i].Features.Has("Tense", "Past") || prose.Trees[i].Features.Has("Tense", "Imp")) return true;
        }

        return false;
    }

    // «où il devrait rester»: a place or time, said of in passing, is hedged as a clause of its own.
    private static bool IsFactive(StatementContext prose, int verb)
    {
        foreach (var child in prose.Trees.Children(verb))
        {
            if (child < verb && prose.Trees[child].Tag != PartOfSpeech.Sconj && prose.Lexicon.Function.IsQuestion(prose.Trees[child].Form)) return true;
        }

        return false;
    }

    private static bool InHypothesis(StatementContext prose, int verb)
    {
        var sentence = prose.Trees.Sentence(verb);
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (prose.Trees[i].Tag == PartOfSpeech.Sconj && prose.Lexicon.Function.IsIf(prose.Trees[i].Form)) return true;
        }

        return prose.Trees[sentence.EndWord - 1].Form == "?";
    }

    private static ArticleHedge? Lexical(StatementContext prose, int word)
    {
        foreach (var hedge in prose.Lexicon.Hedges.BeginningWith(prose.Trees[word].Lemma))
        {
            if (!hedge.OfArticle || hedge.Form == HedgeForm.Conditional || Hedging.EndOf(prose, word, hedge) is not { } last) continue;
            var verb = hedge.Form == HedgeForm.Verb ? word : VerbOf(prose, word);
            if (verb >= 0 && IsOfHedgedMain(prose, verb)) return null;
            if (verb >= 0 && (hedge.Form == HedgeForm.Words
                || IsRaising(prose, word, hedge))) return new(verb, word, last, hedge.Certainty) { Worded = hedge.Form == HedgeForm.Words };
        }

        return null;
    }

    // «Se trouvant sans doute à Ormel, le colonel aurait été capturé»: the main clause has a hedge of its own.
    private static bool IsOfHedgedMain(StatementContext prose, int verb)
    {
        var trees = prose.Trees;
        if (!trees.Is(verb, "advcl") || Subjects.IsFinite(trees, verb)) return false;
        var main = trees[verb].Head;
        if (main < 0) return false;
        if (PressConditional(prose, main) is not null) return true;
        foreach (var child in trees.Children(main))
        {
            if (trees.IsAny(child, "aux", "cop") && PressConditional(prose, child) is not null) return true;
        }

        return false;
    }

    private static bool IsRaising(StatementContext prose, int word, Hedge hedge)
    {
        var trees = prose.Trees;
        if (trees[word].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux) || !Subjects.IsFinite(trees, word) || trees.Is(word, "amod")) return false;
        if (hedge.Words.Length > 1) return true;
        if (!trees.IsAny(word, "aux", "cop") && !trees.HasChild(word, "xcomp") && !trees.HasChild(word, "ccomp")) return false;
        return (!trees.HasChild(word, "iobj") && !HasExpletive(trees, word)) || trees.HasChild(word, "ccomp");
    }

    // «il semble peu probable que P» has a subject, though it stands for nothing.
    private static bool HasExpletive(DependencyTrees trees, int word)
    {
        foreach (var child in trees.Children(word))
        {
            if (trees.Is(child, "expl") && trees[child].Relation != "expl:subj") return true;
        }

        return false;
    }

    private static int VerbOf(StatementContext prose, int word)
    {
        var at = word;
        while (at >= 0 && !(prose.Trees[at].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux || Subjects.Own(prose.Trees, at) >= 0)) at = prose.Trees[at].Head;
        return at;
    }

    // The clause the verb heads; a main clause runs to the end of its sentence, a colon, or the next clause beside it.
    private static NounPhrase ClauseOf(StatementContext prose, int verb)
    {
        var trees = prose.Trees;
        var head = trees.Child(verb, "ccomp") is var told && told > verb && trees.HasChild(told, "mark") ? told : verb;
        if (head == told) return new(SkipOpeners(prose, ContentFinder.FirstWord(prose, head), head), trees.Last(head), head);
        while (trees.IsAny(head, "xcomp", "aux", "cop") && trees[head].Head >= 0) head = trees[head].Head;
        var main = trees[head].Head < 0;
        var first = main ? prose.SentenceStart(head) : trees.First(head);
        var last = main ? prose.SentenceEnd(head) : trees.Last(head);
        foreach (var child in trees.Children(head))
        {
            if (child > head && trees.IsAny(child, "conj", "parataxis") && Subjects.Own(trees, child) >= 0) last = Math.Min(last, trees.First(child) - 1);
            if (child < head && trees.IsAny(child, "parataxis", "ccomp") && Subjects.Own(trees, child) >= 0) first = Math.Max(first, trees.Last(child) + 1);
        }

        for (var i = verb + 1; i <= last; i++)
        {
            if (trees[i].Form is ":" or ";" || (trees[i].Form == "," && i < last && prose.PronounAt(i + 1)?.Role == PronounRole.Relative)) last = i - 1;
        }

        return OfAntecedent(prose, head, last) ?? new(SkipOpeners(prose, first, verb), last, head);
    }

    // «une ombre qui semble porter un fusil»: of a relative clause the noun is part of what is said.
    private static NounPhrase? OfAntecedent(StatementContext prose, int head, int last)
    {
        var trees = prose.Trees;
        if (!trees.Is(head, "acl") || prose.PronounAt(Math.Max(0, Subjects.Own(trees, head)))?.Role != PronounRole.Relative) return null;
        var noun = trees[head].Head;
        return trees[noun].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn ? new(NounPhrases.Of(prose, noun).First, last, head) : null;
    }

    private static int SkipOpeners(StatementContext prose, int first, int verb)
    {
        while (first < verb && (!prose.IsWord(first) || prose.Trees[first].Tag is PartOfSpeech.Cconj or PartOfSpeech.Sconj
            || prose.PronounAt(first)?.Role == PronounRole.Relative || prose.IsQuestion(first))) first++;
        return first;
    }

    // «Selon toute vraisemblance, …»: an adverb at the head is not part of what it hedges.
    private static TextSpan WithoutLead(StatementContext prose, TextSpan content, ArticleHedge hedge)
    {
        if (prose.Trees[hedge.First].Span.Start != content.Start || hedge.Last == hedge.Verb) return content;
        var next = hedge.Last + 1;
        while (next < prose.Trees.Count && (!prose.IsWord(next) || prose.Lexicon.Function.IsThat(prose.Trees[next].Form))) next++;
        return next < prose.Trees.Count && prose.Trees[next].Span.Start < content.End ? content with { Start = prose.Trees[next].Span.Start } : content;
    }

    // «Un nouvel affrontement n'est pas exclu»: where the hedge is all the predicate there is, its subject is what is hedged.
    private static TextSpan? SubjectAlone(StatementContext prose, NounPhrase extent, ArticleHedge hedge)
    {
        var trees = prose.Trees;
        if (!hedge.Worded || hedge.Last - hedge.First < 2 || hedge.Last < extent.Last - 1
            || !trees.IsAny(hedge.First, "cop", "aux")) return null;
        if (Subjects.Own(trees, trees[hedge.First].Head) is not (>= 0 and var subject) || subject > hedge.First) return null;
        if (trees[subject].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return null;
        var last = hedge.First - 1;
        while (last > subject && trees[last].Tag == PartOfSpeech.Adv) last--;
        return prose.Trimmed(trees.First(subject), last);
    }

    /// <summary>A hedge in the article's own voice, and the verb whose clause it hedges.</summary>
    private readonly record struct ArticleHedge(int Verb, int First, int Last, Certainty Certainty)
    {
        /// <summary>Whether words say so, and no verb's mood.</summary>
        public bool Worded { get; init; }
    }
}
