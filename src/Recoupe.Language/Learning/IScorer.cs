namespace Recoupe.Language.Learning;

/// <summary>Scores the classes of a decision from its features: a model that ships, or one being trained.</summary>
internal interface IScorer
{
    /// <summary>How many classes there are; at most 256.</summary>
    int ClassCount { get; }

    /// <summary>Adds each class's weights to <paramref name="scores"/>, which has at least <see cref="ClassCount"/> places.</summary>
    void Score(ReadOnlySpan<ulong> features, Span<int> scores);
}
