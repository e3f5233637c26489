using Recoupe.Propose.Referents;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>Gives possessives their owners.</summary>
internal static class Owners
{
    /// <summary>
    /// Puts the owner's name in place of a possessive, or the third person where the owner is named as the subject; false where the
    /// language's forms do not say how.
    /// </summary>
    public static bool Give(Prose prose, int possessive, Antecedent owner, bool named, Edits edits)
    {
        var forms = prose.Words.Forms;
        var noun = prose.Trees[possessive].Head;
        if (noun < possessive) return false;
        if (named && Third(prose, possessive, noun, owner) is { } third)
        {
            edits.Replace(possessive, possessive, third, null);
            return true;
        }

        if (forms.Changed("owner", owner.Plural ? "plural" : "one", plural: owner.Words.EndsWith('s')) is { } ending)
        {
            edits.Replace(possessive, possessive, owner.Words + ending, owner.From);
            return true;
        }

        if (Article(prose, noun, possessive) is not { } article) return false;
        edits.Replace(possessive, possessive, article, null);
        edits.Insert(LastOf(prose, noun), forms.Melted("de " + owner.Words), owner.From);
        return true;
    }

    private static string? Third(Prose prose, int possessive, int noun, Antecedent owner)
    {
        var feminine = Phrases.GenderOf(prose, noun) == WordGender.Fem && !IsVowel(prose.Form(possessive + 1)[0]);
        return (feminine ? prose.Words.Forms.Changed("own feminine", prose.Form(possessive), owner.Plural) : null)
            ?? prose.Words.Forms.Changed(owner.Person ? "own of a person" : "own", prose.Form(possessive), owner.Plural);
    }

    private static string? Article(Prose prose, int noun, int possessive)
    {
        var forms = prose.Words.Forms;
        if (Phrases.IsPlural(prose, noun) || prose.Is(possessive, "plurals")) return forms.Changed("article", "plur", false);
        if (IsVowel(prose.Form(possessive + 1)[0])) return forms.Changed("article", "elided", false);
        return Phrases.GenderOf(prose, noun) switch
        {
            WordGender.Fem => forms.Changed("article", "fem", false),
            WordGender.Masc => forms.Changed("article", "masc", false),
            _ => null,
        };
    }

    // After the noun and what is said of it in one word.
    private static int LastOf(Prose prose, int noun)
    {
        var last = noun;
        while (last + 1 < prose.Trees.Count && prose.Trees[last + 1].Head == noun && prose.Trees.IsAny(last + 1, "amod", "flat")) last++;
        return last;
    }

    private static bool IsVowel(char c) => "aeiouyéèêàâîôûhœ".Contains(c, StringComparison.Ordinal);
}
