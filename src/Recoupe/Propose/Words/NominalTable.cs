using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Propose.Words;

/// <summary>The verb of a noun, and what the noun's own complement is to it.</summary>
/// <param name="Lemma">The verb's lemma.</param>
/// <param name="Past">What is said of its bearer when it was over at the telling (<c>a participé</c>).</param>
/// <param name="Present">The same, of what is announced or lasts.</param>
/// <param name="PastPlural">Of several bearers.</param>
/// <param name="PresentPlural">Of several bearers.</param>
/// <param name="Bearer">Whether the complement with <c>de</c>, <c>of</c> is who does it; else it is what it is done to.</param>
internal sealed record Nominal(string Lemma, string Past, string Present, string PastPlural, string PresentPlural, bool Bearer);

/// <summary>
/// Nouns that name an event or a state (<c>Languages/xx/nominals.txt</c>): noun, lemma of the verb, past, present, past plural, present
/// plural, parted by commas; under
/// <c>[bearer]</c> those whose complement does it, under <c>[object]</c> those whose complement it is done to.
/// </summary>
internal sealed class NominalTable
{
    private readonly FrozenDictionary<string, Nominal> _nouns;

    private NominalTable(IEnumerable<KeyValuePair<string, Nominal>> nouns) =>
        _nouns = nouns.DistinctBy(n => n.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal);

    public static NominalTable Read(string path) => new(LanguageFile.Sections(path).Select(line =>
    {
        var parts = line.Entry.Split(',', StringSplitOptions.TrimEntries);
        return KeyValuePair.Create(
            parts[0],
            new Nominal(parts[1], parts[2], parts[3], parts[4], parts[5], string.Equals(line.Heading, "bearer", StringComparison.Ordinal)));
    }));

    /// <summary>The verb of a noun; <see langword="null"/> where it is not known.</summary>
    public Nominal? Of(string lemma) => _nouns.GetValueOrDefault(lemma);
}
