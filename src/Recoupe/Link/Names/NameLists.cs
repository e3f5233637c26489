using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Link.Names;

/// <summary>What is known of names beforehand: given names that are one, titles, small words, company forms, aliases.</summary>
internal sealed class NameLists
{
    private const int ShortestStem = 3;

    private static readonly Lazy<NameLists> _s_shipped = new(() => new NameLists());

    private readonly FrozenDictionary<string, int[]> _given;
    private readonly FrozenDictionary<string, string> _kinds, _words, _forms;
    private readonly FrozenDictionary<string, string> _aliases;

    private readonly (string Written, string One)[] _endings;

    private NameLists()
    {
        _given = LanguageFile.Entries("person-names.txt")
            .SelectMany((line, at) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (Word: NameFolding.Fold(word), Line: at)))
            .GroupBy(g => g.Word, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Select(w => w.Line).Distinct().ToArray(), StringComparer.Ordinal);
        var entries = LanguageFile.Entries("name-words.txt").Select(Entry).ToList();
        _kinds = entries.Where(e => e.Id is "title" or "particle" or "generation" or "generic" or "compound").SelectMany(e => e.Names.Select(n => (n, e.Id))).Reverse()
            .GroupBy(p => NameFolding.Fold(p.n), StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.Last().Id, StringComparer.Ordinal);
        _words = entries.Where(e => e.Id is "word").SelectMany(e => e.Names.Select(n => (Name: NameFolding.Fold(n), One: NameFolding.Fold(e.Names[0]))))
            .GroupBy(w => w.Name, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First().One, StringComparer.Ordinal);
        _endings = [.. entries.Where(e => e.Id is "ending").SelectMany(e => e.Names.Select(n => (n, e.Names[0])))];
        _forms = entries.Where(e => e.Id.StartsWith("form ", StringComparison.Ordinal)).SelectMany(e => e.Names.Select(n => (Name: NameFolding.Key(n), e.Id)))
            .GroupBy(f => f.Name, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.First().Id, StringComparer.Ordinal);
        _aliases = Unambiguous(LanguageFile.Entries("name-aliases.txt").Concat(LanguageFile.Entries("places.txt")).Select(Entry));
        LongestForm = _forms.Keys.Max(f => f.Count(c => c == ' ') + 1);
    }

    /// <summary>The lists that ship.</summary>
    public static NameLists Shipped => _s_shipped.Value;

    /// <summary>The most words that a company form has.</summary>
    public int LongestForm { get; }

    /// <summary>Whether two folded words are forms of one given name.</summary>
    public bool AreOneGivenName(string a, string b) =>
        _given.TryGetValue(a, out var of) && _given.TryGetValue(b, out var other) && of.AsSpan().ContainsAny(other);

    /// <summary>Whether a folded word is a given name.</summary>
    public bool IsGivenName(string word) => _given.ContainsKey(word);

    /// <summary>Whether a folded word stands before or after a person's name and is none.</summary>
    public bool IsTitle(string word) => Is(word, "title");

    /// <summary>Whether a folded word is a small word of names.</summary>
    public bool IsParticle(string word) => Is(word, "particle");

    /// <summary>Whether a folded word says of an organisation only that it is one.</summary>
    public bool IsGeneric(string word) => Is(word, "generic");

    /// <summary>Whether a folded word makes one name with the next (<c>Abdel Jalil</c>).</summary>
    public bool IsCompound(string word) => Is(word, "compound");

    /// <summary>Whether a folded word tells a generation (<c>jr</c>).</summary>
    public bool IsGeneration(string word) => Is(word, "generation");

    /// <summary>A folded word as its commonest spelling.</summary>
    public string Commonest(string word) => _words.GetValueOrDefault(word) ?? word;

    /// <summary>A folded word of a place with the ending that languages agree on: <c>estonia</c> for estonie.</summary>
    public string WithOneEnding(string word)
    {
        var (written, one) = Array.Find(_endings, e => word.Length > e.Written.Length + ShortestStem && word.EndsWith(e.Written, StringComparison.Ordinal));
        return written is null ? word : word[..^written.Length] + one;
    }

    /// <summary>The kind of company that folded words name, or <see langword="null"/>.</summary>
    public string? Form(string words) => _forms.GetValueOrDefault(words);

    /// <summary>The id of a well-known name (<c>country/BY</c>, <c>org/nato</c>), or <see langword="null"/>.</summary>
    public string? Alias(string name) => _aliases.GetValueOrDefault(NameFolding.Key(name));

    private bool Is(string word, string kind) => _kinds.TryGetValue(word, out var of) && string.Equals(of, kind, StringComparison.Ordinal);

    // The project's own list goes first; of the gazetteer's, a country before a capital before a city.
    private static FrozenDictionary<string, string> Unambiguous(IEnumerable<(string Id, string[] Names)> entries)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (id, names) in entries)
            foreach (var name in names)
                aliases.TryAdd(NameFolding.Key(name), id);
        return aliases.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static (string Id, string[] Names) Entry(string line)
    {
        var equals = line.IndexOf(" = ", StringComparison.Ordinal);
        return (line[..equals].Trim(), [.. line[(equals + 3)..].Split('|').Select(n => n.Trim()).Where(n => n.Length > 0)]);
    }
}
