using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>What is told in an infinitive: what the teller says to have done, will do, or wants done.</summary>
internal static class Infinitives
{
    private const int MostClitics = 2; // «l'y envoyer»: more small words before a verb are no pronouns of its own

    /// <summary>The clause with its subject; <see langword="null"/> where that is not known.</summary>
    public static Draft? Of(Prose prose, Antecedents antecedents, Stretch stretch, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        if (HeadOf(prose, stretch) is not { } head) return Gerund(prose, antecedents, stretch, teller, passage);
        var demand = teller.Stance == Stance.Asks;
        var subject = new Doers(prose, antecedents, teller).Of(head);
        if (subject is null) return null;
        var verb = FirstVerb(prose, head);
        var edits = new Edits();
        var clause = new Clause(head, Clauses.Trimmed(prose, stretch, head), -1, null);
        if (Conjugated(prose, clause, verb, subject, teller, edits) is not { } given) return null;
        if (!new Completion(prose, antecedents, teller, passage).Rest(clause, subject, edits)) return null;
        var wording = new Wording(prose.Text).Give(subject.Words, subject.From).Give(given, null);
        edits.Write(prose, clause.Words, passage, wording);
        var tense = demand || IsPlan(prose, teller, verb) ? Tense.Future : verb == head ? Tense.Present : Tense.Past;
        var predicate = Arguments.PredicateOf(prose, clause, false) with { Tense = tense };
        var arguments = Arguments.Of(prose, clause, subject);
        if (demand) return new(wording, predicate, arguments, PropositionKind.Wish, Side.For, Certainty.Uncommitted);
        var kind = teller.Stance is Stance.Announces or Stance.Warns ? PropositionKind.Act : PropositionKind.Fact;
        return new(wording, predicate, arguments, kind, teller.Side, teller.Certainty);
    }

    /// <summary>Two deeds, each with complements of its own (<c>rester chez soi et éviter la route</c>); <see langword="null"/> for
    /// one.</summary>
    public static (Stretch First, Stretch Second)? Parted(Prose prose, Stretch stretch)
    {
        if (HeadOf(prose, stretch) is not { } head) return null;
        var trees = prose.Trees;
        for (var word = head + 2; word < stretch.Last; word++)
        {
            if (!trees.Is(word, "conj") || trees[word].Head != head || trees[word].Tag != PartOfSpeech.Verb) continue;
            if (!IsInfinitive(prose, word) || !HasComplement(trees, word, stretch.Last)) continue;
            var joint = word - 1;
            while (joint > head && prose.Is(joint, "infinitive marks")) joint--;
            if (trees[joint].Tag != PartOfSpeech.Cconj || !prose.Is(joint, "joins") || !HasComplement(trees, head, joint)) continue;
            return (stretch with { Last = joint - 1 }, stretch with { First = joint + 1 });
        }

        return null;
    }

    private static bool HasComplement(DependencyTrees trees, int verb, int end) =>
        trees.Children(verb).Any(c => c > verb && c <= end && trees.IsAny(c, "obj", "obl", "xcomp", "ccomp"));

    // «denied ordering the attack»: whoever tells did it; what is asked for, warned of or announced so was not done.
    private static Draft? Gerund(Prose prose, Antecedents antecedents, Stretch stretch, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        var first = stretch.First;
        if (stretch.IsEmpty || prose.Trees[first].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux)) return null;
        if (teller.Stance is Stance.Asks or Stance.Announces or Stance.Warns
            || new Doers(prose, antecedents, teller).Of(first) is not { } who)
            return null;
        if (prose.Words.Forms.Changed("gerund", prose.Trees[first].Form, who.Plural) is not { } past) return null;
        var clause = new Clause(first, Clauses.Trimmed(prose, stretch, first), -1, null);
        var edits = new Edits();
        edits.Drop(first, first);
        if (!new Completion(prose, antecedents, teller, passage).Rest(clause, who, edits)) return null;
        var wording = new Wording(prose.Text).Give(who.Words, who.From).Change(past, prose.Trees[first].Span);
        edits.Write(prose, clause.Words, passage, wording);
        var predicate = Arguments.PredicateOf(prose, clause, false) with { Tense = Tense.Past };
        return new(wording, predicate, Arguments.Of(prose, clause, who), PropositionKind.Fact, teller.Side, teller.Certainty);
    }

    // The infinitive that governs the rest, with nothing before it but what belongs to it.
    private static int? HeadOf(Prose prose, Stretch stretch)
    {
        var trees = prose.Trees;
        for (var word = stretch.First; word <= stretch.Last; word++)
        {
            if (trees[word].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux) || !IsInfinitive(prose, word)) continue;
            var head = trees.IsAny(word, "aux", "cop") && trees[word].Head is >= 0 and var governor ? governor : word;
            for (var before = stretch.First; before < word; before++)
            {
                if (prose.IsWord(before) && trees[before].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) return null;
            }

            return head;
        }

        return null;
    }

    private static bool IsInfinitive(Prose prose, int word) =>
        prose.Trees[word].Features.Has("VerbForm", "Inf")
            || (prose.Trees[word].Features["VerbForm"].IsEmpty && prose.Form(word) == prose.Lemma(word));

    private static int FirstVerb(Prose prose, int head) =>
        prose.Trees.Children(head).FirstOrDefault(c => prose.Trees.IsAny(c, "aux", "cop") && IsInfinitive(prose, c), head);

    // The form for the verb, given in brackets; what it replaces is dropped. A modal in front leaves it as it is.
    private static string? Conjugated(Prose prose, Clause clause, int verb, Antecedent subject, Standpoint teller, Edits edits)
    {
        var forms = prose.Words.Forms;
        var from = clause.Words.First;
        while (from < verb && (prose.Is(from, "infinitive marks") || !prose.IsWord(from))) edits.Drop(from, from++);
        if (teller.Stance == Stance.Asks) return Demanded(prose, from, verb, subject, edits);
        if (IsPlan(prose, teller, verb) && forms.Changed("will", "yes", subject.Plural) is { } will) return will;
        var change = IsPlan(prose, teller, verb) ? "infinitive future" : "infinitive present";
        if (forms.Changed(change, prose.Trees[verb].Form, subject.Plural) is not { } changed) return null;
        if (prose.Is(from, "negations")) return Negated(prose, from, verb, changed, edits);
        if (from < verb - MostClitics) return null;
        edits.Drop(from, verb);
        return Written(prose, from, verb) + changed;
    }

    // «ne pas avoir prévenu»: the finite verb stands between the two halves of its negation.
    private static string? Negated(Prose prose, int from, int verb, string changed, Edits edits)
    {
        var isParted = from + 1 < verb && prose.Is(from + 1, "negations");
        if (!isParted || from + 2 < verb - MostClitics) return null;
        edits.Drop(from, verb);
        return prose.Words.Forms.Melted($"{prose.Form(from)} {Written(prose, from + 2, verb)}{changed}") + " " + prose.Form(from + 1);
    }

    private static string Written(Prose prose, int from, int verb) =>
        string.Concat(Enumerable.Range(from, verb - from).Select(w => prose.Trees[w].Form).Select(form => form + (form[^1] is '\'' or '’' ? "" : " ")));

    private static string? Demanded(Prose prose, int from, int verb, Antecedent subject, Edits edits)
    {
        var negated = prose.Is(from, "negations") && prose.Words.Forms.Changed("should", "no", subject.Plural) is not null;
        for (var word = from; negated && word < verb && prose.Is(word, "negations"); word++) edits.Drop(word, word);
        return prose.Words.Forms.Changed("should", negated ? "no" : "yes", subject.Plural);
    }

    private static bool IsPlan(Prose prose, Standpoint teller, int verb) =>
        teller.Stance is Stance.Announces or Stance.Warns && !prose.Words.Has("auxiliaries", prose.Trees[verb].Lemma);
}
