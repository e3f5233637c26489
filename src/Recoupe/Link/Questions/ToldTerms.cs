using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>What is told, as terms: all of it, what is done, and who does it to whom.</summary>
/// <param name="Terms">All of its words, and the state that a person in it is said to lead.</param>
/// <param name="Predicate">What it says of its arguments, as <see cref="AskedPredicate"/> has it.</param>
/// <param name="Subject">Who does it.</param>
/// <param name="Object">To whom or what.</param>
/// <param name="Told">The telling.</param>
internal sealed record ToldTerms(TermSet Terms, IReadOnlyList<Term> Predicate, TermSet Subject, TermSet Object, ToldProposition Told)
{
    /// <summary>The terms of a telling of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="told">The telling.</param>
    /// <param name="names">The names of the article.</param>
    /// <param name="states">The state of whoever has a name.</param>
    public static ToldTerms Of(Article article, ToldProposition told, NameDetector names, StatesOfPeople states)
    {
        var vocabulary = Vocabulary.Of(article.Header.Language);
        var proposition = told.Proposition;
        var subject = Part(article, proposition, ArgumentRole.Subject, vocabulary, names);
        var led = proposition.Arguments.Select(a => a.Name).OfType<string>().SelectMany(states.Of).ToList();
        // Who speaks of himself answers what is asked of him.
        var speaker = told.Source is { Kind: SourceKind.Person, Name: { } name } ? vocabulary.NameTerms(name) : [];
        var all = StatementFingerprinter.Terms(proposition, vocabulary, names).Terms.Concat(led).Concat(speaker);
        var done = new TermSet(Part(article, proposition, ArgumentRole.Object, vocabulary, names));
        return new(new(all), AskedPredicate.Terms(proposition, vocabulary), new(subject.Concat(led)), done, told);
    }

    private static IEnumerable<Term> Part(
        Article article, Proposition proposition, ArgumentRole role, Vocabulary vocabulary, NameDetector names) =>
        from argument in proposition.Arguments
        where argument.Role == role
        from term in Words(article, argument, vocabulary, names).Concat(argument.Name is { } name ? vocabulary.NameTerms(name) : [])
        select term;

    private static IEnumerable<Term> Words(Article article, Argument argument, Vocabulary vocabulary, NameDetector names) =>
        argument.Span is { } span
            ? vocabulary.Terms(WordScanner.Scan(article.Text, span), names.IsName).Select(t => t.Term)
            : AskedPredicate.Terms(argument.Head, vocabulary);
}
