using System.Globalization;

namespace Recoupe.Tell.Pages.Markup;

/// <summary>Days along a line that stretches with the page: places are percentages of its width.</summary>
internal readonly record struct DayScale(DateOnly First, DateOnly Last)
{
    private const int AxisHeight = 20; // pixels: one line of small type

    public string Place(DateOnly day) => Share(day).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>The place of a day in hundredths of the width, a little in from both ends; the middle where there is but one day.</summary>
    public decimal Share(DateOnly day) =>
        Last == First ? 50m : 3m + (94m * (day.DayNumber - First.DayNumber) / (Last.DayNumber - First.DayNumber));

    /// <summary>The line's first, middle and last day in words.</summary>
    public Html Axis(Locale words)
    {
        var (scale, length) = (this, Last.DayNumber - First.DayNumber);
        (DateOnly Day, string Anchor)[] ticks = length switch
        {
            0 => [(First, "middle")],
            < 4 => [(First, "start"), (Last, "end")],
            _ => [(First, "start"), (First.AddDays(length / 2), "middle"), (Last, "end")],
        };
        return Html.Of($"""
            <div class="axis" aria-hidden="true"><svg width="100%" height="{AxisHeight}">{ticks.Select(tick => Html.Of($"""<text x="{scale.Place(tick.Day)}" y="{AxisHeight - 5}" text-anchor="{tick.Anchor}">{words.Told(Value(tick.Day))}</text>"""))}</svg></div>
            """);
    }

    private static string Value(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
