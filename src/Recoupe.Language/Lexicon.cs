using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Recoupe.Language.Models;

namespace Recoupe.Language;

/// <summary>
/// A language's inflected forms with what each can be: part of speech, morphological class, lemma. A minimal acyclic automaton over characters
/// whose final states name a set of analyses; built by <c>train lexicon</c>. Immutable and thread-safe; a lookup allocates nothing.
/// </summary>
internal sealed class Lexicon
{
    private const uint Magic = 0x31584C52; // "RLX1"
    private const int LongestForm = 64;
    private const int AlphabetCeiling = 0x300;

    private readonly uint[] _automaton;
    private readonly byte[] _codes = new byte[AlphabetCeiling];
    private readonly byte[] _lowerCodes = new byte[AlphabetCeiling];
    private readonly char[] _bareCapitals;
    private readonly LexiconAnalysis[] _analyses;
    private readonly AnalysisSet[] _sets;

    private Lexicon(BinaryReader reader)
    {
        if (reader.ReadUInt32() != Magic)
            throw new InvalidDataException("Not a lexicon: build it again with 'train lexicon'.");

        ReadAlphabet(reader.ReadString());
        _bareCapitals = reader.ReadString().ToCharArray();
        var strings = ReadMany(reader, r => r.ReadString());
        var analyses = ReadMany(reader, r => new LexiconAnalysis(
            (PartOfSpeech)r.ReadByte(), strings[r.ReadInt32()], r.ReadByte(), strings[r.ReadInt32()]));
        _sets = ReadMany(reader, ReadSet);
        _analyses = ReadMany(reader, r => analyses[r.ReadInt32()]);
        _automaton = ReadWords(reader);
    }

    private readonly record struct AnalysisSet(int First, int Count, uint CoarseClass, uint FullClass);

    /// <summary>The lexicon of a language; <see langword="null"/> where the models have none.</summary>
    public static Lexicon? Load(string language)
    {
        using var stream = ModelFiles.Open($"{language}/lexicon.bin");
        return stream is null ? null : Read(stream);
    }

    /// <summary>Reads what <c>train lexicon</c> writes.</summary>
    public static Lexicon Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        return new Lexicon(reader);
    }

    /// <summary>
    /// Finds a form: as written, then with a small first letter (accented where French capitals go bare: <c>Etat</c>), then all in small letters.
    /// Curly and straight apostrophes are one. A form that is not known gives an entry with <see cref="LexiconEntry.IsKnown"/> false.
    /// </summary>
    public LexiconEntry Find(ReadOnlySpan<char> form)
    {
        if (form.IsEmpty || form.Length > LongestForm)
            return default;

        var set = Walk(form, _codes, _codes, form[0]);
        if (set >= 0)
            return Entry(set, LexiconCase.AsWritten, form[0]);

        var first = char.ToLowerInvariant(form[0]);
        if (first != form[0] && (set = Walk(form, _codes, _codes, first)) >= 0)
            return Entry(set, LexiconCase.SmallInitial, first);

        for (var i = 0; i < _bareCapitals.Length; i += 2)
        {
            if (_bareCapitals[i] == form[0] && (set = Walk(form, _codes, _lowerCodes, _bareCapitals[i + 1])) >= 0)
                return Entry(set, LexiconCase.Small, _bareCapitals[i + 1]);
        }

        return (set = Walk(form, _lowerCodes, _lowerCodes, first)) >= 0 ? Entry(set, LexiconCase.Small, first) : default;
    }

    /// <summary>What a form can be, as <see cref="Find"/> matched it.</summary>
    public ReadOnlySpan<LexiconAnalysis> Analyses(LexiconEntry entry) =>
        entry.IsKnown ? _analyses.AsSpan(_sets[entry.Set].First, _sets[entry.Set].Count) : default;

    /// <summary>The lemma of a form under one of its analyses.</summary>
    public static string Lemma(ReadOnlySpan<char> form, LexiconEntry entry, LexiconAnalysis analysis)
    {
        Span<char> matched = stackalloc char[LongestForm];
        matched = matched[..form.Length];
        if (entry.Case == LexiconCase.Small)
            form.ToLowerInvariant(matched);
        else
            form.CopyTo(matched);
        matched[0] = entry.Initial;
        matched.Replace('’', '\'');
        return string.Concat(matched[..^Math.Min(analysis.Cut, matched.Length)], analysis.Ending);
    }

    private LexiconEntry Entry(int set, LexiconCase matched, char initial) =>
        new(set, matched, initial, _sets[set].CoarseClass, _sets[set].FullClass);

    // A node is one word (set + 1 in the high 20 bits, number of edges in the low 12), then its edges (code in the high 8 bits, target in the low 24).
    private int Walk(ReadOnlySpan<char> form, byte[] firstCodes, byte[] codes, char first)
    {
        var automaton = _automaton;
        var node = 0u;
        for (var i = 0; i < form.Length; i++)
        {
            var c = i == 0 ? first : form[i];
            var code = c < AlphabetCeiling ? (i == 0 ? firstCodes : codes)[c] : c == '’' ? codes['\''] : (byte)0;
            if (code == 0)
                return -1;

            var edge = (int)node + 1;
            var end = edge + (int)(automaton[node] & 0xFFF);
            while (edge < end && automaton[edge] >> 24 != code)
                edge++;
            if (edge == end)
                return -1;
            node = automaton[edge] & 0xFFFFFF;
        }

        return (int)(automaton[node] >> 12) - 1;
    }

    private void ReadAlphabet(string alphabet)
    {
        for (var i = 0; i < alphabet.Length; i++)
            _codes[alphabet[i]] = (byte)(i + 1);
        for (var c = (char)0; c < AlphabetCeiling; c++)
        {
            var lower = char.ToLowerInvariant(c);
            _lowerCodes[c] = lower < AlphabetCeiling ? _codes[lower] : (byte)0;
        }
    }

    private static AnalysisSet ReadSet(BinaryReader reader) =>
        new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadUInt32(), reader.ReadUInt32());

    private static T[] ReadMany<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.ReadInt32()];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(reader);
        return items;
    }

    private static uint[] ReadWords(BinaryReader reader)
    {
        var words = new uint[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(words.AsSpan()));
        if (!BitConverter.IsLittleEndian)
            BinaryPrimitives.ReverseEndianness(words, words);
        return words;
    }
}

/// <summary>One thing a form can be.</summary>
/// <param name="Tag">Its universal part of speech, as near as the lexicon's own categories allow.</param>
/// <param name="Class">The lexicon's category and morphological class: <c>v:P3s</c>, <c>nc:fp</c> (the Lefff's), <c>n:pl</c> (English).</param>
/// <param name="Cut">How many characters to take off the form's end before <see cref="Ending"/> is put there to make the lemma.</param>
/// <param name="Ending">The lemma's end.</param>
internal readonly record struct LexiconAnalysis(PartOfSpeech Tag, string Class, byte Cut, string Ending);

/// <summary>How a form was found: the letters as written, with a small first letter, or all small.</summary>
internal enum LexiconCase : byte
{
    AsWritten,
    SmallInitial,
    Small,
}

/// <summary>A form found in a <see cref="Lexicon"/>; <see langword="default"/> for one that is not known.</summary>
/// <param name="Set">The number of its set of analyses.</param>
/// <param name="Case">How its letters were read.</param>
/// <param name="Initial">The first letter as matched.</param>
/// <param name="CoarseClass">A hash of the set of categories; the same in every build of the lexicon; 0 where the form is not known.</param>
/// <param name="FullClass">A hash of the set of categories with their morphological classes; likewise.</param>
internal readonly record struct LexiconEntry(int Set, LexiconCase Case, char Initial, uint CoarseClass, uint FullClass)
{
    /// <summary>Whether the form is in the lexicon.</summary>
    public bool IsKnown => FullClass != 0;
}
