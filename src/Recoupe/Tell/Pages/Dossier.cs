using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>A ledger told to people: static pages that need no network and no script.</summary>
public static partial class Dossier
{
    /// <summary>The name of the page to open first.</summary>
    public const string FirstPage = "index.html";

    /// <summary>The dossier's files, one by one; equal ledgers and options give equal files.</summary>
    /// <param name="ledger">What is told.</param>
    /// <param name="filed">An article with its findings, by id; asked for twice an article.</param>
    /// <param name="options">How it is told.</param>
    public static IEnumerable<DossierFile> Files(Ledger ledger, Func<ArticleId, FiledArticle> filed, DossierOptions options)
    {
        var words = options.Words ?? Locale.OfSystem();
        var made = (options.Clock ?? TimeProvider.System).GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var shelf = new DossierModel(ledger, filed, words, options.Share, made, Version);
        return AllFiles(shelf);
    }

    /// <summary>Whether a file's name is one that a dossier gives its pages: what may be removed when a newer dossier lacks it.</summary>
    public static bool IsPage(string name) => PageNames().IsMatch(name);

    [GeneratedRegex("^((article|claim|question|dispute)-[0-9a-f]{16}|(claims|once|names|figures)(-[0-9]+)?|index|articles|disputes|families|decisions)\\.html$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PageNames();

    /// <summary>The version that pages name.</summary>
    public static string Version { get; } =
        typeof(Dossier).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private static IEnumerable<DossierFile> AllFiles(DossierModel shelf)
    {
        var words = shelf.Words;
        yield return new DossierFile(Layout.Style, Locale.Asset("Assets/" + Layout.Style));
        yield return Page(FirstPage, FirstPage, words["nav.overview"], OverviewPage.Body(shelf));
        foreach (var question in shelf.Ledger.Questions)
            yield return Page(HtmlParts.Page(question), FirstPage, question.Text, QuestionPage.Body(shelf, question));
        yield return Page(DisputePages.Name, DisputePages.Name, words["disputes"], DisputePages.List(shelf));
        foreach (var (page, title, body) in DisputePages.Each(shelf)) yield return Page(page, DisputePages.Name, title, body);
        foreach (var (page, title, body) in ClaimPages.Lists(shelf).Concat(ClaimPages.Once(shelf)).Concat(ClaimPages.Each(shelf)))
            yield return Page(page, "claims.html", title, body);
        yield return Page("articles.html", "articles.html", words["articles"], ArticlePages.List(shelf));
        foreach (var article in shelf.Ledger.Articles)
            yield return Page(HtmlParts.Page(article.Id), "articles.html", article.Headline(), ArticlePages.Body(shelf, article));
        yield return Page("families.html", "families.html", words["families"], FamiliesPage.Body(shelf));
        foreach (var file in NamesAndFigures(shelf)) yield return file;
        if (!shelf.Ledger.Decisions.IsEmpty)
            yield return Page(DecisionsPage.Name, DecisionsPage.Name, words["decisions"], DecisionsPage.Body(shelf));

        DossierFile Page(string path, string way, string title, Html body) => new(path, Layout.Page(shelf, way, title, body));
    }

    private static IEnumerable<DossierFile> NamesAndFigures(DossierModel shelf)
    {
        var names = shelf.NameLots;
        for (var i = 0; i < names.Length; i++)
            yield return new(Pager.Page("names", i), Layout.Page(shelf, "names.html", shelf.Words["names"], NamesPages.Body(shelf, names[i], i, names.Length)));
        var figures = new CountList(shelf);
        for (var i = 0; i < figures.Lots.Length; i++)
            yield return new(Pager.Page("figures", i), Layout.Page(shelf, "figures.html", shelf.Words["figures"], FiguresPages.Body(shelf, figures, i)));
    }
}

/// <summary>How a dossier is told.</summary>
public readonly record struct DossierOptions
{
    /// <summary>Its language; the system's where not given.</summary>
    public Locale? Words { get; init; }

    /// <summary>Whether it shows short passages with source and link instead of whole texts; by default it shows the texts.</summary>
    public bool Share { get; init; }

    /// <summary>Where its date comes from; the system's clock where not given.</summary>
    public TimeProvider? Clock { get; init; }
}
