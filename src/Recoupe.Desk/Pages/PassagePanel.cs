using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Desk.Pages;

/// <summary>A telling where it stands: the paragraphs around it, its words marked.</summary>
internal static class PassagePanel
{
    private const int Around = 1; // paragraphs before and after

    public static Html Of(DeskView view, StatementView telling)
    {
        var article = view.Snapshot.Filed(telling.Article.Id).Article;
        var spans = telling.Statement.Content;
        ImmutableArray<Block> blocks = [.. article.Blocks.Where(b => b.Kind is not BlockKind.Furniture)];
        var first = Math.Max(0, Index(blocks, spans[0].Start) - Around);
        var last = Math.Min(blocks.Length - 1, Index(blocks, spans[^1].End - 1) + Around);
        return Html.Of($"""
            <section class="passage" id="passage" aria-label="{view.Words["desk.passage"]}" data-told="{telling.Statement.Id}">
            <p class="meta">{HtmlParts.Cite(view.Shelf, telling.Article)}</p>
            <div class="text" lang="{article.Header.Language}" dir="auto">
            {Enumerable.Range(first, Math.Max(0, last - first + 1))
                .Select(i => Html.Of($"<p>{Marked(article.Text, blocks[i].Span, spans)}</p>"))}</div>
            <p class="by">{HtmlParts.Source(view.Shelf, telling)} {HtmlParts.Stance(view.Words,
                telling.Statement.Stance)} {HtmlParts.Sureness(view.Words, telling.Statement.Certainty)} <a href="{HtmlParts.Address(telling)}" class="act">
            {view.Words["desk.passage.whole"]}</a></p>
            </section>
            """);
    }

    private static int Index(ImmutableArray<Block> blocks, int place)
    {
        for (var i = 0; i < blocks.Length; i++)
        {
            if (place < blocks[i].Span.End) return i;
        }

        return blocks.Length - 1;
    }

    /// <summary>A stretch of a text with the spans in it marked.</summary>
    public static Html Marked(string text, TextSpan within, IEnumerable<TextSpan> spans)
    {
        var parts = new List<Html>();
        var at = within.Start;
        foreach (var span in spans.Where(s => s.Start < within.End && s.End > within.Start).Order())
        {
            var (start, end) = (Math.Max(at, span.Start), Math.Min(within.End, span.End));
            if (start >= end) continue;
            parts.Add(Html.Text(text[at..start]));
            parts.Add(Html.Of($"<mark>{text[start..end]}</mark>"));
            at = end;
        }

        parts.Add(Html.Text(text[at..within.End]));
        return Html.Of(parts);
    }
}
