using System.Collections.Frozen;
using System.Globalization;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Questions;

/// <summary>How much each sign counts for a relation of two sentences, and how much is needed: whole numbers of <c>Languages/any/pairs.txt</c>.</summary>
internal sealed class FeatureWeights
{
    private const string Need = "needs";

    private readonly FrozenDictionary<string, int> _weights;

    private FeatureWeights(IEnumerable<(string Sign, int Weight)> weights) => _weights = weights.ToFrozenDictionary(w => w.Sign, w => w.Weight, StringComparer.Ordinal);

    /// <summary>For one sentence's telling what another tells.</summary>
    public static FeatureWeights Telling { get; } = Of("tells");

    /// <summary>For two sentences' not both being so.</summary>
    public static FeatureWeights Opposing { get; } = Of("opposes");

    /// <summary>Whether signs, each from 0 to <see cref="Ratio.One"/>, come to what is needed.</summary>
    public bool Suffice(IEnumerable<(string Sign, int Value)> signs) => signs.Sum(s => (long)_weights[s.Sign] * s.Value) >= (long)_weights[Need] * Ratio.One;

    private static FeatureWeights Of(string relation) => new(
        from entry in LanguageFile.Entries("any/pairs.txt")
        let fields = entry.Split((char[])[' ', '='], StringSplitOptions.RemoveEmptyEntries)
        where string.Equals(fields[0], relation, StringComparison.Ordinal)
        select (fields[1], int.Parse(fields[2], CultureInfo.InvariantCulture)));
}
