using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Tests.Tell;

/// <summary>A ledger of one article that attacks whoever shows it, in every field that an article fills.</summary>
internal static class HostileLedger
{
    public const string Attack = "<script>alert(1)</script>\" onerror=\"alert(2)\u202Etxt.exe</title><img src=x onerror=alert(3)>'&";

    public static FiledArticle Filed { get; } = File();

    public static Ledger Ledger { get; } = Of(Filed);

    private static FiledArticle File()
    {
        var text = $"{Attack}\n=HYPERLINK(\"http://evil.example\") said: {Attack}\nREAD {Attack}";
        var lines = Lines(text);
        var id = new ArticleId("00000000000000aa");
        var header = new ArticleHeader(
            id, ContentHash.OfText(text), "../../x", Attack, "javascript:alert(4)", Attack, Attack, [Attack], "en",
            new Publication("2024-03-12", PublicationSource.Metadata, Reason.Of("UNHEARD-OF", [("name", Attack)]), null));
        var statement = new Statement(
            "00000000000000bb", null, [lines[1]], new Source(lines[0], Attack, SourceKind.Person), lines[0], Manner.Direct, [Attack],
            Certainty.Possible, Stance.Asserts, "2024-03-12")
        {
            Propositions = [Proposed(lines)],
        };
        var figure = new Figure(lines[1], 3, true, null, true, false, Attack, "=1+1", Attack, statement.Id, "2024-03-12", Attack);
        var blocks = lines.Select((span, i) => new Block(span, i == 2 ? BlockKind.Furniture : BlockKind.Body));
        return new FiledArticle(
            new Article(header, text, [.. blocks]),
            new Findings([new Mention(lines[0], NameType.Person, Attack)], [], [figure], [statement]) { Own = [Proposed(lines)] });
    }

    private static Proposition Proposed(ImmutableArray<TextSpan> lines) => new(
        "00000000000000ab", $"[{Attack}] {Attack}", [lines[1]], [new Supplied(1, 1 + Attack.Length, lines[0])],
        new Predicate(Attack, lines[1], Negated: true, Attack, Tense.Past), [new Argument(ArgumentRole.Subject, null, Attack, Attack, Attack, NameType.Person)],
        Side.Uncommitted, Certainty.Uncommitted, Evidence.NoInformation, PropositionKind.Forecast, Attack, Attack)
    {
        Figures = [lines[1]],
        Through = [Attack],
        Place = OwnPlace.Body,
        Refuted = true,
    };

    private static Ledger Of(FiledArticle filed)
    {
        var (id, statement) = (filed.Article.Id, filed.Findings.Statements[0]);
        var passage = new Passage(id, statement.Content[0]);
        ImmutableArray<Reason> reasons = [Reason.Of("CREDITS", [("name", Attack)], passage)];
        var claim = new Claim(
            "00000000000000cc", Attack, [passage], "en", Attack, Attack,
            [new Position(id, statement.Id, "p1", Side.For) { Spans = statement.Content }, new Position(id, statement.Id, "p2", Side.Against) { Spans = statement.Content }], new VoiceCount(1, 1), [], new Credibility(6, reasons), "2024-03-12", null);
        return new Ledger(
            [filed.Article.Header],
            [new AbsentOrigin("00000000000000dd", Attack, reasons)],
            [new Lineage("00000000000000dd", id, LineageKind.Copy, LineageDirection.Presumed, 0.5m, reasons)],
            [new Family("00000000000000ee", [id], null)],
            [new Entity("00000000000000ff", NameType.Person, Attack, [Attack], [new Role(Attack, [passage])], [new Passage(id, filed.Findings.Mentions[0].Span)])],
            [claim],
            [new Question("0000000000000011", Attack, [claim.Id])])
        {
            Counts = [Counted(passage)],
        };
    }

    private static Count Counted(Passage passage) => new(
        "00000000000000a1", Attack, "=1+1", Attack, new CountValue(3, true, null, true, false, Attack), new CountVoice("00000000000000a2", Attack, null, true, false),
        Attack, CountKind.Forecast, [new CountRelation("00000000000000a1", CountRelationKind.Disagrees)], [passage]);

    private static ImmutableArray<TextSpan> Lines(string text)
    {
        var spans = ImmutableArray.CreateBuilder<TextSpan>();
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            spans.Add(new TextSpan(start, start + line.Length));
            start += line.Length + 1;
        }

        return spans.ToImmutable();
    }
}
