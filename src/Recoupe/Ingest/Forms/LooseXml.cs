using System.Globalization;
using System.Net;
using System.Text;

namespace Recoupe.Ingest.Forms;

/// <summary>
/// Mends what XML forbids and feeds write all the same: an ampersand that stands for itself, and the names that HTML has for letters.
/// </summary>
internal static class LooseXml
{
    private const int LongestName = 32; // characters: longer than any entity of HTML
    private const string Verbatim = "<![CDATA[";

    /// <summary>
    /// The text with each such ampersand written as XML wants it; what is verbatim, and what a document type declares, stays as it is.
    /// </summary>
    public static string Mended(string xml)
    {
        if (!xml.Contains('&') || xml.Contains("<!ENTITY", StringComparison.Ordinal)) return xml;
        var mended = new StringBuilder(xml.Length + LongestName);
        for (var at = 0; at < xml.Length;)
        {
            var length = xml.AsSpan(at).IndexOfAny('&', '<');
            if (length < 0) length = xml.Length - at;
            mended.Append(xml, at, length);
            at += length;
            if (at == xml.Length) break;
            var taken = xml[at] == '&' ? Ampersand(xml, at, mended) : Tag(xml, at, mended);
            at += taken;
        }

        return mended.ToString();
    }

    private static int Tag(string xml, int at, StringBuilder mended)
    {
        var isVerbatim = xml.AsSpan(at).StartsWith(Verbatim, StringComparison.Ordinal);
        var close = isVerbatim ? xml.IndexOf("]]>", at, StringComparison.Ordinal) : at;
        var end = !isVerbatim ? at + 1 : close < 0 ? xml.Length : close;
        mended.Append(xml, at, end - at);
        return end - at;
    }

    private static int Ampersand(string xml, int at, StringBuilder mended)
    {
        var end = xml.AsSpan(at + 1, Math.Min(LongestName, xml.Length - at - 1)).IndexOf(';');
        var name = end > 0 ? xml.Substring(at + 1, end) : "";
        if (IsOfXml(name))
        {
            mended.Append(xml, at, end + 2);
            return end + 2;
        }

        if (name.Length > 0
            && name.All(char.IsAsciiLetterOrDigit)
            && WebUtility.HtmlDecode($"&{name};") is var letters
            && letters[0] != '&')
        {
            foreach (var rune in letters.EnumerateRunes()) mended.Append(CultureInfo.InvariantCulture, $"&#{rune.Value};");
            return end + 2;
        }

        mended.Append("&amp;");
        return 1;
    }

    private static bool IsOfXml(string name) => name switch
    {
        "amp" or "lt" or "gt" or "quot" or "apos" => true,
        ['#', 'x' or 'X', .. var digits] => digits.Length > 0 && digits.All(char.IsAsciiHexDigit),
        ['#', .. var digits] => digits.Length > 0 && digits.All(char.IsAsciiDigit),
        _ => false,
    };
}
