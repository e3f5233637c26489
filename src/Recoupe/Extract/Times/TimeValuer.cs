using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Extract.Times;

/// <summary>Reckons time expressions in text order. One is made for one article.</summary>
internal sealed class TimeValuer
{
    // «last» as a number in an order.
    private const int LastNth = 5;

    // Two digits from here on are of the last century.
    private const int TurnOfCentury = 50;

    private const int FarAhead = 6; // months: half a year

    private readonly TimeAnchor _anchor;
    private readonly VerbTense _tense;
    private TimeDay? _told;

    private TimeValuer(TimeAnchor anchor, VerbTense tense) => (_anchor, _tense) = (anchor, tense);

    /// <summary>The expressions that have a value, in text order.</summary>
    public static ImmutableArray<TimeExpression> Value(IEnumerable<TimeWords> words, TimeAnchor anchor, VerbTense tense)
    {
        var valuer = new TimeValuer(anchor, tense);
        return [.. words.Select(valuer.Value).OfType<TimeExpression>()];
    }

    private TimeExpression? Value(TimeWords words) => words.Kind switch
    {
        "date" => Dated(words),
        "shift" => Shifted(words),
        "duration" => TimeLength.Of(words) is { } length ? new(words.Span, TimeType.Duration, length, words["mod"], null) : null,
        "set" => Recurring(words),
        _ => new(words.Span, TimeType.Date, words["value"]!, words["mod"], null),
    };

    private TimeExpression? Dated(TimeWords words)
    {
        var clock = TimeClock.Of(words);
        var (value, anchor) = DayOf(words) ?? (clock is null ? default : ("", null));
        if (value is null) return null;
        if (TimeDay.Parse(value) is { Month: not null, Day: not null } day) _told = day;
        return new(words.Span, clock is null ? TimeType.Date : TimeType.Time, value + clock, words["mod"], anchor);
    }

    private (string Value, string? Anchor)? DayOf(TimeWords words)
    {
        if ((words["dayoffset"] ?? words["offset"]) is { } offset) return FromAnchor(a => a.AddDays(Number(offset)), "XXXX-XX-XX");
        if (words["nextday"] is { } nextDay) return (_told?.AddDays(Number(nextDay))?.ToString() ?? "XXXX-XX-XX", _told?.ToString());
        if (words["undetermined"] is { } undetermined) return (undetermined, null);
        if (words["holiday"] is { } holiday) return DayOfMonth(words, holiday.Split('-'));
        if (words["fromeaster"] is { } feast) return Feast(words, Number(feast));
        if (words["compact"] is { } compact) return DayOfMonth(words with { Slots = words.Slots.With("year", compact[..4]) }, compact[4..6], compact[6..]);
        if (words["nth"] is { } nth) return Week(words, Number(nth));
        if (words["month"] is { } inMonth && words["day"] is { } onDay) return DayOfMonth(words, inMonth, onDay);
        if (words["day"] is { } dayOf && words["span"] is "M" && words["dir"] is { } to) return DayOfNearMonth(Number(dayOf), Number(to));
        if (words["fiscal"] is { } fiscal) return Fiscal(words, fiscal);
        if (words["season"] is not null) return Season(words);
        if (words["quarter"] is { } quarter) return PartOfYear(words, "Q" + quarter);
        if (words["half"] is { } half) return PartOfYear(words, "H" + half);
        if (words["month"] is not null) return Month(words);
        if (words["weekday"] is not null) return Weekday(words);
        if (words["span"] is not null && words["dir"] is not null) return Span(words["span"]!, IsWeekendBefore(words) ? -1 : Number(words["dir"]!));
        if (Year(words) is { } year) return (new TimeDay(year, null, null).ToString(), null);
        if (words["decade"] is { } decade) return (decade[..3], null);
        if (words["day"] is { } day) return (new TimeDay(null, null, Number(day)).ToString(), null);
        return words["part"] is not null && words["dir"] is "0" ? FromAnchor(a => a, "") : null;
    }

    private (string Value, string? Anchor)? FromAnchor(Func<TimeDay, TimeDay?> reckon, string unknown) =>
        _anchor.Day is { } day && reckon(day) is { } found ? (found.ToString(), day.ToString()) : unknown.Length > 0 ? (unknown, null) : null;

    private (string Value, string? Anchor)? DayOfMonth(TimeWords words, params ReadOnlySpan<string> monthAndDay)
    {
        var (month, day) = (Number(monthAndDay[0]), Number(monthAndDay[1]));
        if (Year(words) is { } given) return Existing(new(given, month, day), null);
        if (_anchor.Day is { Year: not null, Month: not null } anchor && !(_anchor.IsTold && month == anchor.Month && day == anchor.Day))
            return Existing(NearAnchor(words, anchor, month, day), anchor.ToString());
        // The story's own day is reckoned from the latest year that the text names.
        var shown = words["weekday"] is { } weekday ? _anchor.YearOf(Number(weekday), month, day) : null;
        return Existing(new(shown, month, day), shown is null ? null : _anchor.Bound?.ToString());
    }

    // Of the year given or the anchor's; «last» and «next» are before and after the anchor.
    private (string Value, string? Anchor)? Feast(TimeWords words, int fromEaster)
    {
        if (Year(words) is { } given) return (TimeDay.Of(TimeFeast.FromEaster(given, fromEaster)).ToString(), null);
        if (_anchor.Day is not { Date: { Year: > 1 and < 9999 } today } anchor) return (TimeLength.Unknown("D"), null);
        var near = TimeFeast.FromEaster(today.Year, fromEaster);
        var year = today.Year + (words["dir"] switch { "-1" => near < today ? 0 : -1, "1" => near > today ? 0 : 1, _ => 0 });
        return (TimeDay.Of(TimeFeast.FromEaster(year, fromEaster)).ToString(), anchor.ToString());
    }

    private (string Value, string? Anchor)? DayOfNearMonth(int day, int direction) =>
        FromAnchor(a => (a with { Day = null }).AddMonths(direction) is { } month ? month with { Day = day } : null, new TimeDay(null, null, day).ToString());

    private (string Value, string? Anchor)? Fiscal(TimeWords words, string prefix)
    {
        if (Year(words) is { } given) return ($"{prefix}{new TimeDay(given, null, null)}", null);
        return _anchor.Day is { Year: { } year } anchor ? ($"{prefix}{new TimeDay(year + Number(words["dir"]!), null, null)}", anchor.ToString()) : ($"{prefix}XXXX", null);
    }

    // The first week of a year or a month, the 23rd week; the fifth of a month is the last.
    private (string Value, string? Anchor)? Week(TimeWords words, int nth)
    {
        var year = Year(words) ?? _anchor.Day?.Year;
        var from = Year(words) is null ? _anchor.Day?.ToString() : null;
        if (words["month"] is { } month) return (string.Create(CultureInfo.InvariantCulture, $"{new TimeDay(Year(words), Number(month), null)}-W{nth:D2}"), null);
        if (year is null) return (string.Create(CultureInfo.InvariantCulture, $"XXXX-W{nth:D2}"), null);
        var week = nth == LastNth ? ISOWeek.GetWeeksInYear(year.Value) : nth;
        return (string.Create(CultureInfo.InvariantCulture, $"{year:D4}-W{week:D2}"), from);
    }

    // A 29 February that the reckoned year does not have stays of no year; one that the text gives stays as it stands.
    private static (string Value, string? Anchor)? Existing(TimeDay day, string? anchor) =>
        day.IsFull || anchor is null ? (day.ToString(), anchor) : ((day with { Year = null }).ToString(), null);

    private TimeDay NearAnchor(TimeWords words, TimeDay anchor, int month, int day)
    {
        if (words["weekday"] is { } weekday)
        {
            // The weekday picks the year; one that no near year bears out leaves it open.
            foreach (var year in (ReadOnlySpan<int>)[anchor.Year!.Value, anchor.Year.Value - 1, anchor.Year.Value + 1])
                if (new TimeDay(year, month, day).Date is { } date && TimeWeek.DayOf(date) == Number(weekday)) return TimeDay.Of(date);
            return new(null, month, day);
        }

        return new(NearYear(words, anchor, month), month, day);
    }

    // News tells of the months about it: ahead in the year is last year's under a past tense, and so is what lies far ahead, unless a verb points ahead.
    private int? NearYear(TimeWords words, TimeDay anchor, int month)
    {
        var ahead = month - anchor.Month!.Value;
        var future = _tense.IsFuture(words.Span);
        if (ahead > 0 && !future && (ahead > FarAhead || _tense.IsPast(words.Span))) return anchor.Year - 1;
        return ahead < 0 && future ? anchor.Year + 1 : anchor.Year;
    }

    private (string Value, string? Anchor)? Month(TimeWords words)
    {
        var month = Number(words["month"]!);
        if (Year(words) is { } given) return (new TimeDay(given, month, null).ToString(), null);
        if (_anchor.Day is not { Year: not null, Month: not null } anchor) return (new TimeDay(null, month, null).ToString(), null);
        var year = words["dir"] switch
        {
            "0" => anchor.Year,
            "-1" => month < anchor.Month ? anchor.Year : anchor.Year - 1,
            "1" => month > anchor.Month ? anchor.Year : anchor.Year + 1,
            _ => NearYear(words, anchor, month),
        };
        return (new TimeDay(year, month, null).ToString(), anchor.ToString());
    }

    private (string Value, string? Anchor)? Season(TimeWords words)
    {
        var season = words["season"]!;
        if (Year(words) is { } given) return ($"{new TimeDay(given, null, null)}-{season}", null);
        if (words["dir"] is not { } direction) return (season, null);
        return _anchor.Day is { Year: { } year } anchor
            ? ($"{new TimeDay(year + Number(direction), null, null)}-{season}", anchor.ToString())
            : ($"XXXX-{season}", null);
    }

    private (string Value, string? Anchor)? PartOfYear(TimeWords words, string part)
    {
        if (Year(words) is { } given) return ($"{new TimeDay(given, null, null)}-{part}", null);
        return _anchor.Day is { Year: { } year } anchor ? ($"{new TimeDay(YearOfPart(words, anchor, year, part), null, null)}-{part}", anchor.ToString()) : ($"XXXX-{part}", null);
    }

    // «les ventes du quatrième trimestre ont reculé», told in February: a quarter that has not begun is last year's under a past tense.
    private int YearOfPart(TimeWords words, TimeDay anchor, int year, string part)
    {
        if (anchor.Month is not { } month) return year;
        var months = part[0] == 'Q' ? 3 : 6;
        var begins = ((Number(part[1..]) - 1) * months) + 1;
        return begins > month && _tense.IsPast(words.Span) ? year - 1 : year;
    }

    private (string Value, string? Anchor)? Weekday(TimeWords words)
    {
        var weekday = Number(words["weekday"]!);
        var unknown = string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}");
        if (_anchor.Day is not { Date: { } today } anchor) return (unknown, null);
        if (words["day"] is { } day) return OnWeekdayAndDay(today, weekday, Number(day)) is { } found ? (found.ToString(), anchor.ToString()) : (unknown, null);
        var away = weekday - TimeWeek.DayOf(today);
        var days = words["dir"] switch
        {
            "0" => away,
            "-1" when words["unit"] is "W" => away - 7,
            "1" when words["unit"] is "W" => away + 7,
            "-1" => away < 0 ? away : away - 7,
            "1" => away > 0 ? away : away + 7,
            _ when words["ahead"] is not null || (words["mod"] is "BEFORE" && !_tense.IsPast(words.Span)) || _tense.IsFuture(words.Span) => away >= 0 ? away : away + 7,
            _ => away <= 0 ? away : away - 7,
        };
        return anchor.AddDays(days) is { } reckoned ? (reckoned.ToString(), anchor.ToString()) : (unknown, null);
    }

    // «mardi 25»: the nearest month, this one, the one before or the one after, in which it is so.
    private static TimeDay? OnWeekdayAndDay(DateOnly today, int weekday, int day)
    {
        var month = new TimeDay(today.Year, today.Month, null);
        foreach (var away in (ReadOnlySpan<int>)[0, -1, 1])
            if (month.AddMonths(away) is { } near && (near with { Day = day }).Date is { } date && TimeWeek.DayOf(date) == weekday) return TimeDay.Of(date);
        return null;
    }

    // «ce week-end», told on a Tuesday of what has happened, is the one before.
    private bool IsWeekendBefore(TimeWords words) =>
        words["span"] is "WE" && words["dir"] is "0" && _anchor.Day?.Date is { DayOfWeek: not (DayOfWeek.Saturday or DayOfWeek.Sunday) } && _tense.IsPast(words.Span);

    private (string Value, string? Anchor)? Span(string unit, int direction)
    {
        if (_anchor.Day is not { } anchor) return (TimeLength.Unknown(unit), null);
        var value = unit switch
        {
            "D" => anchor.AddDays(direction)?.ToString(),
            "W" => anchor.AddDays(7 * direction)?.Date is { } day ? TimeWeek.Of(day) : null,
            "WE" => anchor.AddDays(7 * direction)?.Date is { } day ? TimeWeek.Of(day) + "-WE" : null,
            "M" => (anchor with { Day = null }).AddMonths(direction)?.ToString(),
            "Q" => (anchor with { Day = null }).AddMonths(3 * direction) is { Year: not null } m ? $"{m with { Month = null }}-Q{((m.Month - 1) / 3) + 1}" : null,
            "Y" => anchor.Year is { } year ? new TimeDay(year + direction, null, null).ToString() : null,
            "DE" => anchor.Year is { } year ? (year / 10 + direction).ToString("D3", CultureInfo.InvariantCulture) : null,
            _ => anchor.Year is { } year ? (year / 100 + direction).ToString("D2", CultureInfo.InvariantCulture) : null,
        };
        return value is null ? (TimeLength.Unknown(unit), null) : (value, anchor.ToString());
    }

    private TimeExpression? Shifted(TimeWords words)
    {
        if (TimeLength.Of(words) is not { } length) return null;
        var sign = Number(words["sign"]!);
        var plain = new TimeExpression(words.Span, TimeType.Duration, length, words["mod"], null);
        if (words["from"] is "event") return Event(words, plain, sign);
        if (words["from"] is "date" || words["dayoffset"] is not null) return FromDay(words, plain, sign);
        var from = words["from"] is "told" ? _told : _anchor.Day;
        if (from is not { } day) return plain;
        return TimeLength.Shift(day, words, sign) is { } value ? new(words.Span, TimeType.Date, value, words["mod"], day.ToString()) : plain;
    }

    // «two weeks before 13 May 1999» is a day, as what it is reckoned from is one.
    private TimeExpression FromDay(TimeWords words, TimeExpression plain, int sign) =>
        DayOf(words) is { } day && TimeLength.ShiftToDay(TimeDay.Parse(day.Value), words, sign) is { } value
            ? new(words.Span, TimeType.Date, value, words["mod"], day.Value) : plain;

    // «dimanche 23 juillet, deux jours après que …»: the phrase tells the day just told, and so the day of what it reckons from.
    private TimeExpression Event(TimeWords words, TimeExpression plain, int sign) =>
        _told is { } told && words["unit"] is "D" && TimeLength.Count(words) is { } count && told.AddDays(-sign * (long)count) is { } origin
            ? new(words.Span, TimeType.Date, told.ToString(), words["mod"], origin.ToString()) : plain;

    private static TimeExpression? Recurring(TimeWords words)
    {
        var clock = TimeClock.Of(words);
        var value = words["weekday"] is { } weekday ? "XXXX-WXX-" + weekday
            : words["month"] is { } month ? new TimeDay(null, Number(month), null).ToString()
            : words["day"] is { } day ? new TimeDay(null, null, Number(day)).ToString()
            : clock is null ? TimeLength.Of(words) : "";
        return value is null ? null : new(words.Span, TimeType.Set, value + clock, words["mod"], null);
    }

    private static int? Year(TimeWords words)
    {
        if (words["year"] is { } year) return Number(year);
        if (words["year2"] is { } two) return Number(two) + (Number(two) < TurnOfCentury ? 2000 : 1900);
        if (words["yearcount"] is { } count) return int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said is >= 1000 and < 3000 ? said : null;
        return words["century"] is { } century && int.TryParse(words["rest"], NumberStyles.None, CultureInfo.InvariantCulture, out var rest) && rest < 100
            ? (Number(century) * 100) + rest : null;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
