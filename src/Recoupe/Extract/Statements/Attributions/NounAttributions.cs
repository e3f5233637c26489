using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Attributions;

/// <summary>Tellings that a noun marks: «des informations selon lesquelles», «l'affirmation que», «a exprimé des doutes sur».</summary>
internal static class NounAttributions
{
    private const int Near = 6;
    private const int AsideReach = 16;

    public static IEnumerable<StatementDraft> Find(StatementContext prose)
    {
        for (var word = 0; word < prose.Trees.Count; word++)
        {
            if (!prose.InProse(word) || prose.Trees[word].Tag != PartOfSpeech.Noun || !prose.Lexicon.Nouns.TryGetValue(prose.Trees[word].Lemma, out var tellings)) continue;
            if (At(prose, word, tellings[0]) is { } draft) yield return draft;
        }
    }

    private static StatementDraft? At(StatementContext prose, int noun, CueEntry telling)
    {
        // «nul doute que P»
        if (noun > 0 && prose.Lexicon.Function.IsNegation(prose.Trees[noun - 1].Form)) return null;
        var teller = Expresser(prose, noun);
        if (IsRejected(prose, noun)) return null;
        if (Clause(prose, noun, telling) is { } clause) return ToDraft(prose, noun, telling, clause, teller >= 0 ? teller
            : Holder(prose, noun, telling, clause.First));
        return teller >= 0 && Complement(prose, noun, telling) is { } complement ? ToDraft(prose, noun, telling, complement, teller) : null;
    }

    // «une accusation que le gouvernement rejette»: the noun is what is rejected, and not what is told after it.
    private static bool IsRejected(StatementContext prose, int noun)
    {
        foreach (var clause in prose.Trees.Children(noun))
        {
            if (clause <= noun || !prose.Trees.Is(clause, "acl") || !IsDenial(prose, clause)) continue;
            if (prose.Trees.Children(clause).All(c => c < clause || prose.Trees.IsAny(c, "punct", "obl", "advmod"))) return true;
        }

        return false;
    }

    // «les craintes à Ormel que la digue cède»: whose thought it is, a capital or a body, stands between the noun and the clause.
    private static int Holder(StatementContext prose, int noun, CueEntry telling, int clause)
    {
        if (telling.Effect.Certainty is not (Certainty.Probable or Certainty.Possible)) return -1;
        foreach (var child in prose.Trees.Children(noun).Concat(prose.Trees.Children(prose.Trees[noun].Head)))
        {
            if (child <= noun || child >= clause || prose.Trees[child].Tag != PartOfSpeech.Propn) continue;
            var mark = prose.Trees.Child(child, "case");
            if (mark <= noun || !prose.Lexicon.Function.IsPlace(prose.Trees[mark].Lemma)) continue;
            if (SourceKinds.MentionAt(prose, child) is { Type: NameType.Place or NameType.Organisation }) return child;
        }

        return -1;
    }

    // A clause with que or selon lesquelles close after the noun.
    private static NounPhrase? Clause(StatementContext prose, int noun, CueEntry telling)
    {
        if (!telling.May(ComplementKind.That)) return null;
        var end = Math.Min(noun + Near, prose.SentenceEnd(noun) - 1);
        for (var i = noun + 1; i <= end; i++)
        {
            if (IsWhereby(prose, i)) return new(i + 1, ClauseEnd(prose, noun, i + 1), -1);
            if (prose.Lexicon.Function.IsThat(prose.Trees[i].Form) && prose.Trees[i].Tag == PartOfSpeech.Sconj && OfNoun(prose, noun, i))
                return new(i + 1, ClauseEnd(prose, noun, i + 1), prose.Trees[i].Head);
            if (prose.Trees[i].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) return null;
            if (prose.Trees[i].Form is "." or ":" or ";") return null;
        }

        return null;
    }

    private static bool IsWhereby(StatementContext prose, int word) =>
        word > 0 && prose.Lexicon.Function.IsWhereby(prose.Trees[word].Form) && prose.Lexicon.Attributions.BeginningWith(prose.Trees[word - 1].Form.ToLowerInvariant()).Length > 0;

    // The clause hangs on the noun, however the parser calls it.
    private static bool OfNoun(StatementContext prose, int noun, int mark)
    {
        var clause = prose.Trees[mark].Head;
        if (mark == noun + 1) return true;
        // «avait attisé les craintes à Ormel que la digue cède»: hung on the verb that has the noun for its object.
        if (clause >= 0 && prose.Trees.Is(clause, "advcl") && prose.Trees.Is(noun, "obj") && prose.Trees[clause].Head == prose.Trees[noun].Head) return true;
        return clause >= 0 && prose.Trees[clause].Head == noun && prose.Trees.IsAny(clause, "acl", "ccomp", "advcl", "appos", "dep");
    }

    private static int ClauseEnd(StatementContext prose, int noun, int first)
    {
        var end = prose.SentenceEnd(first);
        var level = prose.QuotationOf(first);
        if (level >= 0) end = Math.Min(end, prose.Trees.WordAt(prose.Quotations[level].Inner.End) - 1);
        return prose.Trees.Last(noun) > first + 2 ? Math.Min(end, prose.Trees.Last(noun)) : end;
    }

    // The object of the noun's own preposition.
    private static NounPhrase? Complement(StatementContext prose, int noun, CueEntry telling)
    {
        foreach (var child in prose.Trees.Children(noun).Concat(prose.Trees.Children(prose.Trees[noun].Head)))
        {
            if (child <= noun || !prose.Trees.IsAny(child, "nmod", "acl", "obl", "xcomp")) continue;
            var mark = prose.Trees.Child(child, "case");
            if (mark < 0) mark = prose.Trees.Child(child, "mark");
            if (mark < noun || mark > child) continue;
            var kind = prose.Trees[child].Features.Has("VerbForm", "Inf") ? ComplementKind.Infinitive : ComplementKind.Oblique;
            if (telling.May(kind, prose.Trees[mark].Lemma)) return new(mark + 1, ToClauseEnd(prose, noun, child), child);
        }

        return null;
    }

    // The complement runs on to the next stop: parsers hang the tail of a long one on the verb.
    private static int ToClauseEnd(StatementContext prose, int noun, int head)
    {
        var verb = prose.Trees[noun].Head;
        return verb < 0 ? prose.Trees.Last(head) : ClauseEnds.OfPhrase(prose, new(verb, verb, verb, [], false, false), head);
    }

    // Who expresses the noun: the subject of a verb of expressing that governs it.
    private static int Expresser(StatementContext prose, int noun)
    {
        var verb = prose.Trees[noun].Head;
        if (verb < 0 || !prose.Trees.IsAny(noun, "obj", "obl") || !prose.Lexicon.Function.IsExpressing(prose.Trees[verb].Lemma)) verb = ObjectlessBefore(prose, noun);
        // "rejected claims that P": whoever rejects them has not made them.
        if (verb >= 0 && IsDenial(prose, verb)) return -1;
        return verb < 0 ? -1 : Subjects.Of(prose, new(verb, verb, verb, [], false, prose.Trees.HasChild(verb, "aux:pass")));
    }

    private static bool IsDenial(StatementContext prose, int verb) =>
        prose.Lexicon.Verbs.TryGetValue(prose.Trees[verb].Lemma, out var tellings) && Array.Exists(tellings, t => t.Effect.Stance is Stance.Denies or Stance.Doubts);

    // «ont évoqué, sans fournir de preuves, la possibilité que …»: the object comes after an aside.
    private static int ObjectlessBefore(StatementContext prose, int noun)
    {
        var trees = prose.Trees;
        var first = ContentFinder.FirstWord(prose, noun);
        if (first == 0 || trees[first - 1].Form != ",") return -1;
        for (var i = first - 2; i >= Math.Max(prose.SentenceStart(noun), noun - AsideReach); i--)
        {
            if (Subjects.IsFinite(trees, i) && trees[i].Tag == PartOfSpeech.Verb) return prose.Lexicon.Function.IsExpressing(trees[i].Lemma) && !trees.HasChild(i, "obj") ? i : -1;
        }

        return -1;
    }

    private static StatementDraft? ToDraft(StatementContext prose, int noun, CueEntry telling, NounPhrase content, int teller)
    {
        if (prose.Trimmed(content.First, content.Last) is not { } span) return null;
        var first = ContentFinder.FirstWord(prose, noun);
        return new()
        {
            CueWord = noun,
            Cue = prose.Trees.Span(noun - first < 4 ? first : noun, content.First - 1),
            Effect = telling.Effect,
            Content = [span],
            ContentHead = content.Head,
            Source = teller < 0 ? null : NounPhrases.Of(prose, teller),
            Kind = teller < 0 ? SourceKind.Anonymous : null,
            Within = prose.OutermostOf(noun),
        };
    }
}
