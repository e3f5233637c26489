namespace Recoupe.Link.Terms;

/// <summary>Whether words say that a thing is so, is not so, or neither.</summary>
internal static class Polarity
{
    // A subordinate clause is rarely longer than this, and what follows it belongs to the sentence again.
    private const int ClauseLength = 10;

    /// <summary>Whether the words are turned into their contrary.</summary>
    public static bool IsNegated(IReadOnlyList<ScannedWord> words, Vocabulary vocabulary) =>
        vocabulary.Negations.In(words).Any(i => !vocabulary.NotNegations.BeginsAt(words, i) && !IsSubordinate(words, i, vocabulary));

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
        var told = Told(statement.Certainty);
        return isTurned ? -told : told;
    }

    private static int Told(Certainty certainty) => certainty switch
    {
        Certainty.Certain or Certainty.Probable or Certainty.Possible => 1,
        Certainty.Uncommitted => 0,
        _ => -1,
    };
}
