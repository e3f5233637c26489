using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>What is described as something: <c>le plan comme « mort-né »</c>, <c>the policy as a form of abuse</c>.</summary>
internal static class Predicatives
{
    private const int Longest = 12; // words of what is described

    /// <summary>The clause that the two make; <see langword="null"/> where the words are no description.</summary>
    public static Draft? Of(Prose prose, Stretch stretch, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        if (teller.Statement is null) return null;
        if (Parted(prose, stretch, teller) is not { } parts) return null;
        var words = Clauses.Trimmed(prose, parts.Words, -1);
        var said = Clauses.Trimmed(prose, parts.Said, -1);
        if (words.Last - words.First > Longest || IsClause(prose, words)) return null;
        if (words.IsEmpty || said.IsEmpty || (HeadOf(prose, words) ?? TopOf(prose, words)) is not { } head || prose.Is(head, "pronouns"))
            return null;
        var negated = prose.Is(said.First, "negations");
        var copula = prose.Words.Forms.Changed("copula", negated ? "no" : "yes", Phrases.IsPlural(prose, head));
        if (copula is null) return null;
        var wording = new Wording(prose.Text);
        Write(prose, words, passage, wording);
        wording.Give(copula, null);
        Write(prose, said with { First = OpeningOf(prose, said.First) }, passage, wording);
        var subject = new Argument(
            ArgumentRole.Subject, prose.Trees.Span(words.First, words.Last), prose.Lemma(head), null, prose.MentionAt(head)?.Name,
            prose.MentionAt(head)?.Type);
        var last = HeadOf(prose, said) ?? said.Last;
        var predicate = new Predicate(
            $"{prose.Words.Forms.Changed("copula", "lemma", false)} {prose.Lemma(last)}", prose.Trees[last].Span, negated, null,
            Tense.Present);
        return new(wording, predicate, [subject], PropositionKind.Opinion, teller.Side, teller.Certainty);
    }

    // What is described, and as what: after «comme», or side by side after a verb that names (<c>juge le plan « mort-né »</c>).
    private static (Stretch Words, Stretch Said)? Parted(Prose prose, Stretch stretch, Standpoint teller)
    {
        var joint = Each(stretch).FirstOrDefault(w => w > stretch.First && prose.Is(w, "as"), -1);
        if (joint == stretch.Last) return null;
        if (joint >= 0) return (stretch with { Last = joint - 1 }, stretch with { First = joint + 1 });
        if (!prose.CueIs(teller.Statement, "naming")) return null;
        var said = Quoted(prose, stretch) ?? Adjective(prose, stretch);
        return said is { } first && first > stretch.First
            ? (stretch with { Last = BeforeOf(prose, first) }, stretch with { First = first })
            : null;
    }

    // «les élections « décisives »»: in marks to the end.
    private static int? Quoted(Prose prose, Stretch stretch)
    {
        var last = stretch.Last;
        while (last > stretch.First && prose.Trees[last].Form is "." or ",") last--;
        var first = Each(stretch).FirstOrDefault(w => w > stretch.First && prose.Trees[w].Form is "«" or "“" or "\"", -1);
        var isToEnd = first >= 0 && prose.Trees[last].Form is "»" or "”" or "\"" or "." or "," && last > first;
        if (!isToEnd) return null;
        return prose.Is(first - 1, "indefinites") ? first - 1 : first;
    }

    // «the plan unacceptable»: an adjective that the tree hangs on the verb.
    private static int? Adjective(Prose prose, Stretch stretch)
    {
        var found = Each(stretch).FirstOrDefault(w => prose.Trees[w].Tag == PartOfSpeech.Adj && prose.Trees.Is(w, "xcomp"), -1);
        return found < 0 ? null : Math.Max(stretch.First, prose.Trees.First(found));
    }

    // «qualifier le plan de « mort-né »»: the preposition is the verb's.
    private static int BeforeOf(Prose prose, int first) => prose.Trees[first - 1].Tag == PartOfSpeech.Adp ? first - 2 : first - 1;

    private static IEnumerable<int> Each(Stretch words) => Enumerable.Range(words.First, Math.Max(0, words.Last - words.First + 1));

    private static bool IsClause(Prose prose, Stretch words) =>
        Each(words).Any(w => prose.Trees[w].Tag is PartOfSpeech.Aux or PartOfSpeech.Sconj
            || (w == words.First && prose.Trees[w].Tag is PartOfSpeech.Verb or PartOfSpeech.Adp));

    // A quotation mark before the first word goes with it.
    private static int OpeningOf(Prose prose, int first) =>
        first > 0 && prose.Trees[first - 1].Form is "«" or "“" or "\"" ? first - 1 : first;

    private static int? HeadOf(Prose prose, Stretch words)
    {
        for (var word = words.First; word <= words.Last; word++)
        {
            var head = prose.Trees[word].Head;
            if (prose.Trees[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Pron or PartOfSpeech.Adj
                && (head < 0 || !words.Contains(head)))
                return word;
        }

        return null;
    }

    // Where the tags are wrong, what the others hang on.
    private static int? TopOf(Prose prose, Stretch words)
    {
        for (var word = words.First; word <= words.Last; word++)
        {
            if (prose.IsWord(word) && (prose.Trees[word].Head < 0 || !words.Contains(prose.Trees[word].Head))) return word;
        }

        return null;
    }

    private static void Write(Prose prose, Stretch words, ImmutableArray<TextSpan> passage, Wording wording)
    {
        var edits = new Edits();
        Balance.Mend(prose, words, edits);
        edits.Write(prose, words, passage, wording);
    }
}
