using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Tests.Tell.Exchange;

/// <summary>
/// A ledger made by hand, with something of each kind that exports tell apart: days that are sure, doubted and unknown, ties of each kind and
/// direction, an outlet that is not at hand, claims for and against, a dispute, a question, counts, decisions with and without a note.
/// </summary>
internal static class MadeLedger
{
    private const string ByRadio = "The mayor, Ana Keller, said the dam at Sarvel broke on Monday. \"Twelve houses are under water,\" she said.";

    private static readonly FiledArticle _first = File(1, "The dam broke", ByRadio, "Radio Vaume", "https://vaume.example/1", new("2024-03-12", PublicationSource.Metadata, null, null));
    private static readonly FiledArticle _copy = File(2, "Le barrage", ByRadio, "Le Fil, du \"Val\"", "https://fil.example/2", new("2024-03-13", PublicationSource.Metadata, Reason.Of("FILE-DATE"), null));
    private static readonly FiledArticle _denial = File(3, "=No breach", "Hydrel denied that the dam at Sarvel broke. Its director counted nine houses.", null, null, null);

    private static readonly ImmutableDictionary<ArticleId, FiledArticle> _filed = new[] { _first, _copy, _denial }.ToImmutableDictionary(f => f.Article.Id);

    public static Ledger Ledger { get; } = Made();

    public static FiledArticle Filed(ArticleId id) => _filed[id];

    private static ArticleId Id(int number) => new($"00000000000000{number:00}");

    private static FiledArticle File(int number, string title, string text, string? site, string? url, Publication? published)
    {
        var header = new ArticleHeader(Id(number), ContentHash.OfText(text), $"a{number}.txt", $"a{number}", url, site, title, number == 3 ? ["Bo Lind", "Cy Marr"] : [], "en", published);
        var end = text.IndexOf('.', StringComparison.Ordinal);
        var by = number == 3 ? new TextSpan(0, 6) : new TextSpan(11, 21);
        var statement = new Statement(
            $"000000000000a{number:000}", null, [new TextSpan(end - 20, end)], new Source(by, text[by.Start..by.End], number == 3 ? SourceKind.Organisation : SourceKind.Person),
            new TextSpan(by.End + 1, by.End + 6), number == 2 ? Manner.Direct : Manner.Indirect, number == 2 ? ["AVF"] : [], number == 3 ? Certainty.CertainlyNot : Certainty.Probable, number == 3 ? Stance.Denies : Stance.Asserts, "2024-03-12");
        var figure = new Figure(new TextSpan(end + 2, end + 8), 12, true, null, false, number == 2, null, "houses", "destroyed", statement.Id, null, "Sarvel");
        return new(new Article(header, text, [new Block(new TextSpan(0, text.Length), BlockKind.Body)]), new Findings([new Mention(by, number == 3 ? NameType.Organisation : NameType.Person, text[by.Start..by.End])], [], [figure], [statement]));
    }

    private static Passage Told(FiledArticle filed) => new(filed.Article.Id, filed.Findings.Statements[0].Content[0]);

    private static Position On(FiledArticle filed, Side side) =>
        new(filed.Article.Id, filed.Findings.Statements[0].Id, $"p{filed.Article.Id.Value[^1]}", side) { Spans = filed.Findings.Statements[0].Content, Certainty = filed.Findings.Statements[0].Certainty };

    private static Claim Claimed(string id, string text, ImmutableArray<Position> positions, int value, ImmutableArray<Contradiction> against) => new(
        id, text, [Told(_filed[positions[0].Article])], "en", null, null, positions,
        new VoiceCount(positions.Count(p => p.Side == Side.For), positions.Count(p => p.Side == Side.Against)), against, new Credibility(value, [Reason.Of("VOICES-FOR", [("count", "1")], Told(_first))]), "2024-03-12", "2024-03-13");

    private static Count Counted(string id, decimal value, FiledArticle filed, params ImmutableArray<CountRelation> relations) => new(
        id, "destroyed", "houses", "Sarvel", new CountValue(value, true, value, true, false, null), new CountVoice("00000000000000b1", "Ana Keller", null, true, false), "2024-03-12", CountKind.Count, relations, [Told(filed)]);

    private static StandingDecision Decided(string value, string? note, DecisionState state, string claim) => new(
        Decision.Of(new DateTimeOffset(2024, 3, 14, 8, 0, 0, TimeSpan.Zero), "ann", DecisionAct.Rate, [Anchor.Of(_first.Article, Told(_first).Span)], value, note), state, [claim]);

    private static Ledger Made()
    {
        const string broke = "00000000000000c1", held = "00000000000000c2", aside = "00000000000000c3";
        ImmutableArray<Reason> why = [Reason.Of("FIGURES-APART", Told(_first), Told(_denial))];
        ImmutableArray<Reason> copied = [Reason.Of("CREDITS", [("name", "AVF")], Told(_copy))];
        ImmutableArray<Claim> claims =
        [
            Claimed(broke, "The dam at Sarvel broke.", [On(_first, Side.For), On(_copy, Side.For), On(_denial, Side.Against)], 4, [new(held, why)]),
            Claimed(held, "Nine houses are under water.", [On(_denial, Side.For)], 3, [new(broke, why)]),
            Claimed(aside, "It rained.", [On(_copy, Side.Uncommitted)], 6, []),
        ];
        return new Ledger(
            [_first.Article.Header, _copy.Article.Header, _denial.Article.Header],
            [new AbsentOrigin("00000000000000d1", "AVF", copied)],
            [
                new Lineage("00000000000000d1", Id(2), LineageKind.Copy, LineageDirection.Presumed, 0.5m, copied),
                new Lineage(Id(1).Value, Id(2), LineageKind.Copy, LineageDirection.Known, 0.9m, copied),
                new Lineage(Id(1).Value, Id(3), LineageKind.Rewrite, LineageDirection.Unknown, 0.4m, copied),
                new Lineage(Id(2).Value, Id(3), LineageKind.Translation, LineageDirection.Known, 0.3m, copied),
                new Lineage(Id(3).Value, Id(1), LineageKind.Cites, LineageDirection.Known, 0.2m, copied),
            ],
            [new Family("00000000000000e1", [Id(1), Id(2)], Id(1).Value), new Family("00000000000000e2", [Id(3)], null)],
            [
                new Entity("00000000000000f1", NameType.Person, "Ana Keller", ["Ana Keller", "Keller"], [new Role("mayor", [Told(_first)]), new Role("mayor", [Told(_copy)])], [Named(_first), Named(_copy)]),
                new Entity("00000000000000f2", NameType.Organisation, "Hydrel", ["Hydrel"], [], [Named(_denial)]),
                new Entity("00000000000000f3", NameType.Place, "Sarvel", ["Sarvel"], [], [Told(_first)]),
            ],
            claims,
            [new Question("0000000000000111", "Did the dam break?", [broke, held]) { Answers = [new(broke, AnswerSide.Yes), new(held, AnswerSide.No)] }])
        {
            Suggestions = [new Suggestion("00000000000000f1", "00000000000000f2", 0.6m, copied), new Suggestion("00000000000000f2", "00000000000000f3", 0.5m, copied)],
            Disputes = [new Dispute("0000000000000121", "The dam at Sarvel broke.", [broke, held], [new(broke, held, RelationKind.RivalValue, why)], [], "2024-03-12", "2024-03-13")],
            Counts =
            [
                Counted("00000000000000a1", 12, _first),
                Counted("00000000000000a2", 14, _copy, new CountRelation("00000000000000a1", CountRelationKind.Update)),
                Counted("00000000000000a3", 9, _denial, new CountRelation("00000000000000a1", CountRelationKind.Disagrees), new CountRelation("00000000000000a2", CountRelationKind.Same)),
            ],
            Decisions =
            [
                Decided("2", "Two photographs.", DecisionState.Applied, broke), Decided("3", null, DecisionState.Applied, held),
                Decided("5", "Mistaken.", DecisionState.Undone, broke), Decided("7", "No such rating.", DecisionState.Applied, held),
            ],
            Reliability = [new Reliability("hydrel", 'C', "2024-01-01", "denied before"), new Reliability("Radio Vaume", 'B', null, null)],
        };
    }

    private static Passage Named(FiledArticle filed) => new(filed.Article.Id, filed.Findings.Mentions[0].Span);
}
