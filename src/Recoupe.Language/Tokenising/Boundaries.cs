using Recoupe.Language.Learning;

namespace Recoupe.Language.Tokenising;

/// <summary>What is known of the atoms of a text for deciding where words begin, worked out once.</summary>
internal sealed class AtomKeys(string text, List<Atom> atoms)
{
    private readonly ulong[] _lower = [.. atoms.Select(a => LowerOf(text.AsSpan(a.Start, a.End - a.Start)))];

    public string Text => text;

    public List<Atom> Atoms => atoms;

    /// <summary>The key of an atom in small letters, apostrophes and spaces made plain; 0 beyond the text.</summary>
    public ulong Lower(int at) => (uint)at < (uint)atoms.Count ? _lower[at] : 0;

    /// <summary>The atom's kind, its case, how many characters up to 4, and whether a gap comes before.</summary>
    public ulong Shape(int at)
    {
        if ((uint)at >= (uint)atoms.Count) return 1;
        var atom = atoms[at];
        var length = Math.Min(4, atom.End - atom.Start);
        var upper = char.IsUpper(text[atom.Start]) ? (char.IsUpper(text[atom.End - 1]) ? 2 : 1) : 0;
        return (ulong)(2 + ((int)atom.Kind << 8 | upper << 4 | length << 1) + (atom.Gap ? 1 : 0));
    }

    public bool Gap(int at) => at >= atoms.Count || atoms[at].Gap;

    private static ulong LowerOf(ReadOnlySpan<char> atom)
    {
        var key = 0xCBF29CE484222325UL;
        foreach (var c in atom[..Math.Min(32, atom.Length)])
            key = FeatureKey.With(key, c is '’' or 'ʼ' ? '\'' : char.ToLowerInvariant(c));
        return key;
    }
}

/// <summary>Whether a word begins at an atom that no gap, or only a thousands' space, parts from the one before.</summary>
internal static class Boundaries
{
    public const int Join = 0;
    public const int Part = 1;

    /// <summary>No token is longer, in UTF-16 code units.</summary>
    public const int LongestToken = 1024;

    // Longer runs without a gap are not compared whole.
    private const int LongestChunk = 12;

    public static readonly string[] Classes = ["join", "part"];

    /// <summary>Whether there is anything to decide before an atom: no gap, or one space between digits.</summary>
    public static bool IsOpen(AtomKeys keys, int at)
    {
        var (atom, last) = (keys.Atoms[at], keys.Atoms[at - 1]);
        if (!atom.Gap) return !EndsChunk(keys, at);
        return atom.Kind == AtomKind.Digits && last.Kind == AtomKind.Digits && atom.Start == last.End + 1 && atom.End - atom.Start == 3
            && last.End - last.Start <= 3 && keys.Text[last.End] is ' ' or '\u00A0' or '\u202F' or '\u2009';
    }

    // «camion-citerne: »: a colon that a space follows is no part of a word, whatever comes before it; nor is a curled mark of quotation.
    private static bool EndsChunk(AtomKeys keys, int at) =>
        IsCurled(keys, at) || IsCurled(keys, at - 1) || EndsWithColon(keys, at);

    private static bool IsCurled(AtomKeys keys, int at) => keys.Text[keys.Atoms[at].Start] is '“' or '”' or '„';

    private static bool EndsWithColon(AtomKeys keys, int at) =>
        keys.Gap(at + 1) && keys.Text[keys.Atoms[at].Start] is ':' or ';' && char.IsLetter(keys.Text[keys.Atoms[at].Start - 1]);

    /// <param name="keys">The text's atoms.</param>
    /// <param name="at">The atom before which a word may begin.</param>
    /// <param name="first">The first atom of the word so far.</param>
    /// <param name="lexicon">Tells which strings are words.</param>
    /// <param name="to">Where the features go.</param>
    public static void Collect(AtomKeys keys, int at, int first, Lexicon? lexicon, FeatureSet to)
    {
        to.Clear();
        ulong l = keys.Lower(at - 1), r = keys.Lower(at), ll = Before(keys, at - 2), rr = After(keys, at + 1);
        ulong sl = keys.Shape(at - 1), sr = keys.Shape(at), sll = keys.Shape(at - 2), srr = keys.Shape(at + 1);
        to.Add(0, l, r);
        to.Add(1, l, sr);
        to.Add(2, sl, r);
        to.Add(3, sl, sr);
        to.Add(4, ll, l, r);
        to.Add(5, l, r, rr);
        to.Add(6, sll, l, sr);
        to.Add(7, sl, r, srr);
        to.Add(8, sll, sl, sr, srr);
        to.Add(9, ll, l, r, rr);
        to.Add(10, sl, r, rr);
        to.Add(11, l, r, srr);
        to.Add(12, sll, l, r);
        to.Add(13, sl, r, srr, keys.Shape(at + 2));
        to.Add(14, l, r, keys.Lower(at + 1));
        to.Add(15, keys.Shape(at - 3), sll, sl, r);
        to.Add(16, l == r ? 1UL : 0, sl, srr);
        AddWord(keys, at, first, lexicon, l, r, to);
        AddChunk(keys, at, l, to);
    }

    private static void AddWord(AtomKeys keys, int at, int first, Lexicon? lexicon, ulong l, ulong r, FeatureSet to)
    {
        var soFar = (ulong)Math.Min(4, at - first);
        var word = 0UL;
        for (var i = Math.Max(first, at - LongestChunk); i < at; i++)
            word = FeatureKey.With(word, keys.Lower(i));
        to.Add(17, word, r);
        to.Add(18, word, keys.Shape(at));
        to.Add(19, soFar, r, keys.Shape(at + 1));
        if (lexicon is null) return;
        var end = ChunkEnd(keys, at);
        ulong known = Known(keys, first, at, lexicon) | Known(keys, at, end, lexicon) << 1 | Known(keys, first, end, lexicon) << 2
            | Known(keys, first, at + 1, lexicon) << 3;
        to.Add(20, known, r);
        to.Add(21, known, l);
        to.Add(22, known, keys.Shape(at - 1), keys.Shape(at));
        // A verb may carry pronouns: dit-il, a-t-elle.
        ulong kind = ClassOf(keys, first, at, lexicon);
        to.Add(27, kind, r, keys.Lower(at + 1));
        to.Add(28, kind, keys.Shape(at - 1), r);
    }

    private static void AddChunk(AtomKeys keys, int at, ulong l, FeatureSet to)
    {
        var rest = 0UL;
        var i = at;
        for (; i < at + 5 && (i == at || !keys.Gap(i)); i++)
            rest = FeatureKey.With(rest, keys.Lower(i));
        to.Add(23, rest);
        to.Add(24, rest, l);
        to.Add(25, rest, keys.Shape(at - 1));
        to.Add(26, rest, keys.Shape(i));
    }

    private static ulong ClassOf(AtomKeys keys, int from, int to, Lexicon lexicon)
    {
        var (start, end) = (keys.Atoms[from].Start, keys.Atoms[to - 1].End);
        return end - start <= 40 ? lexicon.Find(keys.Text.AsSpan(start, end - start)).CoarseClass : 0;
    }

    private static ulong Known(AtomKeys keys, int from, int to, Lexicon lexicon)
    {
        var (start, end) = (keys.Atoms[from].Start, keys.Atoms[to - 1].End);
        return end - start <= 40 && lexicon.Find(keys.Text.AsSpan(start, end - start)).IsKnown ? 1UL : 0;
    }

    private static int ChunkEnd(AtomKeys keys, int at)
    {
        var end = at + 1;
        while (end < at + LongestChunk && !keys.Gap(end)) end++;
        return end;
    }

    // Across a gap only the fact of it counts.
    private static ulong Before(AtomKeys keys, int at) => at < 0 || keys.Atoms[at + 1].Gap ? 0 : keys.Lower(at);

    private static ulong After(AtomKeys keys, int at) => keys.Gap(at) ? 0 : keys.Lower(at);
}
