using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Recoupe.Formats;
using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Forms;

/// <summary>
/// Reads the HTML files in which press databases hand out articles, many in one: Europresse, and Factiva in both of its layouts. Of each
/// the text becomes a page; outlet, headline, author and day are taken from the lines above it and left out of the text.
/// </summary>
internal static partial class PressExport
{
    private const int LongestLine = 400;
    private const int MostOfAName = 4; // words

    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase) { "de", "du", "des", "von", "van", "der",
        "den", "la", "le", "da", "di", "al", "el", "ben" };

    /// <summary>The articles; <see langword="null"/> where the file is no such export.</summary>
    public static IEnumerable<Outcome<Page>>? Read(FoundFile file, ReadOnlySpan<byte> bytes)
    {
        var isEuropresse = bytes.IndexOf("DocPublicationName"u8) >= 0;
        if (!isEuropresse && (bytes.IndexOf("Article\""u8) < 0 || bytes.IndexOf("articleParagraph"u8) < 0)) return null;
        var document = HtmlTree.Parse(PageText.OfHtml(bytes));
        var selector = isEuropresse ? "article" : "div.article";

        // One within another is of the outer: a page that nests them would be told as often as it nests.
        var articles = document?.QuerySelectorAll(selector).Where(a => a.ParentElement?.Closest(selector) is null).ToList();
        if (articles is { Count: > 0 }) return Pages(file, document!, articles, isEuropresse);
        document?.Dispose();
        return null;
    }

    private static IEnumerable<Outcome<Page>> Pages(FoundFile file, IDocument document, List<IElement> articles, bool isEuropresse)
    {
        using (document)
        {
            for (var i = 0; i < articles.Count; i++)
                yield return Page(file, isEuropresse ? Europresse(articles[i]) : Factiva(articles[i]), i + 1);
        }
    }

    private static Outcome<Page> Page(FoundFile file, (PageFacts Facts, string? Body) article, int number)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"{file.Path}#{number}");
        if (article.Body is not { Length: > 0 } body) return IngestRefusals.NoText(path);
        var name = SafeName.Of(string.Create(CultureInfo.InvariantCulture, $"{FileNames.Stem(file.Path)}-{number}"));
        return new Page(
            path, name, PageKind.Html, ImmutableCollectionsMarshal.AsImmutableArray(Encoding.UTF8.GetBytes(body)), article.Facts);
    }

    private static (PageFacts Facts, string? Body) Europresse(IElement article)
    {
        var body = Classed(article, "docOcurrContainer") ?? Classed(article, "DocText") ?? article.QuerySelector("section");
        var facts = PageFacts.None with
        {
            Site = Outlet(Classed(article, "DocPublicationName")),
            Title = Line(Classed(article, "titreArticleVisu") ?? Classed(article, "titreArticle")),
            Authors = ByLine(article),
            Published = Day(Line(Classed(article, "DocHeader"))) ?? DayOfNumber(Line(Classed(article, "publiC-lblNodoc"))),
        };
        return (facts, Markup(Classed(article, "rdp__subtitle") is { } subtitle && Line(subtitle) != facts.Title ? subtitle : null, body));
    }

    // "Le Monde, no. 23999", the number of the paper or its page on a line of its own.
    private static string? Outlet(IElement? element)
    {
        var first = element?.Descendants<IText>().Select(t => t.Data.Trim()).FirstOrDefault(t => t.Length > 0);
        if (first is null) return null;
        var number = first.IndexOf(", no", StringComparison.OrdinalIgnoreCase) is >= 0 and var no
            ? no
            : first.IndexOf(", n°", StringComparison.OrdinalIgnoreCase);
        return Bare((number < 0 ? first : first[..number]).Trim());
    }

    // «Le Monde (site web)», «Ouest-France - Abonnés» are the paper itself: another name would be another voice.
    private static string Bare(string outlet)
    {
        var form = outlet.IndexOf("(site web", StringComparison.OrdinalIgnoreCase);
        if (form > 0) outlet = outlet[..form].TrimEnd();
        foreach (var ending in (ReadOnlySpan<string>)["Abonnés", "abonnés", "Abonné", "Premium"])
        {
            if (outlet.EndsWith(ending, StringComparison.Ordinal)
                && outlet[..^ending.Length].TrimEnd() is [.., '-' or '–'] bare
                && bare.Length > 2)
                return bare[..^1].TrimEnd();
        }

        return outlet;
    }

    // One layout has a place for names; in the other they share theirs with the paper's section, and only what is names counts.
    private static ImmutableArray<string> ByLine(IElement article)
    {
        if (Line(Classed(article, "docAuthors")) is { } named) return [.. Parted(named)];
        return [.. article.QuerySelectorAll(".sm-margin-bottomNews").Select(Line).OfType<string>().Reverse()
            .Select(line => Parted(line).ToList()).FirstOrDefault(names => names.Count > 0 && names.TrueForAll(IsName)) ?? []];
    }

    private static IEnumerable<string> Parted(string line)
    {
        var names = Opening().Replace(line, "");
        return Joint().Split(names).Select(name => name.Trim()).Where(name => name.Length > 0);
    }

    // Two to four words, each of which a name may have.
    private static bool IsName(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: >= 2 and <= MostOfAName } words && words[0].Length > 1
            && Array.TrueForAll(words, IsOfAName);

    private static bool IsOfAName(string word) =>
        (char.IsUpper(word[0]) || Particles.Contains(word))
        && Array.TrueForAll([.. word], c => char.IsLetter(c) || c is '-' or '\'' or '’' or '.');

    [GeneratedRegex(
        "^(par|by|de) ",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(" et | and |[;,&]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Joint();

    // news·20220409·LM·1234567
    private static string? DayOfNumber(string? number) =>
        number?.Split('·', '×', ' ', '.').Where(part => part.Length == 8).Select(IsoDay.Read).FirstOrDefault(day => day is not null);

    private static (PageFacts Facts, string? Body) Factiva(IElement article) =>
        article.QuerySelector("td b") is null ? Running(article) : Indexed(article);

    // A row a field, known by two letters.
    private static (PageFacts Facts, string? Body) Indexed(IElement article)
    {
        var rows = article.QuerySelectorAll("tr")
            .Select(row => (Code: Line(row.QuerySelector("td b")), Cell: row.QuerySelectorAll("td").LastOrDefault()))
            .Where(row => row.Code is { Length: 2 } && row.Cell is not null)
            .ToLookup(row => row.Code, row => row.Cell!, StringComparer.Ordinal);
        var facts = PageFacts.None with
        {
            Site = Line(rows["SN"].FirstOrDefault()),
            Title = Line(rows["HD"].FirstOrDefault()),
            Authors = Names(Line(rows["BY"].FirstOrDefault())),
            Published = Day(Line(rows["PD"].FirstOrDefault())),
        };
        return (facts, Markup([.. rows["LP"], .. rows["TD"]]));
    }

    // Headline, number of words, day, hour, outlet, its code, language and rights, a line each; then the paragraphs.
    private static (PageFacts Facts, string? Body) Running(IElement article)
    {
        var lines = article.QuerySelectorAll("div:not([class]):not([id])")
            .Where(d => d.Children.All(c => c.LocalName is not "div" and not "p")).Select(Line).OfType<string>().ToList();
        var day = lines.FindIndex(line => Day(line) is not null);
        var facts = PageFacts.None with
        {
            Site = day < 0 ? null : lines.Skip(day + 1).FirstOrDefault(line => line.Any(char.IsLetter)),
            Title = Line(Classed(article, "Headline") ?? article.QuerySelector("#hd")),
            Authors = Names(Line(article.QuerySelector(".author"))),
            Published = day < 0 ? null : Day(lines[day]),
        };
        // The last paragraph is the document's number.
        return (facts, Markup([.. article.QuerySelectorAll("p.articleParagraph")]));
    }

    private static string? Markup(params IElement?[] elements) =>
        string.Concat(elements.OfType<IElement>()
            .Select(e => e.LocalName is "td" ? $"<div>{e.InnerHtml}</div>" : e.OuterHtml)) is { Length: > 0 } markup ? markup : null;

    private static string? Day(string? line) =>
        line is { Length: <= LongestLine } && WrittenDay.In(LineWords.Of(line)) is { Value: [not 'X', ..] } day ? day.Value : null;

    private static ImmutableArray<string> Names(string? line) =>
        line is null ? [] : [.. line.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static IElement? Classed(IElement article, string part) =>
        article.Descendants<IElement>()
            .FirstOrDefault(e => e.ClassList.Any(name => name.EndsWith(part, StringComparison.OrdinalIgnoreCase)));

    private static string? Line(IElement? element) =>
        element is not null && string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } text ? text : null;
}
