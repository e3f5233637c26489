using Recoupe.Language;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Telling;

/// <summary>
/// What the words around a telling do to its side beyond what its certainty says: a thing told that is rejected, a thing excluded, a frame
/// that the content was cut from.
/// </summary>
internal static class CueEffects
{
    private const int LongestGap = 12; // words between a cue and what it tells

    /// <summary>The teller with its side put right.</summary>
    public static Standpoint Of(Prose prose, Stretch content, Standpoint teller)
    {
        if (teller.Statement is not { Cue: { } cue }) return teller;
        if (teller.Statement.Source.Name is not null && IsRejected(prose, cue))
            return teller with { Side = Side.Against, Certainty = Certainty.CertainlyNot, IsFramed = true, Hearsay = true };
        if (prose.CueIs(teller.Statement, "exclusions")) return Excluded(prose, cue, teller);
        return FramedBefore(prose, cue, content) is { } effect ? Frames.Applied(teller, effect) : teller;
    }

    // «rejette les accusations selon lesquelles P»: the noun for the thing told hangs on a verb that rejects it.
    private static bool IsRejected(Prose prose, TextSpan cue)
    {
        var trees = prose.Trees;
        for (var word = trees.WordAt(cue.Start); word < trees.Count && trees[word].Span.Start < cue.End; word++)
        {
            if (trees[word].Tag != PartOfSpeech.Noun || trees[word].Head is not (>= 0 and var verb) || verb >= word) continue;
            if (prose.Words.Has("denials", trees[verb].Lemma) && !IsNegated(prose, verb)) return true;
        }

        return false;
    }

    // «a exclu», «n'a pas exclu».
    private static Standpoint Excluded(Prose prose, TextSpan cue, Standpoint teller)
    {
        var trees = prose.Trees;
        for (var word = trees.WordAt(cue.Start); word < trees.Count && trees[word].Span.Start < cue.End; word++)
        {
            if (prose.Is(word, "plain negations"))
                return teller with { Side = Side.Uncommitted, Certainty = Certainty.Possible, IsFramed = true, Hearsay = true };
        }

        return teller with { Side = Side.Against, Certainty = Certainty.CertainlyNot, IsFramed = true, Hearsay = true };
    }

    // «affirme n'avoir aucune preuve que P»: what stands between the telling and what it is taken to tell.
    private static FrameEffect? FramedBefore(Prose prose, TextSpan cue, Stretch content)
    {
        var first = prose.Trees.WordAt(cue.End);
        if (first >= content.First
            || content.First - first > LongestGap
            || prose.Trees.SentenceOf(first) != prose.Trees.SentenceOf(content.First))
            return null;
        return prose.Words.Frames.Find(prose, new(first, content.First)) is { Effect.Own: false } frame
            && frame.Words.Last == content.First - 1
            ? frame.Effect
            : null;
    }

    private static bool IsNegated(Prose prose, int verb) => prose.Trees.Children(verb).Any(c => prose.Is(c, "plain negations"));
}
