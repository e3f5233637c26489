using System.Xml.Linq;

namespace Recoupe.Exchange.Tests;

public sealed class GraphTests(Samples samples)
{
    private static readonly XNamespace Gexf = "http://gexf.net/1.3";

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Every_edge_joins_two_nodes_of_the_graph(string which)
    {
        var graph = XDocument.Parse(Samples.Text("gexf", samples.Of(which))).Root!;
        var nodes = graph.Descendants(Gexf + "node").Select(n => n.Attribute("id")!.Value).ToHashSet(StringComparer.Ordinal);
        var edges = graph.Descendants(Gexf + "edge").ToList();
        edges.ShouldNotBeEmpty();
        edges.Select(e => e.Attribute("id")!.Value).ShouldBeUnique(StringComparer.Ordinal);
        edges.SelectMany(e => new[] { e.Attribute("source")!.Value, e.Attribute("target")!.Value }).Where(end => !nodes.Contains(end))
            .ShouldBeEmpty();
        var known = graph.Descendants(Gexf + "attribute").Select(a => a.Attribute("id")!.Value).ToHashSet(StringComparer.Ordinal);
        graph.Descendants(Gexf + "attvalue").Where(v => !known.Contains(v.Attribute("for")!.Value)).ShouldBeEmpty();
    }

    [Fact]
    public void Each_position_is_an_edge_and_each_tie() =>
        XDocument.Parse(Samples.Text("gexf", samples.Of("story"))).Descendants(Gexf + "edge").Count()
            .ShouldBe(samples.Story.Lineage.Length + samples.Story.Claims.Sum(c => c.Positions.Length));
}
