using Recoupe.Desk.Search;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Desk.Pages;

/// <summary>What was found for some words: names, claims, sentences.</summary>
internal static class SearchPage
{
    private const int Shown = 60, ShownBrief = 5;

    public static Html Body(DeskView view)
    {
        var (words, query) = (view.Words, view.Asked("q"));
        var found = view.Desk.Find(view.Snapshot, query, Shown);
        return Html.Of($"""
            <h1>{words["desk.search"]}</h1>
            <p class="lead">{(query.Length == 0 ? words["desk.search.lead"] : found.IsEmpty ? words["desk.search.none"]
                : words.Count("desk.search.found", found.Length))}</p>
            {found.GroupBy(f => f.Kind)
                .Select(kind => Html.Of($"""<section><h2>{words["desk.search." + kind.Key.ToString().ToLowerInvariant()]}</h2>{List(view, query, kind)}</section>"""))}
            """);
    }

    /// <summary>The best few, as one types: a list and nothing around it.</summary>
    public static string Brief(DeskView view) =>
        List(view, view.Asked("q"), view.Desk.Find(view.Snapshot, view.Asked("q"), ShownBrief)).Markup;

    private static Html List(DeskView view, string query, IEnumerable<Findable> found) => Html.Of($"""
        <ul class="rows results">{found.Select(f => Row(view, query, f))}</ul>
        """);

    private static Html Row(DeskView view, string query, Findable found)
    {
        var text = HtmlParts.Short(found.Text, 400);
        var marked = PassagePanel.Marked(text, new(0, text.Length), SearchIndex.Places(query, text, found.Language));
        var language = found.Kind == FindKind.Name ? Html.None : Html.Of($""" lang="{found.Language}" """);
        return Html.Of($"""
            <li><div><p><a href="{Address(view, found)}"{language}><bdi>{marked}</bdi></a></p>{Where(view, found)}</div></li>

            """);
    }

    // The sentence in its article: the nearest place that the article's page can be opened at.
    private static string Address(DeskView view, Findable found) => found.Kind switch
    {
        FindKind.Name => $"/name-{found.Id}.html",
        FindKind.Claim => $"/claim-{found.Id}.html",
        _ => FormattableString.Invariant($"/article-{found.Id}.html#p{PlaceIn(view.Shelf.AnchorsOf(new(found.Id)), found)}"),
    };

    private static int PlaceIn(SortedSet<int> places, Findable found)
    {
        var within = places.GetViewBetween(found.Start, found.Start + found.Text.Length);
        return within.Count > 0 ? within.Min : places.GetViewBetween(0, found.Start).Max;
    }

    private static Html Where(DeskView view, Findable found) => found.Kind switch
    {
        FindKind.Sentence when view.Shelf.Header(new(found.Id)) is { } article =>
            Html.Of($"""<p class="meta">{HtmlParts.Short(article.Headline(), 100)}{HtmlParts.Outlet(article)} {HtmlParts.Day(view.Shelf, article)}</p>"""),
        FindKind.Claim when view.Shelf.Claim(found.Id) is { } claim =>
            Html.Of($"""<p class="meta">{HtmlParts.Rating(view.Words, claim, worded: false)} {HtmlParts.Voices(view.Words, claim)}</p>"""),
        _ => Html.None,
    };
}
