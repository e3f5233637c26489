using Recoupe.Language.Tagging;

namespace Recoupe.Language.Parsing.Neural;

/// <summary>What a network sees of a word: one key for each way of looking at it. Ways with the same part of a word's vector add up in it.</summary>
internal static class WordKeys
{
    /// <summary>Of each way of looking, the number of the part of the vector that it fills.</summary>
    private static readonly int[] _parts = [0, 0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3];

    private static readonly int[] _widths = [96, 48, 48, 16];

    /// <summary>How many ways of looking at a word there are.</summary>
    public static int Count => _parts.Length;

    /// <summary>How many numbers a word's vector has.</summary>
    public static int Width { get; } = _widths.Sum();

    /// <summary>How many of the first ways tell the word itself and not its kind.</summary>
    public const int OwnWays = 2;

    /// <summary>How many numbers of the vector a way of looking fills.</summary>
    public static int WidthOf(int way) => _widths[_parts[way]];

    /// <summary>Where in the vector the numbers of a way of looking begin.</summary>
    public static int StartOf(int way) => _widths.AsSpan(0, _parts[way]).ToArray().Sum();

    /// <summary>The keys of a word that is tagged.</summary>
    public static void Collect(Frame frame, int at, Span<ulong> to)
    {
        ref readonly var look = ref frame.Look(at);
        ulong tag = frame.Tag(at);
        to[0] = look.Lower;
        to[1] = frame.Lemma(at);
        to[2] = look.Suffixes[1];
        to[3] = look.Suffixes[2];
        to[4] = look.Suffixes[3];
        to[5] = look.Prefixes[2];
        to[6] = look.Shape;
        to[7] = tag;
        to[8] = tag << 16 | frame.Morph(at);
        to[9] = look.Coarse;
        to[10] = look.Full;
        to[11] = frame.Bank;
    }
}
