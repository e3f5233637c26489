using System.Collections.Concurrent;
using System.Collections.Immutable;
using Recoupe.Extract.Numbers;
using Recoupe.Extract.Patterns;
using Recoupe.Language;

namespace Recoupe.Extract.Figures;

/// <summary>A quantity as its words stand.</summary>
/// <param name="Span">The number with its bounding words and unit.</param>
/// <param name="Min">The lower bound.</param>
/// <param name="MinInclusive">Whether it is meant itself.</param>
/// <param name="Max">The upper bound.</param>
/// <param name="MaxInclusive">Whether it is meant itself.</param>
/// <param name="Approximate">Whether the words round.</param>
/// <param name="Unit">Its unit, or <see langword="null"/>.</param>
/// <param name="From">Its first lexeme.</param>
/// <param name="To">One past its last.</param>
internal sealed record Quantity(
    TextSpan Span, decimal? Min, bool MinInclusive, decimal? Max, bool MaxInclusive, bool Approximate, string? Unit, int From, int To);

/// <summary>Finds quantities by a language's <c>numbers.txt</c>, <c>units.txt</c> and <c>figures.txt</c>.</summary>
internal sealed class FigureScan
{
    private const int LongestBound = 5;

    private static readonly ConcurrentDictionary<string, FigureScan> _s_byLanguage = new(StringComparer.Ordinal);

    private readonly FigureUnits _units;
    private readonly WordClass _bounds, _boundsAfter, _naming, _between, _entre, _change, _ordinalSuffix, _notCounted, _definite, _vague, _boundJoint;

    private FigureScan(string language)
    {
        var numbers = PatternFile.Load(language + "/numbers.txt");
        var figures = PatternFile.Load(language + "/figures.txt");
        Numbers = new(numbers);
        Words = new(figures);
        _units = new(language, numbers, Numbers, Words.Of);
        (_bounds, _boundsAfter, _naming) = (figures["bound"], figures["bound-after"], figures["naming"]);
        (_entre, _between, _change) = (figures["range-open"], figures["range-between"], figures["change-open"]);
        (_vague, _boundJoint) = (figures["vague"], figures["bound-joint"]);
        (_ordinalSuffix, _notCounted, _definite) = (figures["ordinal-suffix"], figures["not-counted"], figures["definite"]);
    }

    /// <summary>The language's numbers.</summary>
    public NumberReader Numbers { get; }

    /// <summary>The words about figures.</summary>
    public FigureWords Words { get; }

    /// <summary>The scan of a language.</summary>
    public static FigureScan For(string language) => _s_byLanguage.GetOrAdd(language, l => new FigureScan(l));

    /// <summary>The quantities of one block, in text order; those that overlap one of <paramref name="taken"/> (times, in text order) are none.</summary>
    public List<Quantity> In(ImmutableArray<Lexeme> lexemes, ReadOnlySpan<TextSpan> taken)
    {
        var found = new List<Quantity>();
        var (nextTaken, floor) = (0, 0);
        for (var at = 0; at < lexemes.Length;)
        {
            while (nextTaken < taken.Length && taken[nextTaken].End <= lexemes[at].Span.Start) nextTaken++;
            var isTaken = nextTaken < taken.Length && taken[nextTaken].Contains(lexemes[at].Span);
            var number = isTaken ? default : Numbers.At(lexemes, at);
            var quantity = isTaken || number is { Length: > 0, Bare: false } ? null : Vague(lexemes, at);
            if (number.Length == 0 && quantity is null)
            {
                at++;
                continue;
            }

            quantity ??= Counts(lexemes, at, number, floor) ? Range(lexemes, at, number, floor) ?? Both(lexemes, Single(lexemes, at, number, floor)) : null;
            if (quantity is not null && !_units.IsAge(quantity.Unit) && !Overlaps(taken, nextTaken, quantity.Span)) found.Add(quantity);
            at = floor = Math.Max(quantity?.To ?? 0, at + number.Length);
        }

        return found;
    }

    private static bool Overlaps(ReadOnlySpan<TextSpan> taken, int next, TextSpan span) =>
        (next < taken.Length && taken[next].Overlaps(span)) || (next > 0 && taken[next - 1].Overlaps(span));

    // F-16, article 5, 2e, 24/7, 192.168.1.2 name or order things; they count nothing.
    private bool Counts(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number, int floor)
    {
        var end = at + number.Length;
        if ((number.Bare && !IsBoundPart(lexemes, at, number, floor)) || IsName(lexemes, at) || PointsBack(lexemes, at, number)) return false;
        if (end >= lexemes.Length) return true;
        var glued = lexemes[end].Span.Start == lexemes[end - 1].Span.End;
        if (_notCounted.Match(lexemes, end).Length > 0 || (glued && _ordinalSuffix.Match(lexemes, end).Length > 0)) return false;
        if (glued && lexemes[end].Kind == LexemeKind.Letters && !_units.StandsAt(lexemes, end)) return false;
        return !(glued && lexemes[end].Key is "/" or ":" or "." or "-" && end + 1 < lexemes.Length && lexemes[end + 1].Kind != LexemeKind.Mark
            && lexemes[end + 1].Span.Start == lexemes[end].Span.End && lexemes[end].Key is not "-");
    }

    // «more than half of them»
    private bool IsBoundPart(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number, int floor) =>
        number.Value is > 0 and < 1 && EndingAt(_bounds, lexemes, at, floor).Length > 0;

    private bool PointsBack(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number) =>
        at > 0 && number.Value <= 10 && lexemes[at].Kind == LexemeKind.Letters && _definite.Has(lexemes[at - 1]);

    /// <summary>Whether digits belong to a name or an address (<c>F-16</c>, <c>q=30%25</c>).</summary>
    public bool IsName(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (at == 0) return false;
        var before = lexemes[at - 1];
        var glued = before.Span.End == lexemes[at].Span.Start;
        if (_naming.Has(before) || (before.Key is "." or "°" && at > 1 && _naming.Has(lexemes[at - 2]))) return true;
        if (glued && before.Kind == LexemeKind.Letters) return !_units.StandsBefore(lexemes, at);
        if (glued && before.Key is "%" or "=" or "&" or "?") return true;
        return glued && before.Key is "-" or "/" or "." or ":" or "#" or "_" or "@" && at > 1 && lexemes[at - 2].Span.End == before.Span.Start
            && lexemes[at - 2].Kind != LexemeKind.Mark;
    }

    // «des dizaines de morts»: twenty or more; «the hundreds» are known already.
    private Quantity? Vague(ImmutableArray<Lexeme> lexemes, int at)
    {
        if (NumberWords.Value(_vague, lexemes, at) is not { } vague || (at > 0 && _definite.Has(lexemes[at - 1]))) return null;
        var to = at + vague.Length;
        return new(new(lexemes[at].Span.Start, lexemes[to - 1].Span.End), vague.Value, true, null, true, true, null, at, to);
    }

    private Quantity Single(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number, int floor)
    {
        var measured = _units.Of(lexemes, at, number, floor);
        var (from, to) = (measured.From, measured.To);
        var bound = EndingAt(_bounds, lexemes, from, floor);
        // «about 500 or more» rounds and bounds.
        var after = bound.Value is null or "about" ? _boundsAfter.Match(lexemes, to) : default;
        var kind = after.Value ?? bound.Value ?? "";
        var span = new TextSpan(lexemes[from - bound.Length].Span.Start, lexemes[to + after.Length - 1].Span.End);
        return new(
            span,
            kind.StartsWith("max", StringComparison.Ordinal) ? null : measured.Value,
            kind is not "min",
            kind.StartsWith("min", StringComparison.Ordinal) ? null : measured.Value,
            kind is not "max",
            number.Rounded || kind is "about" || bound.Value is "about",
            measured.Unit,
            from - bound.Length,
            to + after.Length);
    }

    // «more than 40 and fewer than 60»: one figure with two bounds.
    private Quantity Both(ImmutableArray<Lexeme> lexemes, Quantity first)
    {
        var at = first.To + _boundJoint.Match(lexemes, first.To).Length;
        if (at == first.To || first.Min is null == first.Max is null || Bound(lexemes, at) is not { Length: > 0 } bound) return first;
        var number = Numbers.At(lexemes, at + bound.Length);
        if (number.Length == 0 || !Counts(lexemes, at + bound.Length, number, at)) return first;
        var second = Single(lexemes, at + bound.Length, number, at);
        return first with { To = second.To, Span = new(first.Span.Start, second.Span.End), Unit = second.Unit ?? first.Unit } is var both
            && first.Min is { } low && second is { Min: null, Max: { } high } && low < high ? both with { Max = high, MaxInclusive = second.MaxInclusive }
            : first.Max is { } most && second is { Max: null, Min: { } least } && least < most ? both with { Min = least, MinInclusive = second.MinInclusive }
            : first;
    }

    private (int Length, string Value) Bound(ImmutableArray<Lexeme> lexemes, int at) =>
        _bounds.Match(lexemes, at) is { Length: > 0, Value: not "about" } found ? found : default;

    // «entre 10 et 15 personnes», «10 à 15 personnes»; but «passé de 10 à 15» tells two figures.
    private Quantity? Range(ImmutableArray<Lexeme> lexemes, int at, NumberMatch lowest, int floor)
    {
        var low = _units.One(lexemes, at, lowest, floor);
        var joint = _between.Match(lexemes, low.To);
        if (joint.Length == 0) return null;
        var opens = low.From > floor && _entre.Has(lexemes[low.From - 1]);
        if (!opens && (joint.Value is "and" || (low.From > 0 && _change.Has(lexemes[low.From - 1])))) return null;
        var highAt = low.To + joint.Length + _units.LengthBefore(lexemes, low.To + joint.Length);
        var highest = Numbers.At(lexemes, highAt);
        if (highest.Length == 0 || highest.Bare || !(Counts(lexemes, highAt, highest, low.To) || IsSpan(lexemes, low.From, highAt, highest))) return null;
        var high = _units.Of(lexemes, highAt, highest, low.To + joint.Length);
        var least = Scaled(low.Value, high.Value);
        if (least >= high.Value) return null;
        var start = opens ? low.From - 1 : low.From;
        var span = new TextSpan(lexemes[start].Span.Start, lexemes[high.To - 1].Span.End);
        return new(span, least, true, high.Value, true, lowest.Rounded || highest.Rounded, high.Unit ?? low.Unit, start, high.To);
    }

    // «10-15 people»: beside a hyphen digits are mostly a name's, a score's, a year's; where more than nine of something follow, they count.
    private bool IsSpan(ImmutableArray<Lexeme> lexemes, int low, int high, NumberMatch highest)
    {
        var end = high + highest.Length;
        return high == low + 2 && lexemes[low + 1].Key is "-" && Lexeme.IsGlued(lexemes, high) && Lexeme.IsGlued(lexemes, low + 1) && !Lexeme.IsGlued(lexemes, low)
            && lexemes[low].Key.Length is 2 or 3 && lexemes[low].Key[0] != '0' && end < lexemes.Length
            && (_units.StandsAt(lexemes, end) || (!Lexeme.IsGlued(lexemes, end) && lexemes[end].Kind == LexemeKind.Letters && !Words.Stop.Has(lexemes[end])));
    }

    // «2 to 3 million» means two million.
    private static decimal Scaled(decimal low, decimal high)
    {
        if (low >= 1000 || high < 1_000_000) return low;
        var scale = high >= 1_000_000_000 ? 1_000_000_000 : 1_000_000;
        return low * scale;
    }

    /// <summary>A number with its unit; nothing before <paramref name="floor"/> is its own.</summary>
    public Measured Measured(ImmutableArray<Lexeme> lexemes, int at, NumberMatch number, int floor) => _units.Of(lexemes, at, number, floor);

    private static (int Length, string? Value) EndingAt(WordClass words, ImmutableArray<Lexeme> lexemes, int end, int floor)
    {
        for (var length = Math.Min(LongestBound, end - floor); length > 0; length--)
            if (words.Match(lexemes, end - length) is { } found && found.Length == length) return (length, found.Value);
        return default;
    }
}

/// <summary>The words about a figure: what it counts, and which measure of it.</summary>
internal sealed class FigureWords(PatternFile file)
{
    /// <summary>Words that end what is counted.</summary>
    public WordClass Stop { get; } = file["stop"];

    /// <summary>Words that join a counted thing to the rest of its name.</summary>
    public WordClass Of { get; } = file["of"];

    /// <summary>Words that point to known things (<c>the</c>, <c>leurs</c>).</summary>
    public WordClass Definite { get; } = file["definite"];

    /// <summary>Words that tell a measure ahead of the figure.</summary>
    public WordClass Before { get; } = file["measure-before"];

    /// <summary>Words that tell a measure after the figure.</summary>
    public WordClass After { get; } = file["measure-after"];

    /// <summary>Counted things that are a measure themselves.</summary>
    public WordClass What { get; } = file["measure-what"];

    /// <summary>Prepositions that tell a place.</summary>
    public WordClass Where { get; } = file["where"];
}
