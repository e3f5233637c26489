using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>Headlines without a finite verb: <c>Un colonel capturé près du barrage</c>, <c>Twelve killed in flood</c>.</summary>
internal static class Headlines
{
    /// <summary>The clause, its auxiliary given; <see langword="null"/> where no participle follows a noun.</summary>
    public static Draft? Of(Prose prose, Stretch stretch, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        if (teller.Place != OwnPlace.Headline || ParticipleOf(prose, stretch) is not (>= 0 and var participle)) return null;
        var subject = prose.Trees[participle].Head;
        var plural = Phrases.IsPlural(prose, subject) || prose.Trees[subject].Tag == PartOfSpeech.Num;
        if (prose.Words.Forms.Changed("passive", "past", plural) is not { } auxiliary) return null;
        var words = Clauses.Trimmed(prose, stretch, participle);
        var wording = new Wording(prose.Text);
        Write(prose, words with { Last = participle - 1 }, passage, wording);
        wording.Give(auxiliary, null);
        Write(prose, words with { First = participle }, passage, wording);
        var what = new Argument(
            ArgumentRole.Object, prose.Trees[subject].Span, prose.Lemma(subject), null, prose.MentionAt(subject)?.Name,
            prose.MentionAt(subject)?.Type);
        var predicate = new Predicate(prose.Lemma(participle), prose.Trees[participle].Span, false, null, Tense.Past);
        return new(wording, predicate, [what], PropositionKind.Fact, teller.Side, teller.Certainty);
    }

    private static int ParticipleOf(Prose prose, Stretch stretch)
    {
        var trees = prose.Trees;
        for (var word = stretch.First + 1; word <= stretch.Last; word++)
        {
            if (trees[word].Tag != PartOfSpeech.Verb
                || !trees[word].Features.Has("Tense", "Past")
                || !trees[word].Features.Has("VerbForm", "Part"))
                continue;
            var head = trees[word].Head;
            if (head < stretch.First || head >= word) continue;
            var isOfNoun = trees[head].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num && trees.Is(word, "acl");
            if (isOfNoun && trees[word - 1].Form is not ",") return word;
        }

        return -1;
    }

    private static void Write(Prose prose, Stretch words, ImmutableArray<TextSpan> passage, Wording wording)
    {
        var edits = new Edits();
        Balance.Mend(prose, words, edits);
        edits.Write(prose, words, passage, wording);
    }
}
