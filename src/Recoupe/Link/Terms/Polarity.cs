namespace Recoupe.Link.Terms;

/// <summary>Whether words say that a thing is so, is not so, or neither.</summary>
internal static class Polarity
{
    // A subordinate clause is rarely longer than this, and what follows it belongs to the sentence again.
    private const int ClauseLength = 10;

    // A particle and what it negates with stand around a verb and what leans on it.
    private const int ParticleReach = 6;

    /// <summary>Whether the words are turned into their contrary.</summary>
    public static bool IsNegated(IReadOnlyList<ScannedWord> words, Vocabulary vocabulary)
    {
        for (var i = 0; i < words.Count; i++)
            if (Negates(words, i, vocabulary) && !IsSubordinate(words, i, vocabulary)) return true;
        return false;
    }

    /// <summary>How many of the words negate, in whatever clause, the particles with which they do so counted too.</summary>
    public static int Negations(IReadOnlyList<ScannedWord> words, Vocabulary vocabulary)
    {
        var negating = Enumerable.Range(0, words.Count).Count(i => Negates(words, i, vocabulary));
        return negating == 0 ? 0 : negating + Enumerable.Range(0, words.Count).Count(i => HasParticle(words, i, i, vocabulary));
    }

    private static bool Negates(IReadOnlyList<ScannedWord> words, int at, Vocabulary vocabulary)
    {
        if (words[at].IsTied || IsNumbering(words, at)) return false;
        return (NegatesAlone(words, at, vocabulary) || NegatesWithParticle(words, at, vocabulary)) && !vocabulary.NotNegations.Covers(words, at);
    }

    // None of these is written with marks, so that «né» and «pâs» are other words.
    private static bool NegatesAlone(IReadOnlyList<ScannedWord> words, int at, Vocabulary vocabulary) =>
        !words[at].HasMarks && vocabulary.Negations.BeginsAt(words, at);

    private static bool NegatesWithParticle(IReadOnlyList<ScannedWord> words, int at, Vocabulary vocabulary)
    {
        if (vocabulary.NegationsAfter.BeginsAt(words, at)) return HasParticle(words, at - ParticleReach, at - 1, vocabulary);
        return vocabulary.NegationsBeside.BeginsAt(words, at) && HasParticle(words, at - ParticleReach, at + ParticleReach, vocabulary);
    }

    // «No. 10»
    private static bool IsNumbering(IReadOnlyList<ScannedWord> words, int at) => words[at].IsCapital && at + 1 < words.Count && words[at + 1].IsNumber;

    private static bool HasParticle(IReadOnlyList<ScannedWord> words, int from, int to, Vocabulary vocabulary)
    {
        for (var i = Math.Max(0, from); i <= to && i < words.Count; i++)
            if (!words[i].HasMarks && vocabulary.NegationParticles.BeginsAt(words, i) && !IsNumbering(words, i)) return true;
        return false;
    }

    private static bool IsSubordinate(IReadOnlyList<ScannedWord> words, int at, Vocabulary vocabulary)
    {
        for (var i = Math.Max(0, at - ClauseLength); i < at; i++)
            if (vocabulary.Subordinators.BeginsAt(words, i)) return true;
        return false;
    }

    /// <summary>1 where a statement says that its content is so, −1 where not, 0 where it does not say; its words being turned into their contrary or not.</summary>
    public static int Sign(Statement statement, IReadOnlyList<ScannedWord> content, bool isTurned, Vocabulary vocabulary)
    {
        if (statement.Stance is Stance.Declines or Stance.Asks || vocabulary.Ignorance.In(content).Any()) return 0;
        var told = statement.Certainty.Sign();
        return isTurned ? -told : told;
    }
}
