using System.Collections.Immutable;

namespace Recoupe.Tell;

/// <summary>
/// How one sentence differs from another, word by word: a longest common subsequence of their words, case and punctuation at the ends
/// aside.
/// </summary>
internal static class WordDiff
{
    // Beyond this a table of all pairs of words would be large, and nobody reads on.
    private const int MostWords = 150;

    private static readonly char[] Marks = [.. ".,;:!?…()[]«»“”\"'’–—-"];

    /// <summary>
    /// The words in the order they stand, those of the first before those of the second where they part; <see langword="null"/> where the
    /// sentences are too long.
    /// </summary>
    public static ImmutableArray<(string Word, Change Change)>? Of(string first, string second)
    {
        var (a, b) = (Split(first), Split(second));
        if (a.Length > MostWords || b.Length > MostWords) return null;
        var shared = Shared(a, b);
        var words = ImmutableArray.CreateBuilder<(string Word, Change Change)>(a.Length + b.Length);
        for (int i = 0, j = 0; i < a.Length || j < b.Length;)
        {
            if (i < a.Length && j < b.Length && IsSame(a[i], b[j])) words.Add((b[j++], Change.Kept));
            else if (j == b.Length || (i < a.Length && shared[i + 1, j] >= shared[i, j + 1]))
            {
                words.Add((a[i++], Change.Dropped));
                continue;
            }
            else
            {
                words.Add((b[j++], Change.Added));
                continue;
            }

            i++;
        }

        return words.ToImmutable();
    }

    // How many words the rest of one, from a place on, shares with the rest of the other.
    private static int[,] Shared(string[] a, string[] b)
    {
        var shared = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                shared[i, j] = IsSame(a[i], b[j]) ? shared[i + 1, j + 1] + 1 : Math.Max(shared[i + 1, j], shared[i, j + 1]);
        return shared;
    }

    private static bool IsSame(string a, string b) =>
        a.AsSpan().Trim(Marks).Equals(b.AsSpan().Trim(Marks), StringComparison.OrdinalIgnoreCase);

    private static string[] Split(string sentence) => sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What became of a word.</summary>
internal enum Change
{
    /// <summary>Both have it.</summary>
    Kept,

    /// <summary>Only the first has it.</summary>
    Dropped,

    /// <summary>Only the second has it.</summary>
    Added,
}
