namespace Recoupe.Extract.Times;

/// <summary>Feasts that follow Easter.</summary>
internal static class TimeFeast
{
    /// <summary>The day so many days from the Easter Sunday of a year of the Gregorian calendar, by the rule that Meeus gives (<i>Astronomical Algorithms</i>, ch. 8).</summary>
    public static DateOnly FromEaster(int year, int days)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var sum = epact + toSunday - (7 * late) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1).AddDays(days);
    }
}
