using System.Collections.Immutable;
using Recoupe.Extract.Statements;
using Recoupe.Extract.Statements.Attributions;
using Recoupe.Extract.Statements.Resolution;
using Recoupe.Language;

namespace Recoupe.Extract;

/// <summary>
/// Finds who says what in an article, through whom, and how sure. Quotations are given to speakers first; then each verb, preposition and
/// noun that marks a telling takes its content from the tree; then what is left in a hedged voice is the article's own. Sources are resolved
/// to the article's fullest wording, and tellings inside tellings to what they stand in.
/// </summary>
internal static class StatementFinder
{
    /// <summary>The statements, in text order. Nothing is found in furniture.</summary>
    public static ImmutableArray<Statement> Find(Article article, Reading reading, ImmutableArray<Mention> mentions, ImmutableArray<TimeExpression> times) =>
        Find(article, new StatementContext(article, reading, mentions, times));

    /// <summary>As <see cref="Find(Article, Reading, ImmutableArray{Mention}, ImmutableArray{TimeExpression})"/>, of what is at hand.</summary>
    public static ImmutableArray<Statement> Find(Article article, StatementContext prose)
    {
        var drafts = Drafts(prose);
        return new StatementAssembler(prose, drafts, article.Header.TextHash).Statements();
    }

    private static List<StatementDraft> Drafts(StatementContext prose)
    {
        var cues = Cues.Find(prose);
        var quoted = new QuotationAttributions(prose, cues);
        List<StatementDraft> drafts = [.. quoted.Find()];
        List<StatementDraft> pointing = [.. PointingAttributions.Find(prose, cues, quoted.Taken)];
        drafts.AddRange(VerbAttributions.Find(prose, cues, quoted.Taken.Union(pointing.Select(d => d.CueWord)).ToHashSet()));
        drafts.AddRange(pointing);
        drafts.AddRange(PrepositionAttributions.Find(prose));
        drafts.AddRange(NounAttributions.Find(prose));
        drafts.AddRange(SilenceAttributions.Find(prose));
        CitedSources.Settle(prose, drafts);
        Overlaps.Resolve(prose, drafts, pointing);
        drafts.AddRange(OwnVoiceAttributions.Find(prose, drafts));
        ContentParts.Settle(drafts, prose.Text.Length);
        return drafts;
    }
}
