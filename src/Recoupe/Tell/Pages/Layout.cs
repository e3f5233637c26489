using System.Collections.Immutable;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages;

/// <summary>What every page has: head, ways to the others, and what the dossier rates and does not.</summary>
internal static class Layout
{
    public const string Style = "dossier.css";

    // Nothing is fetched, run or sent: styles come from beside the page, pictures are drawn in it. "file:" is named because browsers differ
    // on whether a page opened from a disk is of the same origin as the file beside it.
    private const string Policy =
        "default-src 'none'; style-src 'self' file:; img-src data:; base-uri 'none'; form-action 'none'";

    private static readonly ImmutableArray<(string Page, string Key)> Ways =
    [
        ("index.html", "nav.overview"),
        (DisputePages.Name, "nav.disputes"),
        ("claims.html", "nav.claims"),
        ("articles.html", "nav.articles"),
        ("families.html", "nav.families"),
        ("names.html", "nav.names"),
        ("figures.html", "nav.figures"),
    ];

    /// <summary>A whole page.</summary>
    /// <param name="shelf">The ledger.</param>
    /// <param name="way">The page that the navigation shows as the current one.</param>
    /// <param name="title">What the page is of.</param>
    /// <param name="body">Its main part.</param>
    public static string Page(DossierModel shelf, string way, string title, Html body)
    {
        var words = shelf.Words;
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{words.Language}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{new Html(Policy)}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex, nofollow">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="Recoupe {shelf.Version}">
            <title>{title} · {words["dossier"]}</title>
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="{Style}">
            </head>
            <body>
            <a class="skip" href="#main">{words["nav.skip"]}</a>
            <header class="top">
            <p class="brand"><a href="index.html">Recoupe</a></p>
            <nav aria-label="{words["nav.label"]}"><ul>{WaysOf(shelf).Select(w => Way(words, w, way))}</ul></nav>
            </header>
            <main id="main">
            {body}
            </main>
            <footer>
            <p>{words["fair.rates"]} {words["fair.said"]}</p>
            <p>{words.Say("fair.made", ("version", shelf.Version), ("day", words.Told(shelf.Made)))}{Html.Text(shelf.Share ? " " + words["fair.share"] : "")}</p>
            </footer>
            </body>
            </html>

            """).Markup;
    }

    private static IEnumerable<(string Page, string Key)> WaysOf(DossierModel shelf) =>
        shelf.Ledger.Decisions.IsEmpty ? Ways : Ways.Add((DecisionsPage.Name, "decisions"));

    private static Html Way(Locale words, (string Page, string Key) way, string current) =>
        string.Equals(way.Page, current, StringComparison.Ordinal)
            ? Html.Of($"""<li><a href="{way.Page}" aria-current="page">{words[way.Key]}</a></li>""")
            : Html.Of($"""<li><a href="{way.Page}">{words[way.Key]}</a></li>""");
}
