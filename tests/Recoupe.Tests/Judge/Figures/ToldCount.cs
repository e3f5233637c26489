using System.Collections.Immutable;
using Recoupe.Judge.Figures;
using Recoupe.Language;

namespace Recoupe.Tests.Judge.Figures;

/// <summary>An article of one sentence in which somebody, or the article itself, counts the dead.</summary>
internal sealed record ToldCount(string Article, string? Day, decimal Value, string? Voice, string? Family, bool AtLeast)
{
    /// <summary>Whether it shares a claim with the other articles that are tied.</summary>
    public bool Tied { get; init; } = true;

    public string? Place { get; init; }

    /// <summary>Whether the dead are yet to come.</summary>
    public bool IsForetold { get; init; }

    public static ToldCount Of(string article, string? day, decimal value, string? voice, string? family = null, bool atLeast = false) =>
        new(article, day, value, voice, family, atLeast);

    public static ArticleId Id(string article) => new(ContentHash.Id("test", article));

    /// <summary>A ledger of such articles, in which Ana Lisk speaks for the Ministry.</summary>
    public static (Ledger Ledger, Func<ArticleId, FiledArticle> Filed) Ledger(params ReadOnlySpan<ToldCount> told)
    {
        var all = told.ToImmutableArray();
        var filed = all.Select(t => t.Filed()).ToDictionary(f => f.Article.Id);
        var statements = all.Where(t => t.Tied).Select(t => new Position(Id(t.Article), "s-" + t.Article, "p-" + t.Article, Side.For)).ToImmutableArray();
        var claim = new Claim("00000000000000cc", "They died.", [], "en", null, null, statements, new VoiceCount(1, 0), [], new Credibility(6, []), null, null);
        ImmutableArray<Family> families = [.. all.GroupBy(t => t.Family ?? t.Article, StringComparer.Ordinal).Select(f => new Family(ContentHash.Id("family", f.Key), [.. f.Select(t => Id(t.Article))], null))];
        var spokeswoman = new Entity("00000000000000e1", NameType.Person, "Ana Lisk", ["Ana Lisk"], [new Role("spokeswoman of the Ministry", [new(Id("b"), new(0, 1))])], Mentions("Ana Lisk"));
        var ministry = new Entity("00000000000000e2", NameType.Organisation, "Ministry", ["Ministry"], [], Mentions("Ministry"));
        ImmutableArray<Entity> entities = [ministry, spokeswoman];
        return (new Ledger([.. filed.Values.Select(f => f.Article.Header).OrderBy(h => h.Id)], [], [], families, entities, [claim], [])
        {
            Counts = CountBuilder.Of([.. filed.Values], families, entities, [claim], []),
        }, id => filed[id]);

        ImmutableArray<Passage> Mentions(string name) =>
            [.. from f in filed.Values from m in f.Findings.Mentions where string.Equals(m.Name, name, StringComparison.Ordinal) select new Passage(f.Article.Id, m.Span)];
    }

    private FiledArticle Filed()
    {
        var text = $"{Voice ?? "Nobody"} counted 12 dead.";
        var voice = new TextSpan(0, (Voice ?? "Nobody").Length);
        var number = new TextSpan(voice.End + 9, voice.End + 11);
        var type = string.Equals(Voice, "Ministry", StringComparison.Ordinal) ? NameType.Organisation : NameType.Person;
        var source = new Source(voice, Voice, Voice is null ? SourceKind.Article : type == NameType.Person ? SourceKind.Person : SourceKind.Organisation);
        var statement = new Statement("s-" + Article, null, [number], source, null, Manner.Indirect, [], Certainty.Certain, Stance.Asserts, null) { Propositions = [Proposed(number)] };
        var figure = new Figure(number, Value, true, AtLeast ? null : Value, true, false, null, "dead", "killed", Voice is null ? null : statement.Id, null, Place);
        var published = Day is { } day ? new Publication(day, PublicationSource.Metadata, null, null) : null;
        var header = new ArticleHeader(Id(Article), ContentHash.OfText(text), Article, Article + ".txt", null, null, null, [], "en", published);
        return new(new Article(header, text, [new Block(new(0, text.Length), BlockKind.Body)]), new Findings(Voice is null ? [] : [new Mention(voice, type, Voice)], [], [figure], [statement]));
    }

    private Proposition Proposed(TextSpan number) => new(
        "p-" + Article, "12 died", [number], [], new Predicate("die", null, false, null, IsForetold ? Tense.Future : Tense.Past), [],
        Side.For, Certainty.Certain, null, IsForetold ? PropositionKind.Forecast : PropositionKind.Figure, null, null)
    {
        Figures = [number],
    };
}
