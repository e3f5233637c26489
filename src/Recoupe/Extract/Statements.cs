using System.Collections.Immutable;
using Recoupe.Extract.StatementRules;
using Recoupe.Language;

namespace Recoupe.Extract;

/// <summary>
/// Finds who says what in an article, through whom, and how sure. Quotations are given to speakers first; then each verb, preposition and
/// noun that marks a telling takes its content from the tree; then what is left in a hedged voice is the article's own. Sources are resolved
/// to the article's fullest wording, and tellings inside tellings to what they stand in.
/// </summary>
internal static class Statements
{
    /// <summary>The statements, in text order. Nothing is found in furniture.</summary>
    public static ImmutableArray<Statement> Find(Article article, Reading reading, ImmutableArray<Mention> mentions, ImmutableArray<TimeExpression> times)
    {
        var prose = new Prose(article, reading, mentions, times);
        var drafts = Drafts(prose);
        return new Nesting(prose, drafts, article.Header.TextHash).Statements();
    }

    private static List<Draft> Drafts(Prose prose)
    {
        var cues = Cues.Find(prose);
        var quoted = new QuotedTellings(prose, cues);
        List<Draft> drafts = [.. quoted.Find()];
        drafts.AddRange(VerbalTellings.Find(prose, cues, quoted.Taken));
        drafts.AddRange(AttributionTellings.Find(prose));
        drafts.AddRange(NominalTellings.Find(prose));
        Overlaps.Resolve(prose, drafts);
        drafts.AddRange(ArticleTellings.Find(prose, drafts));
        ContentParts.Settle(drafts, prose.Text.Length);
        return drafts;
    }
}
