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
        var findings = Findings.None with
        {
            Statements = [.. tellings.Where(t => t.Place is null).Select(t => t.In(text))],
            Own = [.. tellings.Where(t => t.Place is not null).Select(t => t.Told(text))],
            Figures = [.. tellings.SelectMany(t => t.Figures(text))],
        };
        return new(new(header, text, Blocks(text)), findings);
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

/// <summary>A statement to stand in a hand-built article, with the one proposition that it puts forward.</summary>
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
    /// <summary>Words of the content that name who does it; empty where that is not told.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The lemma of what is done.</summary>
    public string Predicate { get; init; } = "";

    /// <summary>Words of the content that name to what it is done.</summary>
    public string Object { get; init; } = "";

    /// <summary>How it is worded, where not as it stands.</summary>
    public string? Worded { get; init; }

    public string? When { get; init; }

    public bool Negated { get; init; }

    public PropositionKind Sort { get; init; }

    public Tense Tense { get; init; } = Tense.Past;

    /// <summary>Where the article says it in its own voice; <see langword="null"/> for a statement's.</summary>
    public OwnPlace? Place { get; init; }

    public bool Refuted { get; init; }

    public Statement In(string text) => new(
        Id(text), null, [Span(text, Content)], new(null, Source, Kind), null, Manner, [], Certainty, Stance, null)
    {
        Propositions = [Told(text)],
    };

    public Proposition Told(string text) => new(
        ContentHash.Id(text, Content, "proposition"),
        Worded ?? Content,
        [Span(text, Content)],
        [],
        new(Predicate, null, Negated, null, Tense),
        [.. Argument(text, ArgumentRole.Subject, Subject), .. Argument(text, ArgumentRole.Object, Object)],
        Side(),
        Certainty,
        null,
        Sort,
        When,
        null)
    {
        Figures = Measure is null ? [] : [Span(text, Content)],
        Place = Place,
        Refuted = Refuted,
    };

    public IEnumerable<Figure> Figures(string text) =>
        Measure is null ? [] : [new(Span(text, Content), Min, true, Max, true, false, null, null, Measure, Id(text), null, null)];

    private Side Side() => (Stance, Certainty) switch
    {
        (Stance.Declines or Stance.Asks, _) or (_, Certainty.Uncommitted) => Recoupe.Side.Uncommitted,
        (_, Certainty.CertainlyNot or Certainty.ProbablyNot or Certainty.PossiblyNot) => Recoupe.Side.Against,
        _ => Recoupe.Side.For,
    };

    private IEnumerable<Argument> Argument(string text, ArgumentRole role, string words) =>
        words.Length == 0 ? [] : [new(role, Span(text, words), words, null, char.IsUpper(words[0]) ? words : null, null)];

    private string Id(string text) => ContentHash.Id(text, Content);

    private static TextSpan Span(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, words);
        return new(start, start + words.Length);
    }
}
