using Recoupe.Utility;

namespace Recoupe.Link.Terms;

/// <summary>What a content word stands for, whatever its language and ending: a stable hash, with its kind in the lowest three bits.</summary>
internal readonly record struct Term(uint Value) : IComparable<Term>
{
    public TermKind Kind => (TermKind)(Value & 7);

    /// <summary>How much sharing it says: a name more than a common word.</summary>
    public int Weight => Weights[(int)(Value & 7)];

    private static ReadOnlySpan<byte> Weights => [1, 2, 3, 3, 3, 2, 0, 0];

    public static Term Of(TermKind kind, ReadOnlySpan<char> idea) => Of(kind, StableHash.Of(idea));

    public static Term Of(TermKind kind, ulong hash) => new(((uint)(hash >> 32) & ~7u) | (uint)kind);

    /// <summary>Its bit in a set of 64, for a quick look at whether two sets can share much.</summary>
    public ulong Bit => 1ul << (int)(StableHash.Mix(Value) & 63);

    public int CompareTo(Term other) => Value.CompareTo(other.Value);
}

/// <summary>The kinds of term, from what says least.</summary>
internal enum TermKind
{
    /// <summary>An idea that most articles have.</summary>
    Weak = 0,

    /// <summary>An idea of the lexicon.</summary>
    Word = 1,

    /// <summary>A word that the lexicon lacks.</summary>
    Rare = 2,

    /// <summary>A name.</summary>
    Name = 3,

    /// <summary>A number.</summary>
    Number = 4,

    /// <summary>A state, its people or its capital, which every report of a conflict names.</summary>
    State = 5,
}
