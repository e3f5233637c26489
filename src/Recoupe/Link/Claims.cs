using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Link;

/// <summary>Gathers statements into claims: wording, time and place, sides, contradictions. Voices and credibility are counted by the next stage.</summary>
internal sealed class Claims
{
    private const int ShownReasons = 3;

    private readonly Dictionary<StatementKey, Told> _told;
    private readonly Rulings _rulings;

    private Claims(IReadOnlyList<Filed> filed, Rulings rulings)
    {
        _rulings = rulings;
        _told = (
            from file in filed
            from statement in Alternatives.Of(file.Article, file.Findings)
            where !rulings.Dismissed.Contains(new(file.Article.Id, statement.Id))
            select new Told(file, statement)).ToDictionary(t => t.Key);
    }

    /// <summary>Every statement stands in one claim, but for those that an analyst dismissed. Claims come in ordinal order of their ids.</summary>
    public static ImmutableArray<Claim> Of(IReadOnlyList<Filed> filed, IReadOnlyList<StatementTie> ties, Rulings rulings)
    {
        var claims = new Claims(filed, rulings);
        var known = ties.Where(t => claims._told.ContainsKey(t.A) && claims._told.ContainsKey(t.B)).ToList();
        var gathered = ClaimClusters.Of(claims._told.Keys, known, rulings).Select(claims.Gather).ToList();
        return [.. claims.Contradicted(gathered, known).OrderBy(c => c.Id, StringComparer.Ordinal)];
    }

    private Claim Gather(IReadOnlyList<StatementKey> keys)
    {
        var told = keys.Select(k => _told[k]).ToList();
        var clearest = told.MinBy(t => t.Unclearness)!;
        var days = told.Select(t => t.Day).OfType<string>().Order(StringComparer.Ordinal).ToList();
        return new(
            ContentHash.Id(["claim", .. keys.Select(k => $"{k.Article} {k.Statement}")]),
            Rulings.Last(_rulings.Wordings, keys)?.Value ?? clearest.Text,
            [.. clearest.Passages],
            clearest.File.Article.Header.Language,
            told.Prepend(clearest).Select(t => t.When).FirstOrDefault(w => w is not null),
            told.Prepend(clearest).Select(t => t.Where).FirstOrDefault(w => w is not null),
            [.. told.Select(t => PositionOf(t, clearest))],
            default,
            [],
            NotJudged,
            days.FirstOrDefault(),
            days.LastOrDefault());
    }

    private Position PositionOf(Told told, Told clearest)
    {
        var (statement, alternative) = StatementPart.Of(told.Key.Statement);
        var side = _rulings.Sides.TryGetValue(told.Key, out var decided) ? decided : SideOf(told.Sign * clearest.Orientation);
        return new(told.Key.Article, statement, side) { Alternative = alternative, Part = told.IsPart ? told.Statement.Content : [], Certainty = told.IsPart ? told.Statement.Certainty : null };
    }

    private static Credibility NotJudged { get; } = new(6, []);

    private static Side SideOf(int sign) => sign switch { > 0 => Side.For, < 0 => Side.Against, _ => Side.Uncommitted };

    private IEnumerable<Claim> Contradicted(List<Claim> claims, List<StatementTie> ties)
    {
        var claimOf = claims.SelectMany(c => c.Positions.Select(p => (p.Key, c.Id))).ToDictionary(p => p.Key, p => p.Id);
        var against = (
            from tie in ties
            where tie.Kind == StatementTieKind.Contradicts
            let a = claimOf[tie.A]
            let b = claimOf[tie.B]
            where !string.Equals(a, b, StringComparison.Ordinal)
            from pair in new[] { (This: a, Other: b, Tie: tie), (This: b, Other: a, Tie: tie) }
            select pair).ToLookup(p => p.This, StringComparer.Ordinal);
        return claims.Select(c => c with
        {
            Contradicts =
            [
                .. against[c.Id].GroupBy(p => p.Other, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Contradiction(
                    g.Key,
                    [.. g.Select(p => p.Tie).OrderByDescending(t => t.Score).ThenBy(t => t.A).ThenBy(t => t.B).Take(ShownReasons).Select(ReasonOf)])),
            ],
        });
    }

    private Reason ReasonOf(StatementTie tie) =>
        Reason.Of(tie.Code, [], tie.Settling.IsEmpty ? [.. _told[tie.A].Passages, .. _told[tie.B].Passages] : tie.Settling);

    /// <summary>A statement with its article.</summary>
    private sealed record Told(Filed File, Statement Statement)
    {
        // A wording of about a line reads best.
        private const int FairLength = 110;

        public StatementKey Key { get; } = new(File.Article.Id, Statement.Id);

        /// <summary>Whether it is not all that the article's statement tells.</summary>
        public bool IsPart => !File.Findings.Statements.Any(s => ReferenceEquals(s, Statement));

        public int Sign { get; } = StatementPrinter.Sign(File.Article, Statement);

        /// <summary>Which way its wording says it, whoever denies it.</summary>
        public int Orientation { get; } = StatementPrinter.IsTurned(File.Article, Statement) ? -1 : 1;

        public string Text => string.Join(" […] ", Statement.Content.Select(c => c.In(File.Article.Text).Trim().ToString()));

        public IEnumerable<Passage> Passages => Statement.Content.Select(c => new Passage(Key.Article, c));

        public string? When => Statement.Content.SelectMany(c => File.Findings.Times.Where(t => t.Type == TimeType.Date && c.Contains(t.Span)))
            .Select(t => t.Value).FirstOrDefault(Days.IsDated);

        public string? Where => Statement.Content.SelectMany(c => File.Findings.Mentions.Where(m => m.Type == NameType.Place && c.Contains(m.Span)))
            .Select(m => m.Name).FirstOrDefault();

        /// <summary>The full day it was told: by its own word, else by the day its article came out.</summary>
        public string? Day => Days.IsFull(Statement.Said) ? Statement.Said![..10] : Days.Believed(File.Article.Header.Published);

        /// <summary>Orders wordings, the clearest first: said outright and for sure, by a named source, in the article's words, in one piece, of fair length.</summary>
        public (bool, bool, bool, bool, bool, int, StatementKey) Unclearness => (
            Orientation < 0,
            Sign <= 0,
            Statement.Certainty != Certainty.Certain,
            Statement.Source.Kind is SourceKind.Anonymous or SourceKind.Article || Statement.Manner == Manner.Direct,
            Statement.Content.Length > 1,
            Math.Abs(Statement.Content[0].Length - FairLength),
            Key);
    }
}
