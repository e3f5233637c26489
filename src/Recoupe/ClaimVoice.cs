using System.Collections.Immutable;

namespace Recoupe;

/// <summary>An ultimate voice on one side of a claim, with the tellings that come down to it.</summary>
/// <param name="Side">The side it takes.</param>
/// <param name="Institution">The id of its institution's entity, or of the person's who speaks for himself; <see langword="null"/> for
/// whoever is not named or no entity.</param>
/// <param name="Name">What articles call it; <see langword="null"/> for whoever is not named.</param>
/// <param name="IsNamed">Whether it can be told who that is.</param>
/// <param name="Members">The tellings it is counted for; at least one.</param>
/// <param name="Folded">The tellings on its side that add nothing to it, with why.</param>
public sealed record ClaimVoice(
    Side Side, string? Institution, string? Name, bool IsNamed, ImmutableArray<VoiceMember> Members, ImmutableArray<FoldedMember> Folded);

/// <summary>A telling that a voice is heard in.</summary>
/// <param name="Article">The article.</param>
/// <param name="Statement">The statement; <see langword="null"/> for the article's own voice.</param>
public readonly record struct VoiceMember(ArticleId Article, string? Statement);

/// <summary>A telling that adds no voice.</summary>
/// <param name="Told">The telling.</param>
/// <param name="Source">What its article calls its source; <see langword="null"/> where nobody is named.</param>
/// <param name="Why">Why it is not counted.</param>
public sealed record FoldedMember(VoiceMember Told, string? Source, Reason Why);
