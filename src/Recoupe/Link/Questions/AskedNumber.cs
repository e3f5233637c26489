using System.Collections.Immutable;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>What a question counts: <c>11 300 morts</c>. Another number of the same is another answer.</summary>
internal sealed class AskedNumber
{
    private const int Beside = 2; // terms after the number that may say what it counts

    private AskedNumber(ImmutableArray<Term> numbers, ImmutableArray<Term> counted, TermSet rest) =>
        (Numbers, Counted, Rest) = (numbers, counted, rest);

    public ImmutableArray<Term> Numbers { get; }

    /// <summary>What it counts.</summary>
    public ImmutableArray<Term> Counted { get; }

    /// <summary>All that is asked but the numbers.</summary>
    public TermSet Rest { get; }

    /// <summary>That of a question; <see langword="null"/> where it asks for none.</summary>
    public static AskedNumber? In(ComparedSentence asked)
    {
        var numbers = asked.Told.Select(t => t.Term).Where(TermDifference.IsNumber).ToImmutableArray();
        if (numbers.IsEmpty) return null;
        var counted =
            from at in Enumerable.Range(0, asked.Told.Length)
            where TermDifference.IsNumber(asked.Told[at].Term)
            from beside in Enumerable.Range(at + 1, Beside)
            where beside < asked.Told.Length && asked.Told[beside].Term.Kind is TermKind.Word or TermKind.Rare
            select asked.Told[beside].Term;
        var rest = new TermSet(asked.Terms.Terms.Where(t => !TermDifference.IsNumber(t)));
        return counted.Take(1).ToImmutableArray() is { IsEmpty: false } what ? new(numbers, what, rest) : null;
    }

    /// <summary>What a telling gives: the number asked for, another of the same, or none.</summary>
    public NumberTold Of(ToldTerms told)
    {
        if (!Counted.Any(asked => told.Terms.Terms.Any(t => BilingualLexicon.Shipped.Answers(asked, t)))) return NumberTold.None;
        if (Numbers.Any(told.Terms.Terms.Contains)) return NumberTold.Same;
        return told.Terms.Terms.Any(TermDifference.IsNumber) ? NumberTold.Other : NumberTold.None;
    }
}

/// <summary>Which number a telling gives of what is asked.</summary>
internal enum NumberTold
{
    None,
    Same,
    Other,
}
