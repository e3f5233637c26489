using System.Collections.Immutable;

namespace Recoupe.Desk.Serving;

/// <summary>What came of a form: where to go, what to say there, or why nothing was done.</summary>
/// <param name="Address">Where to go; <see langword="null"/> for back.</param>
/// <param name="What">What to say there.</param>
/// <param name="Did">The decision that was made.</param>
/// <param name="Refusal">Why nothing was done.</param>
internal sealed record Answer(string? Address, string? What, string? Did, Rejection? Refusal)
{
    /// <summary>The claims that the decision bears on.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];

    public static Answer To(string address) => new(address, null, null, null);

    public static Answer Said(string what) => new(null, what, null, null);

    public static Answer Refused(Rejection why) => new(null, null, null, why);
}
