using Recoupe.Language;

namespace Recoupe.Extract.Statements.Resolution;

/// <summary>Finds the outlets that a telling was told to: «a déclaré à CNN», "told LA Weekly".</summary>
internal static class Intermediaries
{
    private const int Near = 14;

    public static IEnumerable<string> Of(StatementContext prose, StatementDraft draft)
    {
        if (draft.CueWord < 0 || draft.Cue is null) yield break;
        var start = prose.Trees.Sentence(draft.CueWord).FirstWord;
        var end = prose.Trees.Sentence(draft.CueWord).EndWord;
        for (var word = Math.Max(start + 1, draft.CueWord - Near); word < Math.Min(end, draft.CueWord + Near); word++)
        {
            if (IsAddressed(prose, draft, word) && !draft.Covers(prose.Trees[word].Span) && Outlet(prose, word) is { } name) yield return name;
        }
    }

    private static bool IsAddressed(StatementContext prose, StatementDraft draft, int word)
    {
        if (prose.Trees[word].Tag is not (PartOfSpeech.Propn or PartOfSpeech.Noun)) return false;
        if (draft.Source is { } source && word >= source.First && word <= source.Last) return false;
        var mark = prose.Trees.Child(word, "case");
        if (mark >= 0) return prose.Lexicon.Function.IsAddressee(prose.Trees[mark].Form);
        return prose.Trees[word].Head == draft.CueWord && prose.Trees.IsAny(word, "obj", "iobj");
    }

    private static string? Outlet(StatementContext prose, int word)
    {
        var phrase = NounPhrases.Of(prose, word);
        if (prose.Lexicon.Function.IsAllMedia(prose.Trees[word].Lemma) && NameWithin(prose, phrase) is null) return null;
        return SourceKinds.KindOf(prose, phrase) == SourceKind.Media ? Bare(prose, phrase) : null;
    }

    /// <summary>The name in a phrase, or all of it where there is none.</summary>
    public static string Bare(StatementContext prose, NounPhrase phrase)
    {
        if (NameWithin(prose, phrase) is { } name) return name;
        for (var i = phrase.Last; i >= phrase.First; i--)
        {
            if (prose.Trees[i].Tag != PartOfSpeech.Propn || prose.IsTime(i)) continue;
            var first = i;
            while (first > phrase.First && prose.Trees[first - 1].Tag == PartOfSpeech.Propn) first--;
            return prose.Trees.Span(first, i).In(prose.Text).ToString();
        }

        return prose.Trees.Span(phrase.First, phrase.Last).In(prose.Text).ToString();
    }

    // "the Reuters news agency by phone on Monday": the name nearest before the noun, or the first one after it.
    private static string? NameWithin(StatementContext prose, NounPhrase phrase)
    {
        for (var i = phrase.Head; i >= phrase.First; i--)
        {
            if (SourceKinds.MentionAt(prose, i) is { Type: NameType.Organisation or NameType.Person } mention && !prose.IsTime(i)) return mention.Name;
        }

        return null;
    }
}
