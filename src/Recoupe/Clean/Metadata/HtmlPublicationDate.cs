using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Recoupe.Clean.Lines;
using Recoupe.Formats;
using Recoupe.Utility;

namespace Recoupe.Clean.Metadata;

/// <summary>
/// Finds the day of publication on a page of HTML. The order of what is believed is htmldate's (as its documentation tells it): the
/// address, JSON-LD, meta elements, elements that hold a time, elements whose names speak of days, days in the text; a day of change only
/// where there is no other. Of several alike, the one nearest to the headline: the others are of other articles. What a machine stamped may
/// be a day off where the reader was, so that a day shown under the headline goes before it.
/// </summary>
internal sealed partial class HtmlPublicationDate
{
    private const int LongestPart = 200; // characters of an element that shows a day
    private const int LongestLine = 120;
    private const int Above = 4; // an element above the headline counts as so many times as far
    private const int NearHeadline = 40; // nodes
    private const int LongestKeptUp = 900; // days, some two years and a half, in which pages are rewritten and dated anew
    private const int LongestHeading = 1000;
    private const int ShortestHeading = 10;
    private const int ShortestLead = 25; // characters of a link that is a headline

    private static readonly ILookup<string, string> Names =
        LanguageFile.Sections("any/day-names.txt").ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Parts = Names["part"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Abouts = Names["about"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Others = Names["other"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly IDocument _document;
    private readonly LinkedData _data;
    private readonly SiteWords _words;
    private readonly MetaElements _metas;
    private readonly INode[] _nodes;
    private readonly int _headline;
    private readonly INode? _frame;

    private HtmlPublicationDate(
        IDocument document, LinkedData data, MetaElements metas, string? title, IElement? body, SiteWords words, IEnumerable<INode> nodes)
    {
        (_document, _data, _metas, _words) = (document, data, metas, words);
        _nodes = [.. nodes];
        _headline = Headline(title);
        _frame = Frame(body);
    }

    /// <summary>
    /// The days that the page tells, the one to follow first. Where nothing of its own tells one, the days of other texts are looked at
    /// too.
    /// </summary>
    /// <param name="document">The page.</param>
    /// <param name="data">Its JSON-LD.</param>
    /// <param name="metas">Its meta elements.</param>
    /// <param name="facts">What is known of it.</param>
    /// <param name="body">The element that holds the article's text, where one was found: what holds it is the page's own, whatever its
    /// class says.</param>
    /// <param name="words">The wordings by which lines are known.</param>
    public static ImmutableArray<DayTold> Of(
        IDocument document, LinkedData data, MetaElements metas, PageFacts facts, IElement? body, SiteWords words)
    {
        var days = Days(OwnNodes(document, body));
        return days.IsEmpty ? Days(document.Body?.GetDescendants().Where(n => !IsQuoted(n)) ?? []) : days;

        ImmutableArray<DayTold> Days(IEnumerable<INode> nodes) =>
            new HtmlPublicationDate(document, data, metas, facts.Title, body, words, nodes).Days(facts.Url);
    }

    /// <summary>
    /// Of these days the first, and those that are surely told of this article: told by its markup as a whole, or near its headline.
    /// </summary>
    public static IEnumerable<Metadatum> Sure(ImmutableArray<DayTold> days) =>
        days.Where((d, i) => i == 0 || d.Distance is int.MaxValue or <= NearHeadline).Select(d => new Metadatum(d.Value, d.Where));

    private ImmutableArray<DayTold> Days(string? url)
    {
        ImmutableArray<DayTold> stamped = [.. Address(url), .. Data("datePublished"), .. Meta("published"), .. Marked(), .. Timed()];
        if (stamped.IsEmpty) stamped = [.. InScripts()];
        ImmutableArray<DayTold> shown = [.. BelowFirst(Shown())];
        if (stamped.IsEmpty) return shown.IsEmpty ? [.. Changed().Take(1)] : shown;
        return [.. Better(stamped, shown), .. stamped, .. shown];
    }

    // What stands above the headline is often the paper's day; where one stands under it too, that is the article's.
    private static IEnumerable<DayTold> BelowFirst(IEnumerable<DayTold> shown)
    {
        ImmutableArray<DayTold> all = [.. shown];
        return all.Any(s => s is { IsAbove: false, Distance: <= NearHeadline }) ? all.OrderBy(s => s.IsAbove) : all;
    }

    // What is known better than the first stamp tells it, or nothing.
    private IEnumerable<DayTold> Better(ImmutableArray<DayTold> stamped, ImmutableArray<DayTold> shown)
    {
        if (shown.FirstOrDefault(s => s is { IsNamed: true, IsAbove: false, Distance: <= NearHeadline }) is { } near)
            return IsShownBetter(near, stamped) && !IsOfLateChange(near, stamped[0]) ? [near] : [];
        if (stamped[0].IsUniversal) return InScripts().Where(local => !local.IsUniversal && Math.Abs(DaysFrom(stamped[0], local)) == 1);
        return stamped[0].From is PublicationSource.Url
            ? stamped.Skip(1).Where(s => !s.IsUniversal && DaysFrom(stamped[0], s) == 1).Take(1)
            : [];
    }

    // The version that is shown is of the day that it shows, later than when a first one was filed. An earlier one only says that a stamp
    // in universal time is a day off for half the world's evenings.
    private static bool IsShownBetter(DayTold shown, ImmutableArray<DayTold> stamped) =>
        !stamped.Any(s => string.Equals(s.Value, Swapped(shown.Value), StringComparison.Ordinal))
        && DaysFrom(stamped[0], shown) is var later
        && (later > 0 || (later == -1 && stamped[0].IsUniversal));

    // A page that is kept up is dated anew. But a bare day that the page stamps as its last change's, years after the article was filed, is
    // an old article's that was touched.
    private bool IsOfLateChange(DayTold shown, DayTold filed) =>
        DaysFrom(filed, shown) > LongestKeptUp
            && Changed().Any(changed => string.Equals(changed.Value, shown.Value, StringComparison.Ordinal));

    private static int DaysFrom(DayTold one, DayTold other) => Parsed(other).DayNumber - Parsed(one).DayNumber;

    private static DateOnly Parsed(DayTold day) => DateOnly.ParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // 01/06 is the first of June, or as Americans write it the sixth of January: the page's stamp tells which.
    internal static string Swapped(string day) => day.Length == 10 ? $"{day[..5]}{day[8..]}-{day[5..7]}" : day;

    // The heading that says what the page is called; else the first of the highest.
    private int Headline(string? title)
    {
        var first = Array.FindIndex(_nodes, n => n is IElement { LocalName: "h1" });
        if (title is null || (first >= 0 && IsTitle((IElement)_nodes[first], title))) return Math.Max(0, first);
        var named = Array.FindIndex(
            _nodes, n => n is IElement { LocalName: "h1" or "h2" or "h3" or "h4" } element && IsTitle(element, title));
        return named >= 0 ? named : Math.Max(0, first);
    }

    // The smallest element that holds both the headline and the text.
    private INode? Frame(IElement? body)
    {
        if (body is null || _headline >= _nodes.Length) return null;
        var around = new HashSet<INode>();
        for (INode? node = body; node is not null; node = node.Parent) around.Add(node);
        INode? at = _nodes[_headline];
        while (at is not null && !around.Contains(at)) at = at.Parent;
        return at;
    }

    // Above the headline and outside of what holds it with its text: the head of the site, with the day on which the page is looked at.
    private bool IsMasthead(int index)
    {
        if (index >= _headline || _frame is null) return false;
        for (INode? node = _nodes[index]; node is not null; node = node.Parent)
        {
            if (node == _frame) return false;
        }

        return true;
    }

    private static bool IsTitle(IElement element, string title) =>
        element.TextContent is { Length: <= LongestHeading } text
            && Squeezed(text) is { Length: >= ShortestHeading } heading
            && title.Contains(heading, StringComparison.OrdinalIgnoreCase);

    // In the order of the page, less what lies in an element of other texts.
    private static IEnumerable<INode> OwnNodes(IDocument document, IElement? body)
    {
        var around = new HashSet<INode>();
        for (INode? node = body; node is not null; node = node.Parent) around.Add(node);
        var others = new HashSet<INode>();
        foreach (var node in document.Body?.GetDescendants() ?? [])
        {
            if (others.Contains(node.Parent!) || (node is IElement element && !around.Contains(element) && IsOfOthers(element)))
                others.Add(node);
            else if (node is IElement or IText) yield return node;
        }
    }

    // A post that is quoted has a day of its own.
    private static bool IsQuotation(IElement element) => element.LocalName is "blockquote" && element.QuerySelector("h1") is null;

    private static bool IsQuoted(INode node) => node.ParentElement?.Closest("blockquote") is not null;

    private static bool IsOfOthers(IElement element) => IsQuotation(element) || IsOther(element);

    private static bool IsOther(IElement element) =>
        (IsCard(element) || (element.LocalName is not ("main" or "article" or "body") && Has(element, Others)))
            && element.QuerySelector("h1") is null;

    // A link that is a headline, and with it its day: an item of a list of other articles.
    private static bool IsCard(IElement element) =>
        element.LocalName is "li" && element.QuerySelectorAll("a").Any(a => a.TextContent.AsSpan().Trim().Length >= ShortestLead);

    private static IEnumerable<DayTold> Address(string? url) =>
        PublicationDate.DayIn(url) is { } day ? [new(day, "address", PublicationSource.Url)] : [];

    private IEnumerable<DayTold> Data(params string[] fields) =>
        _data.Day(fields) is { } raw ? Stamped(raw, "JSON-LD") : [];

    private IEnumerable<DayTold> Meta(string family) =>
        Names[family].SelectMany(name => _metas[name] is { } value ? Stamped(value, name) : [])
            .DistinctBy(d => d.Value, StringComparer.Ordinal);

    private IEnumerable<DayTold> Marked() => Nearest(IsPublished, "itemprop");

    private IEnumerable<DayTold> Timed() => Nearest(e => (e.LocalName is "time" || e.HasAttribute("pubdate")) && !IsOfChange(e), "time");

    private IEnumerable<DayTold> Shown() =>
    [
        .. Closest(Elements(e => Has(e, Parts) || e.LocalName is "time"), n => ReadPart((IElement)n))
            .Select(d => d with { IsNamed = true }),
        .. Closest(Elements(e => Has(e, Abouts)), n => ReadPart((IElement)n)).Select(d => d with { IsNamed = true }),
        .. NearestLine(),
    ];

    private IEnumerable<DayTold> Changed() =>
        [.. Data("dateModified", "dateCreated", "uploadDate"), .. Nearest(IsOfChange, "time"), .. Meta("modified")];

    private static bool IsPublished(IElement element) =>
        element.GetAttribute("itemprop") is "datePublished"
        || (element.LocalName is "time" or "abbr" && element.ClassName?.Contains("publi", StringComparison.OrdinalIgnoreCase) is true);

    private static bool IsOfChange(IElement element) =>
        element.GetAttribute("itemprop") is "dateModified"
        || (element.LocalName is "time" or "abbr" && element.ClassName is { } name && (name.Contains("updated", StringComparison.OrdinalIgnoreCase) || name.Contains("modified", StringComparison.OrdinalIgnoreCase)));

    private IEnumerable<(int Index, INode Item)> Elements(Func<IElement, bool> holds) =>
        _nodes.Index().Where(n => n.Item is IElement element && holds(element));

    private IEnumerable<DayTold> Nearest(Func<IElement, bool> holds, string where)
    {
        foreach (var (index, node) in Elements(holds).OrderBy(n => IsMasthead(n.Index)).ThenBy(n => Distance(n.Index)))
        {
            if (ReadElement((IElement)node) is { } raw) return [.. Stamped(raw, where).Select(d => d with { Distance = Distance(index) })];
        }

        return [];
    }

    // Lines of text with a year in them; where none is announced as the day of publication, the nearest.
    private IEnumerable<DayTold> NearestLine()
    {
        var lines = _nodes.Index().Where(n => n.Item is IText text && IsLine(text.Data) && Year().IsMatch(text.Data) && !IsCode(text))
            .ToList();
        var announced = lines.Where(n => _words.BylineWords(LineWords.Of(((IText)n.Item).Data.AsSpan().Trim())) > 0);
        return [.. Closest(announced, n => ReadText(((IText)n).Data)), .. Closest(lines, n => ReadText(((IText)n).Data))];
    }

    private static bool IsLine(string text) => text.Length <= LongestLine * 4 && text.AsSpan().Trim().Length <= LongestLine;

    private static bool IsCode(INode text) => text.ParentElement?.LocalName is "script" or "style" or "noscript" or "option";

    private IEnumerable<DayTold> Closest(IEnumerable<(int Index, INode Item)> candidates, Func<INode, string?> read)
    {
        foreach (var (index, node) in candidates.OrderBy(n => IsMasthead(n.Index)).ThenBy(n => Distance(n.Index)))
        {
            if (read(node) is { } day)
                return [new(day, "page", PublicationSource.Byline) { Distance = Distance(index), IsAbove = index < _headline }];
        }

        return [];
    }

    private int Distance(int index) => index < _headline ? (_headline - index) * Above : index - _headline;

    private string? ReadElement(IElement element)
    {
        foreach (var name in (ReadOnlySpan<string>)["datetime", "content", "title", "data-datetime", "data-date"])
        {
            if (element.GetAttribute(name) is { Length: > 0 } value && Read(value) is not null) return value;
        }

        return ReadPart(element);
    }

    private string? ReadPart(IElement element) =>
        element.TextContent is { Length: <= LongestPart * 4 } text && Squeezed(text) is { Length: <= LongestPart } part
            ? ReadText(part)
            : null;

    private IEnumerable<DayTold> Stamped(string raw, string where) =>
        Read(raw) is { } day ? [new(day, where, PublicationSource.Metadata) { IsUniversal = Universal().IsMatch(raw) }] : [];

    private string? Read(string value) => IsoDay.Read(value) is { Length: 10 } day && char.IsAsciiDigit(day[0]) ? day : ReadText(value);

    // A day without its year is none here. Of several the one that is said to be of publication goes before the first: «Updated 14 March
    // 2024, first published 12 March 2024».
    private string? ReadText(string text)
    {
        var line = LineWords.Of(text);
        string? first = null;
        for (var from = 0; WrittenDay.In(line, from) is { } day; from = day.First + day.Words)
        {
            if (day.Value[0] == 'X') continue;
            if (first is not null && _words.SaysPublished(line, day.First)) return day.Value;
            first ??= day.Value;
        }

        if (first is not null) return first;
        return ShortDay().Match(text) is { Success: true } found ? Short(found) : null;
    }

    // 10.12.19: day first, as in Europe; the Web is not older than 1970.
    private static string? Short(Match found) =>
        IsoDay.Read($"{(found.Groups["year"].ValueSpan[0] < '7' ? 20 : 19)}{found.Groups["year"].Value}-{found.Groups["month"].Value.PadLeft(2, '0')}-{found.Groups["day"].Value.PadLeft(2, '0')}");

    // Some pages hand their days to scripts alone.
    private IEnumerable<DayTold> InScripts() => _document.QuerySelectorAll("script:not([src])")
        .SelectMany(script => ScriptDay().Match(script.TextContent) is { Success: true } found
            ? Stamped(found.Groups["day"].Value, "script").Select(d => d with { IsUniversal = found.Groups["hour"].Success })
            : [])
        .Take(1);

    private static bool Has(IElement element, FrozenSet<string> names) => Has(element.ClassName, names) || Has(element.Id, names);

    private static bool Has(string? value, FrozenSet<string> names)
    {
        if (value is null) return false;
        var lookup = names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var range in value.AsSpan().SplitAny(" -_"))
        {
            if (lookup.Contains(value.AsSpan(range))) return true;
        }

        return false;
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("(19|20)[0-9][0-9]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Year();

    [GeneratedRegex("(^|[^0-9./-])(?<day>[0-9]{1,2})[./](?<month>[0-9]{1,2})[./](?<year>[0-9]{2})($|[^0-9./-])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ShortDay();

    [GeneratedRegex("[0-9] ?(Z|UTC|GMT|[+]00:?00)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Universal();

    [GeneratedRegex("\"(?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|firstPublished|pubDate|dateCreated|datePublication|date_publication|dateCreation|date_creation)\\\\?\"\\s{0,4}:\\s{0,4}\\\\?\"(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?<hour>T)?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ScriptDay();
}

/// <summary>A day of publication that a page tells.</summary>
/// <param name="Value">ISO 8601.</param>
/// <param name="Where">The place, as in <see cref="Metadatum"/>.</param>
/// <param name="From">What kind of place it is.</param>
internal sealed record DayTold(string Value, string Where, PublicationSource From)
{
    /// <summary>Whether it was written in universal time: where the article was read it may have been another day.</summary>
    public bool IsUniversal { get; init; }

    /// <summary>Whether it stands in an element that says that it shows a day.</summary>
    public bool IsNamed { get; init; }

    /// <summary>Whether it stands above the headline, where pages show the day on which they are rendered.</summary>
    public bool IsAbove { get; init; }

    /// <summary>How many nodes lie between it and the headline.</summary>
    public int Distance { get; init; } = int.MaxValue;
}
