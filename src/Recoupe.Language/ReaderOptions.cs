namespace Recoupe.Language;

/// <summary>How a <see cref="Reader"/> reads. The default is every step in its fast form.</summary>
public readonly record struct ReaderOptions
{
    /// <summary>Stop after sentences and words: no tags, heads or names.</summary>
    public bool WordsOnly { get; init; }
}
