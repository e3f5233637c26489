using System.IO.Compression;
using System.Text;
using Recoupe.Language.Models;

namespace Recoupe.Language;

/// <summary>The language of a text, as near as it can be told.</summary>
/// <param name="Language">An ISO 639-1 code, or <see cref="Unknown"/>.</param>
/// <param name="Score">Orders guesses, from 0 to 1; not a probability. It grows with the lead over the next language and with the text's length.</param>
public readonly record struct LanguageGuess(string Language, double Score)
{
    /// <summary>The code of a text that has too few letters, or is in none of the languages known (ISO 639-3: undetermined).</summary>
    public const string Unknown = "und";
}

/// <summary>
/// Tells the language of a text, or of a quotation inside one. French and English are learnt from treebanks, some seventy others from the
/// Universal Declaration of Human Rights, so that they are not taken for either. A naive Bayes model over letter sequences and whole words,
/// after Cavnar and Trenkle («N-gram-based text categorization», 1994).
/// </summary>
public static class LanguageIdentifier
{
    private const int FewestLetters = 3;

    // A long text is judged by stretches of it, evenly spread: more would change nothing but the time.
    private const int LongestWhole = 20_000;
    private const int StretchLength = 1_000;

    private static readonly Lazy<LanguageProfiles> Profiles = new(LanguageProfiles.Load);

    /// <summary>The codes that <see cref="Identify"/> can answer, in ordinal order; <c>und</c> is among them.</summary>
    public static IReadOnlyList<string> Languages => Profiles.Value.Languages;

    /// <summary>Guesses the language of a text of any length. The time is bounded, however long the text.</summary>
    public static LanguageGuess Identify(ReadOnlySpan<char> text)
    {
        var features = new List<ushort>(4 * Math.Min(text.Length, LongestWhole));
        var letters = 0;
        if (text.Length <= LongestWhole)
        {
            letters = LanguageFeatures.Collect(text, features);
        }
        else
        {
            for (var i = 0; i < LongestWhole / StretchLength; i++)
            {
                var start = (int)((long)(text.Length - StretchLength) * i / ((LongestWhole / StretchLength) - 1));
                letters += LanguageFeatures.Collect(text.Slice(start, StretchLength), features);
            }
        }

        return letters < FewestLetters ? new(LanguageGuess.Unknown, 0) : Profiles.Value.Judge(features);
    }
}

/// <summary>What of a text tells its language: its words and the sequences of one to four letters in them, as numbers.</summary>
internal static class LanguageFeatures
{
    public const int LongestSequence = 4;
    private const int LongestWord = 32;

    /// <summary>Adds a text's features; returns how many letters it has.</summary>
    public static int Collect(ReadOnlySpan<char> text, List<ushort> features)
    {
        Span<char> word = stackalloc char[LongestWord + 2];
        var letters = 0;
        for (var i = 0; i < text.Length;)
        {
            var length = 0;
            for (; i < text.Length && IsLetter(text[i]); i++)
            {
                if (length < LongestWord)
                    word[++length] = char.ToLowerInvariant(text[i]);
            }

            if (length == 0)
            {
                i++;
                continue;
            }

            letters += length;
            word[0] = word[length + 1] = '_';
            CollectWord(word[..(length + 2)], features);
        }

        return letters;
    }

    private static bool IsLetter(char c) =>
        char.IsAsciiLetter(c) || (c > '\u007f' && (char.IsLetter(c) || char.GetUnicodeCategory(c) is
            System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark));

    private static void CollectWord(ReadOnlySpan<char> word, List<ushort> features)
    {
        features.Add(Hash(word, 7));
        for (var start = 0; start < word.Length; start++)
        {
            for (var length = 1; length <= LongestSequence && start + length <= word.Length; length++)
                features.Add(Hash(word.Slice(start, length), (uint)length));
        }
    }

    // FNV-1a folded to 16 bits: the model file is written with these numbers, so they never change.
    private static ushort Hash(ReadOnlySpan<char> letters, uint salt)
    {
        var hash = 2166136261u ^ salt;
        foreach (var c in letters)
            hash = (hash ^ c) * 16777619u;
        return (ushort)(hash ^ (hash >> 16));
    }
}

/// <summary>How dear each feature is in each language: −10 log₂ of its share there. Read from <c>identification.bin</c>; immutable.</summary>
internal sealed class LanguageProfiles
{
    public const uint Magic = 0x31474C52; // "RLG1"
    public const int Buckets = 1 << 16;

    private readonly byte[] _costs;

    private LanguageProfiles(string[] languages, byte[] costs)
    {
        Languages = languages;
        _costs = costs;
    }

    public string[] Languages { get; }

    public static LanguageProfiles Load() =>
        Read(ModelFiles.Open("identification.bin") ?? throw new InvalidDataException("The package of models has no identification.bin."));

    public static LanguageProfiles Read(Stream stream)
    {
        using var brotli = new BrotliStream(stream, CompressionMode.Decompress);
        using var reader = new BinaryReader(brotli, Encoding.UTF8);
        if (reader.ReadUInt32() != Magic)
            throw new InvalidDataException("Not a model of languages: build it again with 'train identification'.");
        var languages = reader.ReadString().Split(' ');
        var costs = new byte[Buckets * languages.Length];
        brotli.ReadExactly(costs);
        return new(languages, costs);
    }

    public LanguageGuess Judge(List<ushort> features)
    {
        Span<long> sums = stackalloc long[Languages.Length];
        foreach (var feature in features)
        {
            var row = _costs.AsSpan(feature * sums.Length, sums.Length);
            for (var i = 0; i < row.Length; i++)
                sums[i] += row[i];
        }

        var (best, next) = (0, -1);
        for (var i = 1; i < sums.Length; i++)
        {
            if (sums[i] < sums[best])
                (best, next) = (i, best);
            else if (next < 0 || sums[i] < sums[next])
                next = i;
        }

        return new(Languages[best], Score(sums[next] - sums[best], features.Count));
    }

    // The features overlap, so their sum overstates the lead: one bit a feature is as clear as it gets, and thirty letters are half of enough.
    private static double Score(long lead, int features) => Math.Min(1.0, lead / (10.0 * features)) * features / (features + 120.0);
}
