using System.Globalization;
using System.Text;
using System.Xml;

namespace Recoupe.Tell;

/// <summary>What an article wrote, as XML can hold it and a reader can see it.</summary>
internal static class XmlText
{
    /// <summary>
    /// The text with U+FFFD for what XML has no form for (control characters, halves of a pair), and direction overrides by their
    /// numbers: an article does not rearrange the words around its own.
    /// </summary>
    public static string Printable(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) shown.Append(Shown(rune));
        return shown.ToString();
    }

    /// <summary>Whether a code point is a direction override: what it opens is shown in another order than it is written.</summary>
    public static bool Rearranges(int codePoint) => codePoint is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static string Shown(Rune rune) => rune.Value switch
    {
        _ when Rearranges(rune.Value) => string.Create(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]"),
        _ when rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) => "\uFFFD",
        _ => rune.ToString(),
    };
}
