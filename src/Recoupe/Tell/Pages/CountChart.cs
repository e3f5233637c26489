using System.Collections.Immutable;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>
/// Counts of one measure over time: across, the day; upwards from nothing, the value. A disc with a letter is a count and its voice; a bar
/// spans a range, an arrow a bound. Places across are percentages, heights are fixed, so discs and letters keep their size on any page.
/// </summary>
internal static class CountChart
{
    private const int Height = 220, Top = 14, Radius = 9, Arrow = 24, Steps = 4;

    // Discs that would lie on one another are set side by side; what lies on what is reckoned for the narrowest page.
    private const decimal NarrowWidth = 2.7m;
    private const int MostAside = 6; // discs beside each other: more would leave the narrowest page

    private sealed record Mark(CountView Count, DateOnly Day, int Y, int Aside, string Letter);

    /// <summary>The chart; nothing where fewer than two counts have a day, or all are one voice's of one day.</summary>
    public static Html Of(DossierModel shelf, ImmutableArray<CountView> counts)
    {
        var drawn = counts.Where(c => c.FirstDay is not null && (c.Figure.Min ?? c.Figure.Max) is not null).ToImmutableArray();
        var days = drawn.Select(c => c.FirstDay!.Value).Distinct().ToList();
        var voices = drawn.Select(c => c.Count.Voice.Id).Distinct(StringComparer.Ordinal).ToList();
        if (drawn.Length < 2 || (days.Count < 2 && voices.Count < 2)) return Html.None;

        var (across, up) = (new DayScale(days.Min(), days.Max()), ValueScale.UpTo(drawn.Max(c => Most(c.Figure))));
        var marks = Placed(drawn, across, up, voices);
        return Html.Of($"""
            <figure class="chart one counts {Gutter(shelf.Words, up)}">
            <div class="plot"><svg width="100%" height="{Height}" role="group" aria-label="{shelf.Words.Count("figures.chart", drawn.Length)}">
            {Lines(shelf.Words, up)}{Paths(across, marks)}{marks.Select(mark => Drawn(shelf, across, up, mark))}</svg></div>
            {across.Axis(shelf.Words)}
            <figcaption>{Legend(shelf, marks)}{(counts.Length > drawn.Length ? Html.Of($" {shelf.Words.Count("figures.undrawn", counts.Length - drawn.Length)}") : Html.None)}</figcaption>
            </figure>

            """);
    }

    private static decimal Most(Figure figure) => Math.Max(figure.Min ?? 0, figure.Max ?? 0);

    private static ImmutableArray<Mark> Placed(ImmutableArray<CountView> counts, DayScale across, ValueScale up, List<string> voices)
    {
        var marks = ImmutableArray.CreateBuilder<Mark>();
        foreach (var count in counts)
        {
            var (day, y) = (count.FirstDay!.Value, up.Y(Middle(count.Figure)));
            var x = (int)(across.Share(day) * NarrowWidth);
            var aside = Asides(x).FirstOrDefault(a => !marks.Any(m => Math.Abs(m.Y - y) < 2 * Radius && Math.Abs((int)(across.Share(m.Day) * NarrowWidth) + m.Aside - x - a) < 2 * Radius));
            marks.Add(new(count, day, y, aside, Letter(voices.IndexOf(count.Count.Voice.Id))));
        }

        return marks.ToImmutable();
    }

    // Away from the nearer edge, so that none leaves the page.
    private static IEnumerable<int> Asides(int x) =>
        Enumerable.Range(0, MostAside).Select(i => (x > 50 * NarrowWidth ? -1 : 1) * i * ((2 * Radius) + 2));

    private static decimal Middle(Figure figure) =>
        figure is { Min: { } min, Max: { } max } ? Math.Max(0, min) + ((max - Math.Max(0, min)) / 2) : figure.Min ?? figure.Max ?? 0;

    private static string Letter(int voice) => voice < 26 ? ((char)('A' + voice)).ToString() : "…";

    private static IEnumerable<Html> Lines(Locale words, ValueScale up) => Enumerable.Range(0, Steps + 1)
        .Select(i => (Y: up.Y(up.Step * i), Value: up.Step * i))
        .Select(l => Html.Of($"""<line class="{(l.Value == 0 ? "mid" : "month")}" x1="0" x2="100%" y1="{l.Y}" y2="{l.Y}"/><text x="-6" y="{l.Y + 4}" text-anchor="end">{words.Number(l.Value)}</text>"""));

    // One voice's counts are joined in the order of their days, so that an update is seen.
    private static IEnumerable<Html> Paths(DayScale across, ImmutableArray<Mark> marks) =>
        from voice in marks.GroupBy(m => m.Count.Count.Voice.Id, StringComparer.Ordinal)
        from pair in voice.OrderBy(m => m.Day).Zip(voice.OrderBy(m => m.Day).Skip(1))
        where pair.First.Day < pair.Second.Day
        select Html.Of($"""<line class="path" x1="{across.Place(pair.First.Day)}" y1="{pair.First.Y}" x2="{across.Place(pair.Second.Day)}" y2="{pair.Second.Y}"/>""");

    private static Html Drawn(DossierModel shelf, DayScale across, ValueScale up, Mark mark)
    {
        var said = Html.Of($"{shelf.Words.Value(mark.Count.Figure)} · {FiguresPages.Name(shelf, mark.Count)} · {shelf.Words.Told(mark.Count.Count.AsOf!)}");
        return Html.Of($"""
            <svg x="{across.Place(mark.Day)}" y="0"><g transform="translate({mark.Aside} 0)"><a href="{HtmlParts.Address(mark.Count.First)}"><title>{Plain(said)}</title>{Extent(up, mark)}<circle class="{(mark.Count.Figure.Approximate ? "count open" : "count")}" cx="0" cy="{mark.Y}" r="{Radius}"/><text class="letter" x="0" y="{mark.Y + 4}" text-anchor="middle">{mark.Letter}</text></a></g></svg>

            """);
    }

    private static Html Extent(ValueScale up, Mark mark) => mark.Count.Figure switch
    {
        { Min: { } min, Max: { } max } when min != max => Html.Of(
            $"""<path class="extent" d="M-5 {up.Y(max)}H5M0 {up.Y(max)}V{up.Y(min)}M-5 {up.Y(min)}H5"/>"""),
        { Max: null } => Html.Of($"""<path class="extent" d="M0 {mark.Y - Radius}V{mark.Y - Arrow}m-4 5l4 -5l4 5"/>"""),
        { Min: null } => Html.Of($"""<path class="extent" d="M0 {mark.Y + Radius}V{mark.Y + Arrow}m-4 -5l4 5l4 -5"/>"""),
        _ => Html.None,
    };

    private static Html Legend(DossierModel shelf, ImmutableArray<Mark> marks) => Html.Of(
        $"""<span class="key">{marks.DistinctBy(m => m.Count.Count.Voice.Id, StringComparer.Ordinal).Select(m => Html.Of($"""<span><b>{m.Letter}</b> {FiguresPages.Name(shelf, m.Count)}</span> """))}</span> {shelf.Words["figures.legend"]}""");

    // The width of the widest number beside the lines.
    private static string Gutter(Locale words, ValueScale up) =>
        words.Number(up.Step * Steps).Length switch { <= 3 => "narrow", <= 7 => "middling", _ => "broad" };

    // A title holds text alone.
    private static Html Plain(Html markup) =>
        new(markup.Markup.Replace("<bdi>", "", StringComparison.Ordinal).Replace("</bdi>", "", StringComparison.Ordinal));

    /// <summary>Values from nothing up, in steps that people count in.</summary>
    private readonly record struct ValueScale(decimal Step)
    {
        public static ValueScale UpTo(decimal most)
        {
            var step = 1m;
            while (step * Steps < most && step < decimal.MaxValue / 100) step *= 10;
            foreach (var finer in (ReadOnlySpan<decimal>)[5m, 4m, 2.5m, 2m])
            {
                if (step > 1 && step / finer * Steps >= most) return new(step / finer);
            }

            return new(step);
        }

        public int Y(decimal value)
        {
            var share = (double)Math.Max(0, value) / ((double)Step * Steps);
            return Height - 1 - (int)Math.Round(Math.Min(1, share) * (Height - 1 - Top - Radius), MidpointRounding.AwayFromZero);
        }
    }
}
