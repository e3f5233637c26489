using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Resolution;

/// <summary>
/// Denials without a verb of denying: «Elle n'a pas écrit cette lettre», said after somebody else told that she had; "No such recording exists", «C'est faux».
/// Drafts are given in text order.
/// </summary>
internal sealed class Rebuttals(StatementContext prose)
{
    private const int LookBack = 6; // tellings: what is rebutted was told shortly before
    private const int Shared = 2; // content words that a denial takes up: its verb, and what the verb is about

    private readonly List<(HashSet<string> Words, Identity? Teller, bool Negated)> _told = [];

    /// <summary>What a telling does, once it is held against those before it.</summary>
    public Effect Of(StatementDraft draft, Teller teller, Effect effect)
    {
        var words = WordsOf(draft);
        var rebuts = effect == Effect.Assertion && (IsBareRejection(draft) || Rebuts(draft, words, teller.Identity));
        _told.Add((words, teller.Identity, NegatedVerb(draft) >= 0));
        return rebuts ? effect with { Stance = Stance.Denies } : effect;
    }

    private bool Rebuts(StatementDraft draft, HashSet<string> words, Identity? teller)
    {
        if (NegatedVerb(draft) is not (>= 0 and var verb)) return false;
        var lemma = prose.Trees[verb].Lemma;
        for (var at = _told.Count - 1; at >= Math.Max(0, _told.Count - LookBack); at--)
        {
            var earlier = _told[at];
            if (earlier.Negated || (earlier.Teller is not null && earlier.Teller == teller)) continue;
            if (earlier.Words.Contains(lemma) && earlier.Words.Count(words.Contains) >= Shared) return true;
            if (at == _told.Count - 1 && TakesUp(verb, earlier.Words)) return true;
        }

        return false;
    }

    // "… had forged the letter." "She did not write that letter.": right after it, the same thing, pointed at, will do.
    private bool TakesUp(int verb, HashSet<string> told)
    {
        var thing = prose.Trees.Child(verb, "obj");
        if (thing < verb || !told.Contains(prose.Trees[thing].Lemma)) return false;
        var opener = prose.Trees.Child(thing, "det");
        return opener >= 0 && prose.Lexicon.Function.IsDefinite(prose.Trees[opener].Form);
    }

    // The verb of the leading clause, where it is negated; −1 where it is not.
    private int NegatedVerb(StatementDraft draft)
    {
        var head = draft.ContentHead;
        if (head < 0 || prose.Trees[head].Tag != PartOfSpeech.Verb) return -1;
        foreach (var child in prose.Trees.Children(head))
        {
            if (child < head && prose.Trees.IsAny(child, "advmod", "det") && prose.Lexicon.Function.IsNegation(prose.Trees[child].Form)) return head;
        }

        return -1;
    }

    private bool IsBareRejection(StatementDraft draft)
    {
        var text = draft.Content[0].In(prose.Text).ToString();
        var stop = text.AsSpan().IndexOfAny(".!,;:");
        var lead = (stop < 0 ? text : text[..stop]).Trim().Replace('’', '\'');
        return prose.Lexicon.Function.IsRejection(lead) || OpensWithNoSuch(draft);
    }

    // "No such recording exists"
    private bool OpensWithNoSuch(StatementDraft draft)
    {
        var first = prose.Trees.WordAt(draft.Start);
        return first + 1 < prose.Trees.Count && prose.Lexicon.Function.IsRejection(prose.Trees[first].Form + " " + prose.Trees[first + 1].Form);
    }

    private HashSet<string> WordsOf(StatementDraft draft)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in draft.Content)
        {
            for (var word = prose.Trees.WordAt(part.Start); word < prose.Trees.Count && prose.Trees[word].Span.Start < part.End; word++)
            {
                if (prose.Trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Noun or PartOfSpeech.Propn) words.Add(prose.Trees[word].Lemma);
            }
        }

        return words;
    }
}
