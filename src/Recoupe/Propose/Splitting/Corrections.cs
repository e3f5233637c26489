using Recoupe.Language;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Splitting;

/// <summary>A clause that is read without some of its words.</summary>
/// <param name="Words">From its first word to its last.</param>
/// <param name="LeftOut">Stretches of these that are not read.</param>
/// <param name="Kept">The part that takes the other's place.</param>
/// <param name="IsNegated">Whether it is said not to be so.</param>
internal sealed record CorrectedClause(Stretch Words, IReadOnlyList<Stretch> LeftOut, Stretch Kept, bool IsNegated)
{
    /// <summary>Whether a word is not read.</summary>
    public bool Leaves(int word) => !Words.Contains(word) || LeftOut.Any(s => s.Contains(word));
}

/// <summary>
/// «n'est pas X mais Y», «est Y et non X», "was Y, not X": a clause that says one thing not to be so and another in its stead is read as
/// two, each without the words of the other.
/// </summary>
internal static class Corrections
{
    private static readonly Stretch _none = new(0, -1);

    /// <summary>The two readings in text order; none where a clause corrects nothing.</summary>
    public static IReadOnlyList<CorrectedClause> In(Prose prose, Clause clause)
    {
        var after = EndOfVerb(prose, clause) + 1;
        for (var word = after + 1; word < clause.Words.Last; word++)
        {
            if (prose.Is(word, "contrasts") && PutRight(prose, clause, after, word) is { Count: > 0 } right) return right;
            if (prose.Is(word, "contrary") && RuledOut(prose, clause, after, word) is { Count: > 0 } ruledOut) return ruledOut;
        }

        return [];
    }

    // «n'est pas X mais Y»
    private static List<CorrectedClause> PutRight(Prose prose, Clause clause, int after, int joint)
    {
        var negations = Enumerable.Range(clause.Words.First, after - clause.Words.First).Where(w => IsNegation(prose, w)).ToList();
        if (negations.Count == 0 || negations.Exists(n => prose.Is(n + 1, "not alone"))) return [];
        var right = new Stretch(joint + 1, clause.Words.Last);
        var wrong = Counterpart(prose, right, after, BeforeComma(prose, joint));
        if (wrong.IsEmpty || HasVerb(prose, right) || HasVerb(prose, wrong)) return [];
        return
        [
            new(clause.Words with { Last = wrong.Last }, [], wrong, true),
            new(clause.Words, [.. negations.Select(n => new Stretch(n, n)), new(wrong.First, joint)], right, false),
        ];
    }

    // «est Y et non (pas) X», "was Y, not X"
    private static List<CorrectedClause> RuledOut(Prose prose, Clause clause, int after, int contrary)
    {
        var isJoined = prose.Trees[contrary - 1].Form is "," || prose.Is(contrary - 1, "joins");
        if (!isJoined || prose.Is(contrary + 1, "not alone") || IsNegation(prose, after - 1)) return [];
        var first = contrary + 1;
        while (first < clause.Words.Last && prose.Is(first, "contrary")) first++;
        var wrong = new Stretch(first, clause.Words.Last);
        var joint = prose.Is(contrary - 1, "joins") ? contrary - 1 : contrary;
        var right = Counterpart(prose, wrong, after, BeforeComma(prose, joint));
        if (right.IsEmpty || HasVerb(prose, right) || HasVerb(prose, wrong)) return [];
        return
        [
            new(clause.Words with { Last = right.Last }, [], right, false),
            new(clause.Words, [new(right.First, contrary - 1)], wrong, true),
        ];
    }

    private static int BeforeComma(Prose prose, int joint) => prose.Trees[joint - 1].Form is "," ? joint - 2 : joint - 1;

    /// <summary>What stands where the other part does: from the like preposition on, or all that follows the verb.</summary>
    private static Stretch Counterpart(Prose prose, Stretch part, int after, int last)
    {
        var trees = prose.Trees;
        var opener = part.First;
        while (opener < part.Last && trees[opener].Tag == PartOfSpeech.Adv) opener++;
        if (trees[opener].Tag != PartOfSpeech.Adp)
        {
            var areNouns = IsNoun(trees, opener) && trees[after].Tag != PartOfSpeech.Adp;
            return areNouns ? new(after, last) : _none;
        }

        var like = -1;
        for (var word = after; word <= last; word++)
        {
            if (trees[word].Tag != PartOfSpeech.Adp || trees[word].Lemma != trees[opener].Lemma) continue;
            if (like < 0 || trees[word + 1].Tag == trees[opener + 1].Tag) like = word;
        }

        return like < 0 ? _none : new(like, last);
    }

    private static bool IsNoun(DependencyTrees trees, int word) =>
        trees[word].Tag is PartOfSpeech.Det or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Adj;

    private static bool HasVerb(Prose prose, Stretch part) =>
        Enumerable.Range(part.First, part.Last - part.First + 1).Any(w => Clauses.IsFinite(prose.Trees, w));

    private static bool IsNegation(Prose prose, int word) =>
        prose.Is(word, "negations") && prose.Trees[word].Tag is PartOfSpeech.Adv or PartOfSpeech.Part;

    /// <summary>The last of the finite word, its auxiliaries and what negates it.</summary>
    private static int EndOfVerb(Prose prose, Clause clause)
    {
        var trees = prose.Trees;
        var end = Math.Max(clause.Words.First, Clauses.FiniteOf(trees, clause.Head));
        if (trees[clause.Head].Tag == PartOfSpeech.Verb) end = Math.Max(end, clause.Head);
        while (end < clause.Words.Last && IsNegation(prose, end + 1)) end++;
        return end;
    }
}
