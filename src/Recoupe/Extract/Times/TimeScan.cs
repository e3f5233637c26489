using System.Collections.Concurrent;
using System.Collections.Immutable;
using Recoupe.Extract.Numbers;
using Recoupe.Extract.Patterns;
using Recoupe.Language;

namespace Recoupe.Extract.Times;

/// <summary>A time expression as its words stand, before it is reckoned.</summary>
/// <param name="Span">The words.</param>
/// <param name="Kind">The kind of its pattern.</param>
/// <param name="Slots">What they say.</param>
/// <param name="From">The first lexeme of its block.</param>
/// <param name="To">One past the last.</param>
/// <param name="Block">Its block.</param>
internal sealed record TimeWords(TextSpan Span, string Kind, MatchedPart Slots, int From, int To, int Block)
{
    /// <summary>What a word of it says, or <see langword="null"/>.</summary>
    public string? this[string slot] => Slots[slot];

    /// <summary>Whether it tells a time of day, or a part of the day, and no day.</summary>
    public bool IsClock => IsDate && HasClock && !HasDay;

    /// <summary>Whether it tells a day or more, and no time of day.</summary>
    public bool IsCalendar => IsDate && HasDay && !HasClock;

    private bool IsDate => string.Equals(Kind, "date", StringComparison.Ordinal);

    private bool HasClock => this["hour"] is not null || this["part"] is not null;

    private bool HasDay => this["weekday"] is not null || this["day"] is not null || this["offset"] is not null || this["dayoffset"] is not null;
}

/// <summary>Finds the words of time expressions by a language's <c>times.txt</c>.</summary>
internal sealed class TimeScan
{
    private static readonly ConcurrentDictionary<string, TimeScan> _s_byLanguage = new(StringComparer.Ordinal);

    // A time; a stretch that is one only with its bounds named («the end of the week»).
    private const string Date = "date", Bounded = "bounded";

    private readonly Grammar _grammar;
    private readonly WordClass _modifiers, _links, _capital, _suffixes;

    private TimeScan(string language)
    {
        var file = PatternFile.Load(language + "/times.txt");
        _grammar = new Grammar(file, new NumberReader(PatternFile.Load(language + "/numbers.txt")).Count);
        (_modifiers, _links, _capital, _suffixes, Future) = (file["modifier"], file["link"], file["capital"], file["suffix"], file["future"]);
    }

    /// <summary>Words that put their verb in the future.</summary>
    public WordClass Future { get; }

    /// <summary>The scan of a language that has a <c>times.txt</c>.</summary>
    public static TimeScan For(string language) => _s_byLanguage.GetOrAdd(language, l => new TimeScan(l));

    /// <summary>The time expressions of one block, in text order.</summary>
    public IEnumerable<TimeWords> In(string text, ImmutableArray<Lexeme> lexemes, int block)
    {
        var found = new List<TimeWords>();
        for (var at = 0; at < lexemes.Length;)
        {
            var (match, modifier) = Longest(lexemes, at);
            if (match is { Kind: not "none" } && !IsOtherWord(text, lexemes, match) && !IsPartOfNumber(lexemes, match)) found.AddRange(match.Parts.Select(p => Words(lexemes, match, p, modifier, at, block)));
            at = match?.To ?? at + 1;
        }

        return Joined(found, lexemes);
    }

    // «may» and «march» are months only with a capital, unless a day or a year makes them so.
    private bool IsOtherWord(string text, ImmutableArray<Lexeme> lexemes, GrammarMatch match)
    {
        var part = match.Parts[0];
        if (part["day"] is not null || part["year"] is not null) return false;
        for (var at = match.From; at < match.To; at++)
            if (_capital.Has(lexemes[at]) && char.IsLower(text[lexemes[at].Span.Start])) return true;
        return false;
    }

    // «37.1 in the morning», «138-2010-2015», «3am3io»: what goes on beyond is no time; «2010-2015» are two years.
    private static bool IsPartOfNumber(ImmutableArray<Lexeme> lexemes, GrammarMatch match)
    {
        if (IsGluedPair(lexemes, match.To) || IsGluedPair(lexemes, match.From)) return true;
        var hasYear = match.Parts[^1]["year"] is not null;
        var isYear = hasYear && match.To == match.From + 1;
        return (GoesOn(lexemes, match.To, 1, hasYear) is { } next && !(isYear && IsYearBeside(lexemes, next, 1)))
            || (GoesOn(lexemes, match.From - 1, -1, hasYear) is { } previous && !(isYear && IsYearBeside(lexemes, previous, -1)));
    }

    private static bool IsGluedPair(ImmutableArray<Lexeme> lexemes, int at) =>
        Lexeme.IsGlued(lexemes, at) && lexemes[at].Kind == LexemeKind.Digits && lexemes[at - 1].Kind != LexemeKind.Mark;

    // The digits beyond a mark that touches both, where there are any; without a year, a hyphen may stand between two days or hours.
    private static int? GoesOn(ImmutableArray<Lexeme> lexemes, int mark, int step, bool hasYear)
    {
        var beyond = mark + step;
        if (beyond < 0 || beyond >= lexemes.Length || mark < 0 || lexemes[beyond].Kind != LexemeKind.Digits) return null;
        var inner = mark - step;
        return lexemes[inner].Kind == LexemeKind.Digits && (lexemes[mark].Key is "." or "/" || (hasYear && lexemes[mark].Key is "-"))
            && Lexeme.IsGlued(lexemes, mark) && Lexeme.IsGlued(lexemes, mark + 1) ? beyond : null;
    }

    private static bool IsYearBeside(ImmutableArray<Lexeme> lexemes, int at, int step) =>
        lexemes[at].Key.Length is 4 or 2 && GoesOn(lexemes, at + step, step, true) is null;

    private (GrammarMatch? Match, string? Modifier) Longest(ImmutableArray<Lexeme> lexemes, int at)
    {
        var plain = PastContext(lexemes, _grammar.MatchAt(lexemes, at));
        if (plain is { Kind: Bounded }) plain = null;
        var (length, value) = Modifier(lexemes, at);
        var modified = length == 0 ? null : _grammar.MatchAt(lexemes, at + length);
        var takes = modified is { Kind: Date or Bounded or "duration" or "shift" } && (plain is null || modified.To >= plain.To);
        return takes ? (modified! with { Kind = modified.Kind is Bounded ? Date : modified.Kind }, value) : Suffixed(lexemes, plain);
    }

    // «2018 or later»
    private (GrammarMatch? Match, string? Modifier) Suffixed(ImmutableArray<Lexeme> lexemes, GrammarMatch? match)
    {
        if (match is not { Kind: Date, Parts: [var part] } || _suffixes.Match(lexemes, match.To) is not { Length: > 0 } suffix) return (match, null);
        var to = match.To + suffix.Length;
        return (match with { To = to, Parts = [part with { Span = new(part.Span.Start, lexemes[to - 1].Span.End) }] }, suffix.Value);
    }

    // «before the end of»: two may follow each other, and the first says how the whole is meant.
    private (int Length, string Value) Modifier(ImmutableArray<Lexeme> lexemes, int at)
    {
        var first = _modifiers.Match(lexemes, at);
        var second = first.Length == 0 ? default : _modifiers.Match(lexemes, at + first.Length);
        return (first.Length + second.Length, first.Value);
    }

    // «in June» is a month in its context; «June 2008», which starts within it, is longer and right.
    private GrammarMatch? PastContext(ImmutableArray<Lexeme> lexemes, GrammarMatch? match)
    {
        if (match is null) return null;
        var inner = match.From;
        while (lexemes[inner].Span.Start < match.Parts[0].Span.Start) inner++;
        return inner > match.From && _grammar.MatchAt(lexemes, inner) is { } longer && longer.To > match.To ? longer : match;
    }

    private static TimeWords Words(ImmutableArray<Lexeme> lexemes, GrammarMatch match, MatchedPart part, string? modifier, int at, int block)
    {
        // The first of «23 au 25 juillet» has its month and year from the last.
        var last = match.Parts[^1];
        var lent = last.Slots.Where(s => s.Name is "month" or "year" or "year2" && part[s.Name] is null);
        var slots = part with { Slots = [.. lent, .. part.Slots] };
        if (modifier is { Length: > 0 } and not "-") slots = slots.With("mod", modifier);
        var start = modifier is null ? part.Span.Start : Math.Min(part.Span.Start, lexemes[at].Span.Start);
        return new(new(start, part.Span.End), match.Kind, slots, IndexAt(lexemes, match.From, start), IndexAt(lexemes, match.From, part.Span.End - 1) + 1, block);
    }

    private static int IndexAt(ImmutableArray<Lexeme> lexemes, int from, int position)
    {
        while (from > 0 && lexemes[from].Span.Start > position) from--;
        while (from < lexemes.Length && lexemes[from].Span.End <= position) from++;
        return from;
    }

    // A day and a time of day side by side are one time: «jeudi à 14 heures».
    private List<TimeWords> Joined(List<TimeWords> found, ImmutableArray<Lexeme> lexemes)
    {
        var joined = new List<TimeWords>(found.Count);
        foreach (var words in found)
        {
            if (joined.Count > 0 && Fit(joined[^1], words) && Touch(lexemes, joined[^1].To, words.From)) joined[^1] = Join(joined[^1], words);
            else joined.Add(words);
        }

        return joined;
    }

    private static bool Fit(TimeWords a, TimeWords b) => (a.IsClock && b.IsCalendar) || (a.IsCalendar && b.IsClock);

    private bool Touch(ImmutableArray<Lexeme> lexemes, int end, int start) =>
        start == end || (start > end && _links.Match(lexemes, end) is { Length: > 0 } link && end + link.Length == start);

    private static TimeWords Join(TimeWords a, TimeWords b) =>
        a with { Span = new(a.Span.Start, b.Span.End), Slots = a.Slots with { Slots = [.. a.Slots.Slots, .. b.Slots.Slots] }, To = b.To };
}
