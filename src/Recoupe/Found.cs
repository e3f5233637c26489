namespace Recoupe;

/// <summary>Something that was found for some words.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The entity's, the claim's or the article's id.</param>
/// <param name="Language">The language of its text; <c>und</c> for names.</param>
/// <param name="Text">Its words.</param>
/// <param name="Start">Where a passage stands in its article; 0 else.</param>
public sealed record Found(FoundKind Kind, string Id, string Language, string Text, int Start);

/// <summary>The kinds of what is found, in the order in which they are told.</summary>
public enum FoundKind
{
    /// <summary>A person, an organisation or a place.</summary>
    Name,

    /// <summary>A claim.</summary>
    Claim,

    /// <summary>A sentence of an article.</summary>
    Passage,
}
