using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Claims;

/// <summary>
/// The statements of an article that are compared with others: all of them, but of one that a page repeats without end the first few, to which the rest are
/// tied, and of a page without end the first thousands. So what an article costs grows with its length and not with the square of it.
/// </summary>
internal static class ComparedStatements
{
    /// <summary>As many of one wording are compared with all others: as many of a group as are asked whether they belong to another.</summary>
    public const int MostAlike = ClaimClusters.Sample;

    /// <summary>The most statements of one article that are compared with those of others: forty times what a long article has.</summary>
    public const int Most = 2_048;

    // Fewer cost nothing worth counting, however often one is said.
    private const int Few = 64;

    /// <summary>The pairs to compare between two articles, or within one, by their places.</summary>
    public static IEnumerable<(int First, int Second)> Pairs(ImmutableArray<StatementFingerprint> first, ImmutableArray<StatementFingerprint> second, bool isOne)
    {
        var (some, others) = (Standing(first), isOne ? [] : Standing(second));
        if (!isOne) return some.SelectMany(_ => others, (i, j) => (i, j));
        var among = Enumerable.Range(0, some.Count).SelectMany(at => Enumerable.Range(at + 1, some.Count - at - 1), (at, after) => (some[at], some[after]));
        return first.Length <= Few ? among : among.Concat(Repeated(first));
    }

    /// <summary>The places of those that stand for all of an article.</summary>
    private static List<int> Standing(ImmutableArray<StatementFingerprint> statements)
    {
        if (statements.Length <= Few) return [.. Enumerable.Range(0, statements.Length)];
        var said = new Dictionary<ulong, int>();
        var standing = new List<int>();
        for (var i = 0; i < statements.Length && standing.Count < Most; i++)
        {
            var kind = KindOf(statements[i]);
            said[kind] = said.GetValueOrDefault(kind) + 1;
            if (said[kind] <= MostAlike) standing.Add(i);
        }

        return standing;
    }

    /// <summary>Each of the rest with the first of its kind.</summary>
    private static IEnumerable<(int First, int Second)> Repeated(ImmutableArray<StatementFingerprint> statements)
    {
        var firsts = new Dictionary<ulong, List<int>>();
        for (var i = 0; i < statements.Length; i++)
        {
            var kind = KindOf(statements[i]);
            if (!firsts.TryGetValue(kind, out var met)) firsts[kind] = met = [];
            if (met.Count < MostAlike) met.Add(i);
            else foreach (var earlier in met) yield return (earlier, i);
        }
    }

    // What comparison looks at, but for where it stands.
    private static ulong KindOf(StatementFingerprint statement)
    {
        var kind = StableHash.Of(statement.Wording, StableHash.Of(statement.Source, ((ulong)(uint)statement.Sign << 1) | (statement.IsFrame ? 1ul : 0ul)));
        kind = StableHash.Of(kind, StableHash.Of(statement.When ?? ""));
        var roles = statement.Roles;
        kind = StableHash.Of(kind, ((ulong)roles.Kind << 8) | ((ulong)roles.Tense << 1) | (statement.IsOwn ? 1ul : 0ul));
        foreach (var terms in (TermSet[])[statement.Terms, roles.Predicate, roles.Subject, roles.Object, roles.Place, statement.Cause])
        {
            kind = StableHash.Of(kind, (ulong)terms.Terms.Length);
            foreach (var term in terms.Terms) kind = StableHash.Of(kind, term.Value);
        }

        foreach (var figure in statement.Figures) kind = StableHash.Of(kind, StableHash.Of(figure.Counted, StableHash.Of(string.Create(CultureInfo.InvariantCulture, $"{figure.Min}-{figure.Max}"))));
        return kind;
    }
}
