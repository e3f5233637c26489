using System.Collections.Immutable;

namespace Recoupe.Link.Terms;

/// <summary>What each of two sets of terms has and the other lacks.</summary>
internal readonly record struct TermDifference(ImmutableArray<Term> Left, ImmutableArray<Term> Right)
{
    /// <summary>Whether each gives a number that the other does not.</summary>
    public bool HasOtherNumbers => Left.Any(IsNumber) && Right.Any(IsNumber);

    /// <summary>Whether each has a name that the other does not.</summary>
    public bool HasOtherNames => Left.Any(IsName) && Right.Any(IsName);

    /// <summary>Whether one has a word whose opposite the other has.</summary>
    public bool HasOpposedWords => HasPair(BilingualLexicon.Shipped.AreOpposed);

    /// <summary>Whether one has a word that rules out one of the other's.</summary>
    public bool HasContraryWords => HasPair(BilingualLexicon.Shipped.AreContrary);

    public static TermDifference Of(TermSet left, TermSet right)
    {
        var shared = left.Shared(right).ToHashSet();
        return new([.. left.Terms.Where(t => !shared.Contains(t))], [.. right.Terms.Where(t => !shared.Contains(t))]);
    }

    public static bool IsNumber(Term term) => term.Kind == TermKind.Number;

    private bool HasPair(Func<Term, Term, bool> areOne)
    {
        var right = Right;
        return Left.Any(l => right.Any(r => areOne(l, r)));
    }

    private static bool IsName(Term term) => term.Kind == TermKind.Name;
}
