using Recoupe.Language;
using Recoupe.Propose.Denying;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Words;

namespace Recoupe.Propose;

/// <summary>Words what each statement puts forward, and what the article does in its own voice, so that it can be read alone.</summary>
internal static class Proposer
{
    /// <summary>
    /// The findings of one article with their propositions: a pure function of its text, its trees and what was found in it.
    /// </summary>
    public static Findings Propose(Article article, DependencyTrees trees, Findings findings)
    {
        var prose = new Prose(article, trees, findings);
        var antecedents = new Antecedents(prose);
        var worded = findings.Statements.Select(s => s with { Propositions = StatementPropositions.Of(prose, antecedents, s) }).ToList();
        var own = new OwnVoice(prose, antecedents, new(prose, worded, [])).Propositions();
        var told = new Told(prose, worded, own);
        var bearings = new Bearings(prose, told);
        var settled = Verdicts.Marked(Verdicts.Settled(prose, [.. worded], told), own, told);
        return findings with { Statements = bearings.In(settled), Own = bearings.In(own) };
    }
}
