using System.Collections.Immutable;

namespace Recoupe;

/// <summary>Why the ledger says what it says: a code that the pages put into words, its arguments, and the passages it rests on.</summary>
/// <param name="Code">Upper case with hyphens (<c>SAME-QUOTE</c>); listed in <c>docs/reasons.md</c>.</param>
/// <param name="Arguments">What the wording needs, by name, in ordinal order.</param>
/// <param name="Passages">Where it can be seen.</param>
public sealed record Reason(string Code, ImmutableSortedDictionary<string, string> Arguments, ImmutableArray<Passage> Passages)
{
    /// <summary>A reason with arguments and passages.</summary>
    public static Reason Of(string code, IEnumerable<(string Name, string Value)> arguments, params IEnumerable<Passage> passages) =>
        new(code, arguments.ToImmutableSortedDictionary(a => a.Name, a => a.Value, StringComparer.Ordinal), [.. passages]);

    /// <summary>A reason that needs no arguments.</summary>
    public static Reason Of(string code, params IEnumerable<Passage> passages) => Of(code, [], passages);
}
