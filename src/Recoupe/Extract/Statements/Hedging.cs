using Recoupe.Extract.Statements.Lexicons;

namespace Recoupe.Extract.Statements;

/// <summary>Matches words of estimative probability.</summary>
internal static class Hedging
{
    private const int Gap = 1;

    /// <summary>The last word of a hedge that begins at a word; <see langword="null"/> where it does not match.</summary>
    public static int? EndOf(StatementContext prose, int word, Hedge hedge)
    {
        var at = word;
        for (var part = 1; part < hedge.Words.Length; part++)
        {
            if (Next(prose, at, hedge.Words[part]) is not { } found) return null;
            at = found;
        }

        return at;
    }

    private static int? Next(StatementContext prose, int after, string word)
    {
        var end = Math.Min(after + 1 + Gap, prose.Trees.Sentence(after).EndWord - 1);
        for (var i = after + 1; i <= end; i++)
        {
            if (prose.Trees[i].Lemma == word || prose.IsForm(i, word)) return i;
        }

        return null;
    }
}

/// <summary>Tells the conditionals that wish from those that report.</summary>
internal static class Conditions
{
    /// <summary>«il faudrait», «nous aimerions», «on dirait»: a wish, an advice, an impression.</summary>
    public static bool IsWish(StatementContext prose, int word, int verb, bool past)
    {
        var lemma = prose.Trees[verb].Lemma;
        if (prose.Lexicon.Function.IsWish(lemma) && !(past && prose.Trees[word].Lemma != lemma)) return true;
        var subject = Subjects.Own(prose.Trees, verb);
        return subject >= 0 && prose.PronounAt(subject)?.Role is PronounRole.Speaker or PronounRole.Nobody && prose.IsForm(subject, "on");
    }
}
