using Recoupe.Language;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Desk.Pages;

/// <summary>Names: their list, and a page for each.</summary>
internal static class NamePages
{
    private const int Shown = 300;

    public static Html List(DeskView view)
    {
        var words = view.Words;
        var entities = view.Shelf.NameLots.SelectMany(lot => lot).Take(Shown).ToList();
        return Html.Of($"""
            <h1>{words["names"]}</h1>
            <p class="lead">{words["names.lead"]}</p>
            {entities.GroupBy(e => e.Type).Select(type => Section(view, type))}
            {(view.Ledger.Entities.Length > Shown
                ? Html.Of($"""<p class="meta">{words.Count("overview.more", view.Ledger.Entities.Length - Shown)}: {words["desk.search.in"]} <kbd class="key">/</kbd></p>""") : Html.None)}
            """);
    }

    public static Html Body(DeskView view, Entity entity) => Html.Of($"""
        <p class="kicker"><a href="/names.html">{view.Words["names"]}</a></p>
        {NamesPages.Card(view.Shelf, entity, "h1")}
        <p><a href="/claims.html?who={entity.Id}">{view.Words["desk.name.claims"]}</a></p>
        """);

    private static Html Section(DeskView view, IGrouping<NameType, Entity> type) => Html.Of($"""
        <section><h2>{view.Words["names." + EnumNames.Of(type.Key)]}</h2><ul class="rows names">
        {type.Select(e =>
            Html.Of($"""<li><div><p><a href="{view.Shelf.PageOf(e)}"><bdi>{e.Name}</bdi></a> <span class="meta">{view.Words.Count("names.mentions", e.Mentions.Length)}{Said(view, e)}</span></p>{Perhaps(view, e)}</div></li>"""))}</ul></section>
        """);

    private static Html Said(DeskView view, Entity entity) =>
        view.Shelf.SaidBy(entity).Count is > 0 and var said ? Html.Of($" · {view.Words.Count("names.said", said)}") : Html.None;

    private static Html Perhaps(DeskView view, Entity entity) => Html.Of(view.Shelf.PerhapsSame(entity).Take(2).Select(p => Html.Of(
        $"""<p class="meta">{view.Words["names.perhaps"]} <a href="{view.Shelf.PageOf(p.Other)}"><bdi>{HtmlParts.Short(p.Other.Name, 80)}</bdi></a></p>""")));
}
