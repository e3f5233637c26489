using Recoupe.Language;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Claims;

/// <summary>A statement with its article.</summary>
internal sealed record LocatedStatement(FiledArticle File, Statement Statement)
{
    // A wording of about a line reads best.
    private const int FairLength = 110;

    public StatementKey Key { get; } = new(File.Article.Id, Statement.Id);

    /// <summary>Whether it is not all that the article's statement tells.</summary>
    public bool IsPart => !File.Findings.Statements.Any(s => ReferenceEquals(s, Statement));

    public int Sign { get; } = StatementFingerprinter.Sign(File.Article, Statement);

    /// <summary>Which way its wording says it, whoever denies it.</summary>
    public int Orientation { get; } = StatementFingerprinter.IsTurned(File.Article, Statement) ? -1 : 1;

    /// <summary>1 where it says what another tells, −1 where the contrary, 0 where neither: of each, the clauses that tell of what the other does.</summary>
    /// <param name="clauses">What it tells, clause by clause.</param>
    /// <param name="others">What the other tells.</param>
    public int SideOn(ClausePolarity clauses, ClausePolarity others)
    {
        bool turned = clauses.IsTurnedOn(others.Terms), otherTurned = others.IsTurnedOn(clauses.Terms);
        // «Non» to something else that the same quotation holds is neither yes nor no to this.
        if (turned != otherTurned && !clauses.Terms.Shared(others.Terms).Any(t => t.Kind != TermKind.Weak)) return 0;
        return StatementFingerprinter.Sign(File.Article, Statement, turned) * (otherTurned ? -1 : 1);
    }

    public string Text => string.Join(" […] ", Statement.Content.Select(c => c.In(File.Article.Text).Trim().ToString()));

    public IEnumerable<Passage> Passages => Statement.Content.Select(c => new Passage(Key.Article, c));

    public string? When => Statement.Content.SelectMany(c => File.Findings.Times.Where(t => t.Type == TimeType.Date && c.Contains(t.Span)))
        .Select(t => t.Value).FirstOrDefault(PartialDates.IsDated);

    public string? Where => Statement.Content.SelectMany(c => File.Findings.Mentions.Where(m => m.Type == NameType.Place && c.Contains(m.Span)))
        .Select(m => m.Name).FirstOrDefault();

    /// <summary>The full day it was told: by its own word, else by the day its article came out.</summary>
    public string? Day => PartialDates.IsFull(Statement.Said) ? Statement.Said![..10] : PartialDates.Believed(File.Article.Header.Published);

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
