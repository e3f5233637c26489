using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages.Charts;

/// <summary>A family drawn as a tree: each article hangs from the one it is most strongly tied to among those before it.</summary>
internal static class FamilyGraph
{
    // A larger family is a list, not a picture.
    private const int MostDrawn = 40, Row = 26, Indent = 18, Left = 10, Radius = 5, Deepest = 4, MostSite = 20;

    private sealed record Node(ArticleHeader Article, int Number, Node? Parent, Lineage? Tie)
    {
        public int Depth { get; } = Parent is null ? 0 : Math.Min(Deepest, Parent.Depth + 1);
    }

    /// <summary>The tree of articles in the order they are listed; nothing where there are too many, or nothing ties them.</summary>
    public static Html Of(DossierModel shelf, IReadOnlyList<ArticleHeader> members)
    {
        if (members.Count > MostDrawn) return Html.None;
        var nodes = Tree(shelf, members);
        if (nodes.TrueForAll(n => n.Parent is null)) return Html.None;
        var rows = Ordered(nodes).Select((n, i) => (Node: n, Row: i)).ToDictionary(n => n.Node, n => n.Row);
        return Html.Of($"""
            <figure class="graph"><svg width="100%" height="{(rows.Count * Row) + 4}" role="group" aria-label="{shelf.Words.Count("family.graph", rows.Count)}">
            {rows.Keys.Select(n => Edge(n, rows))}{rows.Keys.Select(n => Point(shelf, n, rows[n]))}</svg><figcaption>{shelf.Words["family.graph.key"]}</figcaption></figure>
            """);
    }

    private static List<Node> Tree(DossierModel shelf, IReadOnlyList<ArticleHeader> members)
    {
        var number = members.Select((m, i) => (m.Id.Value, i)).ToDictionary(m => m.Value, m => m.i, StringComparer.Ordinal);
        var ties = members.SelectMany(m => shelf.TiesOf(m.Id.Value)).Distinct()
            .Where(t => t.Kind != LineageKind.Cites && number.ContainsKey(t.From) && number.ContainsKey(t.To.Value))
            .OrderBy(t => t.Direction == LineageDirection.Unknown).ThenByDescending(t => t.Score).ThenBy(t => number[t.From])
                .ThenBy(t => number[t.To.Value]).ToList();
        var placed = new Dictionary<string, Node>(StringComparer.Ordinal);
        while (placed.Count < members.Count)
            Add(members, number, ties, placed);
        return [.. placed.Values];
    }

    // The next by its strongest tie to one that is placed; else the first that is not, at the root.
    private static void Add(
        IReadOnlyList<ArticleHeader> members, Dictionary<string, int> number, List<Lineage> ties, Dictionary<string, Node> placed)
    {
        var tie = ties.Find(t => placed.ContainsKey(t.From) && !placed.ContainsKey(t.To.Value))
            ?? ties.Find(t => t.Direction == LineageDirection.Unknown && placed.ContainsKey(t.To.Value) && !placed.ContainsKey(t.From));
        var (parent, id) = tie is null ? (null, members.First(m => !placed.ContainsKey(m.Id.Value)).Id.Value)
            : placed.TryGetValue(tie.From, out var from) ? (from, tie.To.Value)
            : (placed[tie.To.Value], tie.From);
        placed[id] = new(members[number[id]], number[id] + 1, parent, tie);
    }

    private static IEnumerable<Node> Ordered(List<Node> nodes)
    {
        var children = nodes.Where(n => n.Parent is not null).ToLookup(n => n.Parent!, n => n);
        return nodes.Where(n => n.Parent is null).OrderBy(n => n.Number).SelectMany(Below);

        IEnumerable<Node> Below(Node node) => children[node].OrderBy(n => n.Number).SelectMany(Below).Prepend(node);
    }

    private static Html Edge(Node node, Dictionary<Node, int> rows)
    {
        if (node.Parent is not { } parent) return Html.None;
        var (x, y, down, across) = (X(parent), Y(rows[parent]) + Radius, Y(rows[node]), X(node) - Radius);
        var path = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}V{down}H{Math.Max(x, across)}");
        return Html.Of($"""<path class="{(node.Tie!.Direction == LineageDirection.Unknown ? "edge unknown" : "edge")}" d="{path}"/>""");
    }

    private static Html Point(DossierModel shelf, Node node, int row)
    {
        var kind = node.Tie is { } tie ? " · " + shelf.Words["lineage." + EnumNames.Of(tie.Kind)] : "";
        var site = HtmlParts.Short(node.Article.Site ?? node.Article.Name, MostSite);
        return Html.Of($"""
            <a href="{HtmlParts.Page(node.Article.Id)}"><circle class="node" cx="{X(node)}" cy="{Y(row)}" r="{Radius}"/><text x="{X(node) + 11}" y="{Y(row) + 4}">{node.Number}{kind} · {site}</text></a>

            """);
    }

    private static int X(Node node) => Left + (node.Depth * Indent);

    private static int Y(int row) => (row * Row) + (Row / 2);
}
