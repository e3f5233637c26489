using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Denying;

/// <summary>
/// Propositions that are about a telling and not about what it tells: <c>nous n'avons jamais donné ces chiffres</c>, <c>l'office a retiré ce
/// bilan</c>.
/// </summary>
internal sealed class Bearings(Prose prose, Told told)
{
    private const int Near = 6; // words between what is told of and its mark

    /// <summary>The statements, with what each says of another telling.</summary>
    public ImmutableArray<Statement> In(ImmutableArray<Statement> statements) =>
        [.. statements.Select(s => s.Propositions.IsEmpty ? s : s with { Propositions = [.. s.Propositions.Select(p => Of(p, s))] })];

    /// <summary>What the article says itself, with what it says of a telling.</summary>
    public ImmutableArray<Proposition> In(ImmutableArray<Proposition> own) => [.. own.Select(p => Of(p, null))];

    private Proposition Of(Proposition proposition, Statement? by)
    {
        // A denial is worded by what it denies.
        if (proposition.Supplied is [{ Start: 1 } whole] && whole.End == proposition.Text.Length - 1) return proposition;
        var words = WordsOf(proposition);
        var (noun, anaphor) = Pointed(words);
        if (noun < 0) return proposition;
        if (KindOf(proposition, words, noun) is not { } relation) return proposition;
        var target = relation == RelationKind.Disowns ? told.Meant(noun, anaphor, by) : told.Given(noun, anaphor, Named(proposition, by));
        return target is [var first, ..] ? proposition with { Bears = new(relation, first.Id) } : proposition;
    }

    private RelationKind? KindOf(Proposition proposition, Stretch words, int noun)
    {
        if (Disowns(proposition, words, noun)) return RelationKind.Disowns;
        return Retracts(proposition, words) ? RelationKind.Retracts : null;
    }

    private Stretch WordsOf(Proposition proposition)
    {
        var (first, end) = (prose.Trees.WordAt(proposition.Spans[0].Start), proposition.Spans[^1].End);
        var last = first;
        while (last + 1 < prose.Trees.Count && prose.Trees[last + 1].Span.Start < end) last++;
        return new(first, last);
    }

    // The noun for a thing told that something is said of, and how it points.
    private (int Noun, Anaphor Anaphor) Pointed(Stretch words)
    {
        for (var word = words.First + 1; word <= words.Last; word++)
        {
            if (Anaphors.Noun(prose, word) is { } anaphor && IsPointed(words, word)) return (word, anaphor);
        }

        return (-1, default);
    }

    private bool IsPointed(Stretch words, int noun)
    {
        for (var word = noun - 1; word >= Math.Max(words.First, noun - Near); word--)
        {
            if (prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) return false;
            if (prose.Is(word, "definite pointers")) return true;
        }

        return false;
    }

    private bool Disowns(Proposition proposition, Stretch words, int noun)
    {
        var saysNot = (proposition.Side == Side.Against) != proposition.Predicate.Negated;
        return (saysNot && IsGiven(words, noun)) || (Any(words, "own names") && Any(words, "mixed in"));
    }

    // What is told of is the object of the first verb, or what somebody is the origin of.
    private bool IsGiven(Stretch words, int noun)
    {
        while (prose.Trees.Is(noun, "compound")) noun = prose.Trees[noun].Head;
        var above = prose.Trees[noun].Head;
        if (above < 0) return false;
        // "having given this figure": what the parser took for a preposition.
        if (prose.Trees.Child(noun, "case") is >= 0 and var mark && prose.Words.Has("giving", prose.Trees[mark].Lemma)) return true;
        if (prose.Words.Has("origins", prose.Trees[above].Lemma)) return true;
        return above == FirstVerb(words) && prose.Words.Has("giving", prose.Trees[above].Lemma);
    }

    private int FirstVerb(Stretch words)
    {
        for (var word = words.First; word <= words.Last; word++)
        {
            if (prose.Trees[word].Tag == PartOfSpeech.Verb) return word;
        }

        return -1;
    }

    private bool Retracts(Proposition proposition, Stretch words)
    {
        if (proposition.Side != Side.For) return false;
        if (prose.Words.Has("withdrawing", proposition.Predicate.Lemma)) return !proposition.Predicate.Negated;
        var isEnded = Any(words, "no longer") && (proposition.Predicate.Negated || Any(words, "plain negations"));
        return isEnded && prose.Words.Has("using", proposition.Predicate.Lemma);
    }

    private bool Any(Stretch words, string list) =>
        Enumerable.Range(words.First, words.Last - words.First + 1)
            .Any(w => prose.Is(w, list) || prose.Words.Has(list, prose.Trees[w].Lemma));

    // Who takes it back: whom the subject names, or else whoever tells.
    private IReadOnlyList<string> Named(Proposition proposition, Statement? by)
    {
        var subject = proposition.Arguments.FirstOrDefault(a => a.Role == ArgumentRole.Subject);
        if (subject?.Span is { } span && !prose.Is(prose.Trees.WordAt(span.Start), "pronouns")) return [.. told.NamesIn(span)];
        return by?.Source.Span is { } source ? [.. told.NamesIn(source)] : [];
    }
}
