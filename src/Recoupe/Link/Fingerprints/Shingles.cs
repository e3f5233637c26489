using System.Collections.Immutable;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>Runs of words: what verbatim texts share.</summary>
internal static class Shingles
{
    /// <summary>Words in a run: with fewer, set phrases match; with more, a small edit hides too much.</summary>
    public const int Length = 5;

    public static ImmutableArray<ulong> Of(IEnumerable<FingerprintLine> lines) => Of([.. lines.SelectMany(l => l.Words)]);

    public static ImmutableArray<ulong> Of(ReadOnlySpan<uint> words)
    {
        if (words.Length < Length) return [];
        var shingles = new ulong[words.Length - Length + 1];
        for (var i = 0; i < shingles.Length; i++)
            shingles[i] = Of5(words.Slice(i, Length));
        return Ascending.Distinct(shingles);
    }

    /// <summary>How many two ascending lists share.</summary>
    public static int Shared(ImmutableArray<ulong> a, ImmutableArray<ulong> b) => SortedLists.CountShared(a.AsSpan(), b.AsSpan());

    private static ulong Of5(ReadOnlySpan<uint> words)
    {
        ulong hash = 0;
        foreach (var word in words)
            hash = StableHash.Of(hash, word);
        return hash;
    }
}
