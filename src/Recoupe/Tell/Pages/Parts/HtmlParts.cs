using System.Collections.Immutable;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages.Parts;

/// <summary>The small things that many pages show: one look and one meaning each.</summary>
internal static class HtmlParts
{
    /// <summary>What may be quoted at a stretch where it is sent on, in UTF-16 code units: a sentence or two.</summary>
    public const int SharedLength = 200;

    private const int ShownLength = 1200; // characters: longer than any telling that is a sentence
    private const int PassagesShown = 4; // more repeat the reason

    public static string Page(ArticleId article) => $"article-{article.Value}.html";

    public static string Page(Question question) => $"question-{question.Id}.html";

    // What the article says itself has no number and no place of its own in its list of statements.
    public static string Address(StatementView telling) =>
        telling.Number == 0
            ? Address(new Passage(telling.Article.Id, telling.Statement.Content[0]))
            : $"{Page(telling.Article.Id)}#s-{telling.Statement.Id}";

    public static string Address(Passage passage) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Page(passage.Article)}#p{passage.Span.Start}");

    public static string Address(LocatedFigure given) => Address(new Passage(given.Article.Id, given.Figure.Span));

    /// <summary>A text no longer than may be shown, cut between words.</summary>
    public static string Short(DossierModel shelf, string text) => Short(text, shelf.Share ? SharedLength : ShownLength);

    public static string Short(string text, int most)
    {
        if (text.Length <= most) return text;
        var cut = text.LastIndexOf(' ', most - 1);
        if (cut < most / 2) cut = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return text[..cut] + " …";
    }

    /// <summary>An article named in a line: headline, outlet, day.</summary>
    public static Html Cite(DossierModel shelf, ArticleHeader article) => Html.Of(
        $"""<cite><a href="{Page(article.Id)}"><bdi>{Short(article.Headline(), 140)}</bdi></a></cite>{Outlet(article)} <span class="when">{Day(shelf, article)}</span>""");

    public static Html Outlet(ArticleHeader article) =>
        article.Site is { } site ? Html.Of($""", <bdi class="site">{site}</bdi>""") : Html.None;

    public static Html Day(DossierModel shelf, ArticleHeader article) => article.Published switch
    {
        null => Html.Text(shelf.Words["day.undated"]),
        { Doubted: not null } published => Html.Of($"<s>{shelf.Words.Told(published.Value)}</s> {shelf.Words["day.doubted"]}"),
        { } published => Html.Text(shelf.Words.Told(published.Value)),
    };

    /// <summary>A link off the dossier, for addresses of the web alone.</summary>
    public static Html Outside(string? url, string label) => WebAddress(url) is { } address
        ? Html.Of($"""<a href="{address}" rel="noopener noreferrer nofollow">{label}</a>""")
        : Html.None;

    /// <summary>An address that is safe to follow: one of the web; <see langword="null"/> for any other.</summary>
    public static string? WebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;

    /// <summary>What was told, in quotation marks only where the article quotes.</summary>
    public static Html Quote(DossierModel shelf, StatementView telling)
    {
        var text = Short(shelf, telling.Wording);
        var shown = telling.Statement.Manner == Manner.Direct ? shelf.Words.Say("quoted", ("text", text)) : text;
        return Html.Of($"""<q lang="{telling.Article.Language}"><bdi>{shown}</bdi></q>""");
    }

    public static Html Source(DossierModel shelf, StatementView telling)
    {
        var source = telling.Statement.Source;
        var name = source.Name ?? shelf.Words.Of(source.Kind);
        var shown = telling.Source is { } entity
            ? Html.Of($"""<a href="{shelf.PageOf(entity)}"><bdi>{name}</bdi></a>""")
            : Html.Of($"<bdi>{name}</bdi>");
        var via = telling.Statement.Via.IsEmpty
            ? Html.None
            : Html.Of($""" <span class="via">{shelf.Words["via"]} <bdi>{string.Join(", ", telling.Statement.Via)}</bdi></span>""");
        return Html.Of($"""<span class="who">{shown}</span>{Grade(shelf, telling)}{via}""");
    }

    private static Html Grade(DossierModel shelf, StatementView telling) => shelf.GradeOf(telling) is { } grade
        ? Html.Of($""" <span class="label" title="{shelf.Words.Say("grade.title", ("note", string.Join(" · ", new[] { grade.Since, grade.Note }.OfType<string>())))}">{shelf.Words.Say("grade", ("grade", grade.Grade.ToString()))}</span>""")
        : Html.None;

    /// <summary>How sure the source is: a filled, half or open disc, and the words for it.</summary>
    public static Html Sureness(Locale words, Certainty certainty)
    {
        var code = EnumNames.Of(certainty);
        return Html.Of($"""<span class="sure" title="{code}">{Disc(certainty)} {words.Of(certainty)}</span>""");
    }

    public static Html Stance(Locale words, Stance stance) => Html.Of($"""<span class="stance">{words.Of(stance)}</span>""");

    public static string Disc(Certainty certainty) => certainty.Doubt() switch
    {
        0 => "●",
        1 => "◐",
        2 => "○",
        _ => "·",
    };

    /// <summary>The rating: a number from 1 to 6 and what it means.</summary>
    public static Html Rating(Locale words, Claim claim, bool worded = true)
    {
        var value = claim.Credibility.Value;
        var meaning = words[FormattableString.Invariant($"rating.{value}")];
        return worded
            ? Html.Of($"""<span class="rating"><b class="r{value}">{value}</b> {meaning}</span>""")
            : Html.Of($"""<span class="rating"><b class="r{value}" title="{meaning}">{value}</b></span>""");
    }

    /// <summary>One dot an independent voice, for on the left and against on the right.</summary>
    public static Html Voices(Locale words, Claim claim)
    {
        var (pro, contra) = claim.Independent;
        Html[] sides =
        [
            pro > 0 ? Html.Of($"""<span class="for">{Dots(pro)} {words.Count("voices.for", pro)}</span>""") : Html.None,
            contra > 0 ? Html.Of($"""<span class="against">{Dots(contra)} {words.Count("voices.against", contra)}</span>""") : Html.None,
            pro + contra == 0
                ? Html.Of($"""<span class="uncommitted">{words.Count("voices.none", claim.Positions.Length)}</span>""")
                : Html.None,
        ];
        return Html.Of($"""<span class="voices">{Html.Joined(" ", sides.Where(side => !side.IsEmpty))}</span>""");
    }

    public static Html Reasons(DossierModel shelf, ImmutableArray<Reason> reasons) =>
        reasons.IsEmpty
            ? Html.None
            : Html.Of($"""<ul class="reasons">{reasons.Select(reason => Html.Of($"<li>{Reason(shelf, reason)}</li>"))}</ul>""");

    /// <summary>A reason in words, with ways to the passages it rests on.</summary>
    public static Html Reason(DossierModel shelf, Reason reason)
    {
        var shown = reason.Passages.Where(p => shelf.Header(p.Article) is not null).Take(PassagesShown).ToList();
        var ways = shown.Select((p, i) =>
            Html.Of($"""<a class="see" href="{Address(p)}" title="{shelf.Header(p.Article)!.Headline()}">{shelf.Words["see"]} {i + 1}</a>"""));
        var more = reason.Passages.Length > shown.Count ? Html.Of($" +{reason.Passages.Length - shown.Count}") : Html.None;
        return Html.Of($"""<bdi>{shelf.Words.Reason(reason)}</bdi> <span class="ways">{Html.Joined(" ", ways)}{more}</span>""");
    }

    public static Html Link(DossierModel shelf, Claim claim) =>
        Html.Of($"""<a href="{shelf.PageOf(claim)}" lang="{claim.Language}"><bdi>{Short(shelf, claim.Text)}</bdi></a>""");

    public static string SideClass(Side side) => EnumNames.Of(side);

    private static string Dots(int count) => count <= 8 ? string.Concat(Enumerable.Repeat("●", count)) : "●●●●●●●●+";
}
