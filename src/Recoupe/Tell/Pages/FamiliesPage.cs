using System.Collections.Immutable;
using Recoupe.Tell.Pages.Charts;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>Who copied whom: families of articles, their origins, and the ties within them.</summary>
internal static class FamiliesPage
{
    // Texts are read for it.
    private const int BesideShown = 4;

    public static Html Body(DossierModel shelf)
    {
        var words = shelf.Words;
        ImmutableArray<Family> families =
            [.. shelf.Ledger.Families.Where(f => f.Members.Length > 1).OrderByDescending(f => f.Members.Length)
                .ThenBy(f => f.Id, StringComparer.Ordinal)];
        var cites = shelf.Ledger.Lineage.Where(tie => tie.Kind == LineageKind.Cites).ToList();
        return Html.Of($"""
            <h1>{words["families"]}</h1>
            <p class="lead">{words["families.lead"]}</p>
            <p class="meta">{words.Count("families.several", families.Length)} · {words.Count("families.single", shelf.Ledger.Families.Length - families.Length)}</p>
            {families.Select(family => Card(shelf, family))}
            {Absent(shelf)}
            {(cites.Count == 0 ? Html.None : Html.Of($"""<section><h2>{words["families.cites"]}</h2><p class="meta">{words["families.cites.lead"]}</p><ul class="ties">{cites.Select(tie => Tie(shelf, tie))}</ul></section>"""))}
            """);
    }

    /// <summary>What an article is in its family, in a few words; nothing where it stands alone.</summary>
    public static Html Label(DossierModel shelf, ArticleId article)
    {
        if (shelf.FamilyOf(article) is not { Members.Length: > 1 } family) return Html.None;
        if (string.Equals(family.Origin, article.Value, StringComparison.Ordinal))
            return Html.Of($"""<a class="label origin" href="families.html#f-{family.Id}">{shelf.Words.Count("family.origin", family.Members.Length - 1)}</a>""");
        var kind = Into(shelf, article).Select(tie => "lineage." + EnumNames.Of(tie.Kind)).FirstOrDefault() ?? "family.member";
        return Html.Of($"""<a class="label" href="families.html#f-{family.Id}">{shelf.Words[kind]}</a>""");
    }

    /// <summary>The ties of one article, both ways; the strongest with their passages side by side.</summary>
    public static Html Ties(DossierModel shelf, ArticleId article)
    {
        var ties = shelf.TiesOf(article.Value).OrderBy(tie => tie.To != article).ThenByDescending(tie => tie.Score).ToList();
        return ties.Count == 0 ? Html.None : Html.Of($"""
            <p class="meta">{Label(shelf, article)}</p><details class="lineage"><summary>{shelf.Words.Count("article.ties", ties.Count)}</summary><ul class="ties">{ties.Select((tie, i) => Tie(shelf, tie, i < BesideShown))}</ul></details>
            """);
    }

    private static IEnumerable<Lineage> Into(DossierModel shelf, ArticleId article) =>
        shelf.TiesOf(article.Value).Where(tie => tie.To == article && tie.Kind != LineageKind.Cites).OrderByDescending(tie => tie.Score);

    private static Html Card(DossierModel shelf, Family family)
    {
        var ties = family.Members.SelectMany(member => Into(shelf, member));
        var ordered = family.Members.Select(shelf.Header).OfType<ArticleHeader>()
            .OrderByDescending(a => string.Equals(a.Id.Value, family.Origin, StringComparison.Ordinal))
            .ThenBy(a => a.BelievedDay() ?? "~", StringComparer.Ordinal)
            .ThenBy(a => a.Id).ToList();
        return Html.Of($"""
            <section class="family" id="f-{family.Id}">
            <h2>{shelf.Words.Count("family.members", family.Members.Length)}</h2>
            <p class="meta">{Origin(shelf, family)}</p>
            <ol class="members">{ordered.Select(article => Html.Of($"<li>{HtmlParts.Cite(shelf, article)} {Label(shelf, article.Id)}</li>"))}</ol>
            {FamilyGraph.Of(shelf, ordered)}
            <details><summary>{shelf.Words["family.why"]}</summary><ul class="ties">{ties.Select(tie => Tie(shelf, tie))}</ul></details>
            </section>

            """);
    }

    private static Html Origin(DossierModel shelf, Family family) => family.Origin switch
    {
        null => Html.Text(shelf.Words["family.origin.unknown"]),
        { } id when shelf.Absent(id) is { } absent => Html.Text(shelf.Words.Say("family.origin.absent", ("name", absent.Name))),
        _ => Html.Text(shelf.Words["family.origin.first"]),
    };

    private static Html Tie(DossierModel shelf, Lineage tie, bool beside = false)
    {
        var words = shelf.Words;
        var kind = words["tie." + EnumNames.Of(tie.Kind)];
        return Html.Of($"""
            <li><p>{End(shelf, tie.To.Value)} <b>{kind}</b> {End(shelf, tie.From)} <span class="meta">{words["direction." + EnumNames.Of(tie.Direction)]}</span></p>{HtmlParts.Reasons(shelf, tie.Reasons)}{(beside ? SideBySide.Of(shelf, tie) : Html.None)}</li>

            """);
    }

    private static Html End(DossierModel shelf, string id) => shelf.Absent(id) is { } absent
        ? Html.Of($"<bdi>{absent.Name}</bdi> ({shelf.Words["absent"]})")
        : shelf.Header(new ArticleId(id)) is { } article ? HtmlParts.Cite(shelf, article) : Html.Text(id);

    private static Html Absent(DossierModel shelf) => shelf.Ledger.Absent.IsEmpty ? Html.None : Html.Of($"""
        <section><h2>{shelf.Words["families.absent"]}</h2><p class="meta">{shelf.Words["families.absent.lead"]}</p>
        <ul class="ties">{shelf.Ledger.Absent.Select(absent => Html.Of($"""<li id="a-{absent.Id}"><p><b><bdi>{absent.Name}</bdi></b></p>{HtmlParts.Reasons(shelf, absent.Reasons)}</li>"""))}</ul></section>
        """);
}
