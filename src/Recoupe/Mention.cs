using Recoupe.Language;

namespace Recoupe;

/// <summary>A name in an article.</summary>
/// <param name="Span">Without article, title or role.</param>
/// <param name="Type">What it names.</param>
/// <param name="Name">The article's own fullest wording of the referent: <c>Alexandre Loukachenko</c> for a later
/// <c>Loukachenko</c>.</param>
public sealed record Mention(TextSpan Span, NameType Type, string Name);
