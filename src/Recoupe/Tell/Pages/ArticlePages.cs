using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>Articles: their list, and each with its statements marked in the text.</summary>
internal static class ArticlePages
{
    private const int SharedContext = 200; // characters: a sentence or two, short enough to be quoted

    public static Html List(DossierModel shelf)
    {
        var words = shelf.Words;
        var articles = shelf.Ledger.Articles.OrderBy(a => a.BelievedDay() ?? "~", StringComparer.Ordinal).ThenBy(a => a.Id);
        return Html.Of($"""
            <h1>{words["articles"]}</h1>
            <p class="lead">{words["articles.lead"]}</p>
            <div class="wide"><table class="stack"><thead><tr><th scope="col">{words["column.date"]}</th><th scope="col">{words["column.article"]}</th><th scope="col">{words["column.site"]}</th><th scope="col">{words["column.language"]}</th><th scope="col">{words["column.family"]}</th><th scope="col" class="number">{words["column.statements"]}</th></tr></thead><tbody>
            {articles.Select(Row)}</tbody></table></div>
            """);

        Html Row(ArticleHeader article) => Html.Of($"""
            <tr><td>{HtmlParts.Day(shelf, article)}</td><td><a href="{HtmlParts.Page(article.Id)}"><bdi>{HtmlParts.Short(article.Headline(), 140)}</bdi></a></td><td><bdi>{article.Site ?? "–"}</bdi></td><td>{words.LanguageName(article.Language)}</td><td>{FamiliesPage.Label(shelf, article.Id)}</td><td class="number" data-label="{words["column.statements"]}">{shelf.TellingsOf(article.Id).Length}</td></tr>

            """);
    }

    public static Html Body(DossierModel shelf, ArticleHeader article)
    {
        var filed = shelf.Filed(article.Id);
        return Html.Of($"""
            <p class="kicker"><a href="articles.html">{shelf.Words["articles"]}</a></p>
            <h1 lang="{article.Language}"><bdi>{HtmlParts.Short(article.Headline(), 300)}</bdi></h1>
            {Facts(shelf, article)}
            {Read(shelf, article)}
            {Unread(shelf, article)}
            {FamiliesPage.Ties(shelf, article.Id)}
            {Legend(shelf.Words)}
            <div class="reading">
            <div class="text" lang="{article.Language}" dir="auto">
            {(shelf.Share ? Excerpts(shelf, filed) : Text(shelf, filed))}
            </div>
            {Notes(shelf, article)}
            </div>
            """);
    }

    private static Html Facts(DossierModel shelf, ArticleHeader article)
    {
        var words = shelf.Words;
        Html[] facts =
        [
            article.Site is { } site ? Html.Of($"<bdi>{site}</bdi>") : Html.None,
            HtmlParts.Day(shelf, article),
            article.Published is { Doubted: { } doubt }
                ? Html.Of($"""<span class="doubt">{HtmlParts.Reason(shelf, doubt)}</span>""")
                : Html.None,
            article.Authors.IsEmpty ? Html.None : Html.Of($"<bdi>{string.Join(", ", article.Authors)}</bdi>"),
            Html.Text(words.LanguageName(article.Language)),
            HtmlParts.Outside(article.Url, words["article.source"]),
        ];
        return Html.Of($"""<p class="meta facts">{Html.Joined(" · ", facts.Where(fact => !fact.IsEmpty))}</p><p class="meta hash">{words["article.hash"]} <code>{article.TextHash[..Math.Min(16, article.TextHash.Length)]}</code></p>""");
    }

    // How it was read: where what is said of it disagrees.
    private static Html Read(DossierModel shelf, ArticleHeader article) => article.Notes.IsEmpty
        ? Html.None
        : Html.Of($"""<details class="furniture"><summary>{shelf.Words.Count("article.notes", article.Notes.Length)}</summary>{HtmlParts.Reasons(shelf, article.Notes)}</details>""");

    private static Html Unread(DossierModel shelf, ArticleHeader article) =>
        Reader.Languages.Contains(article.Language, StringComparer.Ordinal)
        ? Html.None
        : Html.Of($"""<p class="note">{shelf.Words["article.unread"]}</p>""");

    private static Html Legend(Locale words) => Html.Of(
        $"""<p class="legend key"><mark class="certain">{words["legend.certain"]}</mark> <mark class="probable">{words["legend.probable"]}</mark> <mark class="possible">{words["legend.possible"]}</mark> <mark class="open">{words["legend.open"]}</mark> <span class="src">{words["legend.source"]}</span> <span class="cue">{words["legend.cue"]}</span> <span class="num">{words["legend.figure"]}</span></p>""");

    // Runs of furniture are folded away: kept, shown to who asks, never in the reader's way.
    private static Html Text(DossierModel shelf, FiledArticle filed)
    {
        var shown = new List<Html>();
        var furniture = new List<Html>();
        foreach (var (block, markup) in TextMarkup.Of(shelf, filed))
        {
            if (block.Kind == BlockKind.Furniture) furniture.Add(Html.Of($"<p>{markup}</p>\n"));
            else
            {
                shown.Add(Folded(shelf.Words, furniture));
                shown.Add(Shown(block.Kind, markup));
            }
        }

        shown.Add(Folded(shelf.Words, furniture));
        return Html.Of(shown);
    }

    private static Html Folded(Locale words, List<Html> furniture)
    {
        if (furniture.Count == 0) return Html.None;
        var folded = Html.Of(
            $"""<details class="furniture"><summary>{words.Count("article.furniture", furniture.Count)}</summary>{furniture}</details>""");
        furniture.Clear();
        return folded;
    }

    private static Html Shown(BlockKind kind, Html markup) => kind switch
    {
        BlockKind.Title => Html.Of($"""<p class="title">{markup}</p>"""),
        BlockKind.Heading => Html.Of($"""<p class="heading">{markup}</p>"""),
        BlockKind.Quote => Html.Of($"<blockquote>{markup}</blockquote>"),
        BlockKind.Body => Html.Of($"<p>{markup}</p>"),
        _ => Html.Of($"""<p class="small">{markup}</p>"""),
    };

    /// <summary>Short passages alone, each place that a page leads to in or after one of them.</summary>
    private static Html Excerpts(DossierModel shelf, FiledArticle filed)
    {
        var (article, words) = (filed.Article, shelf.Words);
        var anchors = shelf.AnchorsOf(article.Id);
        var excerpts = Outermost(filed).ToList();
        var from = 0;
        var shown =
            new List<Html> { Html.Of($"""<p class="note">{words["article.shared"]} {HtmlParts.Outside(article.Header.Url, words["article.source"])}</p>""") };
        foreach (var span in excerpts)
        {
            shown.Add(Html.Of($"""<p class="excerpt">{Anchors(from, span.End)}<mark>{HtmlParts.Short(shelf, new string(span.In(article.Text)))}</mark></p>"""));
            from = span.End;
        }

        shown.Add(Html.Of($"<p>{Anchors(from, int.MaxValue)}</p>"));
        return Html.Of(shown);

        IEnumerable<Html> Anchors(int start, int end) =>
            start >= end ? [] : anchors.GetViewBetween(start, end - 1).Select(place => Html.Of($"""<a class="at" id="p{place}"></a>"""));
    }

    private static IEnumerable<TextSpan> Outermost(FiledArticle filed)
    {
        var end = 0;
        foreach (var span in filed.Findings.Statements.SelectMany(s => s.Content).Order())
        {
            if (span.Start < end) continue;
            end = Math.Min(span.End, span.Start + SharedContext);
            yield return span;
        }
    }

    private static Html Notes(DossierModel shelf, ArticleHeader article)
    {
        var tellings = shelf.TellingsOf(article.Id);
        return Html.Of($"""
            <aside class="notes" aria-label="{shelf.Words["column.statements"]}">
            <h2>{(tellings.IsEmpty ? shelf.Words["article.statements.none"] : shelf.Words.Count("article.statements", tellings.Length))}</h2>
            <ol>
            {tellings.Select(telling => Note(shelf, telling))}</ol></aside>
            """);
    }

    private static Html Note(DossierModel shelf, StatementView telling)
    {
        var (words, statement) = (shelf.Words, telling.Statement);
        var outer = statement.Inside is { } inside ? shelf.Telling(telling.Article.Id, inside) : null;
        var nested = outer is null
            ? Html.None
            : Html.Of($""" <span class="when">{words["inside"]} <a href="#s-{outer.Statement.Id}">{outer.Number}</a></span>""");
        var said = statement.Said is { } day
            ? Html.Of($""" <span class="when">{words.Say("said", ("day", words.Told(day)))}</span>""")
            : Html.None;
        return Html.Of($"""
            <li id="s-{statement.Id}"><p>{HtmlParts.Quote(shelf, telling)}</p><p class="by">{HtmlParts.Source(shelf, telling)} {HtmlParts.Stance(words, statement.Stance)} {HtmlParts.Sureness(words, statement.Certainty)}{said}{nested} {ShownIds.Of(statement.Id)}</p>{Claims(shelf, telling)}{shelf.Hooks.Telling(telling, null)}</li>

            """);
    }

    private static Html Claims(DossierModel shelf, StatementView telling)
    {
        ImmutableArray<Claim> claims = [.. shelf.ClaimsOf(telling)];
        return claims.IsEmpty ? Html.None : Html.Of($"""
            <p class="ways">{Html.Joined(" ", claims.Select(claim => Html.Of($"""<a class="see" href="{shelf.PageOf(claim)}">{shelf.Words["claim"]} {Html.Of($"""<b class="r{claim.Credibility.Value}">{claim.Credibility.Value}</b>""")}</a>""")))}</p>
            """);
    }
}
