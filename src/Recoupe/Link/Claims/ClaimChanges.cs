namespace Recoupe.Link.Claims;

/// <summary>What a change did to claims, by their ids.</summary>
/// <param name="Gathered">Claims that are new, or gathered anew of what they were.</param>
/// <param name="Turned">Others that may face other claims than before.</param>
/// <param name="Gone">Claims that are no longer there.</param>
internal sealed record ClaimChanges(IReadOnlySet<string> Gathered, IReadOnlySet<string> Turned, IReadOnlySet<string> Gone);
