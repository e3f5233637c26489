using System.Globalization;
using System.Text;
using Recoupe.Language.Learning;
using Recoupe.Language.Tokenising;

namespace Recoupe.Language.Names;

/// <summary>How an atom is written.</summary>
internal enum NameShape : byte
{
    Small,
    Capital,
    Initial,
    AllCapitals,
    Mixed,
    Digits,
    Mark,
}

/// <summary>A text made ready for finding names in: its atoms with the keys of their letters, their shapes, what lists and lexicon know of them.</summary>
internal sealed class NameText
{
    private const int LongestRead = 64;

    // The Latin letters of European names lie below; what lies above stays as it is.
    private const int LatinEnd = 0x250;

    private static readonly string[] Plain = [.. Enumerable.Range(0, LatinEnd).Select(c => PlainLetters((char)c))];

    private NameText(string text, Atom[] atoms)
    {
        Text = text;
        Atoms = atoms;
        Lower = new ulong[atoms.Length];
        Folded = new ulong[atoms.Length];
        Shapes = new NameShape[atoms.Length];
        LexiconClasses = new uint[atoms.Length];
    }

    public string Text { get; }

    public Atom[] Atoms { get; }

    /// <summary>The key of each atom's letters made small.</summary>
    public ulong[] Lower { get; }

    /// <summary>The same, without accents where the atom has a capital: capitals often go bare, and <c>a</c> is not <c>à</c>.</summary>
    public ulong[] Folded { get; }

    public NameShape[] Shapes { get; }

    /// <summary>What the lexicon takes each atom for, small letters first; 0 where it does not know it.</summary>
    public uint[] LexiconClasses { get; }

    public int Count => Atoms.Length;

    public ReadOnlySpan<char> this[int index] => Text.AsSpan(Atoms[index].Start, Atoms[index].End - Atoms[index].Start);

    public static NameText Of(string text, Lexicon? lexicon)
    {
        var ready = new NameText(text, [.. Recoupe.Language.Tokenising.Atoms.Of(text)]);
        Span<char> small = stackalloc char[LongestRead];
        for (var i = 0; i < ready.Count; i++)
        {
            var atom = ready[i];
            var length = Math.Min(atom.Length, LongestRead);
            atom[..length].ToLowerInvariant(small);
            ready.Lower[i] = FeatureKey.Of(small[..length]);
            ready.Shapes[i] = ShapeOf(atom, ready.Atoms[i].Kind);
            ready.Folded[i] = ready.IsCapital(i) ? FoldedKey(small[..length]) : ready.Lower[i];
            if (lexicon is not null && ready.Atoms[i].Kind == AtomKind.Letters)
                ready.LexiconClasses[i] = ClassOf(lexicon, small[..length], atom);
        }

        return ready;
    }

    /// <summary>The keys of a phrase's atoms as <see cref="Folded"/> has them.</summary>
    public static ulong[] Fold(string phrase) => Of(phrase, lexicon: null).Folded;

    public bool IsCapital(int index) => Shapes[index] is NameShape.Capital or NameShape.Initial or NameShape.AllCapitals or NameShape.Mixed;

    private static uint ClassOf(Lexicon lexicon, ReadOnlySpan<char> small, ReadOnlySpan<char> atom)
    {
        var entry = lexicon.Find(small);
        return entry.IsKnown ? entry.FullClass : lexicon.Find(atom) is { IsKnown: true } proper ? proper.FullClass : 0;
    }

    private static ulong FoldedKey(ReadOnlySpan<char> small)
    {
        Span<char> plain = stackalloc char[2 * LongestRead];
        var length = 0;
        foreach (var c in small)
        {
            if (c < LatinEnd)
            {
                foreach (var letter in Plain[c])
                    plain[length++] = letter;
            }
            else if (c is < '\u0300' or > '\u036f')
            {
                plain[length++] = c is '’' ? '\'' : c is '‐' or '‑' ? '-' : c;
            }
        }

        return FeatureKey.Of(plain[..length]);
    }

    private static string PlainLetters(char c) => c switch
    {
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ß' => "ss",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        _ => new string([.. c.ToString().Normalize(NormalizationForm.FormD)
            .Where(d => CharUnicodeInfo.GetUnicodeCategory(d) != UnicodeCategory.NonSpacingMark).Take(2)]),
    };

    private static NameShape ShapeOf(ReadOnlySpan<char> atom, AtomKind kind)
    {
        if (kind != AtomKind.Letters)
            return kind == AtomKind.Digits ? NameShape.Digits : NameShape.Mark;
        if (!char.IsUpper(atom[0]))
            return HasCapital(atom[1..]) ? NameShape.Mixed : NameShape.Small;
        if (atom.Length == 1)
            return NameShape.Initial;
        return !HasCapital(atom[1..]) ? NameShape.Capital : HasSmall(atom) ? NameShape.Mixed : NameShape.AllCapitals;
    }

    private static bool HasCapital(ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if (char.IsUpper(c))
                return true;
        }

        return false;
    }

    private static bool HasSmall(ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if (char.IsLower(c))
                return true;
        }

        return false;
    }
}
