using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Splitting;

/// <summary>One main predicate and the words that belong to it.</summary>
/// <param name="Head">The word that the predicate hangs on.</param>
/// <param name="Words">Its words, without what joins it to others.</param>
/// <param name="Subject">The main word of its subject; −1 where it has none of its own.</param>
/// <param name="Leader">The clause whose subject it shares; <see langword="null"/> for one that shares none.</param>
/// <param name="Auxiliary">The auxiliary that it shares with its leader; −1 where it has its own or needs none.</param>
internal sealed record Clause(int Head, Stretch Words, int Subject, Clause? Leader, int Auxiliary = -1);

/// <summary>Cuts a stretch into its main clauses.</summary>
internal static class Clauses
{
    private const int LongestOpening = 8; // words before a subject: «mais au cours des trente derniers jours»

    /// <summary>In text order; none where no finite predicate is found.</summary>
    /// <param name="prose">The article.</param>
    /// <param name="stretch">The words, with what stands between the parts of the passage.</param>
    /// <param name="passage">The parts that a main predicate may stand in: a verb of telling between two is of neither.</param>
    public static List<Clause> Of(Prose prose, Stretch stretch, ImmutableArray<TextSpan> passage)
    {
        var heads = MainHeads(prose, stretch, passage);
        if (heads.Count > 0 && InciseAfter(prose, heads[^1], stretch) is > 0 and var incise) stretch = stretch with { Last = incise - 1 };
        if (heads.Count == 0 && SurfaceHead(prose, stretch) is >= 0 and var surface) heads.Add(surface);
        var clauses = new List<Clause>();
        for (var i = 0; i < heads.Count; i++)
        {
            var first = i == 0 ? stretch.First : StartOf(prose, heads[i], heads[i - 1]);
            var last = i + 1 < heads.Count ? StartOf(prose, heads[i + 1], heads[i]) - 1 : stretch.Last;
            var words = Trimmed(prose, new(first, last), heads[i]);
            if (words.IsEmpty || !words.Contains(heads[i])) continue;
            var subject = SurfaceSubject(prose, heads[i], words, SubjectOf(prose, heads[i], words));
            var leader = subject < 0 ? LeaderOf(prose, heads[i], clauses) : null;
            clauses.Add(new(heads[i], words, subject, leader, SharedAuxiliary(prose.Trees, heads[i])));
        }

        return clauses;
    }

    /// <summary>Clauses of which a relative pronoun is the subject, «qui a fait 82 morts», in text order.</summary>
    public static IEnumerable<Clause> Relative(Prose prose, Stretch stretch)
    {
        var trees = prose.Trees;
        for (var word = stretch.First; word <= stretch.Last; word++)
        {
            if (!trees.Is(word, "acl") || FiniteOf(trees, word) < 0) continue;
            var pronoun = trees.Children(word).FirstOrDefault(c => c < word && trees.Is(c, "nsubj") && trees[c].Features.Has("PronType", "Rel"), -1);
            if (pronoun <= stretch.First || !prose.Is(pronoun, "relatives")) continue;
            var words = Trimmed(prose, new(pronoun, BeforeNext(trees, word, Math.Min(trees.Last(word), stretch.Last))), word);
            if (words.Contains(word)) yield return new(word, words with { First = pronoun }, pronoun, null);
        }
    }

    // "that left 78 people dead has shocked Greece": another finite verb is no part of it, whatever the tree says.
    private static int BeforeNext(DependencyTrees trees, int head, int last)
    {
        for (var word = head + 1; word <= last; word++)
        {
            if (IsFinite(trees, word)) return word - 1;
        }

        return last;
    }

    /// <summary>Whether a word is what a finite clause hangs on.</summary>
    public static bool IsPredicate(DependencyTrees trees, int word) => FiniteOf(trees, word) >= 0;

    /// <summary>The finite word of a predicate: its auxiliary, its copula or itself; −1 where it has none.</summary>
    public static int FiniteOf(DependencyTrees trees, int word)
    {
        foreach (var child in trees.Children(word))
        {
            if (trees.IsAny(child, "aux", "cop") && IsFinite(trees, child)) return child;
        }

        return IsFinite(trees, word) && !trees.IsAny(word, "aux", "cop") ? word : -1;
    }

    public static bool IsFinite(DependencyTrees trees, int word) =>
        trees[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux
            && (trees[word].Features.Has("VerbForm", "Fin") || trees[word].Features.Has("Mood", "Cnd"));

    /// <summary>The main word of a predicate's subject among some words; −1 where it has none.</summary>
    public static int SubjectOf(Prose prose, int head, Stretch words)
    {
        var impersonal = -1;
        foreach (var child in prose.Trees.Children(head).Where(words.Contains))
        {
            if (prose.Trees.IsAny(child, "nsubj", "csubj")) return child;
            if (prose.Trees.Is(child, "expl:subj") || (prose.Trees.Is(child, "expl") && prose.Is(child, "expletives"))) impersonal = child;
        }

        return impersonal;
    }

    /// <summary>A stretch without what joins it to what stands around it.</summary>
    public static Stretch Trimmed(Prose prose, Stretch words, int head)
    {
        var (first, last) = words;
        while (first <= last && (IsOpening(prose, first, head) || IsBeforeJoin(prose, first, last))) first++;
        while (first <= last && IsClosing(prose, last)) last--;
        return new(first, last);
    }

    private static List<int> MainHeads(Prose prose, Stretch stretch, ImmutableArray<TextSpan> passage)
    {
        var heads = new List<int>();
        for (var word = stretch.First; word <= stretch.Last; word++)
        {
            if (!passage.Any(part => part.Contains(prose.Trees[word].Span))) continue;
            if (!IsPredicate(prose.Trees, word) && !(heads.Count > 0 && SharedAuxiliary(prose.Trees, word) >= stretch.First)) continue;
            if (!IsMain(prose, word, stretch) || IsSubordinate(prose, word, stretch, heads.Count > 0)) continue;
            if (heads.Count > 0 && IsIncise(prose, word, stretch)) break;
            if (heads.Count == 0 || IsSplit(prose, heads[^1], word)) heads.Add(word);
        }

        return heads;
    }

    // «parce que», «où», «when»: it belongs to the clause beside it, whatever the tree says; «que» opens a clause of its own only where it
    // opens the passage or stands after another.
    private static bool IsSubordinate(Prose prose, int word, Stretch stretch, bool isLater)
    {
        var trees = prose.Trees;
        if (isLater && FollowsSubordinator(prose, trees.First(word) - 1)) return true;
        if (IsInverted(prose, word)) return true;
        if (isLater && StandsAlone(prose, word)) return false;
        for (var at = Math.Max(stretch.First, trees.First(word)); at < word; at++)
        {
            if (trees[at].Head != word && !IsOfMark(prose, at, word)) continue;
            if (prose.Is(at, "subordinators") && trees.IsAny(at, "mark", "advmod", "fixed") && trees[at].Tag != PartOfSpeech.Adp)
                return true;
            if (isLater && trees.Is(at, "mark") && !trees.Is(word, "conj") && !IsAfterConjunction(prose, at)) return true;
            if (isLater && trees[at].Features.Has("PronType", "Rel") && at <= trees.First(word) + 2) return true;
        }

        return false;
    }

    // «Had it happened later, …»: a condition without a mark.
    private static bool IsInverted(Prose prose, int word)
    {
        var subject = prose.Trees.Child(word, "nsubj");
        if (subject < 0) return false;
        var auxiliary = prose.Trees.First(subject) - 1;
        return auxiliary >= 0 && prose.Trees[auxiliary].Head == word && prose.Is(auxiliary, "inverted") && prose.Trees.IsAny(auxiliary, "aux", "cop");
    }

    // «afin qu'il ne soit», wherever the tree hangs the mark.
    private static bool FollowsSubordinator(Prose prose, int word) =>
        word > 0 && prose.Words.Has("joins", prose.Trees[word].Form) && prose.Is(word - 1, "subordinators");

    // «parce que»: of a mark that hangs on the predicate; not of a clause that does.
    private static bool IsOfMark(Prose prose, int word, int predicate) =>
        prose.Is(word, "subordinators")
            && prose.Trees[word].Head is >= 0 and var above
            && prose.Trees[above].Head == predicate
            && !IsPredicate(prose.Trees, above);

    private static bool IsAfterConjunction(Prose prose, int word) => word > 0 && prose.Trees[word - 1].Tag == PartOfSpeech.Cconj;

    // Where the tree shows none: the first finite verb that no relative and no subordinator stands before.
    private static int SurfaceHead(Prose prose, Stretch stretch)
    {
        var trees = prose.Trees;
        var under = 0;
        for (var word = stretch.First; word <= stretch.Last; word++)
        {
            var marks = trees.Is(word, "mark") && word > stretch.First + 1 && trees[word].Tag == PartOfSpeech.Sconj;
            if (marks || prose.Is(word, "subordinators") || trees[word].Features.Has("PronType", "Rel")) under++;
            if (!IsFinite(trees, word)) continue;
            if (under > 0) under--;
            else return trees.IsAny(word, "aux", "cop") && trees[word].Head is >= 0 and var head && stretch.Contains(head) && head > word
                ? head
                : word;
        }

        return PastWithObject(prose, stretch);
    }

    // «the crime involved five drives», taken for a participle: what has an object does it.
    private static int PastWithObject(Prose prose, Stretch stretch)
    {
        var trees = prose.Trees;
        for (var word = stretch.First + 1; word <= stretch.Last; word++)
        {
            if (trees[word].Tag != PartOfSpeech.Verb || !trees.Is(word, "acl") || !stretch.Contains(trees[word].Head)) continue;
            if (IsRelative(trees, word)) continue;
            var isPast = trees[word].Features.Has("VerbForm", "Part") && trees[word].Features.Has("Tense", "Past");
            if (isPast && prose.Words.Has("plain pasts", trees[word].Form)) return word; // "82 people drowned"
            if (isPast && trees.Children(word).Any(c => c > word && trees.Is(c, "obj") && !trees.HasChild(c, "case"))) return word;
        }

        return -1;
    }

    private static bool IsRelative(DependencyTrees trees, int word) =>
        trees.HasChild(word, "aux") || trees.Children(word).Any(c => trees[c].Features.Has("PronType", "Rel"));

    // A noun that opens the clause is its subject, unless a comma or a preposition sets it off from the verb.
    private static int SurfaceSubject(Prose prose, int head, Stretch words, int found)
    {
        var trees = prose.Trees;
        var isNoun = found >= 0 && (trees[found].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn || IsSecond(prose, found));
        if (found >= 0 && (found > head || !isNoun)) return found;
        var verb = FiniteOf(trees, head) is >= 0 and var finite ? finite : head;
        var until = Math.Min(verb, found < 0 ? verb : found);
        for (var start = words.First; start < until; start++)
        {
            if ((start == words.First || trees[start - 1].Form is ",")
                && SubjectFrom(prose, start, until, verb, found < 0) is >= 0 and var subject)
                return subject;
        }

        return found;
    }

    // «les députés et ceux du Sud»: the second of two, whatever the tree takes for the first.
    private static bool IsSecond(Prose prose, int word) => prose.Is(word, "pronouns") && prose.Trees.HasChild(word, "cc");

    private static int SubjectFrom(Prose prose, int start, int until, int verb, bool takesPronoun)
    {
        var trees = prose.Trees;
        for (var word = start; word < until; word++)
        {
            if (takesPronoun && prose.Is(word, "nominatives") && IsBeforeVerb(trees, word, verb)) return word;
            if (word == start && IsPartitive(prose, word)) continue;
            if (trees[word].Tag == PartOfSpeech.Adp && trees[word + 1].Tag == PartOfSpeech.Num) continue;
            if (trees[word].Tag is PartOfSpeech.Adp or PartOfSpeech.Sconj or PartOfSpeech.Verb || prose.IsTimeAt(word)) return -1;
            if (trees[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num && prose.IsWord(word))
                return IsSetOff(prose, word, verb) ? -1 : word;
        }

        return -1;
    }

    // «Nous ne soutenons pas», with nothing but small words between.
    private static bool IsBeforeVerb(DependencyTrees trees, int word, int verb) =>
        Enumerable.Range(word + 1, verb - word - 1).All(w => trees[w].Tag is PartOfSpeech.Adv or PartOfSpeech.Pron or PartOfSpeech.Part);

    // «Des drones», which opens a clause as «de les drones» does.
    private static bool IsPartitive(Prose prose, int word) =>
        word + 1 < prose.Trees.Count
            && prose.Trees[word].Span == prose.Trees[word + 1].Span
            && prose.Words.Has("of", prose.Trees[word].Lemma);

    private static bool IsSetOff(Prose prose, int word, int verb)
    {
        var commas = 0;
        for (var at = word; at < verb; at++) commas += prose.Trees[at].Form is "," ? 1 : 0;
        return commas % 2 == 1;
    }

    // «P, a déclaré le ministre»: a telling after what it tells, its subject behind it.
    private static bool IsIncise(Prose prose, int word, Stretch stretch) =>
        SubjectOf(prose, word, new(word + 1, stretch.Last)) > word
            && SubjectOf(prose, word, new(stretch.First, word)) < 0
            && prose.Trees[Math.Max(0, prose.Trees.First(word) - 1)].Form is "," or "»" or "”" or "\"";

    private static int InciseAfter(Prose prose, int head, Stretch stretch)
    {
        for (var word = head + 1; word <= stretch.Last; word++)
        {
            if (IsPredicate(prose.Trees, word) && IsMain(prose, word, stretch) && IsIncise(prose, word, stretch))
                return prose.Trees.First(word);
        }

        return -1;
    }

    // «a emporté le pont et détruit la halle»: a participle after another, under the one auxiliary.
    private static int SharedAuxiliary(DependencyTrees trees, int word)
    {
        if (!trees.Is(word, "conj")
            || trees[word].Tag != PartOfSpeech.Verb
            || !trees[word].Features.Has("VerbForm", "Part")
            || trees.HasChild(word, "aux"))
            return -1;
        var head = trees[word].Head;
        return trees.Children(head).FirstOrDefault(c => trees.Is(c, "aux") && IsFinite(trees, c), -1);
    }

    private static bool IsMain(Prose prose, int word, Stretch stretch)
    {
        var trees = prose.Trees;
        for (var steps = 0; steps <= stretch.Last - stretch.First; steps++)
        {
            var head = HeadOf(trees, word);
            if (head < 0 || !stretch.Contains(head)) return true;
            if (StandsAlone(prose, word)) return true;
            if (!trees.IsAny(word, "conj", "parataxis") && !OpensAnew(prose, word)) return false;
            word = head;
        }

        return false;
    }

    // A finite verb is joined to one, whatever infinitive or noun the tree joins it to.
    private static int HeadOf(DependencyTrees trees, int word)
    {
        var head = trees[word].Head;
        if (head < 0 || !trees.Is(word, "conj") || !IsClearlyFinite(trees, word) || FiniteOf(trees, head) >= 0) return head;
        var above = trees[head].Head;
        var isBelow = above >= 0 && trees.IsAny(head, "xcomp", "obj", "obl") && FiniteOf(trees, above) >= 0;
        return isBelow ? above : head;
    }

    // «to meet and express» may be taken for one: a form that the infinitive has too tells nothing.
    private static bool IsClearlyFinite(DependencyTrees trees, int word) =>
        FiniteOf(trees, word) is >= 0 and var finite && !trees[finite].Form.Equals(trees[finite].Lemma, StringComparison.OrdinalIgnoreCase);

    // After a semicolon, or «mais» and a subject of its own, a clause is main.
    private static bool OpensAnew(Prose prose, int word)
    {
        var trees = prose.Trees;
        var first = trees.First(word);
        if (SubjectOf(prose, word, new(first, word)) < 0 || first == 0) return false;
        var joint = trees[first].Tag == PartOfSpeech.Cconj ? first : first - 1;
        if (trees[joint].Tag == PartOfSpeech.Cconj
            && joint + 1 < word
            && trees[joint + 1].Tag == PartOfSpeech.Sconj
            && prose.Is(joint + 1, "joins"))
            return true;
        return trees[first - 1].Form is ";" || trees[first].Form is ";" || prose.Is(first - 1, "contrasts") || prose.Is(first, "contrasts");
    }

    // "it has 277 faults; 39 of them are grave": with a subject of its own it is main, whatever noun the tree hangs it on.
    private static bool StandsAlone(Prose prose, int word)
    {
        if (SubjectOf(prose, word, new(prose.Trees.First(word), word)) is not (>= 0 and var subject)) return false;
        if (IsUnderMark(prose, prose.Trees.First(word), subject)) return false;
        return FollowsSemicolon(prose, word, subject) || ContrastBefore(prose, prose.Trees.First(word)) >= 0;
    }

    // «mais dans une salle où les jouets seront exposés»
    private static bool IsUnderMark(Prose prose, int first, int subject)
    {
        for (var at = first; at <= subject; at++)
        {
            if (prose.Is(at, "relatives") || prose.Is(at, "subordinators") || prose.Trees[at].Features.Has("PronType", "Rel")) return true;
        }

        return false;
    }

    private static bool FollowsSemicolon(Prose prose, int word, int subject)
    {
        for (var at = Math.Max(0, prose.Trees.First(word) - 1); at < subject; at++)
        {
            if (prose.Trees[at].Form is ";") return true;
        }

        return false;
    }

    // ", but after the storm it was closed": the word of contrast, a time or a place at most between it and the subject; −1 for none.
    private static int ContrastBefore(Prose prose, int first)
    {
        for (var at = first - 1; at > 0 && at >= first - LongestOpening; at--)
        {
            if (prose.Is(at, "contrasts")) return prose.Trees[at - 1].Form is "," ? at : -1;
            if (!IsOfOpening(prose.Trees[at].Tag)) return -1;
        }

        return -1;
    }

    private static bool IsOfOpening(PartOfSpeech tag) =>
        tag is PartOfSpeech.Adp or PartOfSpeech.Det or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Adj
            or PartOfSpeech.Adv;

    // «n'a ni demandé ni reçu d'aide» shares all and stays together.
    private static bool IsSplit(Prose prose, int before, int word)
    {
        var trees = prose.Trees;
        if (SubjectOf(prose, word, new(before + 1, word)) >= 0 || IsWhole(trees, before, word)) return true;
        var start = StartOf(prose, word, before);
        for (var between = before + 1; between < start; between++)
        {
            if (prose.IsWord(between) && trees[between].Tag is not (PartOfSpeech.Adv or PartOfSpeech.Cconj)) return true;
        }

        return false;
    }

    // «est clair et sera voté»: what is said of a subject, or done to it, leaves the next verb no object to share.
    private static bool IsWhole(DependencyTrees trees, int before, int word)
    {
        var isWhole = trees.HasChild(before, "cop") || trees.HasChild(before, "aux:pass");
        var isJoined = Enumerable.Range(before, word - before).Any(w => trees[w].Tag == PartOfSpeech.Cconj);
        return isWhole && isJoined && FiniteOf(trees, word) >= 0;
    }

    // Nothing before a semicolon is of a clause after it, wherever the tree hangs it.
    private static int StartOf(Prose prose, int head, int before)
    {
        var start = Math.Max(before + 1, Math.Min(head, prose.Trees.First(head)));
        if (ContrastBefore(prose, start) is var contrast && contrast > before) start = contrast;
        for (var word = head - 1; word > start; word--)
        {
            if (prose.Trees[word].Form is ";") return word + 1;
        }

        return start;
    }

    private static bool IsOpening(Prose prose, int word, int head)
    {
        if (!prose.IsWord(word)) return prose.Trees[word].Form is not ("«" or "“" or "\"" or "(" or "[" or "#" or "$" or "€" or "£");
        if (prose.Is(word, "joins")) return !IsAdverb(prose, word);
        return prose.Is(word, "whether") && prose.Trees[word].Head == head && prose.Trees.Is(word, "mark");
    }

    // "So far 78 people are dead"
    private static bool IsAdverb(Prose prose, int word) => word + 1 < prose.Trees.Count && prose.Is(word + 1, "joined adverbs");

    // «"clair" et»: a mark that closes what stood before.
    private static bool IsBeforeJoin(Prose prose, int word, int last) =>
        word < last && prose.Trees[word].Form is "\"" or "”" or "»" && prose.Is(word + 1, "joins");

    private static bool IsClosing(Prose prose, int word) =>
        (!prose.IsWord(word) && prose.Trees[word].Form is not ("»" or "”" or "\"" or ")" or "]" or "%" or "€" or "$" or "£"))
            || prose.Is(word, "joins")
            || prose.Is(word, "subordinators");

    private static Clause? LeaderOf(Prose prose, int head, List<Clause> before)
    {
        var above = prose.Trees.Is(head, "conj") ? HeadOf(prose.Trees, head) : -1;
        var leader = before.LastOrDefault(c => c.Head == above);
        return leader?.Leader ?? leader;
    }
}
