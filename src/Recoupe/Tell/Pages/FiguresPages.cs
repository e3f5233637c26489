using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>
/// Counts side by side: by what they measure, then by day, each with who gives it, where, and how it stands to those before.
/// </summary>
internal static class FiguresPages
{
    public static Html Body(DossierModel shelf, CountList list, int index) => Html.Of($"""
        <h1>{shelf.Words["figures"]}</h1>
        <p class="lead">{shelf.Words["figures.lead"]}</p>
        {Pager.Links(shelf.Words, "figures", list.Lots.Length, index)}
        {(list.Lots[index].IsEmpty ? Html.Of($"""<p class="none">{shelf.Words["figures.none"]}</p>""") : Html.None)}
        {list.Lots[index].GroupBy(c => c.Figure.Measure, StringComparer.Ordinal).Select(measure => Section(shelf, list, measure))}
        {Pager.Links(shelf.Words, "figures", list.Lots.Length, index)}
        """);

    private static Html Section(DossierModel shelf, CountList list, IGrouping<string?, CountView> measure)
    {
        var words = shelf.Words;
        var charts = measure.Key is null
            ? []
            : measure.GroupBy(c => c.Figure.Unit, StringComparer.Ordinal).Select(unit => CountChart.Of(shelf, [.. unit]));
        return Html.Of($"""
            <section><h2>{Measure(words, measure.Key)}</h2>
            {charts}<div class="wide"><table class="stack figures"><thead><tr><th scope="col" class="number">{words["column.value"]}</th><th scope="col">{words["column.what"]}</th><th scope="col">{words["column.by"]}</th><th scope="col">{words["column.asof"]}</th><th scope="col">{words["column.passage"]}</th></tr></thead><tbody>
            {measure.Select(count => Row(shelf, list, count))}</tbody></table></div></section>

            """);
    }

    private static Html Row(DossierModel shelf, CountList list, CountView count) => Html.Of($"""
        <tr id="{count.Anchor}"><td class="number"><b>{shelf.Words.Value(count.Figure)}</b></td><td>{What(count.Figure)}</td><td data-column="{shelf.Words["column.by"]}">{By(shelf, count)}{Standings(shelf, list, count)}</td><td data-column="{shelf.Words["column.asof"]}">{Day(shelf.Words, count)}</td><td>{Passage(shelf, count.First)}{Others(shelf, count)}</td></tr>

        """);

    private static Html What(Figure figure) =>
        Html.Of($"""<bdi>{figure.What}</bdi>{(figure.Place is { } place ? Html.Of($", <bdi>{place}</bdi>") : Html.None)}""");

    private static Html By(DossierModel shelf, CountView count) =>
        count.Count.Voice.IsOwn || count.First.By is not { } telling
            ? Html.Text(shelf.Words["source.article"])
            : HtmlParts.Source(shelf, telling);

    private static Html Day(Locale words, CountView count) =>
        Html.Text(count.Count.AsOf is { } day ? words.Told(day) : words["day.unknown"]);

    private static Html Passage(DossierModel shelf, LocatedFigure given) => Html.Of(
        $"""<a href="{HtmlParts.Address(given)}"><bdi>{HtmlParts.Short(shelf, given.Wording)}</bdi></a> <span class="meta">{HtmlParts.Cite(shelf, given.Article)}</span>""");

    // Every passage that carries the count, the first among them, so that the list is whole.
    private static Html Others(DossierModel shelf, CountView count) => count.Carried.Length < 2 ? Html.None : Html.Of($"""
        <details class="carried"><summary>{(count.Articles > 1 ? shelf.Words.Count("figures.carried", count.Articles) : shelf.Words.Count("figures.again", count.Carried.Length))}</summary><ul>{count.Carried.Select(given => Html.Of($"<li>{Passage(shelf, given)}</li>"))}</ul></details>
        """);

    private static Html Standings(DossierModel shelf, CountList list, CountView count) =>
        Html.Of(list.StandingsOf(count).GroupBy(s => s.Kind).Select(same => Html.Of($"""
            <p class="stands {Class(same.Key)}">{shelf.Words["figures." + Class(same.Key)]} {Html.Joined(", ", same.Select(s => Other(shelf, s.Other)))}</p>
            """)));

    private static Html Other(DossierModel shelf, CountView count) => Html.Of(
        $"""<a href="{CountList.Address(count)}">{shelf.Words.Value(count.Figure)}</a> <span class="meta">({Name(shelf, count)}, {Day(shelf.Words, count)})</span>""");

    /// <summary>Who counts, in words: a source's name, or the outlets whose own word it is.</summary>
    public static Html Name(DossierModel shelf, CountView count) => count.Count.Voice switch
    {
        { IsOwn: true } when count.First.Article.Site is { } site => Html.Of($"{shelf.Words["source.article"]}, <bdi>{site}</bdi>"),
        { IsOwn: true } => Html.Text(shelf.Words["source.article"]),
        { Name: { } name } => Html.Of($"<bdi>{HtmlParts.Short(name, 80)}</bdi>"),
        _ => Html.Text(shelf.Words["source.anonymous"]),
    };

    private static string Class(CountRelationKind relation) => relation switch
    {
        CountRelationKind.Update => "update",
        CountRelationKind.Disagrees => "disagrees",
        _ => "agrees",
    };

    /// <summary>A measure in words.</summary>
    public static string Measure(Locale words, string? measure) => measure switch
    {
        null => words["figures.plain"],
        _ when words.Has("measure." + measure) => words["measure." + measure],
        _ => measure,
    };
}
