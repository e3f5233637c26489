using System.Globalization;

namespace Recoupe.Extract.Times;

/// <summary>Times of day as ISO 8601 writes them: <c>T14:30</c>; parts of the day as TIMEX3 does: <c>TMO</c>.</summary>
internal static class TimeClock
{
    /// <summary>The time of day, or <see langword="null"/> where the words tell none.</summary>
    public static string? Of(TimeWords words)
    {
        if (words["hour"] is not { } said) return words["part"] is { } part ? (part is "MI" ? "T12" : "T" + part) : null;
        var hour = Hour(Number(said), words["meridiem"], words["part"]);
        if (words["minuteto"] is { } to) return Text((hour + 23) % 24, to, null);
        return Text(hour, words["minute"], words["second"]) + (words["timezone"] is "Z" ? "Z" : "");
    }

    private static int Hour(int said, string? meridiem, string? part) => meridiem switch
    {
        "pm" when said < 12 => said + 12,
        "am" when said == 12 => 0,
        null when part is "AF" or "EV" && said < 12 => said + 12,
        null when part is "NI" && said is > 5 and < 12 => said + 12,
        _ => said,
    };

    private static string Text(int hour, string? minute, string? second) =>
        $"T{Two(hour)}" + (minute is null ? "" : ":" + Two(Number(minute))) + (second is null ? "" : ":" + Two(Number(second)));

    private static string Two(int number) => number.ToString("D2", CultureInfo.InvariantCulture);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
