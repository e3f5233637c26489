using System.Collections.Immutable;

namespace Recoupe.Tell.Pages;

/// <summary>Figures side by side: by what they measure, then by day, each with who gives it.</summary>
internal static class FiguresPages
{
    private const int OnPage = 400;

    public static ImmutableArray<ImmutableArray<Count>> Lots(Shelf shelf) => Pager.Chunks(
        [
            .. shelf.Figures
                .OrderBy(f => f.Figure.Measure ?? "~", StringComparer.Ordinal)
                .ThenBy(f => f.Figure.Unit ?? "", StringComparer.Ordinal)
                .ThenBy(f => f.Figure.Measure is null ? null : f.Day ?? "~", StringComparer.Ordinal)
                .ThenBy(f => f.Figure.What?.ToUpperInvariant() ?? "~", StringComparer.Ordinal)
                .ThenBy(f => f.Day ?? "~", StringComparer.Ordinal)
                .ThenBy(f => f.Article.Id)
                .ThenBy(f => f.Figure.Span),
        ],
        OnPage);

    public static Html Body(Shelf shelf, ImmutableArray<Count> figures, int index, int count) => Html.Of($"""
        <h1>{shelf.Words["figures"]}</h1>
        <p class="lead">{shelf.Words["figures.lead"]}</p>
        {Pager.Links(shelf.Words, "figures", count, index)}
        {(figures.IsEmpty ? Html.Of($"""<p class="none">{shelf.Words["figures.none"]}</p>""") : Html.None)}
        {figures.GroupBy(f => f.Figure.Measure, StringComparer.Ordinal).Select(measure => Table(shelf, measure))}
        {Pager.Links(shelf.Words, "figures", count, index)}
        """);

    private static Html Table(Shelf shelf, IGrouping<string?, Count> measure)
    {
        var words = shelf.Words;
        return Html.Of($"""
            <section><h2>{Measure(words, measure.Key)}</h2>
            <div class="wide"><table class="stack figures"><thead><tr><th scope="col" class="number">{words["column.value"]}</th><th scope="col">{words["column.what"]}</th><th scope="col">{words["column.by"]}</th><th scope="col">{words["column.asof"]}</th><th scope="col">{words["column.passage"]}</th></tr></thead><tbody>
            {measure.Select(figure => Row(shelf, figure))}</tbody></table></div></section>

            """);
    }

    private static Html Row(Shelf shelf, Count count)
    {
        var figure = count.Figure;
        var by = count.By is { } telling ? Parts.Source(shelf, telling) : Html.Text(shelf.Words["source.article"]);
        return Html.Of($"""
            <tr><td class="number"><b>{shelf.Words.Value(figure)}</b></td><td><bdi>{figure.What}</bdi>{(figure.Place is { } place ? Html.Of($", <bdi>{place}</bdi>") : Html.None)}</td><td data-column="{shelf.Words["column.by"]}">{by}</td><td data-column="{shelf.Words["column.asof"]}">{(count.Day is { } day ? shelf.Words.Told(day) : shelf.Words["day.unknown"])}</td><td><a href="{Parts.Address(count)}"><bdi>{Parts.Short(shelf, count.Wording)}</bdi></a> <span class="meta">{Parts.Cite(shelf, count.Article)}</span></td></tr>

            """);
    }

    private static string Measure(Words words, string? measure) => measure switch
    {
        null => words["figures.plain"],
        _ when words.Has("measure." + measure) => words["measure." + measure],
        _ => measure,
    };
}
