using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>What of two sentences shows how they stand to each other: signs from 0 to <see cref="Ratio.One"/>, weighed by <see cref="FeatureWeights"/>.</summary>
internal static class SentenceFeatures
{
    // Words that begin alike are taken for forms of one word.
    private const int Beginning = 5, LeastBeginning = 4;

    // Terms that stand as near belong together.
    private const int Near = 3;

    // Weights and counts beyond which more says nothing more.
    private const int Long = 60, Longest = 80, MostNames = 2, MostWords = 3;

    private const string SentenceMarks = ".;!?";
    private const string ClauseMarks = ".;!?,:()«»–—";

    /// <summary>Signs of whether one tells what the other tells.</summary>
    public static IEnumerable<(string Sign, int Value)> Telling(ComparedSentence one, ComparedSentence other)
    {
        var (letters, names) = Had(one, other);
        yield return ("letters", letters);
        yield return ("sentence", Cover(one.Nearest(other, SentenceMarks), other));
        yield return ("close", Close(one, other));
        yield return ("length", Part(one.Terms.Weight, Long));
        yield return ("number", Whether(TermDifference.Of(one.Terms, other.Terms).Right.Any(TermDifference.IsNumber)));
        yield return ("names", Part(names, MostNames));
        yield return ("opposed", Whether(Contrary(one, other) is not null));
        yield return ("negated", Whether(other.IsNegated));
    }

    /// <summary>Signs of whether two of about one length cannot both be so.</summary>
    public static IEnumerable<(string Sign, int Value)> Opposing(ComparedSentence one, ComparedSentence other)
    {
        var (negations, otherNegations) = (Polarity.Negations(one.Words, one.Vocabulary), Polarity.Negations(other.Words, other.Vocabulary));
        var (refutes, otherRefutes) = (Count(one, v => v.Refutations), Count(other, v => v.Refutations));
        yield return ("polarity", Whether(one.IsNegated != other.IsNegated));
        yield return ("negations", Part(Math.Abs(negations - otherNegations), MostWords));
        yield return ("refuting", Part(Math.Abs(refutes - otherRefutes), MostWords));
        yield return ("refuted", Part(refutes + otherRefutes, MostWords));
        yield return ("negated", Whether(negations + otherNegations > 0));
        yield return ("both", Whether(Math.Min(negations, otherNegations) > 0));
        yield return ("numbers", Whether(TermDifference.Of(one.Terms, other.Terms).HasOtherNumbers));
        yield return ("length", Part(Math.Max(one.Terms.Weight, other.Terms.Weight), Longest));
    }

    /// <summary>The code of what the stretch of one that is nearest to the other says against it, or <see langword="null"/>.</summary>
    public static string? Contrary(ComparedSentence one, ComparedSentence other)
    {
        const int leastOpposed = 4_000, leastTurned = 5_000;
        var sentence = one.Nearest(other, SentenceMarks);
        if (Cover(sentence, other) >= leastOpposed && TermDifference.Of(sentence.Terms, other.Terms).HasOpposedWords) return "OPPOSED-WORDS";
        if (GivesOtherNumber(one, sentence, other)) return "OTHER-NUMBER";
        var clause = one.Nearest(other, ClauseMarks);
        return Cover(clause, other) >= leastTurned && clause.IsNegated != other.IsNegated ? "OTHER-POLARITY" : null;
    }

    // Nearly all of what the other tells stands in one sentence, which gives another number of the same thing.
    private static bool GivesOtherNumber(ComparedSentence one, ComparedSentence sentence, ComparedSentence other)
    {
        const int leastNumbered = 5_000;
        var numbers = other.Terms.Terms.Where(TermDifference.IsNumber).ToList();
        if (numbers.Count == 0 || numbers.Exists(one.Terms.Terms.Contains) || !sentence.Terms.Terms.Any(TermDifference.IsNumber)) return false;
        return Ratio.Of(sentence.Terms.SharedWeight(other.Terms), other.Terms.Weight - numbers.Sum(n => n.Weight)) >= leastNumbered && Counted(sentence).Intersect(Counted(other)).Any();
    }

    // What stands beside a number.
    private static IEnumerable<Term> Counted(ComparedSentence sentence) =>
        from at in Enumerable.Range(0, sentence.Told.Length)
        where TermDifference.IsNumber(sentence.Told[at].Term)
        from beside in new[] { at - 1, at + 1 }
        where beside >= 0 && beside < sentence.Told.Length && sentence.Told[beside].Term.Kind is TermKind.Word or TermKind.Rare or TermKind.Name
        select sentence.Told[beside].Term;

    /// <summary>The share of the other's words that one has, and how many capitalised words of the other it lacks.</summary>
    private static (int Share, int Names) Had(ComparedSentence one, ComparedSentence other)
    {
        var beginnings = one.Words.SelectMany(w => Beginnings(w.Folded)).ToHashSet(StringComparer.Ordinal);
        int all = 0, had = 0, names = 0;
        foreach (var (term, index) in other.Told)
        {
            var word = other.Words[index];
            all += term.Weight + 1;
            if (one.Terms.Terms.Contains(term) || (word.Folded.Length >= LeastBeginning && beginnings.Contains(word.Folded[..Math.Min(Beginning, word.Folded.Length)]))) had += term.Weight + 1;
            else if (word.IsCapital) names++;
        }

        return (Ratio.Of(had, all), names);
    }

    private static IEnumerable<string> Beginnings(string word)
    {
        for (var length = LeastBeginning; length <= Math.Min(Beginning, word.Length); length++)
            yield return word[..length];
    }

    /// <summary>The share of the other's neighbouring terms that are neighbours in one too.</summary>
    private static int Close(ComparedSentence one, ComparedSentence other)
    {
        var near = new HashSet<(Term, Term)>();
        for (var i = 0; i < one.Told.Length; i++)
            for (var j = i + 1; j < Math.Min(i + 1 + Near, one.Told.Length); j++)
                near.Add(InOrder(one.Told[i].Term, one.Told[j].Term));
        var neighbours = other.Told.Zip(other.Told.Skip(1), (a, b) => InOrder(a.Term, b.Term)).ToList();
        return Ratio.Of(neighbours.Count(near.Contains), neighbours.Count);
    }

    private static (Term, Term) InOrder(Term a, Term b) => a.CompareTo(b) <= 0 ? (a, b) : (b, a);

    private static int Cover(ComparedSentence one, ComparedSentence other) => Ratio.Of(one.Terms.SharedWeight(other.Terms), other.Terms.Weight);

    private static int Count(ComparedSentence sentence, Func<Vocabulary, PhraseList> phrases) => phrases(sentence.Vocabulary).In(sentence.Words).Count();

    private static int Part(int value, int whole) => Ratio.Of(Math.Min(value, whole), whole);

    private static int Whether(bool holds) => holds ? Ratio.One : 0;
}
