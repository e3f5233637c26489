namespace Recoupe.Link;

/// <summary>Tells how one bare sentence stands to another, in one language or two, by the terms they share and by what turns one against the other.</summary>
internal static class SentenceComparer
{
    // Shares of a sentence's weight, in ten-thousandths, that the other has too: below the first they tell of two matters, from the last on of one thing.
    private const int OneMatter = 2_000, Comparable = 5_000, Told = 6_500;

    // Of both together: a long sentence holds negations and numbers of its own, which say nothing of a short one.
    private const int OneThing = 3_000;

    public static Comparison Compare(string first, string second) =>
        Compare(Sentence.Of(first, Sentence.LanguageOf(first, second)), Sentence.Of(second, Sentence.LanguageOf(second, first)));

    public static Comparison Compare(Sentence a, Sentence b)
    {
        var shared = a.Terms.SharedWeight(b.Terms);
        var (ofFirst, ofSecond) = (Ratio.Of(shared, a.Terms.Weight), Ratio.Of(shared, b.Terms.Weight));
        var against = Against(a, b);
        var relation = (ofFirst, ofSecond) switch
        {
            _ when Math.Max(ofFirst, ofSecond) >= Comparable && a.Likeness(b) >= OneThing && against is not null => Relation.Contradicts,
            ( >= Told, >= Told) => Relation.Same,
            (_, >= Told) => Relation.Entails,
            ( >= Told, _) => Relation.Entailed,
            _ when Math.Max(ofFirst, ofSecond) >= OneMatter => Relation.Compatible,
            _ => Relation.Unrelated,
        };
        var reason = relation == Relation.Contradicts ? Reason.Of(against!) : Reason.Of("SAME-TERMS", [("share", Percent(a.Likeness(b)))]);
        return new(relation, a.Likeness(b) / (decimal)Ratio.One, [reason]);
    }

    /// <summary>The code of what sets one against the other, or <see langword="null"/>.</summary>
    private static string? Against(Sentence a, Sentence b)
    {
        var difference = Difference.Of(a.Terms, b.Terms);
        if (difference.HasOpposedWords) return "OPPOSED-WORDS";
        if (Polarity.IsNegated(a.Words, a.Vocabulary) != Polarity.IsNegated(b.Words, b.Vocabulary)) return "CHANGED-POLARITY";
        return difference.HasOtherNumbers ? "CHANGED-NUMBER" : null;
    }

    private static string Percent(int ratio) => (ratio / 100).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
