using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>
/// Tellings of somebody who is quoted as telling them: "state media quoted officials as saying that P". They are of whoever is quoted, and whoever
/// quotes passes them on.
/// </summary>
internal static class QuotedAs
{
    /// <summary>Whoever is quoted as telling what a verb tells; −1 where nobody is.</summary>
    public static int TellerOf(StatementContext prose, int verb) => Quoting(prose, verb) is { } found ? found.Teller : -1;

    /// <summary>Whoever quotes him; −1 where nobody is quoted.</summary>
    public static int QuoterOf(StatementContext prose, int verb) => Quoting(prose, verb) is { } found ? Subjects.Quoting(prose, found.Verb) : -1;

    /// <summary>Whether a verb quotes somebody as telling something: it tells nothing itself.</summary>
    public static bool IsQuoting(StatementContext prose, int verb)
    {
        if (!prose.Lexicon.Citing.IsQuoting(prose.Trees[verb].Lemma)) return false;
        var end = prose.SentenceEnd(verb);
        for (var word = verb + 1; word <= end; word++)
        {
            if (Quoting(prose, word) is { } found && found.Verb == verb) return true;
        }

        return false;
    }

    private static (int Verb, int Teller)? Quoting(StatementContext prose, int verb)
    {
        var trees = prose.Trees;
        if (trees[verb].Tag != PartOfSpeech.Verb || trees.Child(verb, "mark") is not (>= 0 and var mark)) return null;
        if (mark != verb - 1 || !prose.Lexicon.Function.IsAs(trees[mark].Form) || trees[verb].Head is not (>= 0 and var above)) return null;
        var quoting = trees.Is(verb, "acl") ? trees[above].Head : above;
        if (quoting < 0 || !prose.Lexicon.Citing.IsQuoting(trees[quoting].Lemma)) return null;
        var teller = quoting == above ? trees.Child(quoting, "obj") : above;
        return teller > quoting && teller < mark ? (quoting, teller) : null;
    }
}
