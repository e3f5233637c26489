using Recoupe.Extract.Statements.Lexicons;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>Silence, told by what was not had of somebody: «l'information n'a reçu aucun commentaire officiel du ministère». It is the ministry's, and about the information.</summary>
internal static class SilenceAttributions
{
    private const int Near = 6;

    public static IEnumerable<StatementDraft> Find(StatementContext prose)
    {
        for (var word = 0; word < prose.Trees.Count; word++)
        {
            if (!prose.InProse(word) || !prose.Lexicon.Function.IsReply(prose.Trees[word].Lemma) || prose.QuotationOf(word) >= 0) continue;
            if (At(prose, word) is { } draft) yield return draft;
        }
    }

    private static StatementDraft? At(StatementContext prose, int reply)
    {
        var verb = prose.Trees[reply].Head;
        if (verb < 0 || !prose.Trees.Is(reply, "obj") || !prose.Lexicon.Function.IsReceiving(prose.Trees[verb].Lemma) || !IsDenied(prose, reply)) return null;
        var subject = Subjects.Own(prose.Trees, verb);
        if (subject < 0 || prose.PronounAt(subject) is not null || Silent(prose, reply) is not { } source) return null;
        var told = NounPhrases.Of(prose, subject);
        if (SourceKinds.KindOf(prose, told) is SourceKind.Person or SourceKind.Media || prose.Trimmed(told.First, told.Last) is not { } content) return null;
        return new()
        {
            CueWord = reply,
            Cue = prose.Trees.Span(Math.Min(verb, reply), reply),
            Effect = Effect.Refusal,
            Content = [content],
            ContentHead = subject,
            Source = source,
            Within = -1,
        };
    }

    private static bool IsDenied(StatementContext prose, int reply)
    {
        foreach (var child in prose.Trees.Children(reply))
        {
            if (prose.Trees.Is(child, "det") && prose.Lexicon.Function.IsNegation(prose.Trees[child].Form)) return true;
        }

        return false;
    }

    // Of whom: the noun after «de», "from".
    private static NounPhrase? Silent(StatementContext prose, int reply)
    {
        foreach (var child in prose.Trees.Children(reply).Concat(prose.Trees.Children(prose.Trees[reply].Head)))
        {
            if (child <= reply || child > reply + Near || !prose.Trees.IsAny(child, "nmod", "obl") || !prose.Trees.HasChild(child, "case")) continue;
            var phrase = NounPhrases.Of(prose, child);
            if (SourceKinds.MayTell(prose, phrase.Head, phrase.First, phrase.Last)) return phrase;
        }

        return null;
    }
}
