using System.Collections.Frozen;
using System.Collections.Immutable;
using Recoupe.Utility;

namespace Recoupe.Link.Terms;

/// <summary>An idea that languages have words for.</summary>
internal sealed record Idea(string Name, Term Term);

/// <summary>The bilingual lexicon: ideas with their words in each language (<c>Languages/ideas.txt</c>), and which ideas are opposed.</summary>
internal sealed class BilingualLexicon
{
    private readonly FrozenDictionary<string, Ideas> _byLanguage;
    private readonly FrozenSet<(uint, uint)> _opposed, _kin, _oneDeed;
    private readonly FrozenSet<uint> _done, _takingPart, _tallies;
    private readonly FrozenDictionary<uint, string> _measures;
    private readonly FrozenDictionary<uint, uint> _complements;

    private BilingualLexicon(
        IReadOnlyList<string> entries,
        IEnumerable<string> opposites,
        IEnumerable<string> kin,
        IEnumerable<string> classes,
        IEnumerable<string> complements,
        ILookup<string, string> deeds,
        ILookup<string, string> measures)
    {
        Languages = [.. Columns(entries[0])];
        var parsed = entries.Skip(1).Select(Parse).ToList();
        _byLanguage = Languages.Select((language, column) => (language, column)).ToFrozenDictionary(
            l => l.language, l => new Ideas(parsed.Select(p => (p.Idea, p.Words[l.column]))), StringComparer.Ordinal);
        var terms = parsed.ToDictionary(p => p.Idea.Name, p => p.Idea.Term, StringComparer.Ordinal);
        _opposed = Pairs(opposites, "<>", terms).SelectMany(p => new[] { p, (p.Item2, p.Item1) }).ToFrozenSet();
        _kin = Pairs(kin, "~", terms).ToFrozenSet();
        _done = Listed(deeds["done"], terms);
        _takingPart = Listed(deeds["taking part"], terms);
        _oneDeed = classes.Select(c => Listed([c], terms)).SelectMany(c => c.SelectMany(_ => c, (a, b) => (a, b))).ToFrozenSet();
        _complements = Pairs(complements, "!", terms).ToFrozenDictionary(p => p.Item1, p => p.Item2);
        _tallies = Listed(measures["tally"], terms);
        _measures = measures.Where(m => m.Key is not "tally").SelectMany(m => Listed(m, terms), (m, idea) => (Idea: idea, Measure: m.Key)).ToFrozenDictionary(m => m.Idea, m => m.Measure);
    }

    public static BilingualLexicon Shipped { get; } = new(
        [.. LanguageFile.Entries("ideas.txt")],
        LanguageFile.Entries("opposites.txt"),
        LanguageFile.Entries("kin.txt"),
        LanguageFile.Entries("deed-classes.txt"),
        LanguageFile.Entries("complements.txt"),
        Headed("deeds.txt"),
        Headed("measures.txt"));

    /// <summary>ISO 639-1 codes, in the order of the file's columns.</summary>
    public ImmutableArray<string> Languages { get; }

    public Ideas In(string language) => _byLanguage[language];

    /// <summary>Whether one of the two says what the other denies (<c>win</c>, <c>lose</c>).</summary>
    public bool AreOpposed(Term a, Term b) => _opposed.Contains((a.Value, b.Value));

    /// <summary>Whether one of the two, said of a thing, rules the other out: opposites, and complements (<c>intact</c>, <c>destroy</c>).</summary>
    public bool AreContrary(Term a, Term b) => AreOpposed(a, b) || DeniedBy(a) == b || DeniedBy(b) == a;

    /// <summary>What a term denies of a thing (<c>close</c>: <c>open</c>), with nothing between; <see langword="null"/> for most.</summary>
    public Term? DeniedBy(Term term) => _complements.TryGetValue(term.Value, out var denied) ? new(denied) : null;

    /// <summary>Whether what is asked with one is answered with the other.</summary>
    public bool Answers(Term asked, Term told) => asked == told || _kin.Contains((asked.Value, told.Value));

    /// <summary>Whether both tell one deed or state.</summary>
    public bool AreOneDeed(Term a, Term b) => a == b || _oneDeed.Contains((a.Value, b.Value));

    /// <summary>The measure of a count that it tells (<c>killed</c>), or <see langword="null"/>.</summary>
    public string? MeasureOf(Term term) => _measures.GetValueOrDefault(term.Value);

    /// <summary>Whether the terms name a tally (<c>le nombre de</c>, <c>the toll</c>).</summary>
    public bool IsTally(TermSet terms) => terms.Terms.Any(t => _tallies.Contains(t.Value));

    /// <summary>Whether it is done once and by somebody.</summary>
    public bool IsDone(Term term) => _done.Contains(term.Value);

    /// <summary>Whether it says of a deed only that somebody has part in it.</summary>
    public bool IsTakingPart(Term term) => _takingPart.Contains(term.Value);

    private static ILookup<string, string> Headed(string file) => LanguageFile.Sections(file).ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);

    private static FrozenSet<uint> Listed(IEnumerable<string> entries, Dictionary<string, Term> terms) =>
        entries.SelectMany(e => e.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(name => terms[name].Value).ToFrozenSet();

    // name = words | words; a leading ~ marks an idea too common to weigh, @ a state, + a number.
    private static (Idea Idea, string[] Words) Parse(string entry)
    {
        var equals = entry.IndexOf('=');
        var marked = entry[..equals].Trim();
        var kind = marked[0] switch { '~' => TermKind.Weak, '@' => TermKind.State, '+' => TermKind.Number, _ => TermKind.Word };
        var name = kind == TermKind.Word ? marked : marked[1..];
        return (new(name, Term.Of(kind, name)), Columns(entry[(equals + 1)..]));
    }

    private static string[] Columns(string text) => text.Split('|', StringSplitOptions.TrimEntries);

    private static IEnumerable<(uint, uint)> Pairs(IEnumerable<string> entries, string between, Dictionary<string, Term> terms) =>
        from entry in entries
        let sides = entry.Split(between, StringSplitOptions.TrimEntries)
        from left in sides[0].Split(' ')
        from right in sides[1].Split(' ')
        select (terms[left].Value, terms[right].Value);
}

/// <summary>The words and phrases of one language for ideas. <c>attaqu*</c> stands for any ending, <c>porte_parole</c> for words in a row.</summary>
internal sealed class Ideas
{
    private const int ShortestStem = 2;
    private readonly FrozenDictionary<string, Idea> _words, _stems;
    private readonly FrozenDictionary<string, ImmutableArray<(string[] Words, Idea Idea)>> _phrases;

    public Ideas(IEnumerable<(Idea Idea, string Words)> ideas)
    {
        var entries = (
            from idea in ideas
            from word in idea.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            select (Word: Fold.Of(word), idea.Idea)).ToList();
        _words = First(entries.Where(e => !IsStem(e.Word) && !IsPhrase(e.Word)));
        _stems = First(entries.Where(e => IsStem(e.Word)).Select(e => (e.Word[..^1], e.Idea)));
        _phrases = entries.Where(e => IsPhrase(e.Word)).Select(e => (Words: e.Word.Split('_'), e.Idea)).GroupBy(p => p.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToImmutableArray(), StringComparer.Ordinal);
    }

    public static Ideas None { get; } = new([]);

    /// <summary>The idea that the words from <paramref name="at"/> on express in most words, or <see langword="null"/>.</summary>
    public (Idea Idea, int Words)? Longest(IReadOnlyList<ScannedWord> words, int at)
    {
        foreach (var (phrase, idea) in _phrases.GetValueOrDefault(words[at].Folded, []))
            if (StandsAt(phrase, words, at)) return (idea, phrase.Length);
        return Find(words[at].Folded) is { } single ? (single, 1) : null;
    }

    private static bool StandsAt(string[] phrase, IReadOnlyList<ScannedWord> words, int at)
    {
        if (at + phrase.Length > words.Count) return false;
        for (var i = 1; i < phrase.Length; i++)
            if (!string.Equals(words[at + i].Folded, phrase[i], StringComparison.Ordinal)) return false;
        return true;
    }

    private Idea? Find(string folded)
    {
        if (_words.TryGetValue(folded, out var idea)) return idea;
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = folded.Length; length >= ShortestStem; length--)
            if (stems.TryGetValue(folded.AsSpan(0, length), out idea)) return idea;
        return null;
    }

    private static bool IsStem(string word) => word.EndsWith('*');

    private static bool IsPhrase(string word) => word.Contains('_', StringComparison.Ordinal);

    // Where two ideas claim a word, the first in the file has it.
    private static FrozenDictionary<string, Idea> First(IEnumerable<(string Word, Idea Idea)> entries) =>
        entries.GroupBy(e => e.Word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First().Idea, StringComparer.Ordinal);
}
