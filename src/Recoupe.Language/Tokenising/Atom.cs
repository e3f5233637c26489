using System.Globalization;
using System.Text;

namespace Recoupe.Language.Tokenising;

/// <summary>What an atom is made of.</summary>
internal enum AtomKind : byte
{
    Letters,
    Digits,
    Mark,
    Address,
}

/// <summary>The smallest piece a text is cut into before words are made: a run of letters, a run of digits, an address of the web or of mail, or one other character with what combines with it. <c>Gap</c>: white space, or the text's start, comes before.</summary>
internal readonly record struct Atom(int Start, int End, AtomKind Kind, bool Gap);

/// <summary>Cuts a text into atoms. Every character but white space lies in one.</summary>
internal static class Atoms
{
    // Longer runs are cut, so that no later step meets an atom of unbounded length.
    private const int Longest = 256;

    public static List<Atom> Of(string text)
    {
        var atoms = new List<Atom>(text.Length / 4 + 1);
        var gap = true;
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                gap = true;
                i++;
                continue;
            }

            var atom = Addresses.EndAt(text, i) is var end and > 0 ? new(i, end, AtomKind.Address, gap) : At(text, i, gap);
            atoms.Add(atom);
            gap = false;
            i = atom.End;
        }

        return atoms;
    }

    private static Atom At(string text, int start, bool gap)
    {
        var kind = KindAt(text, start, out var width);
        var end = kind == AtomKind.Mark ? Repeats(text, start, width) : start + width;
        var limit = Math.Min(text.Length, start + Longest);
        while (end < limit && Continues(text, end, kind, out width) && end + width <= limit)
            end += width;
        return new(start, end, kind, gap);
    }

    // Two or three marks alike may be two or three words; a longer row of them is one.
    private static int Repeats(string text, int start, int width)
    {
        var end = start + width;
        while (end + width <= text.Length && end < start + Longest && text.AsSpan(end, width).SequenceEqual(text.AsSpan(start, width))) end += width;
        return end - start > 3 * width ? end : start + width;
    }

    private static bool Continues(string text, int at, AtomKind kind, out int width)
    {
        var next = KindAt(text, at, out width);
        return Combines(text, at) || (kind != AtomKind.Mark && next == kind);
    }

    private static AtomKind KindAt(string text, int at, out int width)
    {
        // An unpaired surrogate is a character of its own.
        width = Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
        if (width == 1 && char.IsAsciiLetter(text[at])) return AtomKind.Letters;
        if (width == 1 && char.IsSurrogate(text[at])) return AtomKind.Mark;
        return Rune.IsLetter(rune) ? AtomKind.Letters : Rune.IsDigit(rune) ? AtomKind.Digits : AtomKind.Mark;
    }

    private static bool Combines(string text, int at)
    {
        if (text[at] < '\u0300') return text[at] == '\u00AD';
        return CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol;
    }
}
