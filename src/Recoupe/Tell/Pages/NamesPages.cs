using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>
/// People, organisations and places: how they are spelled, what they are said to be, what they said, where they are named.
/// </summary>
internal static class NamesPages
{
    private const int PassagesShown = 12; // a row of a table stays on one screen
    private const int RolesShown = 4; // the commonest tell who somebody is

    public static Html Body(DossierModel shelf, ImmutableArray<Entity> entities, int index, int count) => Html.Of($"""
        <h1>{shelf.Words["names"]}</h1>
        <p class="lead">{shelf.Words["names.lead"]}</p>
        {Pager.Links(shelf.Words, "names", count, index)}
        {entities.GroupBy(e => e.Type).Select(type => Section(shelf, type))}
        {Pager.Links(shelf.Words, "names", count, index)}
        """);

    private static Html Section(DossierModel shelf, IGrouping<NameType, Entity> type) => Html.Of($"""
        <section><h2>{shelf.Words["names." + EnumNames.Of(type.Key)]}</h2>
        {type.Select(entity => Card(shelf, entity))}</section>

        """);

    /// <summary>All that is shown of one.</summary>
    public static Html Card(DossierModel shelf, Entity entity, string heading = "h3")
    {
        var words = shelf.Words;
        var articles = entity.Mentions.Select(p => p.Article).Distinct().Count();
        return Html.Of($"""
            <article class="entity" id="e-{entity.Id}"><{heading}><bdi>{entity.Name}</bdi></{heading}>
            <p class="meta">{words.Count("names.mentions", entity.Mentions.Length)} · {words.Count("names.articles", articles)}{Spelled(words, entity)}</p>
            {Perhaps(shelf, entity)}{DecisionsPage.On(shelf, entity)}{Roles(shelf, entity)}{Said(shelf, entity)}<details><summary>{words["names.where"]}</summary>{Where(shelf, entity)}</details>{shelf.Hooks.Entity(entity)}</article>

            """);
    }

    private static Html Spelled(Locale words, Entity entity)
    {
        var others = entity.Variants.Where(v => !string.Equals(v, entity.Name, StringComparison.Ordinal)).ToList();
        return others.Count == 0
            ? Html.None
            : Html.Of($""" · {words["names.also"]} <bdi class="variants">{string.Join(", ", others)}</bdi>""");
    }

    // A doubtful tie is shown on both, and merges nothing.
    private static Html Perhaps(DossierModel shelf, Entity entity)
    {
        var perhaps = shelf.PerhapsSame(entity).ToList();
        return perhaps.Count == 0 ? Html.None : Html.Of($"""
            <ul class="perhaps">{perhaps.Select(p => Html.Of($"""<li>{shelf.Words["names.perhaps"]} <a href="{shelf.PageOf(p.Other)}"><bdi>{p.Other.Name}</bdi></a>. <span class="meta">{HtmlParts.Reason(shelf, p.Reason)}</span></li>"""))}</ul>
            """);
    }

    private static Html Roles(DossierModel shelf, Entity entity) => entity.Roles.IsEmpty ? Html.None : Html.Of($"""
        <ul class="roles">{entity.Roles.Select(role => (role.Text, Passages: ByDay(shelf, role))).OrderBy(role => role.Passages.Select(p => Day(shelf, p)).FirstOrDefault() ?? "~", StringComparer.Ordinal).Select(role => Role(shelf, role.Text, role.Passages))}</ul>
        """);

    private static Html Role(DossierModel shelf, string text, ImmutableArray<Passage> passages)
    {
        var first = passages.Select(p => shelf.Header(p.Article)).FirstOrDefault();
        return Html.Of($"""<li><bdi>{text}</bdi> {Ways(shelf, passages, RolesShown)}{(first is null ? Html.None : Html.Of($""" <span class="meta">{HtmlParts.Cite(shelf, first)}</span>"""))}</li>""");
    }

    private static ImmutableArray<Passage> ByDay(DossierModel shelf, Role role) =>
        [.. role.Passages.OrderBy(p => Day(shelf, p) ?? "~", StringComparer.Ordinal).ThenBy(p => p)];

    private static string? Day(DossierModel shelf, Passage passage) => shelf.Header(passage.Article)?.BelievedDay();

    private static Html Said(DossierModel shelf, Entity entity)
    {
        var said = shelf.SaidBy(entity);
        return said.Count == 0 ? Html.None : Html.Of($"""
            <details><summary>{shelf.Words.Count("names.said", said.Count)}</summary><ul>
            {said.Order(Comparer<StatementView>.Create(StatementView.ByDay)).Select(t => Html.Of($"""<li><a href="{HtmlParts.Address(t)}">{HtmlParts.Quote(shelf, t)}</a> {HtmlParts.Sureness(shelf.Words, t.Statement.Certainty)} <span class="meta">{HtmlParts.Cite(shelf, t.Article)}</span></li>"""))}
            </ul></details>
            """);
    }

    private static Html Where(DossierModel shelf, Entity entity) => Html.Of($"""
        <ul>{entity.Mentions.Order().GroupBy(p => p.Article).Where(a => shelf.Header(a.Key) is not null).Select(a => Html.Of($"""<li>{HtmlParts.Cite(shelf, shelf.Header(a.Key)!)} {Ways(shelf, [.. a], PassagesShown)}</li>"""))}</ul>
        """);

    private static Html Ways(DossierModel shelf, ImmutableArray<Passage> passages, int most) =>
        Html.Joined(" ", passages.Take(most).Select((p, i) => Html.Of($"""<a class="see" href="{HtmlParts.Address(p)}" aria-label="{shelf.Words["see"]} {i + 1}">{i + 1}</a>""")));
}
