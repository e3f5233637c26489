using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Recoupe.Formats;

/// <summary>Parses HTML within bounds: what would take time as the square of its size is given up.</summary>
internal static class HtmlTree
{
    private const int MostElements = 300_000; // pages of a hundred thousand words have fewer
    private const int DeepestNesting = 500; // as browsers do, within the stack of a thread
    private const int DepthEvery = 500; // elements between two looks at the depth, which costs as much as it is
    private const int MostAttributes = 1000; // of one element; pages have some dozens
    private const string Template = "<template";
    private const string OfShadow = "shadowroot";
    private const string ShadowRoots = "template[shownroot], template[shownrootmode]";

    /// <summary>The document; <see langword="null"/> where it is no page for people.</summary>
    public static IDocument? Parse(string html)
    {
        if (HasTagOfManyAttributes(html)) return null;
        var guard = new Guard();
        try
        {
            var document = new HtmlParser(new HtmlParserOptions { OnCreated = (element, _) => guard.See(element) }).ParseDocument(
                WithOpenShadows(html));
            OpenShadows(document);
            return document;
        }
        catch (TooTangledException)
        {
            return null;
        }
    }

    // The parser would put a shadow tree where nobody can look: under another name it is a template like others.
    private static string WithOpenShadows(string html)
    {
        for (var at = html.IndexOf(Template, StringComparison.OrdinalIgnoreCase); at >= 0; at = html.IndexOf(Template, at + Template.Length, StringComparison.OrdinalIgnoreCase))
        {
            var end = html.IndexOf('>', at);
            if (end < 0) break;
            if (html.AsSpan(at, end - at).Contains(OfShadow, StringComparison.OrdinalIgnoreCase)) return Renamed(html);
        }

        return html;
    }

    private static string Renamed(string html)
    {
        var renamed = new StringBuilder(html.Length);
        var from = 0;
        for (var at = html.IndexOf(Template, StringComparison.OrdinalIgnoreCase); at >= 0; at = html.IndexOf(Template, from, StringComparison.OrdinalIgnoreCase))
        {
            var end = html.IndexOf('>', at);
            if (end < 0) break;
            renamed.Append(html, from, at - from).Append(html[at..end].Replace(OfShadow, "shownroot", StringComparison.OrdinalIgnoreCase));
            from = end;
        }

        return renamed.Append(html, from, html.Length - from).ToString();
    }

    // A part of a page that lies in a shadow tree is written as a template, and is shown in its place.
    private static void OpenShadows(IDocument document)
    {
        var ahead = new Queue<IElement>(document.QuerySelectorAll(ShadowRoots));
        while (ahead.TryDequeue(out var found))
        {
            if (found is not IHtmlTemplateElement template) continue;
            foreach (var inner in template.Content.QuerySelectorAll(ShadowRoots)) ahead.Enqueue(inner);
            while (template.Content.FirstChild is { } child) template.Parent!.InsertBefore(child, template);
        }
    }

    // Looking a name up among an element's attributes takes as long as it has many.
    private static bool HasTagOfManyAttributes(ReadOnlySpan<char> html)
    {
        for (var at = html.IndexOf('<'); at >= 0 && at < html.Length;)
        {
            var (end, attributes) = Tag(html[at..]);
            if (attributes > MostAttributes) return true;
            at += end + LengthOfCode(html[at..], end);
            var next = html[at..].IndexOf('<');
            at = next < 0 ? -1 : at + next;
        }

        return false;
    }

    // Scripts and styles are full of what looks like tags and is none.
    private static int LengthOfCode(ReadOnlySpan<char> tag, int end)
    {
        foreach (var name in (ReadOnlySpan<string>)["script", "style"])
        {
            if (!tag[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            var close = tag[end..].IndexOf("</" + name, StringComparison.OrdinalIgnoreCase);
            return close < 0 ? tag.Length - end : close;
        }

        return 0;
    }

    // Where the tag ends and how many words stand in it outside quoted values.
    private static (int End, int Words) Tag(ReadOnlySpan<char> tag)
    {
        if (tag.Length < 2 || !char.IsAsciiLetter(tag[1])) return (1, 0);
        var words = 0;
        for (var i = 1; i < tag.Length; i++)
        {
            if (tag[i] == '>') return (i + 1, words);
            if (tag[i] is '"' or '\'' && tag[i - 1] == '=' && tag[(i + 1)..].IndexOf(tag[i]) is >= 0 and var closing) i += closing + 1;
            // White space that a page is indented by opens one word, however much there is of it.
            if (char.IsWhiteSpace(tag[i]) && !char.IsWhiteSpace(tag[i - 1]) && ++words > MostAttributes) break;
        }

        return (tag.Length, words);
    }

    private sealed class Guard
    {
        private int _count;
        private IElement? _last;

        public void See(IElement element)
        {
            if (++_count > MostElements) throw new TooTangledException();
            if (_count % DepthEvery == 0 && DepthOf(_last) > DeepestNesting) throw new TooTangledException();
            _last = element;
        }

        private static int DepthOf(INode? node)
        {
            var depth = 0;
            for (; node is not null && depth <= DeepestNesting; node = node.Parent) depth++;
            return depth;
        }
    }

    private sealed class TooTangledException : Exception;
}
