using System.Collections.Concurrent;
using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Propose;

/// <summary>The small words of a language that wording goes by (<c>Languages/xx/propositions.txt</c>). Loaded once a language.</summary>
internal sealed class ProposalWords
{
    private static readonly ConcurrentDictionary<string, Lazy<ProposalWords>> Loaded = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, FrozenSet<string>> _lists;

    private ProposalWords(string language) =>
        _lists = LanguageFile.Sections(language + "/propositions.txt")
            .GroupBy(line => line.Heading, line => Prose.Plain(line.Entry), StringComparer.Ordinal)
            .ToFrozenDictionary(list => list.Key, list => list.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    public static ProposalWords Of(string language) => Loaded.GetOrAdd(language, l => new(() => new ProposalWords(l))).Value;

    /// <summary>Whether a form in small letters stands in a list.</summary>
    public bool Has(string list, string form) => _lists.TryGetValue(list, out var words) && words.Contains(Prose.Plain(form));
}
