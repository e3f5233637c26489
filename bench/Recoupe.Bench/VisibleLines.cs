using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Recoupe.Bench;

/// <summary>What is left of a page that has lost its HTML: the text a browser would show, a block element a line.</summary>
internal static class VisibleLines
{
    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
        { "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "HEAD", "IFRAME", "OBJECT", "SVG", "SELECT", "TEXTAREA", "svg" };

    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "A", "ABBR", "B", "BDI", "BDO", "CITE", "CODE", "DATA", "DFN", "EM", "FONT", "I", "KBD", "LABEL", "MARK", "Q", "S", "SAMP",
        "SMALL", "SPAN", "STRONG", "SUB", "SUP", "TIME", "TT", "U", "VAR", "IMG", "INS", "DEL",
    };

    public static List<string> Of(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body;
        var lines = new List<string>();
        var line = new StringBuilder();
        if (body is not null) Walk(body, line, lines);
        End(line, lines);
        return lines;
    }

    private static void Walk(INode node, StringBuilder line, List<string> lines)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) line.Append(text.Data);
            if (child is not IElement element || Unseen.Contains(element.TagName)) continue;
            var breaks = !Inline.Contains(element.TagName);
            if (breaks) End(line, lines);
            Walk(element, line, lines);
            if (breaks) End(line, lines);
        }
    }

    private static void End(StringBuilder line, List<string> lines)
    {
        var text = string.Join(' ', line.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (text.Length > 0) lines.Add(text);
        line.Clear();
    }
}
