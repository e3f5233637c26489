using System.Collections.Frozen;
using System.Collections.Immutable;
using Recoupe.Utility;

namespace Recoupe.Link.Terms;

/// <summary>What linking knows of one language, read from its files.</summary>
internal sealed class Vocabulary
{
    private static readonly FrozenDictionary<string, Vocabulary> Known = BilingualLexicon.Shipped.Languages.ToFrozenDictionary(
        l => l, l => new Vocabulary(l, BilingualLexicon.Shipped.In(l)), StringComparer.Ordinal);

    private static readonly Vocabulary Unknown = new("und", Ideas.None);

    private readonly Ideas _ideas;
    private readonly FrozenSet<string> _functionWords;
    private readonly ImmutableArray<string> _suffixes;

    private Vocabulary(string language, Ideas ideas)
    {
        _ideas = ideas;
        _functionWords = LanguageFile.Entries($"{language}/function-words.txt").SelectMany(Split).Select(w => Fold.Of(w)).ToFrozenSet(StringComparer.Ordinal);
        _suffixes = [.. LanguageFile.Entries($"{language}/suffixes.txt").SelectMany(Split).OrderByDescending(s => s.Length).ThenBy(s => s, StringComparer.Ordinal)];
        var negations = LanguageFile.Sections($"{language}/negations.txt").ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);
        (Negations, NegationsAfter) = (new(negations["alone"]), new(negations["after"]));
        (NegationsBeside, NegationParticles) = (new(negations["beside"]), new(negations["particle"]));
        NotNegations = new(LanguageFile.Entries($"{language}/not-negations.txt"));
        Subordinators = new(LanguageFile.Entries($"{language}/subordinators.txt"));
        Ignorance = new(LanguageFile.Entries($"{language}/ignorance.txt"));
        Hedges = new(LanguageFile.Entries($"{language}/hedges.txt"));
        FirstPerson = new(LanguageFile.Entries($"{language}/first-person.txt"));
        Refutations = new(LanguageFile.Entries($"{language}/refutations.txt"));
        Conjoined = new(LanguageFile.Entries($"{language}/conjoined.txt"));
        Alternatives = new(LanguageFile.Entries($"{language}/alternatives.txt"));
        var deeds = LanguageFile.Sections($"{language}/deeds.txt").ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);
        (OwnDeeds, By, Passive, Against) = (new(deeds["own"]), new(deeds["by"]), new(deeds["passive"]), new(deeds["against"]));
        var clauses = LanguageFile.Sections($"{language}/clauses.txt").ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);
        (Opposing, Adding) = (new(clauses["opposing"]), new(clauses["adding"]));
        var empty = LanguageFile.Sections($"{language}/empty-verbs.txt").ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);
        (EmptyVerbs, RaisingVerbs, DenyingVerbs) = (new(empty["empty"]), new(empty["raising"]), new(empty["denying"]));
        (ExistingVerbs, CausingVerbs) = (new(empty["existing"]), new(empty["causing"]));
        var causes = LanguageFile.Entries($"{language}/causes.txt").Select(e => Split(e).Select(w => Fold.Of(w)).ToImmutableArray());
        Causes = [.. causes.OrderByDescending(c => c.Length)];
        Whence = new(LanguageFile.Entries($"{language}/whence.txt"));
        Pointing = new(LanguageFile.Entries($"{language}/pointing.txt"));
        var parts = LanguageFile.Sections($"{language}/parts.txt").ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);
        (Parts, Besides) = (new(parts["part"]), new(parts["besides"]));
        Earlier = new(LanguageFile.Entries($"{language}/earlier.txt"));
        Partial = new(LanguageFile.Entries($"{language}/partial.txt"));
        Corrections = new(LanguageFile.Entries($"{language}/corrections.txt"));
    }

    /// <summary>Words and phrases that turn a sentence into its contrary.</summary>
    public PhraseList Negations { get; }

    /// <summary>Words that do so only with a particle before them: <c>ne … plus</c>.</summary>
    public PhraseList NegationsAfter { get; }

    /// <summary>Words that do so only with a particle before or after them: <c>personne ne</c>.</summary>
    public PhraseList NegationsBeside { get; }

    /// <summary>Words that make a negation with another, and none by themselves: <c>ne</c>.</summary>
    public PhraseList NegationParticles { get; }

    /// <summary>Phrases that look like a negation and are none (<c>ne … que</c>, <c>not only</c>).</summary>
    public PhraseList NotNegations { get; }

    /// <summary>What opens a clause of its own, whose negation is not the sentence's.</summary>
    public PhraseList Subordinators { get; }

    /// <summary>Phrases by which a source says that it does not know.</summary>
    public PhraseList Ignorance { get; }

    /// <summary>Words and phrases that make a sentence less than certain.</summary>
    public PhraseList Hedges { get; }

    /// <summary>Words by which a speaker means himself.</summary>
    public PhraseList FirstPerson { get; }

    /// <summary>Words and phrases by which a sentence says that what is told elsewhere is not so.</summary>
    public PhraseList Refutations { get; }

    /// <summary>Phrases that join a second thing told to a first.</summary>
    public PhraseList Conjoined { get; }

    /// <summary>Phrases that announce another explanation of what was just told.</summary>
    public PhraseList Alternatives { get; }

    /// <summary>Cues by which a source tells of a deed as its own.</summary>
    public PhraseList OwnDeeds { get; }

    /// <summary>What stands before whoever does a thing.</summary>
    public PhraseList By { get; }

    /// <summary>What shows that a subject suffers what is done.</summary>
    public PhraseList Passive { get; }

    /// <summary>What stands before that which is warned against.</summary>
    public PhraseList Against { get; }

    /// <summary>What begins a clause that is set against the one before.</summary>
    public PhraseList Opposing { get; }

    /// <summary>What begins a clause of its own after a comma.</summary>
    public PhraseList Adding { get; }

    /// <summary>By which a telling is set before another.</summary>
    public PhraseList Earlier { get; }

    /// <summary>By which a sentence grants a part of what another says.</summary>
    public PhraseList Partial { get; }

    /// <summary>Verbs that say of a deed only that it is done, the noun beside them telling which (<c>mener une attaque</c>).</summary>
    public PhraseList EmptyVerbs { get; }

    /// <summary>Verbs that say of a deed only how it stands, the verb under them telling which (<c>is expected to rise</c>).</summary>
    public PhraseList RaisingVerbs { get; }

    /// <summary>Verbs that tell only that somebody says a thing is not so.</summary>
    public PhraseList DenyingVerbs { get; }

    /// <summary>Verbs that, alone, tell only that there is what the noun beside them names (<c>there was no attempt</c>).</summary>
    public PhraseList ExistingVerbs { get; }

    /// <summary>Verbs that tell only who brings about what the verb under them tells (<c>made it capsize</c>).</summary>
    public PhraseList CausingVerbs { get; }

    /// <summary>What stands before that which a thing came of, the longest first.</summary>
    public ImmutableArray<ImmutableArray<string>> Causes { get; }

    /// <summary>Prepositions of where a thing comes from, which tell no target (<c>depuis</c>).</summary>
    public PhraseList Whence { get; }

    /// <summary>Words by which a sentence leans on another for what it is about.</summary>
    public PhraseList Pointing { get; }

    /// <summary>Words beside a number that make it a part of something.</summary>
    public PhraseList Parts { get; }

    /// <summary>Words beside a number that make it something besides.</summary>
    public PhraseList Besides { get; }

    /// <summary>Phrases by which an article says that it corrects or updates an earlier one.</summary>
    public PhraseList Corrections { get; }

    /// <summary>That of a language; for one that nothing is known of, a vocabulary that goes by letters alone.</summary>
    public static Vocabulary Of(string language) => Known.GetValueOrDefault(language, Unknown);

    /// <summary>Whether there are files for the language.</summary>
    public static bool Has(string language) => Known.ContainsKey(language);

    /// <summary>The terms of some words, each with the index of its first word. <paramref name="isName"/> tells whether a word is (part of) a name.</summary>
    public List<(Term Term, int Index)> Terms(IReadOnlyList<ScannedWord> words, Func<ScannedWord, bool> isName)
    {
        var terms = new List<(Term Term, int Index)>(words.Count);
        for (var i = 0; i < words.Count; i++)
        {
            if (SpelledNumber.At(words, i, _ideas) is { } number)
            {
                terms.Add((number.Term, i));
                i += number.Words - 1;
            }
            else if (_ideas.Longest(words, i) is { } found)
            {
                terms.Add((found.Idea.Term, i));
                i += found.Words - 1;
            }
            else if (Unlisted(words[i], isName) is { } term) terms.Add((term, i));
        }

        return terms;
    }

    /// <summary>The terms of a name.</summary>
    public IEnumerable<Term> NameTerms(string name)
    {
        var words = WordScanner.Scan(name, new(0, name.Length));
        return Terms(words, w => w.IsCapital).Select(t => t.Term);
    }

    private Term? Unlisted(ScannedWord word, Func<ScannedWord, bool> isName)
    {
        if (word.IsNumber) return Term.Of(TermKind.Number, word.Folded);
        if (word.Folded.Length < 2 || _functionWords.Contains(word.Folded)) return null;
        if (isName(word)) return Term.Of(TermKind.Name, PhoneticKey.OfName(word.Folded));
        return word.Folded.Length < 3 ? null : Term.Of(TermKind.Rare, PhoneticKey.OfWord(Stem(word.Folded)));
    }

    private string Stem(string folded)
    {
        const int leastLetters = 4;
        foreach (var suffix in _suffixes)
            if (folded.Length - suffix.Length >= leastLetters && folded.EndsWith(suffix, StringComparison.Ordinal))
                return folded[..^suffix.Length];
        return folded;
    }

    private static string[] Split(string entry) => entry.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
