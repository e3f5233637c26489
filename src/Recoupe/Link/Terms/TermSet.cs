using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Recoupe.Utility;

namespace Recoupe.Link.Terms;

/// <summary>Distinct terms in ascending order, compared by weight shared.</summary>
internal sealed class TermSet
{
    public TermSet(IEnumerable<Term> terms)
        : this(Ascending.Distinct([.. terms]))
    {
    }

    public TermSet(ImmutableArray<Term> ascending)
    {
        Terms = ascending;
        foreach (var term in ascending)
        {
            Weight += term.Weight;
            Mask |= term.Bit;
        }
    }

    /// <summary>None.</summary>
    public static TermSet Empty { get; } = new(ImmutableArray<Term>.Empty);

    public ImmutableArray<Term> Terms { get; }

    public int Weight { get; }

    public ulong Mask { get; }

    /// <summary>Whether the two may share as many terms: quick, and seldom wrongly no, since two terms of one set may have one bit but three hardly ever do.</summary>
    public bool MayShare(TermSet other, int terms) => System.Numerics.BitOperations.PopCount(Mask & other.Mask) >= terms - 1;

    public IReadOnlyList<Term> Shared(TermSet other)
    {
        var shared = new List<Term>();
        foreach (var term in SortedLists.Shared(Values, other.Values)) shared.Add(new(term));
        return shared;
    }

    public int SharedWeight(TermSet other)
    {
        var weight = 0;
        foreach (var term in SortedLists.Shared(Values, other.Values)) weight += new Term(term).Weight;
        return weight;
    }

    private ReadOnlySpan<uint> Values => MemoryMarshal.Cast<Term, uint>(Terms.AsSpan());

    /// <summary>Twice the shared weight over both weights, in ten-thousandths.</summary>
    public int Dice(TermSet other) => Ratio.Of(2 * SharedWeight(other), Weight + other.Weight);
}

/// <summary>Sets as ascending lists, which compare in one walk.</summary>
internal static class Ascending
{
    /// <summary>The values in order, each once; sorts the array given.</summary>
    public static ImmutableArray<T> Distinct<T>(T[] values)
        where T : IComparable<T>
    {
        Array.Sort(values);
        var kept = 0;
        foreach (var value in values)
        {
            if (kept == 0 || value.CompareTo(values[kept - 1]) != 0) values[kept++] = value;
        }

        return [.. values.AsSpan(0, kept)];
    }
}

/// <summary>Ratios in whole ten-thousandths, so that no sum depends on the order of its parts.</summary>
internal static class Ratio
{
    public const int One = 10_000;

    /// <summary>0 where the whole is 0.</summary>
    public static int Of(long part, long whole) => whole <= 0 ? 0 : (int)(part * One / whole);
}
