using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Tell.Pages;

/// <summary>People, organisations and places: how they are spelled, what they are said to be, what they said, where they are named.</summary>
internal static class NamesPages
{
    private const int OnPage = 300;
    private const int PassagesShown = 12;

    public static Html Body(Shelf shelf, ImmutableArray<Entity> entities, int index, int count) => Html.Of($"""
        <h1>{shelf.Words["names"]}</h1>
        <p class="lead">{shelf.Words["names.lead"]}</p>
        {Pager.Links(shelf.Words, "names", count, index)}
        {entities.GroupBy(e => e.Type).Select(type => Section(shelf, type))}
        {Pager.Links(shelf.Words, "names", count, index)}
        """);

    /// <summary>The entities in the order of the pages, in lots of a page.</summary>
    public static ImmutableArray<ImmutableArray<Entity>> Lots(Ledger ledger) => Pager.Chunks(
        [
            .. ledger.Entities
                .OrderBy(e => e.Type)
                .ThenByDescending(e => e.Mentions.Length)
                .ThenBy(e => e.Name, StringComparer.Ordinal)
                .ThenBy(e => e.Id, StringComparer.Ordinal),
        ],
        OnPage);

    private static Html Section(Shelf shelf, IGrouping<NameType, Entity> type) => Html.Of($"""
        <section><h2>{shelf.Words["names." + Spelling.Of(type.Key)]}</h2>
        {type.Select(entity => Card(shelf, entity))}</section>

        """);

    private static Html Card(Shelf shelf, Entity entity)
    {
        var words = shelf.Words;
        var articles = entity.Mentions.Select(p => p.Article).Distinct().Count();
        return Html.Of($"""
            <article class="entity" id="e-{entity.Id}"><h3><bdi>{entity.Name}</bdi></h3>
            <p class="meta">{words.Count("names.mentions", entity.Mentions.Length)} · {words.Count("names.articles", articles)}{Spelled(words, entity)}</p>
            {Roles(shelf, entity)}{Said(shelf, entity)}<details><summary>{words["names.where"]}</summary>{Where(shelf, entity)}</details></article>

            """);
    }

    private static Html Spelled(Words words, Entity entity)
    {
        var others = entity.Variants.Where(v => !string.Equals(v, entity.Name, StringComparison.Ordinal)).ToList();
        return others.Count == 0 ? Html.None : Html.Of($""" · {words["names.also"]} <bdi class="variants">{string.Join(", ", others)}</bdi>""");
    }

    private static Html Roles(Shelf shelf, Entity entity) => entity.Roles.IsEmpty ? Html.None : Html.Of($"""
        <p class="roles">{Html.Joined("; ", entity.Roles.Select(role => Html.Of($"""<bdi>{role.Text}</bdi> {Ways(shelf, role.Passages, 2)}""")))}</p>
        """);

    private static Html Said(Shelf shelf, Entity entity)
    {
        var said = shelf.SaidBy(entity);
        return said.Count == 0 ? Html.None : Html.Of($"""
            <details><summary>{shelf.Words.Count("names.said", said.Count)}</summary><ul>
            {said.Order(Comparer<Telling>.Create(Telling.ByDay)).Select(t => Html.Of($"""<li><a href="{Parts.Address(t)}">{Parts.Quote(shelf, t)}</a> {Parts.Sureness(shelf.Words, t.Statement.Certainty)} <span class="meta">{Parts.Cite(shelf, t.Article)}</span></li>"""))}
            </ul></details>
            """);
    }

    private static Html Where(Shelf shelf, Entity entity) => Html.Of($"""
        <ul>{entity.Mentions.Order().GroupBy(p => p.Article).Where(a => shelf.Header(a.Key) is not null).Select(a => Html.Of($"""<li>{Parts.Cite(shelf, shelf.Header(a.Key)!)} {Ways(shelf, [.. a], PassagesShown)}</li>"""))}</ul>
        """);

    private static Html Ways(Shelf shelf, ImmutableArray<Passage> passages, int most) =>
        Html.Joined(" ", passages.Take(most).Select((p, i) => Html.Of($"""<a class="see" href="{Parts.Address(p)}" aria-label="{shelf.Words["see"]} {i + 1}">{i + 1}</a>""")));
}
