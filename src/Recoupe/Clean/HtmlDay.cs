using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Recoupe.Clean;

/// <summary>
/// Finds the day of publication on a page of HTML. The order of what is believed is htmldate's (as its documentation tells it): JSON-LD, meta
/// elements, elements that hold a time, elements whose names speak of days, days in the text; a day of change only where there is no other.
/// Of several alike, the one nearest to the headline: the others are of other articles.
/// </summary>
internal sealed partial class HtmlDay
{
    private const int LongestPart = 200; // characters of an element that shows a day
    private const int LongestLine = 120;
    private const int Above = 4; // an element above the headline counts as so many times as far

    private static readonly ILookup<string, string> Names =
        LanguageFile.Sections("any/day-names.txt").ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Parts = Names["part"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> Abouts = Names["about"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Others = Names["other"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly IDocument document;
    private readonly SiteWords words;
    private readonly Metas metas;
    private readonly INode[] nodes;
    private readonly int headline;

    private HtmlDay(IDocument document, SiteWords words, IEnumerable<INode> nodes)
    {
        (this.document, this.words) = (document, words);
        metas = new(document);
        this.nodes = [.. nodes];
        headline = Math.Max(0, Array.FindIndex(this.nodes, n => n is IElement { LocalName: "h1" }));
    }

    /// <summary>The day, or <see langword="null"/> where the page shows none. Where nothing else shows one, the days of other texts are looked at too.</summary>
    public static Publication? Of(IDocument document, SiteWords words) =>
        new HtmlDay(document, words, OwnNodes(document)).Found() ?? new HtmlDay(document, words, document.Body?.GetDescendants() ?? []).Found();

    private Publication? Found() =>
        Said() is { } said ? new(said, PublicationSource.Metadata, null, null)
        : Shown() is { } shown ? new(shown, PublicationSource.Byline, null, null)
        : Changed() is { } changed ? new(changed, PublicationSource.Metadata, null, null)
        : null;

    // In the order of the page, less what lies in an element of other texts. What holds the headline is the page's own, whatever its class says.
    private static IEnumerable<INode> OwnNodes(IDocument document)
    {
        var others = new HashSet<INode>();
        foreach (var node in document.Body?.GetDescendants() ?? [])
        {
            if (others.Contains(node.Parent!) || (node is IElement element && IsOther(element))) others.Add(node);
            else if (node is IElement or IText) yield return node;
        }
    }

    private static bool IsOther(IElement element) =>
        element.LocalName is not ("main" or "article" or "body") && Has(element, Others) && element.QuerySelector("h1") is null;

    private string? Said() =>
        LinkedData.Day(document, "datePublished")
        ?? Meta("published")
        ?? Nearest(IsPublished)
        ?? Nearest(e => (e.LocalName is "time" || e.HasAttribute("pubdate")) && !IsOfChange(e))
        ?? InScripts();

    private string? Shown() =>
        Nearest(e => Has(e, Parts), e => ReadPart(e))
        ?? Nearest(e => Has(e, Abouts), e => ReadPart(e))
        ?? NearestLine();

    private string? Changed() =>
        LinkedData.Day(document, "dateModified", "dateCreated", "uploadDate") ?? Nearest(IsOfChange) ?? Meta("modified");

    private string? Meta(string family) => Names[family].Select(name => metas[name]).OfType<string>().Select(Read).FirstOrDefault(day => day is not null);

    private static bool IsPublished(IElement element) =>
        element.GetAttribute("itemprop") is "datePublished"
        || (element.LocalName is "time" or "abbr" && element.ClassName?.Contains("publi", StringComparison.OrdinalIgnoreCase) is true);

    private static bool IsOfChange(IElement element) =>
        element.GetAttribute("itemprop") is "dateModified"
        || (element.LocalName is "time" or "abbr" && element.ClassName is { } name && (name.Contains("updated", StringComparison.OrdinalIgnoreCase) || name.Contains("modified", StringComparison.OrdinalIgnoreCase)));

    private string? Nearest(Func<IElement, bool> holds) => Nearest(holds, ReadElement);

    private string? Nearest(Func<IElement, bool> holds, Func<IElement, string?> read) =>
        Closest(nodes.Index().Where(n => n.Item is IElement element && holds(element)).Select(n => (n.Index, (Func<string?>)(() => read((IElement)n.Item)))));

    // Lines of text with a year in them; where none is announced as the day of publication, the nearest.
    private string? NearestLine()
    {
        var lines = nodes.Index().Where(n => n.Item is IText text && IsLine(text.Data) && Year().IsMatch(text.Data) && !IsCode(text)).ToList();
        return Closest(lines.Where(n => words.BylineWords(LineWords.Of(((IText)n.Item).Data.AsSpan().Trim())) > 0).Select(Reader))
            ?? Closest(lines.Select(Reader));

        (int, Func<string?>) Reader((int Index, INode Item) line) => (line.Index, () => ReadText(((IText)line.Item).Data));
    }

    private static bool IsLine(string text) => text.Length <= LongestLine * 4 && text.AsSpan().Trim().Length <= LongestLine;

    private static bool IsCode(INode text) => text.ParentElement?.LocalName is "script" or "style" or "noscript" or "option";

    private string? Closest(IEnumerable<(int Index, Func<string?> Read)> candidates) => candidates
        .OrderBy(c => c.Index < headline ? (headline - c.Index) * Above : c.Index - headline)
        .Select(c => c.Read())
        .FirstOrDefault(day => day is not null);

    private string? ReadElement(IElement element)
    {
        foreach (var name in (ReadOnlySpan<string>)["datetime", "content", "title", "data-datetime", "data-date"])
        {
            if (element.GetAttribute(name) is { Length: > 0 } value && Read(value) is { } day) return day;
        }

        return ReadPart(element);
    }

    private string? ReadPart(IElement element) =>
        element.TextContent is { Length: <= LongestPart * 4 } text && Squeezed(text) is { Length: <= LongestPart } part ? ReadText(part) : null;

    private string? Read(string value) => IsoDay.Read(value) is { Length: 10 } day && char.IsAsciiDigit(day[0]) ? day : ReadText(value);

    // A day without its year is none here.
    private string? ReadText(string text)
    {
        var line = LineWords.Of(text);
        for (var from = 0; WrittenDay.In(line, from) is { } day; from = day.First + day.Words)
        {
            if (day.Value[0] != 'X') return day.Value;
        }

        return null;
    }

    // Some pages hand their days to scripts alone.
    private string? InScripts() => document.QuerySelectorAll("script:not([src])")
        .Select(script => ScriptDay().Match(script.TextContent) is { Success: true } found ? IsoDay.Read(found.Groups["day"].Value) : null)
        .FirstOrDefault(day => day is not null);

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

    [GeneratedRegex("\"(?:datePublished|date_published|publishedAt|published_at|publishDate|publish_date|publicationDate|publication_date|firstPublished|pubDate|dateCreated)\\\\?\"\\s{0,4}:\\s{0,4}\\\\?\"(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ScriptDay();
}
