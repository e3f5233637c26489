using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>
/// Demands that a teller makes in a clause of its own: <c>nous appelons les parties à cesser le feu</c>, <c>we urge them to stop</c>.
/// </summary>
internal static class Demands
{
    /// <summary>What is demanded, of whom; <see langword="null"/> where the clause demands nothing, or of nobody named.</summary>
    public static Draft? Of(Prose prose, Antecedents antecedents, Clause clause, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        if (!IsTellers(prose, clause, teller) || !prose.Words.Has("demanding", prose.Trees[clause.Head].Lemma)) return null;
        if (Deed(prose, clause) is not (>= 0 and var deed) || Addressee(prose, clause, deed) is not (>= 0 and var asked)) return null;
        var first = FirstOf(prose, deed);
        var negated = prose.Is(first, "negations");
        if (antecedents.Noun(asked) is not { } who || Should(prose, negated, who.Plural) is not { } should) return null;
        var whom = new Stretch(OpeningOf(prose, asked), BeforeMark(prose, asked, first));
        var rest = new Clause(deed, Clauses.Trimmed(prose, new(first, clause.Words.Last), deed), -1, null);
        var edits = new Edits();
        var isReworded = negated && prose.Words.Forms.Changed("should", "no", false) is not null;
        for (var word = first; isReworded && word < deed && prose.Is(word, "negations"); word++) edits.Drop(word, word);
        if (whom.IsEmpty || !new Completion(prose, antecedents, teller, passage).Rest(rest, who, edits)) return null;
        var wording = new Wording(prose.Text);
        if (prose.IsContracted(whom.First)) wording.Give(prose.Trees[whom.First].Form, null);
        new Edits().Write(prose, prose.IsContracted(whom.First) ? whom with { First = whom.First + 1 } : whom, passage, wording);
        wording.Give(should, null);
        edits.Write(prose, rest.Words, passage, wording);
        var predicate = Arguments.PredicateOf(prose, rest, false) with { Tense = Tense.Future };
        return new(wording, predicate, Arguments.Of(prose, rest, who), PropositionKind.Wish, Side.For, Certainty.Uncommitted);
    }

    private static string? Should(Prose prose, bool negated, bool plural) =>
        (negated ? prose.Words.Forms.Changed("should", "no", plural) : null) ?? prose.Words.Forms.Changed("should", "yes", plural);

    private static bool IsTellers(Prose prose, Clause clause, Standpoint teller) =>
        teller.Statement is not null
            && clause.Subject >= 0
            && Pronouns.Of(prose.Trees.Reading.Language).Subject(prose.Trees[clause.Subject].Form) is { Person: 1 };

    private static int Deed(Prose prose, Clause clause) => prose.Trees.Children(clause.Head)
        .FirstOrDefault(c => c > clause.Head
            && clause.Words.Contains(c)
            && prose.Trees.IsAny(c, "xcomp", "ccomp", "advcl")
            && prose.Trees[c].Features.Has("VerbForm", "Inf"), -1);

    private static int Addressee(Prose prose, Clause clause, int deed) => prose.Trees.Children(clause.Head)
        .Concat(prose.Trees.Children(deed).Where(c => prose.Trees.Is(c, "nsubj")))
        .FirstOrDefault(c => c > clause.Head
            && c < deed
            && prose.Trees.IsAny(c, "obj", "iobj", "obl", "nsubj")
            && prose.Trees[c].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn, -1);

    // The infinitive with what stands before it and is of it, without the mark.
    private static int FirstOf(Prose prose, int deed)
    {
        var first = deed;
        while (first > 0
            && !prose.Is(first - 1, "infinitive marks")
            && prose.Trees[first - 1].Head == deed
            && prose.Trees[first - 1].Tag is PartOfSpeech.Adv or PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Part)
            first--;
        return first;
    }

    private static int BeforeMark(Prose prose, int asked, int first)
    {
        var last = first - 1;
        while (last > asked && prose.Is(last, "infinitive marks")) last--;
        return last;
    }

    private static int OpeningOf(Prose prose, int asked)
    {
        var first = prose.Trees.First(asked);
        while (first < asked && prose.Trees[first].Tag is PartOfSpeech.Adp or PartOfSpeech.Punct) first++;
        return first;
    }
}
