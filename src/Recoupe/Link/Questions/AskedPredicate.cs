using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>Whether a proposition's predicate is what a sentence asks about: who is at his post, or learnt of an arrest, tells nothing of whether he was captured.</summary>
internal static class AskedPredicate
{
    /// <summary>
    /// What a proposition says of its arguments: its predicate and the clauses that it governs (<c>être prêt à entrer</c>), or else, of one
    /// that says nothing by itself (<c>être</c>, <c>faire</c>), what it is or does.
    /// </summary>
    public static IReadOnlyList<Term> Terms(Proposition proposition, Vocabulary vocabulary)
    {
        var governed = HeadsOf(proposition, role => role is ArgumentRole.Clause).Prepend(proposition.Predicate.Lemma).ToList();
        var told = governed.SelectMany(head => Terms(head, vocabulary)).ToList();
        if (told.Count > 0) return told;
        var rest = HeadsOf(proposition, role => role is ArgumentRole.Object or ArgumentRole.Oblique);
        told.AddRange(rest.SelectMany(head => Terms(head, vocabulary)));
        // «est à son poste»: what says where somebody is, in words that tell nothing, says nothing else of him.
        return told.Count > 0 ? told : [Term.Of(TermKind.Rare, proposition.Predicate.Lemma)];
    }

    private static IEnumerable<string> HeadsOf(Proposition proposition, Func<ArgumentRole, bool> takes) =>
        proposition.Arguments.Where(a => takes(a.Role)).Select(a => a.Head);

    /// <summary>The terms of a lemma that tell something.</summary>
    public static IReadOnlyList<Term> Terms(string lemma, Vocabulary vocabulary) =>
        [.. vocabulary.Terms(WordScanner.Scan(lemma, new TextSpan(0, lemma.Length)), _ => false).Select(t => t.Term).Where(t => t.Kind != TermKind.Weak)];

    /// <summary>Whether what is asked has one of them, or its opposite; a predicate of which no word tells anything leaves it open.</summary>
    public static bool IsAsked(IReadOnlyList<Term> predicate, TermSet asked) =>
        predicate.Count == 0 || predicate.Any(told => asked.Terms.Any(a => IsNear(a, told)));

    /// <summary>Whether a term that is told answers to one that is asked, or is its opposite.</summary>
    public static bool IsNear(Term asked, Term told) =>
        BilingualLexicon.Shipped.Answers(asked, told) || BilingualLexicon.Shipped.AreContrary(asked, told);
}
