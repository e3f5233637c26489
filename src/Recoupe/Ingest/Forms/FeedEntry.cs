using System.Collections.Immutable;
using System.Net;
using System.Runtime.InteropServices;
using System.Text;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>An entry of a feed.</summary>
/// <param name="Facts">What the feed says of it.</param>
/// <param name="Content">Its article as the feed gives it; <see langword="null"/> where it gives none.</param>
/// <param name="Kind">What <paramref name="Content"/> is.</param>
/// <param name="IsMap">Whether its address leads to a sitemap, not to an article.</param>
internal sealed record FeedEntry(PageFacts Facts, string? Content, PageKind Kind = PageKind.Html, bool IsMap = false)
{
    private const int FewestCharacters = 800; // of a description that is the article and not its summary

    /// <summary>The page that the entry holds, or why it holds none.</summary>
    public Outcome<Page> Page(string path, string name)
    {
        if (Content is null) return IngestRefusals.SummaryAlone(path, Facts.Url);
        if (Content.Contains('\0')) return IngestRefusals.Binary(path);
        return new Page(
            path, SafeName.Of(name), Kind, ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(Content)), Facts);
    }

    /// <summary>
    /// A description where it is long enough to be the article and does not break off; many feeds have no other place for it.
    /// </summary>
    public static string? Whole(string? description) =>
        description is not null
            && Plain(description).TrimEnd() is { Length: >= FewestCharacters } text
            && !text.EndsWith('…')
            && !text.EndsWith("...", StringComparison.Ordinal)
            && !text.EndsWith(']')
            ? description
            : null;

    /// <summary>The text of a title or name in which tags and entities may stand.</summary>
    public static string Line(string? text) =>
        string.Join(' ', Plain(text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The names as a by-line lists them.</summary>
    public static ImmutableArray<string> Names(IEnumerable<string> names) =>
        [.. names.Select(Line).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal)];

    private static string Plain(string html)
    {
        var text = new StringBuilder(html.Length);
        for (var at = 0; at < html.Length;)
        {
            var open = TagFrom(html, at);
            text.Append(html, at, (open < 0 ? html.Length : open) - at);
            if (open < 0) break;
            var close = html.IndexOf('>', open);
            if (close < 0) break;
            text.Append(' ');
            at = close + 1;
        }

        return WebUtility.HtmlDecode(text.ToString());
    }

    // «Inflation < 2 %» opens no tag.
    private static int TagFrom(string html, int at)
    {
        var open = html.IndexOf('<', at);
        while (open >= 0 && !(open + 1 < html.Length
            && (char.IsAsciiLetter(html[open + 1]) || html[open + 1] is '/' or '!'))) open = html.IndexOf('<', open + 1);
        return open;
    }
}
