using Recoupe.Language;

namespace Recoupe.Propose;

/// <summary>One main predicate and the words that belong to it.</summary>
/// <param name="Head">The word that the predicate hangs on.</param>
/// <param name="Words">Its words, without what joins it to others.</param>
/// <param name="Subject">The main word of its subject; −1 where it has none of its own.</param>
/// <param name="Leader">The clause whose subject it shares; <see langword="null"/> for one that shares none.</param>
internal sealed record Clause(int Head, Stretch Words, int Subject, Clause? Leader);

/// <summary>Cuts a stretch into its main clauses.</summary>
internal static class Clauses
{
    /// <summary>In text order; none where no finite predicate is found.</summary>
    public static List<Clause> Of(Prose prose, Stretch stretch)
    {
        var heads = MainHeads(prose, stretch);
        var clauses = new List<Clause>();
        for (var i = 0; i < heads.Count; i++)
        {
            var first = i == 0 ? stretch.First : StartOf(prose, heads[i], heads[i - 1]);
            var last = i + 1 < heads.Count ? StartOf(prose, heads[i + 1], heads[i]) - 1 : stretch.Last;
            var words = Trimmed(prose, new(first, last));
            if (words.IsEmpty || !words.Contains(heads[i])) continue;
            var subject = SubjectOf(prose, heads[i], words);
            clauses.Add(new(heads[i], words, subject, subject < 0 ? LeaderOf(prose, heads[i], clauses) : null));
        }

        return clauses;
    }

    /// <summary>Whether a word is what a finite clause hangs on.</summary>
    public static bool IsPredicate(DependencyTrees trees, int word)
    {
        if (IsFinite(trees, word) && !trees.IsAny(word, "aux", "cop")) return true;
        return trees.Children(word).Any(child => trees.IsAny(child, "aux", "cop") && IsFinite(trees, child));
    }

    public static bool IsFinite(DependencyTrees trees, int word) =>
        trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux && (trees[word].Features.Has("VerbForm", "Fin") || trees[word].Features.Has("Mood", "Cnd"));

    private static List<int> MainHeads(Prose prose, Stretch stretch)
    {
        var heads = new List<int>();
        for (var word = stretch.First; word <= stretch.Last; word++)
        {
            if (!IsPredicate(prose.Trees, word) || !IsMain(prose, word, stretch)) continue;
            if (heads.Count == 0 || IsSplit(prose, heads[^1], word)) heads.Add(word);
        }

        return heads;
    }

    private static bool IsMain(Prose prose, int word, Stretch stretch)
    {
        var trees = prose.Trees;
        for (var steps = 0; steps <= stretch.Last - stretch.First; steps++)
        {
            var head = trees[word].Head;
            if (head < 0 || !stretch.Contains(head)) return true;
            if (!trees.IsAny(word, "conj", "parataxis")) return false;
            word = head;
        }

        return false;
    }

    // «n'a ni demandé ni reçu d'aide» shares all and stays together.
    private static bool IsSplit(Prose prose, int before, int word)
    {
        var trees = prose.Trees;
        if (trees.HasChild(word, "nsubj") || trees.HasChild(word, "expl:subj")) return true;
        var start = StartOf(prose, word, before);
        for (var between = before + 1; between < start; between++)
        {
            if (prose.IsWord(between) && trees[between].Tag is not (PartOfSpeech.Adv or PartOfSpeech.Cconj)) return true;
        }

        return false;
    }

    private static int StartOf(Prose prose, int head, int before) => Math.Max(before + 1, Math.Min(head, prose.Trees.First(head)));

    private static Stretch Trimmed(Prose prose, Stretch words)
    {
        var (first, last) = words;
        while (first <= last && IsOpening(prose, first)) first++;
        while (first <= last && IsClosing(prose, last)) last--;
        return new(first, last);
    }

    private static bool IsOpening(Prose prose, int word) =>
        (!prose.IsWord(word) && prose.Trees[word].Form is not ("«" or "“" or "\"" or "(" or "[" or "#")) || prose.Words.Has("joins", prose.Trees[word].Form);

    private static bool IsClosing(Prose prose, int word) =>
        (!prose.IsWord(word) && prose.Trees[word].Form is not ("»" or "”" or "\"" or ")" or "]" or "%" or "€" or "$")) || prose.Trees[word].Tag == PartOfSpeech.Cconj;

    private static int SubjectOf(Prose prose, int head, Stretch words)
    {
        foreach (var child in prose.Trees.Children(head))
        {
            if (words.Contains(child) && (prose.Trees.Is(child, "nsubj") || prose.Trees.Is(child, "expl:subj") || prose.Trees.Is(child, "csubj"))) return child;
        }

        return -1;
    }

    private static Clause? LeaderOf(Prose prose, int head, List<Clause> before)
    {
        var above = prose.Trees.Is(head, "conj") ? prose.Trees[head].Head : -1;
        var leader = before.LastOrDefault(c => c.Head == above);
        return leader?.Leader ?? leader;
    }
}
