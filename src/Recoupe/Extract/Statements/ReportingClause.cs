using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>A cue with its subject and whom it tells, as it stands beside or inside what is told: <c>a déclaré mercredi Kirby à CNN</c>.</summary>
/// <param name="Cue">The cue.</param>
/// <param name="First">The first word.</param>
/// <param name="Last">The last word before the next stop or mark.</param>
/// <param name="Inverted">Whether the verb comes before its subject.</param>
internal sealed record ReportingClause(Cue Cue, int First, int Last, bool Inverted)
{
    /// <summary>The incise that a finite cue makes; <see langword="null"/> where it has no subject.</summary>
    public static ReportingClause? Of(StatementContext prose, Cue cue)
    {
        var trees = prose.Trees;
        var subject = Subjects.Of(prose, cue);
        if (subject < 0 || trees.SentenceOf(subject) != trees.SentenceOf(cue.Word)) return null;
        var phrase = NounPhrases.Of(prose, subject);
        var inverted = phrase.Head > cue.First;
        var first = inverted ? cue.First : Math.Min(phrase.First, cue.First);
        var last = Math.Max(cue.Last, inverted ? phrase.Last : cue.Last);
        var end = prose.SentenceEnd(cue.Word);
        while (last < end && prose.IsWord(last + 1) && prose.QuotationOf(last + 1) == prose.QuotationOf(cue.Word) && !OpensClause(prose, last + 1)) last++;
        return new(cue, first, last, inverted);
    }

    private static bool OpensClause(StatementContext prose, int word) => prose.Trees[word].Tag is PartOfSpeech.Cconj or PartOfSpeech.Sconj;
}
