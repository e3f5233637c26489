using Recoupe.Language;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>Denials of what was told before, by a pronoun or by nothing: «le maire l'a démenti», "the mayor denied it", «le maire dément».</summary>
internal static class BareDenials
{
    /// <summary>The denial, the pronoun its content, or the verb itself where nothing follows it; <see langword="null"/> where the cue denies nothing, or nobody is told to.</summary>
    public static StatementDraft? Of(StatementContext prose, Cue cue)
    {
        if (cue.Passive || !Subjects.IsFinite(prose.Trees, cue.Word)) return null;
        if (Array.Find(cue.Tellings, t => t.Effect.Stance == Stance.Denies && t.Rest.Length == 0 && !t.Reflexive) is not { } telling) return null;
        var effect = cue.EffectOf(telling);
        var (subject, pronoun) = (Subjects.Of(prose, cue), Pronoun(prose, cue));
        if (effect.Stance != Stance.Denies || subject < 0 || subject == pronoun || (pronoun < 0 && !EndsClause(prose, cue))) return null;
        var phrase = NounPhrases.Of(prose, subject);
        if (prose.PronounAt(subject) is null && !SourceKinds.MayTell(prose, phrase.Head, phrase.First, phrase.Last)) return null;
        return new()
        {
            CueWord = cue.Word,
            Cue = prose.Trees.Span(cue.First, cue.Last),
            Effect = effect,
            Content = [pronoun < 0 ? prose.Trees.Span(cue.First, cue.Last) : prose.Trees[pronoun].Span],
            ContentHead = pronoun < 0 ? cue.Word : pronoun,
            Source = phrase,
            Within = prose.OutermostOf(cue.Word),
        };
    }

    // «Le maire dément.»
    private static bool EndsClause(StatementContext prose, Cue cue)
    {
        var next = cue.Last + 1;
        return next > prose.SentenceEnd(cue.Word) || (!prose.IsWord(next) && prose.Trees[next].Form is "." or "," or ";" or "!");
    }

    // The object: a pronoun that stands for a thing.
    private static int Pronoun(StatementContext prose, Cue cue)
    {
        foreach (var child in prose.Trees.Children(cue.Word))
        {
            var isObject = prose.Trees.IsAny(child, "obj", "iobj") && prose.Trees[child].Tag is PartOfSpeech.Pron or PartOfSpeech.Det;
            if (isObject && prose.Lexicon.Function.IsThing(prose.Trees[child].Form)) return child;
        }

        return -1;
    }
}
