using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>Numbers told as nouns: <c>un bilan de 12 morts</c>, <c>a death toll of 12</c>.</summary>
internal static class Tolls
{
    /// <summary>The clause, its copula given; <see langword="null"/> where the stretch is no noun for a number with its amount.</summary>
    public static Draft? Of(Prose prose, Stretch stretch, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        if (teller.Statement is null) return null;
        var words = Clauses.Trimmed(prose, stretch, -1);
        if (words.IsEmpty || HeadOf(prose, words) is not (>= 0 and var head) || MarkOf(prose, words, head) is not (>= 0 and var mark)) return null;
        if (prose.Words.Forms.Changed("copula", "yes", Phrases.IsPlural(prose, head)) is not { } copula) return null;
        var wording = new Wording(prose.Text);
        Write(prose, words with { Last = mark - 1 }, passage, wording);
        wording.Give(copula, null);
        Write(prose, words with { First = prose.Is(mark, "measuring") ? mark : mark + 1 }, passage, wording);
        var what = new Argument(ArgumentRole.Subject, prose.Trees.Span(words.First, mark - 1), prose.Lemma(head), null, null, null);
        var predicate = new Predicate($"{prose.Words.Forms.Changed("copula", "lemma", false)} {prose.Lemma(head)}", prose.Trees[head].Span, false, null, Tense.Present);
        return new(wording, predicate, [what], PropositionKind.Figure, teller.Side, teller.Certainty);
    }

    /// <summary>
    /// What is counted and no more, «78 décès», "12 injuries": the clause that there are so many; <see langword="null"/> for any other stretch.
    /// </summary>
    public static Draft? Counted(Prose prose, Stretch stretch, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        if (teller.Statement is null) return null;
        var words = Clauses.Trimmed(prose, stretch, -1);
        if (words.IsEmpty || Measured(prose, words) is not [var figure, ..] || CountedNoun(prose, words, figure) is not (>= 0 and var noun)) return null;
        if (prose.Words.Forms.Changed("there", "is", Phrases.IsPlural(prose, noun)) is not { } there) return null;
        var wording = new Wording(prose.Text).Give(there, null);
        Write(prose, words, passage, wording);
        var what = new Argument(ArgumentRole.Subject, prose.Trees.Span(words.First, words.Last), prose.Lemma(noun), null, null, null);
        var lemma = prose.Words.Forms.Changed("there", "lemma", false) ?? prose.Lemma(noun);
        var predicate = new Predicate(lemma, null, false, null, Tense.Present);
        return new(wording, predicate, [what], PropositionKind.Figure, teller.Side, teller.Certainty);
    }

    /// <summary>Two counts in a row, «12 morts et 40 disparus», each on its own; <see langword="null"/> for one.</summary>
    public static (Stretch First, Stretch Second)? Parted(Prose prose, Stretch stretch)
    {
        var words = Clauses.Trimmed(prose, stretch, -1);
        if (words.IsEmpty) return null;
        if (Measured(prose, words) is not [var first, var second, ..] || CountedNoun(prose, words, first) is not (>= 0 and var noun)) return null;
        for (var word = noun + 1; word < words.Last && prose.Trees[word].Span.Start < second.Span.Start; word++)
        {
            if (prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj) return null;
            if (prose.Trees[word].Tag == PartOfSpeech.Cconj) return (new(words.First, word - 1), new(word + 1, words.Last));
        }

        return null;
    }

    private static List<Figure> Measured(Prose prose, Stretch words) =>
        [.. prose.FiguresIn(prose.Trees.Span(words.First, words.Last)).Where(f => f.Measure is not null)];

    // The noun that the number stands before, at the head of the words.
    private static int CountedNoun(Prose prose, Stretch words, Figure figure)
    {
        for (var word = words.First; word <= words.Last; word++)
        {
            if (prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj) return -1;
            var isBefore = prose.Trees[word].Span.Start < figure.Span.Start;
            // "the killing of two men" is a deed.
            if (isBefore && prose.Words.Nominals.Of(prose.Lemma(word)) is { Bearer: false }) return -1;
            if (!isBefore && prose.Trees[word].Tag == PartOfSpeech.Noun) return word;
        }

        return -1;
    }

    // The noun that all the others hang on.
    private static int HeadOf(Prose prose, Stretch words)
    {
        for (var word = words.First; word <= words.Last; word++)
        {
            if (prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Adp) return -1;
            if (prose.Trees[word].Tag == PartOfSpeech.Noun && !words.Contains(prose.Trees[word].Head)) return prose.Words.Has("pointed figures", prose.Trees[word].Lemma) ? word : -1;
        }

        return -1;
    }

    // The word before its amount.
    private static int MarkOf(Prose prose, Stretch words, int head)
    {
        var mark = head + 1;
        if (mark >= words.Last || !prose.Words.Has("of", prose.Lemma(mark))) return -1;
        return prose.FiguresIn(prose.Trees.Span(mark + 1, Math.Min(words.Last, mark + 3))).Any() || prose.Trees[mark + 1].Tag == PartOfSpeech.Num ? mark : -1;
    }

    private static void Write(Prose prose, Stretch words, ImmutableArray<TextSpan> passage, Wording wording)
    {
        var edits = new Edits();
        Balance.Mend(prose, words, edits);
        edits.Write(prose, words, passage, wording);
    }
}
