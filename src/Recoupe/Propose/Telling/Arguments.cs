using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Telling;

/// <summary>The structure of a clause: its predicate, and who does what to whom.</summary>
internal static class Arguments
{
    /// <summary>The predicate, without its auxiliaries and modals.</summary>
    /// <param name="prose">The article.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="isHearsay">Whether a conditional may be the article's mark of hearsay.</param>
    /// <param name="part">The one of two readings that is meant, where the clause has two.</param>
    public static Predicate PredicateOf(Prose prose, Clause clause, bool isHearsay, CorrectedClause? part = null)
    {
        var trees = prose.Trees;
        var head = Content(prose, clause.Head, out var modal);
        var copula = trees.Child(head, "cop");
        var negated = part?.IsNegated ?? (IsNegated(prose, clause.Head) || IsNegated(prose, head));
        if (part?.Leaves(head) == true) head = MainOf(trees, part.Kept);
        var lemma = Small(trees[head].Lemma);
        if (copula >= 0) lemma = Small(trees[copula].Lemma) + " " + lemma;
        var tense = IsReported(prose, clause.Head) && IsOver(prose, head) ? Tense.Past : TenseOf(prose, clause.Head, isHearsay);
        return new(lemma, trees[head].Span, negated, modal, tense);
    }

    // «to have been captured»
    private static bool IsOver(Prose prose, int infinitive) =>
        prose.Trees.Children(infinitive).Any(c => prose.Trees.Is(c, "aux") && prose.Words.Has("perfects", prose.Trees[c].Lemma));

    // The first noun or name, else the first word.
    private static int MainOf(DependencyTrees trees, Stretch part)
    {
        var words = Enumerable.Range(part.First, part.Last - part.First + 1);
        var names = words.Where(w => trees[w].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn);
        return names.FirstOrDefault(w => !part.Contains(trees[w].Head), part.First);
    }

    /// <summary>The arguments: the subject first, the rest in text order.</summary>
    /// <param name="prose">The article.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="given">Who or what the subject is, where that was given from elsewhere.</param>
    /// <param name="part">The one of two readings that is meant, where the clause has two.</param>
    public static ImmutableArray<Argument> Of(Prose prose, Clause clause, Antecedent? given, CorrectedClause? part = null)
    {
        var whole = Whole(prose, clause, given);
        return part is null ? whole : [.. whole.Select(a => Within(prose, a, part))];
    }

    // An argument that holds the two is the one that is kept.
    private static Argument Within(Prose prose, Argument argument, CorrectedClause part)
    {
        if (argument.Span is not { } span) return argument;
        var kept = prose.Trees.Span(part.Kept.First, part.Kept.Last);
        var left = part.LeftOut.Select(s => prose.Trees.Span(s.First, s.Last)).ToList();
        var isTouched = left.Exists(l => l.Overlaps(span)) || span.End > prose.Trees[part.Words.Last].Span.End;
        return isTouched ? Made(prose, MainOf(prose.Trees, part.Kept), argument.Role, argument.Preposition) with { Span = kept } : argument;
    }

    private static ImmutableArray<Argument> Whole(Prose prose, Clause clause, Antecedent? given)
    {
        var trees = prose.Trees;
        var head = Content(prose, clause.Head, out _);
        var passive = trees.HasChild(head, "aux:pass") || trees.HasChild(head, "nsubj:pass");
        var subject = clause.Subject >= 0 ? clause.Subject : clause.Leader?.Subject ?? -1;
        var found = new List<Argument>();
        var role = passive ? ArgumentRole.Object : ArgumentRole.Subject;
        if (given is not null) found.Add(Made(prose, given, role));
        else if (subject >= 0) found.Add(Made(prose, subject, role, null));
        foreach (var child in trees.Children(clause.Head).Concat(head == clause.Head ? [] : trees.Children(head)))
        {
            if (child != subject && child != head && clause.Words.Contains(child) && RoleOf(prose, child, passive) is { } other)
                found.Add(Made(prose, child, other, Preposition(trees, child)));
        }

        return [.. found.OrderBy(a => a.Role == ArgumentRole.Subject ? 0 : 1)];
    }

    // «peut rejoindre», «may have left»: what is said is under the modal.
    private static int Content(Prose prose, int head, out string? modal)
    {
        var trees = prose.Trees;
        modal = null;
        foreach (var child in trees.Children(head))
        {
            if (trees.Is(child, "aux") && prose.Words.Has("modals", trees[child].Lemma)) modal = Small(trees[child].Lemma);
        }

        if (IsReported(prose, head) && Reported(trees, head) is >= 0 and var told) return told;
        var isModal = prose.Words.Has("modals", trees[head].Lemma) || prose.Words.Has("bound", trees[head].Lemma);
        if (!isModal || trees.Child(head, "xcomp") is not (>= 0 and var under)) return head;
        modal = Small(trees[head].Lemma);
        return under;
    }

    // «is said to have been captured»: by whom is not told, and what is said stands under it.
    private static bool IsReported(Prose prose, int head) =>
        prose.Words.Has("reported", prose.Trees[head].Lemma)
            && Reported(prose.Trees, head) is >= 0 and var told
            && (prose.Trees.HasChild(head, "aux:pass") || IsHeadline(prose, head, told));

    // "Colonel said to have been captured": headlines leave the auxiliary out.
    private static bool IsHeadline(Prose prose, int head, int told) => !prose.Trees.HasChild(head, "aux") && IsOver(prose, told);

    private static int Reported(DependencyTrees trees, int head) =>
        trees.Children(head).FirstOrDefault(
            c => c > head && trees.IsAny(c, "xcomp", "ccomp", "advcl") && IsInfinitive(trees, c, head + 1) && !Clauses.IsFinite(trees, c),
            -1);

    // "to have left", «avoir fui»: next to the verb it stands under.
    private static bool IsInfinitive(DependencyTrees trees, int word, int from) =>
        trees.Child(word, "mark") == from || (trees[from].Features.Has("VerbForm", "Inf") && (from == word || trees[from].Head == word));

    // «plus de 10 000 restent»: what negates only beside another word that does is none alone.
    private static bool IsNegated(Prose prose, int head) =>
        prose.Trees.Children(head).Any(child => prose.Is(child, "negations") && !prose.Is(child, "half negations"));

    public static Tense TenseOf(Prose prose, int head, bool isHearsay)
    {
        var trees = prose.Trees;
        foreach (var word in trees.Children(head).Where(c => trees.IsAny(c, "aux", "cop")).Append(head))
        {
            var isConditional = trees[word].Features.Has("Mood", "Cnd");
            if (isConditional && IsPerfect(prose, head, word)) return Tense.Past;
            if (isConditional && isHearsay) return Tense.Present;
            if (trees[word].Features.Has("Tense", "Fut") || isConditional || IsToCome(prose, head, word)) return Tense.Future;
            if (trees[word].Features.Has("Tense", "Past") || trees[word].Features.Has("Tense", "Imp")) return Tense.Past;
        }

        return Tense.Present;
    }

    /// <summary>Whether a finite word makes a compound tense: <c>aurait signé</c>, <c>auraient été tués</c>.</summary>
    /// <param name="prose">The article.</param>
    /// <param name="head">The word that the clause hangs on.</param>
    /// <param name="finite">The finite word, among those that hang on it or itself.</param>
    public static bool IsPerfect(Prose prose, int head, int finite)
    {
        var trees = prose.Trees;
        if (!prose.Words.Has("perfects", trees[finite].Lemma)) return false;
        if (finite == head) return finite + 1 < trees.Count && trees[finite + 1] is { Tag: PartOfSpeech.Verb } next && next.Features.Has("VerbForm", "Part");
        var isBesideAnother = trees.Children(head).Any(c => c != finite && trees.Is(c, "aux"));
        return trees.Is(finite, "aux") && (!trees.Is(finite, "aux:pass") || isBesideAnother);
    }

    // «va fermer»; «le bateau allait trop vite» is over.
    private static bool IsToCome(Prose prose, int head, int word)
    {
        var trees = prose.Trees;
        if (!prose.Words.Has("futures", trees[word].Form)) return false;
        return word != head || trees.Children(word).Any(c => c > word && trees[c].Features.Has("VerbForm", "Inf"));
    }

    private static ArgumentRole? RoleOf(Prose prose, int child, bool passive)
    {
        var trees = prose.Trees;
        if (trees.Is(child, "obl:agent") || (passive && IsAgent(prose, child))) return ArgumentRole.Subject;
        if (trees.IsAny(child, "obj")) return ArgumentRole.Object;
        if (trees.IsAny(child, "obl", "iobj")) return ArgumentRole.Oblique;
        return trees.IsAny(child, "ccomp", "xcomp") ? ArgumentRole.Clause : null;
    }

    private static bool IsAgent(Prose prose, int word) =>
        prose.Trees.Is(word, "obl") && Preposition(prose.Trees, word) is { } by && prose.Words.Has("agents", by);

    private static string? Preposition(DependencyTrees trees, int word) =>
        trees.Child(word, "case") is >= 0 and var at ? Small(trees[at].Lemma) : null;

    /// <summary>An argument of the passage's own words, by the word that it hangs on.</summary>
    public static Argument Own(Prose prose, int word, ArgumentRole role) => Made(prose, word, role, null);

    /// <summary>An argument that was given from elsewhere in the article.</summary>
    public static Argument Given(Prose prose, Antecedent given, ArgumentRole role) => Made(prose, given, role);

    private static Argument Made(Prose prose, int word, ArgumentRole role, string? preposition)
    {
        var trees = prose.Trees;
        var span = trees.Span(trees.First(word), trees.Last(word));
        var mention = prose.MentionAt(word) ?? Beside(prose, word);
        return new(role, span, trees[word].Tag == PartOfSpeech.Propn
            ? trees[word].Form
            : Small(trees[word].Lemma), preposition, mention?.Name, mention?.Type);
    }

    // «le général américain, Jean Carvel»: whose name stands beside the role.
    private static Mention? Beside(Prose prose, int word)
    {
        var trees = prose.Trees;
        var name = trees.Children(word).FirstOrDefault(c => c > word && IsName(trees, c), -1);
        return name >= 0 && prose.MentionAt(name) is { Type: NameType.Person } mention ? mention : null;
    }

    private static bool IsName(DependencyTrees trees, int word) =>
        trees.IsAny(word, "appos", "flat", "nmod") && trees[word].Tag == PartOfSpeech.Propn && !trees.HasChild(word, "case");

    /// <summary>The arguments of a noun that was made a clause: its bearer, then what its own complements name.</summary>
    public static ImmutableArray<Argument> OfNoun(Prose prose, int noun, Stretch rest, Antecedent bearer)
    {
        var trees = prose.Trees;
        var others = trees.Children(noun).Where(c => c > noun && rest.Contains(c) && trees.IsAny(c, "nmod", "obl"));
        return [Made(prose, bearer, ArgumentRole.Subject), .. others.Select(c => Other(prose, c))];
    }

    private static Argument Other(Prose prose, int word)
    {
        var preposition = Preposition(prose.Trees, word);
        var isObject = preposition is not null && prose.Words.Has("of", preposition);
        return Made(prose, word, isObject ? ArgumentRole.Object : ArgumentRole.Oblique, isObject ? null : preposition);
    }

    private static Argument Made(Prose prose, Antecedent given, ArgumentRole role)
    {
        var name = given.From is { } from ? prose.MentionsIn(from).FirstOrDefault() : null;
        var head = given.Head >= 0
            ? prose.Trees[given.Head].Tag == PartOfSpeech.Propn
            ? prose.Trees[given.Head].Form
            : Small(prose.Trees[given.Head].Lemma)
            : name?.Name
            ?? given.Words;
        return new(role, given.From, head, null, name?.Name, name?.Type);
    }

    private static string Small(string lemma) => Prose.Plain(lemma);
}
