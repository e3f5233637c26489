namespace Recoupe.Language;

/// <summary>How a <see cref="Reader"/> reads. The default is every step with the most accurate models.</summary>
public readonly record struct ReaderOptions
{
    /// <summary>Stop after sentences and words: no tags, heads or names.</summary>
    public bool WordsOnly { get; init; }

    /// <summary>Build trees with the linear parser also where a language has a network: for comparisons, and for rules that were fitted to its trees.</summary>
    public bool LinearTrees { get; init; }
}
