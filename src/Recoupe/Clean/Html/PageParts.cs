using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Recoupe.Clean.Lines;
using Recoupe.Formats;
using Recoupe.Utility;

namespace Recoupe.Clean.Html;

/// <summary>
/// The names by which the elements of a page say what they are: those of every page, and those that a page's linked data gives its
/// article's parts.
/// </summary>
internal sealed partial class PageParts
{
    private const int LongestOpening = 200; // characters in which a correction says what it is

    private static readonly ILookup<string, string> _shipped = LanguageFile.Sections("any/page-parts.txt")
        .ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);
    private static readonly FrozenSet<string> _surely = _shipped["surely"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenSet<string> _perhaps = _shipped["perhaps"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> _lead = _shipped["lead"].ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly bool _none;
    private readonly HashSet<string> _classes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly SiteWords? _words;

    private PageParts(bool none, IEnumerable<string> selectors, SiteWords? words)
    {
        (_none, _words) = (none, words);
        foreach (var part in selectors.SelectMany(s => s.Split(',')))
        {
            if (Last(part) is not { Length: > 1 } name) continue;
            (name[0] is '.' ? _classes : _ids).Add(name[1..]);
        }
    }

    /// <summary>No names: every element is read for what it is.</summary>
    public static PageParts None { get; } = new(none: true, [], words: null);

    /// <summary>The names of every page, with the selectors (CSS) that this page's linked data gives.</summary>
    public static PageParts Of(IEnumerable<string> selectors, SiteWords words) => new(none: false, selectors, words);

    /// <summary>Whether the linked data names this element as a part of the article.</summary>
    public bool IsNamed(IElement element) =>
        (_ids.Count > 0 && element.Id is { } id && _ids.Contains(id)) || (_classes.Count > 0 && element.ClassList.Any(_classes.Contains));

    /// <summary>What the element's own names say of its being part of an article.</summary>
    public Aside AsideOf(IElement element)
    {
        if (_none || element.LocalName is "body" or "main" or "article" || IsPost(element) || IsNamed(element)) return Aside.No;
        return Has(element, _surely) ? Aside.Surely : Has(element, _perhaps) ? Aside.Perhaps : Aside.No;
    }

    /// <summary>Whether the element opens by saying that the article was corrected.</summary>
    public bool IsCorrection(IElement element) =>
        _words is not null
            && element.LocalName is "aside"
            && Opening(element) is { Length: > 0 } line
            && _words.IsCorrection(LineWords.Of(line));

    private static string Opening(IElement element)
    {
        var text = element.TextContent.AsSpan().TrimStart();
        return text[..Math.Min(text.Length, LongestOpening)].ToString();
    }

    // WordPress names every category and tag of a post among the post's own classes; schema.org says which element the body is.
    private static bool IsPost(IElement element) =>
        element.ClassList.Contains("hentry")
            || element.ClassList.Contains("type-post")
            || element.GetAttribute("itemprop") is "articleBody";

    private static bool Has(IElement element, FrozenSet<string> names) =>
        Has(element.ClassName, names) || Has(element.Id, names) || Has(element.GetAttribute("role"), names);

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

    /// <summary>Whether the element, or what it lies in, says by its class that it is the article's standfirst.</summary>
    public static bool IsLead(IElement element) =>
        HasPart(element.ClassName)
            || (element.ParentElement is { } outer && outer.LocalName is not ("body" or "main" or "article") && HasPart(outer.ClassName));

    // Class names join words in more ways than others are parted: article-subheadline, contentHeader__abstract.
    private static bool HasPart(string? names) =>
        names is not null && Word().Matches(names).Any(word => _lead.Contains(word.Value));

    [GeneratedRegex("[A-Z]?[a-z]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    // The last class or id of a selector: what stands before it says only where the element lies.
    private static string? Last(string selector)
    {
        var at = selector.AsSpan().LastIndexOfAny('.', '#');
        if (at < 0) return null;
        var end = selector.AsSpan(at + 1).IndexOfAny(" :[>+~");
        return (end < 0 ? selector[at..] : selector[at..(at + 1 + end)]).Trim();
    }
}
