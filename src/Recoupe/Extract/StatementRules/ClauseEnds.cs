using Recoupe.Language;

namespace Recoupe.Extract.StatementRules;

/// <summary>
/// Tells where a content ends. Parsers attach the tail of a long sentence badly, so a clause that is told runs to the end of its sentence
/// unless something ends it: another verb beside the cue, a participle that tells something else, or the end of the clause the cue stands in.
/// </summary>
internal static class ClauseEnds
{
    /// <summary>The last word of a clause told, which begins at <paramref name="first"/>.</summary>
    public static int Of(Prose prose, Cue cue, int first)
    {
        var end = Bound(prose, cue);
        foreach (var sibling in prose.Trees.Children(cue.Word))
        {
            if (sibling > first && Breaks(prose, cue, sibling, first)) end = Math.Min(end, prose.Trees.First(sibling) - 1);
        }

        return QuotedThrough(prose, first, end);
    }

    /// <summary>The last word of a noun told, with what follows it up to the next comma.</summary>
    public static int OfPhrase(Prose prose, Cue cue, int head)
    {
        var bound = Of(prose, cue, head);
        var end = Math.Min(prose.Trees.Last(head), bound);
        for (var i = end + 1; i <= bound && prose.IsWord(i) && !Stops(prose, cue, i); i++)
            end = i;
        return QuotedThrough(prose, head, end);
    }

    // A conjunct or adverbial of the cue's own clause after the noun is not of the noun.
    private static bool Stops(Prose prose, Cue cue, int word) =>
        prose.Trees[word].Tag is PartOfSpeech.Cconj or PartOfSpeech.Sconj
        || (prose.Trees[word].Head == cue.Word && prose.Trees.IsAny(word, "conj", "cc", "mark"));

    private static bool Breaks(Prose prose, Cue cue, int sibling, int first)
    {
        var trees = prose.Trees;
        if (trees.First(sibling) <= first) return false;
        if (trees.Is(sibling, "conj")) return trees[sibling].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux || Subjects.Own(trees, sibling) >= 0;
        return trees.IsAny(sibling, "advcl", "acl", "parataxis") && prose.Lexicon.Verbs.ContainsKey(trees[sibling].Lemma)
            && IsParticiple(trees, sibling);
    }

    private static bool IsParticiple(Trees trees, int word) =>
        trees[word].Features.Has("VerbForm", "Part") || trees[word].Features.Has("VerbForm", "Ger");

    // In a relative or adverbial clause the content ends with that clause at the latest.
    private static int Bound(Prose prose, Cue cue)
    {
        var trees = prose.Trees;
        var end = prose.SentenceEnd(cue.Word);
        var sentence = trees.SentenceOf(cue.Word);
        for (var at = cue.Word; at >= 0 && trees.SentenceOf(at) == sentence; at = trees[at].Head)
        {
            if (trees.IsAny(at, "acl", "advcl", "csubj", "nmod", "appos")) end = Math.Min(end, Math.Max(trees.Last(at), at));
        }

        return Within(prose, cue.Word, end);
    }

    // What is told inside a quotation ends with it.
    private static int Within(Prose prose, int word, int end)
    {
        var quotation = prose.QuotationOf(word);
        if (quotation < 0) return end;
        var last = prose.Trees.WordAt(prose.Quotations[quotation].Inner.End) - 1;
        return Math.Min(end, Math.Max(last, word));
    }

    // A quotation that begins inside the content ends inside it, were it several sentences long.
    private static int QuotedThrough(Prose prose, int first, int end)
    {
        var quotation = prose.OutermostOf(Math.Max(first, end));
        if (quotation < 0 || prose.OutermostOf(first - 1 >= 0 ? first - 1 : first) == quotation) return end;
        return Math.Max(end, prose.Trees.WordAt(prose.Quotations[quotation].Inner.End) - 1);
    }
}
