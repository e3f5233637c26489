using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Telling;

/// <summary>
/// Strips what stands before a clause and says what its teller makes of it: the clause is put forward once, and the frame is its side and
/// certainty.
/// </summary>
internal static class Frames
{
    /// <summary>What is left of a framed clause, and who puts it forward how; <see langword="null"/> for a clause in no frame.</summary>
    public static (Stretch Left, Standpoint Standpoint)? Of(
        Prose prose, Antecedents antecedents, Clause clause, int last, Standpoint teller)
    {
        if (prose.Words.Frames.Find(prose, clause.Words with { Last = last }) is not { } frame
            || frame.Words.Last >= last
            || frame.Words.First > clause.Words.Last)
            return null;
        if (frame.Effect.Own && !IsTellers(prose, clause, teller)) return null;
        if (teller.Statement is null && !frame.Effect.Verdict && IsOthers(prose, clause, frame.Words.First)) return null;
        var rest = new Stretch(frame.Words.Last + 1, last);
        return (rest, Through(prose, antecedents, clause, Applied(teller, frame.Effect)));
    }

    /// <summary>As <see cref="Of"/>, of words without a finite verb (<c>aucune preuve que P</c>).</summary>
    public static (Stretch Left, Standpoint Standpoint)? InNoun(Prose prose, Stretch stretch, Standpoint teller)
    {
        if (prose.Words.Frames.Find(prose, stretch) is not { Effect.Own: false } frame || frame.Words.Last >= stretch.Last) return null;
        var rest = new Stretch(frame.Words.Last + 1, stretch.Last);
        return (rest, Applied(teller, frame.Effect));
    }

    /// <summary>The teller of what stands in a frame.</summary>
    public static Standpoint Applied(Standpoint teller, FrameEffect effect) => teller with
    {
        Side = teller.Side == Side.For ? effect.Side : teller.Side,
        Certainty = teller.Side == Side.For ? effect.Certainty ?? teller.Certainty : teller.Certainty,
        Evidence = effect.Evidence ?? teller.Evidence,
        Hearsay = teller.Hearsay || effect.Side != Side.For,
        Whole = effect.Certainty is null && teller.Whole,
        IsFramed = effect.Certainty is not null || teller.IsFramed,
    };

    // «la présidence juge peu probable que P»: who has a frame of his own is not the article.
    private static bool IsOthers(Prose prose, Clause clause, int frame) =>
        clause.Subject >= 0 && clause.Subject < frame && !prose.Is(clause.Subject, "expletives");

    // «je pense que», «he believes that»: whoever tells it says so of himself.
    private static bool IsTellers(Prose prose, Clause clause, Standpoint teller)
    {
        if (teller.Statement is null || clause.Subject < 0) return false;
        return Pronouns.Of(prose.Trees.Reading.Language).Subject(prose.Trees[clause.Subject].Form) is { Person: 1 or 3 } pronoun
            && (pronoun.Person == 1 || (teller.Who is { } who && who.Plural == pronoun.Plural));
    }

    private static Standpoint Through(Prose prose, Antecedents antecedents, Clause clause, Standpoint teller)
    {
        if (clause.Subject < 0
            || prose.Is(clause.Subject, "pronouns")
            || prose.Trees[clause.Subject].Tag is not (Language.PartOfSpeech.Noun or Language.PartOfSpeech.Propn))
            return teller;
        return prose.MentionAt(clause.Subject) is not null && antecedents.Noun(clause.Subject) is { } who
            ? teller with { Through = [.. teller.Through, who.Words] }
            : teller;
    }
}
