using Recoupe.Link.Terms;

namespace Recoupe.Link.Fingerprints;

/// <summary>Tells what a proposition says is done or is so: of a verb that says little itself, what the word under it or beside it does.</summary>
internal static class Deeds
{
    /// <summary>The deed as terms.</summary>
    /// <param name="text">The article's text, in which the arguments stand.</param>
    /// <param name="proposition">What is told.</param>
    /// <param name="vocabulary">That of the article's language.</param>
    public static TermSet In(string text, Proposition proposition, Vocabulary vocabulary)
    {
        var lemma = proposition.Predicate.Lemma;
        var own = LemmaTerms(lemma, vocabulary);
        var denied = Has(vocabulary.DenyingVerbs, lemma) ? Head(proposition, ArgumentRole.Clause) ?? Head(proposition, ArgumentRole.Object) : null;
        if (denied is not null) return LemmaTerms(denied, vocabulary);
        var told = Under(text, proposition, lemma, vocabulary) ?? own;
        return told.Terms.Any(t => t.Kind != TermKind.Weak) ? told : own;
    }

    /// <summary>Whether its own deed is one that says of a thing just what another denies (<c>was closed</c>).</summary>
    public static bool IsComplement(TermSet deed) => deed.Terms.Any(t => BilingualLexicon.Shipped.DeniedBy(t) is not null);

    /// <summary>The terms, those of a deed that another denies replaced by that.</summary>
    public static TermSet Positive(TermSet terms, TermSet deed) =>
        IsComplement(deed) ? new(terms.Terms.Select(t => deed.Terms.Contains(t) ? BilingualLexicon.Shipped.DeniedBy(t) ?? t : t)) : terms;

    /// <summary>The terms of a word in its dictionary form.</summary>
    public static TermSet LemmaTerms(string lemma, Vocabulary vocabulary) =>
        new(vocabulary.Terms(WordScanner.Scan(lemma, new(0, lemma.Length)), w => w.IsCapital).Select(t => t.Term));

    private static TermSet? Under(string text, Proposition proposition, string lemma, Vocabulary vocabulary)
    {
        var isRaising = Has(vocabulary.RaisingVerbs, lemma) || Has(vocabulary.CausingVerbs, lemma);
        if (isRaising && Argument(proposition, ArgumentRole.Clause) is { } clause) return LemmaTerms(clause.Head, vocabulary);
        var isExisting = IsAlone(lemma) && Has(vocabulary.ExistingVerbs, lemma);
        if (!isExisting && !Has(vocabulary.EmptyVerbs, lemma)) return null;
        var beside = Argument(proposition, ArgumentRole.Object) ?? Argument(proposition, isExisting ? ArgumentRole.Subject : ArgumentRole.Oblique);
        if (beside is null) return null;
        return Has(vocabulary.RaisingVerbs, beside.Head) ? Attempted(text, proposition, beside, vocabulary) : LemmaTerms(beside.Head, vocabulary);
    }

    // "No attempt was made to tow it", «il n'y a pas eu de tentative de remorquage»: what was attempted.
    private static TermSet Attempted(string text, Proposition proposition, Argument attempt, Vocabulary vocabulary)
    {
        var noun = LemmaTerms(attempt.Head, vocabulary);
        if (Argument(proposition, ArgumentRole.Clause) is { } clause) return LemmaTerms(clause.Head, vocabulary);
        if (attempt.Span is not { } span) return noun;
        var terms = vocabulary.Terms(WordScanner.Scan(text, span), w => w.IsCapital).Select(t => t.Term);
        var first = terms.FirstOrDefault(t => t.Kind != TermKind.Weak && !noun.Terms.Contains(t));
        return first == default ? noun : new([first]);
    }

    private static bool IsAlone(string lemma) => !lemma.Contains(' ', StringComparison.Ordinal);

    private static string? Head(Proposition proposition, ArgumentRole role) => Argument(proposition, role)?.Head;

    private static Argument? Argument(Proposition proposition, ArgumentRole role) => proposition.Arguments.FirstOrDefault(a => a.Role == role && a.Name is null);

    private static bool Has(PhraseList list, string words) => WordScanner.Scan(words, new(0, words.Length)) is { Count: > 0 } scanned && list.BeginsAt(scanned, 0);
}
