using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>Tells how one bare sentence stands to another, in one language or two, by what they share and by what turns one against the other.</summary>
internal static class SentenceComparer
{
    // Shares of weight, in ten-thousandths: below the first they tell of two matters; from the second on, if nothing else differs, numbers that differ set them apart.
    private const int OneMatter = 2_000, OneThing = 3_000;

    public static Comparison Compare(string first, string second) =>
        Compare(ComparedSentence.Of(first, ComparedSentence.LanguageOf(first, second)), ComparedSentence.Of(second, ComparedSentence.LanguageOf(second, first)));

    public static Comparison Compare(ComparedSentence a, ComparedSentence b)
    {
        var shared = a.Terms.SharedWeight(b.Terms);
        var isOneMatter = Ratio.Of(shared, Math.Min(a.Terms.Weight, b.Terms.Weight)) >= OneMatter;
        if (Against(a, b) is { } against && isOneMatter) return Found(Relation.Contradicts, a, b, Reason.Of(against));
        var relation = (Tells(a, b), Tells(b, a)) switch
        {
            (true, true) => Relation.Same,
            (true, false) => Relation.Entails,
            (false, true) => Relation.Entailed,
            _ => isOneMatter ? Relation.Compatible : Relation.Unrelated,
        };
        return Found(relation, a, b, Reason.Of("SAME-TERMS", [("share", Percent(a.Likeness(b)))]));
    }

    private static Comparison Found(Relation relation, ComparedSentence a, ComparedSentence b, Reason reason) => new(relation, a.Likeness(b) / (decimal)Ratio.One, [reason]);

    private static bool Tells(ComparedSentence a, ComparedSentence b) => b.Terms.Weight > 0 && FeatureWeights.Telling.Suffice(SentenceFeatures.Telling(a, b));

    /// <summary>The code of what sets one against the other, or <see langword="null"/>.</summary>
    private static string? Against(ComparedSentence a, ComparedSentence b)
    {
        var (longer, shorter) = a.Terms.Weight >= b.Terms.Weight ? (a, b) : (b, a);
        if (SentenceFeatures.Contrary(longer, shorter) is { } contrary) return contrary;
        // Of a long sentence, only what is nearest to a short one says anything of it.
        if (2 * shorter.Terms.Weight < longer.Terms.Weight) return null;
        if (DifferInNumbersAlone(longer, shorter)) return "OTHER-NUMBER";
        return FeatureWeights.Opposing.Suffice(SentenceFeatures.Opposing(longer, shorter)) ? "REFUTED" : null;
    }

    private static bool DifferInNumbersAlone(ComparedSentence longer, ComparedSentence shorter)
    {
        var difference = TermDifference.Of(longer.Terms, shorter.Terms);
        return difference.HasOtherNumbers && difference.Right.All(t => TermDifference.IsNumber(t) || t.Kind == TermKind.Weak) && longer.Likeness(shorter) >= OneThing;
    }

    private static string Percent(int ratio) => (ratio / 100).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
