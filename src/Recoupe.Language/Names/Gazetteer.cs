using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using Recoupe.Language.Learning;
using Recoupe.Language.Models;

namespace Recoupe.Language.Names;

/// <summary>
/// Phrases known for something: places, people, organisations, words that stand before names. The bulk comes from <c>gazetteer.bin</c>, which
/// <c>train gazetteer</c> makes; what a linguist may edit from <c>names.txt</c>. Case does not count, nor accents on a word with a capital. Immutable.
/// </summary>
internal sealed class Gazetteer
{
    public const uint Magic = 0x315A4752; // "RGZ1"
    public const int LongestPhrase = 12;

    // A key that begins a longer phrase, but is none itself, has no kind.
    private readonly Dictionary<ulong, NameKinds> _phrases;

    private Gazetteer(Dictionary<ulong, NameKinds> phrases) => _phrases = phrases;

    /// <summary>The gazetteer of a language.</summary>
    public static Gazetteer Load(string language)
    {
        var phrases = ModelFiles.Open($"{language}/gazetteer.bin") is { } bulk ? ReadBulk(bulk) : [];
        if (ModelFiles.Open($"{language}/names.txt") is { } lists)
        {
            using var reader = new StreamReader(lists, Encoding.UTF8);
            foreach (var (phrase, kind) in ReadLists(reader))
                Add(phrases, phrase, kind);
        }

        return new(phrases);
    }

    /// <summary>The longest phrase that begins at an atom, whatever its kind: how many atoms, and what it is known for.</summary>
    public int LongestAt(ReadOnlySpan<ulong> folded, int start, out NameKinds kinds)
    {
        kinds = NameKinds.None;
        var (key, length) = (0UL, 0);
        var end = Math.Min(folded.Length, start + LongestPhrase);
        for (var i = start; i < end; i++)
        {
            key = FeatureKey.With(key, folded[i]);
            if (!_phrases.TryGetValue(key, out var found))
                break;
            if (found != NameKinds.None)
                (kinds, length) = (found, i + 1 - start);
        }

        return length;
    }

    /// <summary>What one atom alone is known for.</summary>
    public NameKinds KindsOf(ulong folded) => _phrases.GetValueOrDefault(FeatureKey.With(0, folded));

    /// <summary>Adds a phrase to a table, with the beginnings that lead to it.</summary>
    public static void Add(Dictionary<ulong, NameKinds> phrases, string phrase, NameKinds kinds)
    {
        AddAsWritten(phrases, phrase, kinds);
        if (char.IsLower(phrase[0]))
            AddAsWritten(phrases, char.ToUpperInvariant(phrase[0]) + phrase[1..], kinds);
    }

    private static void AddAsWritten(Dictionary<ulong, NameKinds> phrases, string phrase, NameKinds kinds)
    {
        var folded = NameText.Fold(phrase);
        if (folded.Length is 0 or > LongestPhrase)
            return;

        var key = 0UL;
        foreach (var atom in folded)
        {
            key = FeatureKey.With(key, atom);
            CollectionsMarshal.GetValueRefOrAddDefault(phrases, key, out _) |= NameKinds.None;
        }

        phrases[key] |= kinds;
    }

    /// <summary>Reads sections in brackets, named for a kind, of one phrase a line; <c>#</c> begins a comment.</summary>
    public static IEnumerable<(string Phrase, NameKinds Kind)> ReadLists(TextReader reader)
    {
        var kind = NameKinds.None;
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#', StringComparison.Ordinal);
            var entry = (comment < 0 ? line : line[..comment]).Trim();
            if (entry is ['[', .. var section, ']'])
                kind = Enum.Parse<NameKinds>(section.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);
            else if (entry.Length > 0)
                yield return (entry, kind);
        }
    }

    public static void WriteBulk(Stream stream, Dictionary<ulong, NameKinds> phrases)
    {
        using var brotli = new BrotliStream(stream, CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(brotli);
        writer.Write(Magic);
        writer.Write(phrases.Count);
        foreach (var (_, kinds) in phrases.OrderBy(p => p.Key))
            writer.Write((uint)kinds);
        foreach (var (key, _) in phrases.OrderBy(p => p.Key))
            writer.Write(key);
    }

    private static Dictionary<ulong, NameKinds> ReadBulk(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        if (reader.ReadUInt32() != Magic)
            throw new InvalidDataException("Not a gazetteer: build it again with 'train gazetteer'.");
        var kinds = new NameKinds[reader.ReadInt32()];
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = (NameKinds)reader.ReadUInt32();
        var phrases = new Dictionary<ulong, NameKinds>(kinds.Length + 5_000);
        foreach (var kind in kinds)
            phrases.Add(reader.ReadUInt64(), kind);
        return phrases;
    }
}
