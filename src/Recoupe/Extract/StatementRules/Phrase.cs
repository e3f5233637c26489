namespace Recoupe.Extract.StatementRules;

/// <summary>Words that name a source.</summary>
/// <param name="First">The first word.</param>
/// <param name="Last">The last word.</param>
/// <param name="Head">The noun, name or pronoun the others hang on.</param>
internal readonly record struct Phrase(int First, int Last, int Head);

/// <summary>Cuts noun phrases out of trees.</summary>
internal static class Phrases
{
    private const int Longest = 40;
    private const int Deepest = 8;

    /// <summary>A noun with its title, complements and appositions, without its preposition and its relative clauses.</summary>
    public static Phrase Of(Prose prose, int head)
    {
        var trees = prose.Trees;
        var (first, last) = (head, head);
        foreach (var child in trees.Children(head))
        {
            if (child < head)
            {
                if (Opens(prose, head, child)) first = Math.Min(first, trees.First(child));
                continue;
            }

            if (!Continues(prose, head, child)) break;
            last = Math.Max(last, Inside(prose, child, Deepest));
            if (last - head > Longest) break;
        }

        last = Math.Min(last, first + Longest);
        while (first < head && !prose.IsWord(first)) first++;
        while (last > head && !prose.IsWord(last) && trees[last].Form is not (")" or "»" or "”" or "\"")) last--;
        return new(first, last, head);
    }

    private static bool Opens(Prose prose, int head, int child) =>
        prose.Trees.IsAny(child, "det", "amod", "nummod", "nmod", "compound", "flat", "advmod", "appos") && prose.InProse(child) && prose.Trees.Last(child) < head;

    private static bool Continues(Prose prose, int head, int child)
    {
        if (!prose.InProse(child) || prose.QuotationOf(child) != prose.QuotationOf(head) && prose.QuotationOf(head) >= 0) return false;
        if (prose.Trees.Is(child, "acl")) return !prose.Trees.Is(child, "acl:relcl") && !HasFinite(prose, child);
        return prose.Trees.IsAny(child, "amod", "nmod", "appos", "flat", "fixed", "compound", "nummod", "conj", "cc", "punct", "det", "advmod", "case", "goeswith");
    }

    private static bool HasFinite(Prose prose, int word) => prose.Trees[word].Features.Has("VerbForm", "Fin") || prose.Trees.HasChild(word, "nsubj");

    // How far a part of the phrase reaches before a relative clause of its own.
    private static int Inside(Prose prose, int part, int depth)
    {
        var last = part;
        if (depth == 0) return last;
        foreach (var child in prose.Trees.Children(part))
        {
            if (child < part) continue;
            if (!Continues(prose, part, child) && !prose.Trees.IsAny(child, "obl", "obj", "xcomp", "mark")) break;
            last = Math.Max(last, prose.Trees.Is(child, "acl") ? prose.Trees.Last(child) : Inside(prose, child, depth - 1));
            if (last - part > Longest) break;
        }

        return last;
    }
}
