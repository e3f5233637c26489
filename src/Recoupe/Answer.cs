using System.Collections.Immutable;

namespace Recoupe;

/// <summary>Something in an article that has to do with a sentence of the user's.</summary>
/// <param name="Article">Where.</param>
/// <param name="Statement">The statement's id; <see langword="null"/> where the article itself says it.</param>
/// <param name="Proposition">The proposition's id; <see langword="null"/> where the article's sentence is held against it as it
/// stands.</param>
/// <param name="Source">Who says it; <see langword="null"/> where nobody is named or the article itself says it.</param>
/// <param name="Position">How it stands to the sentence.</param>
/// <param name="Score">How much of the sentence it has, 0 to 1; orders results, no probability; four decimals.</param>
/// <param name="Passages">The words of it.</param>
/// <param name="Certainty">How sure of it whoever says it is; <see langword="null"/> where the article's sentence is held against it as it
/// stands.</param>
public sealed record Answer(
    ArticleId Article,
    string? Statement,
    string? Proposition,
    string? Source,
    Side Position,
    decimal Score,
    ImmutableArray<Passage> Passages,
    Certainty? Certainty = null);

/// <summary>How an article as a whole stands to a sentence.</summary>
public enum ArticleStance
{
    /// <summary>It says so itself.</summary>
    Agree,

    /// <summary>It says, or lets somebody say, that it is not so.</summary>
    Disagree,

    /// <summary>It reports the matter without taking it as its own.</summary>
    Discuss,

    /// <summary>It tells of something else.</summary>
    Unrelated,
}
