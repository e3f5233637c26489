using System.Collections.Concurrent;
using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>What a language's files say of cues, sources, pronouns and certainty. Loaded once a language.</summary>
internal sealed class CueLexicon
{
    private static readonly ConcurrentDictionary<string, Lazy<CueLexicon>> Loaded = new(StringComparer.Ordinal);

    private CueLexicon(string language)
    {
        Verbs = ByLemma(CueFile.Read(language + "/tellings.txt"));
        Nouns = ByLemma(CueFile.Read(language + "/told.txt"));
        Attributions = AttributionFile.Read(language + "/attributions.txt");
        Unattributed = Lines(language + "/anonymous.txt");
        Hedges = HedgeFile.Read(language + "/certainty.txt");
        Kinds = KindFile.Read(language + "/sources.txt");
        Pronouns = PronounFile.Read(language + "/pronouns.txt");
        Citing = CitingFile.Read(language + "/citing.txt");
        Function = FunctionWords.Read(language + "/function.txt");
    }

    /// <summary>Cue verbs by lemma, longest first.</summary>
    public FrozenDictionary<string, CueEntry[]> Verbs { get; }

    /// <summary>Nouns for a thing told, by lemma.</summary>
    public FrozenDictionary<string, CueEntry[]> Nouns { get; }

    public AttributionFile Attributions { get; }

    /// <summary>Phrases that are a source by themselves.</summary>
    public string[][] Unattributed { get; }

    public HedgeFile Hedges { get; }

    public KindFile Kinds { get; }

    public PronounFile Pronouns { get; }

    /// <summary>How one who tells says whom he has it from.</summary>
    public CitingFile Citing { get; }

    public FunctionWords Function { get; }

    /// <summary>Whether a name is, or holds, that of a known agency or outlet.</summary>
    public static bool IsOutlet(string name) => Outlets.Of(name) is not null || Outlets.IsSoCalled(name);

    public static CueLexicon Of(string language) => Loaded.GetOrAdd(language, l => new(() => new(l))).Value;

    private static FrozenDictionary<string, CueEntry[]> ByLemma(IEnumerable<CueEntry> tellings) =>
        tellings.GroupBy(t => t.Lemma, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(t => t.Rest.Length).ToArray(), StringComparer.Ordinal);

    private static string[][] Lines(string path) => [.. LanguageFile.Entries(path).Select(l => l.Split(' '))];
}
