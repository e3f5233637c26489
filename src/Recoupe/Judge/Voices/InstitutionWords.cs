using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Judge.Voices;

/// <summary>What <c>Languages/institutions.txt</c> knows of who speaks for whom.</summary>
internal sealed class InstitutionWords
{
    // Shorter names of one word are words of a language too: who, un, au.
    private const int LeastLetters = 5;

    private InstitutionWords()
    {
        var sections = LanguageFile.Sections("institutions.txt").ToLookup(s => s.Heading, s => s.Entry, StringComparer.Ordinal);
        Spokes = Plain(sections["spokes"]);
        Heads = Plain(sections["head"]);
        Officials = Plain(sections["official"]);
        Former = Plain(sections["former"]);
        Own = Plain(sections["own"]);
        Press = Plain(sections["press"]);
        Possessives = Plain(sections["possessive"]);
        Stops = Plain(sections["stop"]);
        Articles = Plain(sections["article"]);
        Crowds = Plain(sections["crowd"]);
        Agencies = Plain(sections["agency"]);
        News = Plain(sections["news"]);
        Of = Plain(sections["of"]);
        Some = Plain(sections["some"]);
        Public = Plain(sections["public"]);
        StateOffices = Valued(sections["state"]);
        TownOffices = Valued(sections["town"]);
        Societies = Valued(sections["society"]);
        Organs = Plain(sections["organ"]);
        Portfolios = Valued(sections["portfolio"]);
        Wholes = Plain(sections["whole"]);
        People = LanguageFile.Named("sources.txt").SelectMany(LanguageFile.Sections).Where(s => s.Heading is "person" or "crowd").SelectMany(s => s.Entry.Split('|'))
            .Select(FoldedWords.Of).Where(w => w.Length > 0).Select(w => w[^1]).ToFrozenSet(StringComparer.Ordinal);
        var bodies = LanguageFile.Named("sources.txt").SelectMany(LanguageFile.Sections).Where(s => s.Heading is "organisation");
        Bodies = bodies.SelectMany(s => Phrases(s.Entry)).Concat(sections["body"].SelectMany(Phrases))
            .Select(FoldedWords.Of).Where(w => w.Length == 1).Select(w => w[0]).ToFrozenSet(StringComparer.Ordinal);
        Parts = Pairs(sections["part"]);
        Camps = Pairs(sections["camp"]);
        Known = LanguageFile.Entries("name-aliases.txt").Where(e => e.StartsWith("org/", StringComparison.Ordinal)).SelectMany(Named)
            .GroupBy(n => n.Phrase, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First().Value, StringComparer.Ordinal);
        KnownPhrases = new(Known.Where(k => k.Key.Length >= LeastLetters).Select(k => (k.Key, k.Value)));
    }

    /// <summary>The lists that ship.</summary>
    public static InstitutionWords Shipped { get; } = new();

    public PhraseTable Spokes { get; }

    public PhraseTable Heads { get; }

    public PhraseTable Officials { get; }

    public PhraseTable Former { get; }

    public PhraseTable Own { get; }

    public PhraseTable Press { get; }

    public PhraseTable Possessives { get; }

    public PhraseTable Stops { get; }

    public PhraseTable Articles { get; }

    public PhraseTable Crowds { get; }

    public PhraseTable Agencies { get; }

    public PhraseTable News { get; }

    public PhraseTable Of { get; }

    public PhraseTable Some { get; }

    public PhraseTable Public { get; }

    public PhraseTable StateOffices { get; }

    public PhraseTable TownOffices { get; }

    public PhraseTable Societies { get; }

    public PhraseTable Organs { get; }

    public PhraseTable Portfolios { get; }

    public PhraseTable Wholes { get; }

    /// <summary>Nouns of people, in the singular.</summary>
    public FrozenSet<string> People { get; }

    /// <summary>Nouns of bodies, of one word, in the singular.</summary>
    public FrozenSet<string> Bodies { get; }

    /// <summary>Bodies that are organs of another, by the ids of <c>name-aliases.txt</c>.</summary>
    public FrozenDictionary<string, string> Parts { get; }

    /// <summary>The camps of bodies.</summary>
    public FrozenDictionary<string, string> Camps { get; }

    /// <summary>Ids of well-known organisations, by their folded words.</summary>
    public FrozenDictionary<string, string> Known { get; }

    /// <summary>The same, but for short names, to be met in a wording.</summary>
    public PhraseTable KnownPhrases { get; }

    private static PhraseTable Plain(IEnumerable<string> lines) => new(lines.SelectMany(Phrases).Select(p => (p, "")));

    private static PhraseTable Valued(IEnumerable<string> lines) => new(lines.SelectMany(PhrasesOf));

    private static FrozenDictionary<string, string> Pairs(IEnumerable<string> lines) =>
        lines.Select(l => l.Split('=', StringSplitOptions.TrimEntries)).ToFrozenDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    private static IEnumerable<(string Phrase, string Value)> PhrasesOf(string line)
    {
        var sides = line.Split('=', 2, StringSplitOptions.TrimEntries);
        return Phrases(sides[1]).Select(p => (p, sides[0]));
    }

    private static IEnumerable<(string Phrase, string Value)> Named(string line) =>
        PhrasesOf(line).Select(n => (string.Join(' ', FoldedWords.Of(n.Phrase)), n.Value));

    private static string[] Phrases(string line) => line.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
