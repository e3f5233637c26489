using Recoupe.Language;

namespace Recoupe.Propose.Words;

/// <summary>Noun phrases, as they are given again.</summary>
internal static class Phrases
{
    private const int Longest = 14; // words: a longer one is no name for anything

    /// <summary>
    /// The phrase of a noun without what introduces it and what only describes it; <see langword="null"/> where it is too long to be given
    /// again.
    /// </summary>
    /// <param name="prose">The article.</param>
    /// <param name="head">The noun.</param>
    /// <param name="until">The first word after it that is none of it, whatever the tree says.</param>
    public static Stretch? Of(Prose prose, int head, int until = int.MaxValue)
    {
        var trees = prose.Trees;
        var first = head;
        for (var word = trees.First(head); word < head; word++)
        {
            if (trees[word].Tag is PartOfSpeech.Adp or PartOfSpeech.Cconj or PartOfSpeech.Sconj or PartOfSpeech.Punct && first == head)
                continue;
            first = word;
            break;
        }

        var last = head;
        foreach (var child in trees.Children(head).Where(c => c > head))
        {
            if (child >= until || IsLoose(prose, child)) break;
            last = Math.Min(until - 1, Math.Max(last, TightEnd(prose, child)));
        }

        return last - first < Longest ? new(first, last) : null;
    }

    /// <summary>
    /// The words of a phrase, with the article that is melted into a preposition before it (<c>du comité</c>: <c>le comité</c>).
    /// </summary>
    public static string Text(Prose prose, Stretch phrase)
    {
        var trees = prose.Trees;
        if (!prose.IsContracted(phrase.First)) return Flat(trees.Span(phrase.First, phrase.Last).In(prose.Text));
        var rest = phrase.First < phrase.Last ? " " + Flat(trees.Span(phrase.First + 1, phrase.Last).In(prose.Text)) : "";
        return trees[phrase.First].Form + rest;
    }

    /// <summary>Where a phrase stands, without what is melted into it.</summary>
    public static TextSpan Span(Prose prose, Stretch phrase) =>
        prose.Trees.Span(prose.IsContracted(phrase.First) && phrase.First < phrase.Last ? phrase.First + 1 : phrase.First, phrase.Last);

    public static string Flat(ReadOnlySpan<char> text) =>
        string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static bool IsPlural(Prose prose, int head) =>
        prose.Trees[head].Features.Has("Number", "Plur")
            || HasSecond(prose.Trees, head)
            || prose.Trees.Children(head).Any(c => prose.Is(c, "plurals"));

    // «la ligue et le club»; not «la ligue …, mais dans une salle», which has a preposition that the first has not.
    private static bool HasSecond(DependencyTrees trees, int head)
    {
        if (trees.Child(head, "conj") is not (>= 0 and var second)) return false;
        if (trees[second].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return false;
        return !trees.HasChild(second, "case") || trees.HasChild(head, "case");
    }

    public static WordGender GenderOf(Prose prose, int head)
    {
        foreach (var word in prose.Trees.Children(head).Where(c => prose.Trees.IsAny(c, "det", "appos", "flat", "nmod")).Prepend(head))
        {
            if (prose.Is(word, "women")) return WordGender.Fem;
            if (prose.Is(word, "men")) return WordGender.Masc;
            if (word != head && !prose.Trees.Is(word, "det")) continue;
            if (prose.Trees[word].Features.Has("Gender", "Fem")) return WordGender.Fem;
            if (prose.Trees[word].Features.Has("Gender", "Masc")) return WordGender.Masc;
        }

        return WordGender.Any;
    }

    private static bool IsLoose(Prose prose, int child)
    {
        var trees = prose.Trees;
        if (prose.Is(child, "asides")) return true;
        if (trees.Is(child, "acl:relcl") || trees.IsAny(child, "parataxis", "advcl", "cop", "aux")) return true;
        return trees.First(child) > 0 && trees[trees.First(child)].Form is "," or "(" or "–" or "—" or ":";
    }

    private static int TightEnd(Prose prose, int child)
    {
        var last = child;
        foreach (var under in prose.Trees.Children(child).Where(c => c > child))
        {
            if (IsLoose(prose, under)) break;
            last = Math.Max(last, TightEnd(prose, under));
        }

        return last;
    }
}
