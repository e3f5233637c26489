using System.Collections.Immutable;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;
using Recoupe.Utility;

namespace Recoupe.Tell.Pages.Charts;

/// <summary>
/// Tellings over time, drawn when the page is written: a lane a claim, for above the line and against below, filled as the source is sure.
/// Places are percentages, so lanes stretch with the page while dots and letters keep their size.
/// </summary>
internal static class Chart
{
    private const int LaneHeight = 58; // pixels: two rows of dots and the line between
    private const int Middle = LaneHeight / 2;
    private const int Offset = 16; // pixels of a dot from the line: it never touches it
    private const int MostMonthLines = 30; // beyond, lines of months are a hatching

    private sealed record Dot(DateOnly Day, Side Side, Certainty Certainty, int Count, StatementView First);

    /// <summary>The lanes of some claims; nothing where fewer than two tellings have a day.</summary>
    public static Html Lanes(DossierModel shelf, IReadOnlyList<Claim> claims)
    {
        var lanes = claims.Select(claim => (Claim: claim, Dots: Dots(shelf, claim))).Where(lane => lane.Dots.Length > 0).ToList();
        var days = lanes.SelectMany(lane => lane.Dots).Select(dot => dot.Day).ToList();
        var undated = claims.Sum(claim => claim.Positions.Length) - lanes.Sum(lane => lane.Dots.Sum(dot => dot.Count));
        if (days.Count < 2) return Html.None;

        var span = new DayScale(days.Min(), days.Max());
        return Html.Of($"""
            <figure class="{(lanes.Count > 1 ? "chart" : "chart one")}">
            {lanes.Select(lane => Lane(shelf, span, lane.Claim, lane.Dots))}
            {span.Axis(shelf.Words)}
            <figcaption>{Legend(shelf.Words)}{(undated > 0 ? Html.Of($" {shelf.Words.Count("chart.undated", undated)}") : Html.None)}</figcaption>
            </figure>
            """);
    }

    private static ImmutableArray<Dot> Dots(DossierModel shelf, Claim claim) =>
    [
        .. from side in Enum.GetValues<Side>()
           from telling in shelf.On(claim, side)
           let day = CalendarDay.Of(telling.Day)
           where day is not null
           group telling by (day.Value, side) into same
           orderby same.Key
           let surest = same.MinBy(t => t.Statement.Certainty.Doubt())!
           select new Dot(same.Key.Value, same.Key.side, surest.Statement.Certainty, same.Count(), surest),
    ];

    // The surest telling of a day is the one its dot shows and leads to.

    private static Html Lane(DossierModel shelf, DayScale span, Claim claim, ImmutableArray<Dot> dots) => Html.Of($"""
        <div class="lane">
        <p>{HtmlParts.Link(shelf, claim)}</p>
        <svg width="100%" height="{LaneHeight}" role="group" aria-label="{shelf.Words.Count("chart.lane", dots.Sum(d => d.Count))}">
        {Months(span)}<line class="mid" x1="0" x2="100%" y1="{Middle}" y2="{Middle}"/>
        {dots.Select(dot => Mark(shelf.Words, span, dot))}</svg>
        </div>

        """);

    private static Html Mark(Locale words, DayScale span, Dot dot)
    {
        var y = Middle + dot.Side switch { Side.For => -Offset, Side.Against => Offset, _ => 0 };
        var radius = 5 + Math.Min(4, dot.Count - 1);
        var said = Html.Text(
            $"{words.Told(dot.First.Day!)} · {words["side." + EnumNames.Of(dot.Side)]} · {words.Count("tellings", dot.Count)}");
        return Html.Of($"""<a href="{HtmlParts.Address(dot.First)}"><circle class="{HtmlParts.SideClass(dot.Side)} {Fill(dot.Certainty)}" cx="{span.Place(dot.Day)}" cy="{y}" r="{radius}"><title>{said}</title></circle></a>""");
    }

    private static string Fill(Certainty certainty) => certainty.Doubt() switch { 0 => "full", 1 => "half", _ => "open" };

    private static IEnumerable<Html> Months(DayScale span)
    {
        var months = ((span.Last.Year - span.First.Year) * 12) + span.Last.Month - span.First.Month;
        if (months > MostMonthLines) return [];
        return Enumerable.Range(1, months)
            .Select(n => span.Place(new DateOnly(span.First.Year, span.First.Month, 1).AddMonths(n)))
            .Select(x => Html.Of($"""<line class="month" x1="{x}" x2="{x}" y1="0" y2="{LaneHeight}"/>"""));
    }

    private static Html Legend(Locale words) => Html.Of(
        $"""<span class="key"><span class="for">●</span> {words["side.for"]} <span class="against">●</span> {words["side.against"]} <span class="uncommitted">●</span> {words["side.uncommitted"]}</span> <span class="key">● {words["chart.certain"]} ◐ {words["chart.probable"]} ○ {words["chart.possible"]}</span> {words["chart.size"]}""");
}
