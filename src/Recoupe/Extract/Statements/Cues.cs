using System.Collections.Immutable;
using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>Finds the verbs that may mark a telling.</summary>
internal static class Cues
{
    private const int Gap = 3;
    private const int NearNegation = 4;

    public static ImmutableArray<Cue> Find(StatementContext prose)
    {
        var cues = ImmutableArray.CreateBuilder<Cue>();
        for (var word = 0; word < prose.Trees.Count; word++)
        {
            if (prose.InProse(word) && At(prose, word) is { } cue) cues.Add(cue);
        }

        return cues.ToImmutable();
    }

    private static Cue? At(StatementContext prose, int word)
    {
        var verb = prose.Trees[word];
        if (verb.Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux) || prose.Trees.IsAny(word, "aux", "amod")) return null;
        if (!prose.Lexicon.Verbs.TryGetValue(verb.Lemma, out var entries)) return null;
        var carrier = Carriers.Of(prose, word);
        var negated = IsNegated(prose, word) || (carrier >= 0 && (IsNegated(prose, carrier) || prose.Lexicon.Function.IsUnable(prose.Trees[carrier].Lemma)));
        var reflexive = IsReflexive(prose, word);
        var tellings = new List<CueEntry>();
        var last = word;
        foreach (var entry in entries)
        {
            if (entry.Reflexive != reflexive || (entry.OnlyNegated && !negated) || EndOf(prose, word, entry) is not { } end) continue;
            last = Math.Max(last, end);
            tellings.Add(entry);
        }

        if (tellings.Count == 0 || tellings.Exists(t => t.May(ComplementKind.Nothing))) return null;
        var withCarrier = carrier >= 0 && (negated || Subjects.Own(prose.Trees, carrier) > carrier);
        var first = GroupStart(prose, withCarrier ? carrier : word);
        return new(word, Math.Min(first, word), last, [.. tellings], negated, IsPassive(prose.Trees, word)) { Neither = IsNeither(prose, word) };
    }

    private static bool IsNeither(StatementContext prose, int word)
    {
        foreach (var child in prose.Trees.Children(word))
        {
            if (child < word && word - child <= NearNegation && prose.Lexicon.Function.IsNeither(prose.Trees[child].Form)) return true;
        }

        return false;
    }

    // The words that belong to the entry follow in order, with small words between at most.
    private static int? EndOf(StatementContext prose, int word, CueEntry entry)
    {
        var at = word;
        foreach (var part in entry.Rest)
        {
            if (Next(prose, at, part) is not { } found) return null;
            at = found;
        }

        return at;
    }

    private static int? Next(StatementContext prose, int after, string part)
    {
        var end = Math.Min(after + 1 + Gap, prose.Trees.Sentence(after).EndWord - 1);
        for (var i = after + 1; i <= end; i++)
        {
            if (prose.Trees[i].Lemma == part || prose.IsForm(i, part)) return i;
            if (prose.Trees[i].Tag is not (PartOfSpeech.Det or PartOfSpeech.Adv or PartOfSpeech.Adp or PartOfSpeech.Pron or PartOfSpeech.Part)) return null;
        }

        return null;
    }

    private static bool IsReflexive(StatementContext prose, int word)
    {
        foreach (var child in prose.Trees.Children(word))
        {
            if (prose.Trees[child].Features.Has("Reflex", "Yes") || (prose.Trees.Is(child, "expl") && prose.Lexicon.Function.IsReflexive(prose.Trees[child].Form))) return true;
        }

        return false;
    }

    private static int GroupStart(StatementContext prose, int word)
    {
        var first = word;
        foreach (var child in prose.Trees.Children(word))
        {
            if (child >= word) break;
            if (word - child > NearNegation + 2 || prose.QuotationOf(child) != prose.QuotationOf(word)) continue;
            if (prose.Trees.IsAny(child, "aux", "expl", "cop") || IsObjectBefore(prose, child)
                || (prose.Trees.Is(child, "advmod") && prose.Lexicon.Function.IsNegation(prose.Trees[child].Form)))
                first = Math.Min(first, child);
        }

        return first;
    }

    // «l'a démenti»; the «que» of a relative clause is no part of its cue.
    private static bool IsObjectBefore(StatementContext prose, int child) =>
        prose.Trees[child].Tag == PartOfSpeech.Pron && prose.Trees.IsAny(child, "obj", "iobj")
            && !prose.Trees[child].Features.Has("PronType", "Rel");

    private static bool IsNegated(StatementContext prose, int word)
    {
        foreach (var child in prose.Trees.Children(word))
        {
            if (Math.Abs(child - word) <= NearNegation && prose.Trees.IsAny(child, "advmod", "det", "cc") && prose.Lexicon.Function.IsNegation(prose.Trees[child].Form))
                return true;
        }

        return false;
    }

    private static bool IsPassive(DependencyTrees trees, int word) => trees.HasChild(word, "aux:pass") || trees.HasChild(word, "nsubj:pass") || IsPastParticiple(trees, word);

    // «donné vainqueur par les sondages»
    private static bool IsPastParticiple(DependencyTrees trees, int word)
    {
        if (!trees.IsAny(word, "acl", "advcl")) return false;
        if (!trees[word].Features.Has("VerbForm", "Part")) return false;
        return trees[word].Features.Has("Tense", "Past") && !trees.HasChild(word, "aux") && !trees.HasChild(word, "nsubj");
    }
}
