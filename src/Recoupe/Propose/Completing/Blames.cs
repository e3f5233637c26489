using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>
/// What somebody is blamed for, and what is put down to something: <c>accuse Y de l'attaque</c>, <c>impute l'explosion à Y</c>,
/// <c>blamed Y for the blast</c>.
/// </summary>
internal static class Blames
{
    /// <summary>The clause that says who or what is behind it; <see langword="null"/> where nobody is blamed or it is not known who.</summary>
    public static Draft? Worded(Prose prose, Antecedents antecedents, Stretch stretch, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        if (HeadOf(prose, stretch) is not { } thing || HasVerb(prose, stretch)) return null;
        if (prose.CueIs(teller.Statement, "ascribing") && LinkOf(prose, teller.Statement!, "ascribed to", stretch, thing) is { } to)
            return PutDownTo(prose, antecedents, stretch with { Last = to - 1 }, stretch with { First = to + 1 }, teller, passage);
        if (prose.CueIs(teller.Statement, "blaming") && LinkOf(prose, teller.Statement!, "blamed for", stretch, thing) is { } blamed)
            return PutDownTo(prose, antecedents, stretch with { First = blamed + 1 }, stretch with { Last = blamed - 1 }, teller, passage);
        var isBlamed = prose.CueIs(teller.Statement, "blaming") && prose.Trees[stretch.First].Tag is PartOfSpeech.Det or PartOfSpeech.Num;
        if (!isBlamed || new Doers(prose, antecedents, teller).Of(thing) is not { } culprit || IsTeller(culprit, teller)) return null;
        var wording = new Wording(prose.Text).Give(culprit.Words, culprit.From);
        var doer = Arguments.Given(prose, culprit, ArgumentRole.Subject);
        return Behind(prose, antecedents, stretch, thing, wording, culprit.Plural, doer, teller, passage);
    }

    // «l'explosion à une frappe», "a rocket for the blast": the cause comes first in the clause, wherever it stands in the passage.
    private static Draft? PutDownTo(
        Prose prose, Antecedents antecedents, Stretch what, Stretch cause, Standpoint teller, ImmutableArray<TextSpan> passage)
    {
        cause = BeforeJoint(prose, cause);
        if (HeadOf(prose, cause) is not { } culprit || HeadOf(prose, what) is not { } thing) return null;
        var wording = new Wording(prose.Text);
        if (prose.IsContracted(cause.First))
        {
            wording.Give(prose.Trees[cause.First].Form, null);
            cause = cause with { First = cause.First + 1 };
        }

        Write(prose, antecedents, cause, passage, wording);
        var doer = Arguments.Own(prose, culprit, ArgumentRole.Subject);
        var isPlural = prose.Trees[culprit].Features.Has("Number", "Plur");
        return Behind(prose, antecedents, what, thing, wording, isPlural, doer, teller, passage);
    }

    // Nobody blames himself: the words were parted wrongly.
    private static bool IsTeller(Antecedent culprit, Standpoint teller) =>
        teller.Who is { } who && string.Equals(who.Words, culprit.Words, StringComparison.OrdinalIgnoreCase);

    // «à la Norlande et le Sudland a protesté»: what follows is another clause as easily as another culprit.
    private static Stretch BeforeJoint(Prose prose, Stretch cause)
    {
        for (var word = cause.First + 1; word < cause.Last; word++)
        {
            if (prose.Trees[word].Tag == PartOfSpeech.Cconj) return cause with { Last = word - 1 };
        }

        return cause;
    }

    private static Draft? Behind(
        Prose prose, Antecedents antecedents, Stretch what, int thing, Wording wording, bool plural, Argument culprit, Standpoint teller,
        ImmutableArray<TextSpan> passage)
    {
        var forms = prose.Words.Forms;
        if (forms.Changed("behind", "is", plural) is not { } isBehind || forms.Changed("behind", "lemma", false) is not { } lemma) return null;
        wording.Give(isBehind, null);
        Write(prose, antecedents, what, passage, wording);
        return new(
            wording, new(lemma, null, false, null, Tense.Past), [culprit, Arguments.Own(prose, thing, ArgumentRole.Object)],
            PropositionKind.Fact, teller.Side, teller.Certainty);
    }

    private static void Write(Prose prose, Antecedents antecedents, Stretch words, ImmutableArray<TextSpan> passage, Wording wording)
    {
        var edits = new Edits();
        antecedents.ShortForms.Complete(words, edits);
        Balance.Mend(prose, words, edits);
        edits.Write(prose, words, passage, wording);
    }

    /// <summary>The preposition that parts the two: one that the telling verb governs goes before any other.</summary>
    private static int? LinkOf(Prose prose, Statement telling, string list, Stretch stretch, int head)
    {
        var verbs = prose.CueWords(telling).ToHashSet();
        var links = Enumerable.Range(head + 1, Math.Max(0, stretch.Last - head - 1))
            .Where(w => prose.Is(w, list) && IsPreposition(prose, w))
            .ToList();
        if (links.Count == 0) return null;
        return links.Find(w => verbs.Contains(prose.Trees[prose.Trees[w].Head].Head)) is > 0 and var governed ? governed : links[^1];
    }

    private static bool IsPreposition(Prose prose, int word) => prose.Trees[word].Tag == PartOfSpeech.Adp && prose.Trees[word].Head >= 0;

    // The first noun, with nothing but small words before it.
    private static int? HeadOf(Prose prose, Stretch stretch)
    {
        for (var word = stretch.First; word <= stretch.Last; word++)
        {
            if (prose.Trees[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) return word;
            var isBefore = prose.Trees[word].Tag is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Num or PartOfSpeech.Verb;
            if (prose.IsWord(word) && !isBefore) return null;
        }

        return null;
    }

    // «un tir raté» may be taken for one: a verb has a subject or an auxiliary.
    private static bool HasVerb(Prose prose, Stretch stretch) => Enumerable.Range(stretch.First, stretch.Last - stretch.First + 1)
        .Any(w => prose.Trees[w].Tag == PartOfSpeech.Aux || IsVerb(prose, w));

    private static bool IsVerb(Prose prose, int word) => Clauses.IsFinite(prose.Trees, word) && prose.Trees.HasChild(word, "nsubj");
}
