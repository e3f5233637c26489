using Recoupe.Language;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Completing;

/// <summary>Words what a pronoun that is no subject stands for, where the language says it: <c>sur lui</c>, <c>l'a réalisée</c>.</summary>
internal static class Objects
{
    /// <summary>
    /// Gives it in place of a pronoun, or after the verb in place of one that stands before it; leaves a pronoun that may stand for a
    /// clause or for the verb's own subject.
    /// </summary>
    public static void Give(Prose prose, int word, Antecedent who, Edits edits)
    {
        var trees = prose.Trees;
        var verb = trees[word].Head;
        var preposition = trees.Child(word, "case");
        who = Within(prose, who);
        if (preposition >= 0 && preposition == word - 1) Behind(prose, preposition, word, who, edits);
        else if (prose.Words.Has("clitics", trees[word].Form)) Clitic(prose, word, verb, who, edits);
        else if (verb < word && preposition < 0 && !OwnsNext(trees, word)) edits.Replace(word, word, who.Words, who.From);
    }

    // «aidera [le chef de l'État]»: no capital inside a sentence.
    private static Antecedent Within(Prose prose, Antecedent who)
    {
        var end = who.Words.AsSpan().IndexOfAny(" '’");
        var isArticle = end > 0 && (prose.Words.Has("articles", who.Words[..end]) || prose.Words.Has("articles", who.Words[..(end + 1)]));
        return isArticle ? who with { Words = char.ToLowerInvariant(who.Words[0]) + who.Words[1..] } : who;
    }

    // "discredit her testimony", whatever the tree makes of the word.
    private static bool OwnsNext(DependencyTrees trees, int word) =>
        word + 1 < trees.Count && trees[word + 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Num;

    // «avec elle», «à lui»: «avec la ministre», «au ministre»; not «chez lui».
    private static void Behind(Prose prose, int preposition, int word, Antecedent who, Edits edits)
    {
        if (prose.Is(preposition, "own places")) return;
        var plain = $"{prose.Form(preposition)} {who.Words}";
        var melted = prose.Words.Forms.Melted(plain);
        if (string.Equals(plain, melted, StringComparison.Ordinal)) edits.Replace(word, word, who.Words, who.From);
        else edits.Replace(preposition, word, melted, who.From);
    }

    // «l'a nommée», «lui donner les arguments»: what stands before the verb is told after it.
    private static void Clitic(Prose prose, int word, int verb, Antecedent who, Edits edits)
    {
        var trees = prose.Trees;
        if (verb < word || !IsBefore(prose, word, verb) || edits.Touches(verb, verb)) return;
        var isDative = prose.Words.Has("dative clitics", trees[word].Form) && !trees.Is(word, "obj");
        if (prose.Words.Has("clause clitics", trees[word].Form) && prose.Words.Has("clause verbs", prose.Lemma(verb))) return;
        Drop(prose, word, edits);
        var alone = isDative || !Agrees(trees, verb) ? null : prose.Words.Forms.Changed("alone", trees[verb].Form, plural: false);
        var end = verb;
        while (end + 1 < trees.Count && prose.Is(end + 1, "second negations")) end++; // «n'établit pas»
        if (alone is null) edits.Insert(end, isDative ? prose.Words.Forms.Melted("à " + who.Words) : who.Words, who.From);
        else edits.Replace(verb, verb, $"{alone} {who.Words}", who.From);
    }

    // A participle that agrees with what stands before it: «nommée».
    private static bool Agrees(DependencyTrees trees, int verb) =>
        trees[verb].Features.Has("VerbForm", "Part")
            && (trees[verb].Features.Has("Gender", "Fem") || trees[verb].Features.Has("Number", "Plur"));

    // Right before the verb or its auxiliary, and no other pronoun beside it.
    private static bool IsBefore(Prose prose, int word, int verb)
    {
        var trees = prose.Trees;
        var isVerbNext = trees[word + 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux && (word + 1 == verb || trees[word + 1].Head == verb);
        var isPronounBefore = word > 0
            && trees[word - 1].Tag == PartOfSpeech.Pron
            && trees[word - 1].Head == verb
            && !(prose.Is(word - 1, "nominatives") || trees[word - 1].Features.Has("PronType", "Rel"));
        return isVerbNext && !isPronounBefore;
    }

    // «ne l'a pas vu»: «n'a pas vu».
    private static void Drop(Prose prose, int word, Edits edits)
    {
        var next = prose.Trees[word + 1].Form;
        var melted = word > 0 ? prose.Words.Forms.Melted($"{prose.Form(word - 1)} {next}") : next;
        var isMelted = word > 0 && prose.Is(word - 1, "negations") && melted.Length < prose.Form(word - 1).Length + 1 + next.Length;
        if (isMelted) edits.Replace(word - 1, word, melted[..^next.Length], null);
        else edits.Drop(word, word);
    }
}
