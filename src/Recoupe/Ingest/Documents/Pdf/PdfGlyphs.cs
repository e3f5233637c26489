using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Content;

namespace Recoupe.Ingest.Documents.Pdf;

/// <summary>
/// Takes the letters of a page: those that lie level and on the page, each once, what is raised or enlarged set on the line that it is
/// read in.
/// </summary>
internal static class PdfGlyphs
{
    private const int Hundredths = 100; // of a point, the unit of places
    private const int Doubled = 60; // hundredths of a point within which one letter over another is its bold
    private const int RaisedSize = 88; // per cent of the letter before it: what is smaller and higher is raised
    private const int SmallestRaised = 40; // per cent: what is smaller stands beside a letter that opens a paragraph
    private const int DropCap = 180; // per cent of the type beside it: a letter so much larger opens a paragraph over several lines

    private static readonly Dictionary<char, char> _accents = new()
    {
        ['´'] = '\u0301', ['`'] = '\u0300', ['ˆ'] = '\u0302', ['^'] = '\u0302', ['¨'] = '\u0308', ['˜'] = '\u0303', ['¸'] = '\u0327', ['ˇ'] = '\u030C',
    };

    /// <summary>The letters, in the order in which they were drawn.</summary>
    public static List<PdfGlyph> Of(UglyToad.PdfPig.Content.Page page)
    {
        var glyphs = new List<PdfGlyph>(page.Letters.Count);
        var seen = new HashSet<(string, int, int)>();
        foreach (var letter in page.Letters)
        {
            if (Glyph(letter, page) is not { } glyph) continue;
            if (!glyph.IsBlank && !seen.Add((glyph.Text, glyph.Left / Doubled, glyph.Base / Doubled))) continue;
            glyphs.Add(glyphs.Count > 0 ? Lowered(glyph, glyphs[^1]) : glyph);
        }

        return Dropped(Accented(glyphs));
    }

    private static PdfGlyph? Glyph(Letter letter, UglyToad.PdfPig.Content.Page page)
    {
        if (letter.TextOrientation is not TextOrientation.Horizontal || Shown(letter.Value) is not { Length: > 0 } text) return null;
        var (from, to) = (letter.StartBaseLine, letter.EndBaseLine);
        if (!IsPlace(from.X) || !IsPlace(to.X) || !IsPlace(from.Y) || !IsPlace(letter.PointSize)) return null;
        var (left, right) = (Place(from.X), Place(Math.Max(to.X, from.X)));
        var line = Place(page.Height) - Place(from.Y);
        var isOnPage = right >= 0 && left <= Place(page.Width) && line >= 0 && line <= Place(page.Height);
        var size = Place(Math.Abs(letter.PointSize));
        return isOnPage && size > 0 ? new(text, left, right, line, size, IsBold(letter)) : null;
    }

    private static bool IsPlace(double value) => Math.Abs(value) < 1_000_000;

    private static int Place(double value) => (int)Math.Round(value * Hundredths);

    private static bool IsBold(Letter letter) =>
        letter.FontDetails.IsBold || letter.FontName?.Contains("Bold", StringComparison.OrdinalIgnoreCase) is true;

    // What a font keeps to itself says nothing, and a ligature is its letters.
    private static string Shown(string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var shown = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value is >= 0xFB00 and <= 0xFB06) shown.Append(rune.ToString().Normalize(NormalizationForm.FormKC));
            else if (Rune.IsWhiteSpace(rune)) shown.Append(' ');
            else if (rune.Value is 0xAD) shown.Append(PdfParagraphs.SoftHyphen);
            else if (category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)) shown.Append(rune.ToString());
        }

        return shown.ToString();
    }

    // «1er», a note's figure: smaller than what it follows, and a little higher.
    private static PdfGlyph Lowered(PdfGlyph glyph, PdfGlyph before)
    {
        var isNext = Math.Abs(glyph.Left - before.Right) <= before.Size / 3;
        var isRaised = before.Base > glyph.Base && before.Base - glyph.Base < before.Size * 6 / 10;
        var isSmall = glyph.Size * 100 <= before.Size * RaisedSize && glyph.Size * 100 >= before.Size * SmallestRaised;
        // The second raised letter follows one that was lowered, and is as small as that.
        return isNext && isRaised && (isSmall || glyph.Size == before.Size) ? glyph with { Base = before.Base } : glyph;
    }

    // Old printers set an accent, then the letter under it.
    private static List<PdfGlyph> Accented(List<PdfGlyph> glyphs)
    {
        var joined = new List<PdfGlyph>(glyphs.Count);
        for (var i = 0; i < glyphs.Count; i++)
        {
            if (i + 1 < glyphs.Count && Joined(glyphs[i], glyphs[i + 1]) is { } letter)
            {
                joined.Add(letter);
                i++;
            }
            else
            {
                joined.Add(glyphs[i]);
            }
        }

        return joined;
    }

    private static PdfGlyph? Joined(PdfGlyph accent, PdfGlyph letter)
    {
        if (accent.Text.Length != 1 || !_accents.TryGetValue(accent.Text[0], out var mark)) return null;
        var common = Math.Min(accent.Right, letter.Right) - Math.Max(accent.Left, letter.Left);
        var isOver = common * 2 > Math.Min(accent.Right - accent.Left, letter.Right - letter.Left);
        if (!isOver || letter.Text is not [var c] || !char.IsLetter(c)) return null;
        var bare = c == 'ı' ? 'i' : c;
        return letter with { Text = $"{bare}{mark}".Normalize(NormalizationForm.FormC) };
    }

    // The line that a large letter opens is the highest of those beside it.
    private static List<PdfGlyph> Dropped(List<PdfGlyph> glyphs)
    {
        for (var i = 0; i + 1 < glyphs.Count; i++)
        {
            var cap = glyphs[i];
            var isCap = cap.Text is [var c] && char.IsUpper(c) && cap.Size * 100 >= NextSize(glyphs, i) * DropCap && IsAlone(glyphs, i);
            if (!isCap) continue;
            var beside = glyphs.Where(g => !g.IsBlank && g.Left >= cap.Right - (g.Size / 2) && g.Left < cap.Right + g.Size
                && g.Base <= cap.Base + (g.Size / 3) && g.Base > cap.Base - cap.Size && g.Size < cap.Size).ToList();
            if (beside.Count == 0) continue;
            var first = beside.MinBy(g => g.Base);
            glyphs[i] = cap with { Base = first.Base, Size = first.Size, Right = Math.Max(cap.Left, Math.Min(cap.Right, first.Left)) };
        }

        return glyphs;
    }

    private static int NextSize(List<PdfGlyph> glyphs, int i) =>
        glyphs.Skip(i + 1).FirstOrDefault(g => !g.IsBlank).Size is > 0 and var size ? size : int.MaxValue / DropCap;

    private static bool IsAlone(List<PdfGlyph> glyphs, int i) =>
        i == 0 || glyphs[i - 1].IsBlank || Math.Abs(glyphs[i - 1].Base - glyphs[i].Base) > glyphs[i].Size / 10
        || glyphs[i - 1].Size < glyphs[i].Size / 2;
}
