using System.Collections.Immutable;
using System.Text;
using Recoupe.Language;
using Recoupe.Link;
using Recoupe.Link.Fingerprints;

namespace Recoupe.Tests.Link;

/// <summary>Articles built by hand: a paragraph a block, statements by the words that they tell.</summary>
internal static class Stories
{
    public static FiledArticle File(
        string text, string language = "fr", string? url = null, string? site = null, string? day = null, params ImmutableArray<Telling> tellings)
    {
        var id = ArticleId.Of(url, Encoding.UTF8.GetBytes(text));
        var published = day is null ? null : new Publication(day, PublicationSource.Given, null, null);
        var header = new ArticleHeader(id, ContentHash.OfText(text), id.Value, "story", url, site, null, [], language, published);
        var statements = tellings.Select(t => t.In(text)).ToImmutableArray();
        return new(new(header, text, Blocks(text)), Findings.None with { Statements = statements, Figures = [.. tellings.SelectMany(t => t.Figures(text))] });
    }

    public static Fingerprint Print(this FiledArticle filed) => Linker.Fingerprint(filed.Article, null, filed.Findings);

    /// <summary>All that ties the articles, in whatever order they come.</summary>
    public static (List<Lineage> Lineage, List<StatementTie> Statements) Ties(this IReadOnlyList<FiledArticle> filed)
    {
        var prints = filed.Select(Print).ToList();
        var ties = (from i in Enumerable.Range(0, prints.Count) from j in Enumerable.Range(i, prints.Count - i) select Linker.Compare(prints[i], prints[j])).ToList();
        return ([.. ties.SelectMany(t => t.Lineage)], [.. ties.SelectMany(t => t.Statements)]);
    }

    public static ImmutableArray<Claim> Claims(this IReadOnlyList<FiledArticle> filed) => Recoupe.Link.Claims.ClaimBuilder.Of(filed, filed.Ties().Statements, Rulings.None);

    private static ImmutableArray<Block> Blocks(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            if (end < 0) end = text.Length;
            blocks.Add(new(new(start, end), BlockKind.Body));
            start = end + 2;
        }

        return blocks.ToImmutable();
    }
}

/// <summary>A statement to stand in a hand-built article.</summary>
internal sealed record Telling(
    string Content,
    string? Source = null,
    SourceKind Kind = SourceKind.Person,
    Certainty Certainty = Certainty.Certain,
    Stance Stance = Stance.Asserts,
    Manner Manner = Manner.Indirect,
    string? Measure = null,
    decimal? Min = null,
    decimal? Max = null)
{
    public Statement In(string text) => new(
        Id(text), null, [Span(text)], new(null, Source, Kind), null, Manner, [], Certainty, Stance, null);

    public IEnumerable<Figure> Figures(string text) =>
        Measure is null ? [] : [new(Span(text), Min, true, Max, true, false, null, null, Measure, Id(text), null, null)];

    private string Id(string text) => ContentHash.Id(text, Content);

    private TextSpan Span(string text)
    {
        var start = text.IndexOf(Content, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, Content);
        return new(start, start + Content.Length);
    }
}
