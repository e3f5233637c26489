using System.Collections.Immutable;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Desk.Pages;

/// <summary>Two articles beside each other: what ties them, which passages stand for each other, and both texts whole.</summary>
internal static class ComparePage
{
    public static Html Body(DeskView view)
    {
        var words = view.Words;
        var (one, other) = (view.Shelf.Header(new(view.Asked("a"))), view.Shelf.Header(new(view.Asked("b"))));
        return Html.Of($"""
            <h1>{words["desk.compare"]}</h1>
            <p class="lead">{words["desk.compare.lead"]}</p>
            {Choice(view, one, other)}
            {(one is null || other is null ? Html.None : Both(view, one, other))}
            """);
    }

    /// <summary>The way from an article to those that it is tied to.</summary>
    public static Html Ways(DeskView view, ArticleHeader article)
    {
        ImmutableArray<ArticleHeader> tied =
        [
            .. view.Shelf.TiesOf(article.Id.Value).SelectMany(t => new[] { t.From, t.To.Value }).Distinct(StringComparer.Ordinal)
                .Select(id => view.Shelf.Header(new(id))).OfType<ArticleHeader>().Where(a => a.Id != article.Id),
        ];
        return tied.IsEmpty ? Html.None : Html.Of($"""
            <p class="meta">{view.Words["desk.compare.with"]} {Html.Joined(", ", tied.Select(other => Way(article, other)))}</p>
            """);
    }

    private static Html Way(ArticleHeader one, ArticleHeader other) => Html.Of(
        $"""<a href="/compare.html?a={one.Id.Value}&amp;b={other.Id.Value}"><bdi>{other.Site ?? other.Name}</bdi></a>""");

    private static Html Choice(DeskView view, ArticleHeader? one, ArticleHeader? other) => Html.Of($"""
        <form action="/compare.html" class="fields">{Select(view, "a", "desk.compare.one", one)}{Select(view, "b", "desk.compare.other", other)}
        <button>{view.Words["desk.compare"]}</button></form>
        """);

    private static Html Select(DeskView view, string name, string label, ArticleHeader? chosen) => Html.Of($"""
        <label>{view.Words[label]} <select name="{name}">{view.Ledger.Articles.Select(a => Option(a, a.Id == chosen?.Id))}</select></label>

        """);

    private static Html Option(ArticleHeader article, bool isChosen) => Html.Of(
        $"""<option value="{article.Id.Value}"{(isChosen ? Html.Of($" selected") : Html.None)}>{HtmlParts.Short(article.Headline(), 60)}</option>""");

    private static Html Both(DeskView view, ArticleHeader one, ArticleHeader other)
    {
        var ties = view.Shelf.TiesOf(one.Id.Value).Where(t => Ends(t).Contains(other.Id.Value, StringComparer.Ordinal)).ToList();
        return Html.Of($"""
            {(ties.Count == 0 ? Html.Of($"""<p class="none">{view.Words["desk.compare.none"]}</p>""") : Html.Of(ties.Select(t => Tie(view, t))))}
            <div class="sides compared">{Text(view, one)}{Text(view, other)}</div>
            """);
    }

    private static ImmutableArray<string> Ends(Lineage tie) => [tie.From, tie.To.Value];

    private static Html Tie(DeskView view, Lineage tie) => Html.Of(
        $"""<div class="ties">{HtmlParts.Reasons(view.Shelf, tie.Reasons)}{SideBySide.Of(view.Shelf, tie)}</div>""");

    private static Html Text(DeskView view, ArticleHeader article)
    {
        var text = view.Snapshot.Filed(article.Id).Article;
        return Html.Of($"""
            <section><h2 lang="{article.Language}">{HtmlParts.Cite(view.Shelf, article)}</h2>
            <div class="text" lang="{article.Language}" dir="auto">{text.Blocks.Where(b => b.Kind is not BlockKind.Furniture).Select(b => Html.Of($"<p>{new string(b.Span.In(text.Text))}</p>"))}</div></section>
            """);
    }
}
