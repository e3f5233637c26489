using System.Text;
using System.Xml;

namespace Recoupe.Formats;

/// <summary>Text that XML can write.</summary>
internal static class XmlCharacters
{
    private const char Replacement = '\uFFFD';

    /// <summary>Whether XML can write each character of a text.</summary>
    public static bool IsWritable(string text) => Broken(text, 0) < 0;

    /// <summary>
    /// The text with U+FFFD for each character that XML has no way to write: control characters, halves of surrogate pairs, U+FFFE and
    /// U+FFFF.
    /// </summary>
    public static string Writable(string text)
    {
        if (IsWritable(text)) return text;
        var writable = new StringBuilder(text);
        for (var at = Broken(text, 0); at >= 0; at = Broken(text, at + 1)) writable[at] = Replacement;
        return writable.ToString();
    }

    // Where the first such character stands from a place on; −1 where none does.
    private static int Broken(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at])) continue;
            var isPair = at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]);
            if (!isPair) return at;
            at++;
        }

        return -1;
    }
}
