using System.Collections.Immutable;
using System.Globalization;

namespace Recoupe.Desk.Ledgers;

/// <summary>How a claim stands to what the reader has looked at.</summary>
internal enum Novelty
{
    /// <summary>Nothing of it was looked at.</summary>
    New,

    /// <summary>It was looked at, and its rating, its voices or its tellings are others now.</summary>
    Moved,

    /// <summary>It is as it was.</summary>
    Same,
}

/// <summary>A claim as it was when it was looked at.</summary>
internal sealed record SeenClaim(int Rating, int For, int Against, int Tellings);

/// <summary>
/// Which claims a reader has looked at, and how they stood: known by their propositions, since a claim's id is another once it grows. The
/// reader's own, in the user's data folder; whoever else opens the ledger sees nothing of it.
/// </summary>
internal sealed class SeenClaims
{
    private const char Tab = '\t';

    private readonly Lock _gate = new();
    private readonly string? _path;
    private readonly Dictionary<string, SeenClaim> _byProposition = new(StringComparer.Ordinal);
    private readonly HashSet<string> _later = new(StringComparer.Ordinal);

    private SeenClaims(string? path) => _path = path;

    /// <param name="path">Where it is kept; <see langword="null"/> for nowhere.</param>
    public static SeenClaims Read(string? path)
    {
        var seen = new SeenClaims(path);
        if (path is null || !File.Exists(path)) return seen;
        UserData.Kept(() =>
        {
            foreach (var line in File.ReadLines(path)) seen.Take(line.Split(Tab));
        });
        return seen;
    }

    /// <summary>How a claim stands to what was looked at.</summary>
    public Novelty Of(Claim claim) => Before(claim) is not { } before ? Novelty.New : before == State(claim) ? Novelty.Same : Novelty.Moved;

    /// <summary>The claim as it was when it was looked at last; <see langword="null"/> where it was not.</summary>
    public SeenClaim? Before(Claim claim)
    {
        lock (_gate) return claim.Positions.Select(p => _byProposition.GetValueOrDefault(p.Proposition)).FirstOrDefault(s => s is not null);
    }

    /// <summary>Keeps that claims were looked at.</summary>
    public void Mark(IEnumerable<Claim> claims) =>
        Keep([.. claims.Where(c => Of(c) != Novelty.Same).Select(Line)]);

    /// <summary>Puts something off: a suggestion, by its two ids.</summary>
    public void PutOff(string what) => Keep([["later", what]]);

    public bool IsPutOff(string what)
    {
        lock (_gate) return _later.Contains(what);
    }

    private static SeenClaim State(Claim claim) =>
        new(claim.Credibility.Value, claim.Independent.For, claim.Independent.Against, claim.Positions.Length);

    private static string[] Line(Claim claim)
    {
        var state = State(claim);
        return
        [
            .. ((int[])[state.Rating, state.For, state.Against, state.Tellings]).Select(n => n.ToString(CultureInfo.InvariantCulture)),
            .. claim.Positions.Select(p => p.Proposition),
        ];
    }

    private void Keep(ImmutableArray<string[]> lines)
    {
        if (lines.IsEmpty) return;
        lock (_gate)
        {
            foreach (var line in lines) Take(line);
            if (_path is not { } path) return;
            UserData.Kept(() =>
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.AppendAllLines(path, lines.Select(line => string.Join(Tab, line)));
            });
        }
    }

    // A line that is none, since a disk was full, says nothing.
    private void Take(string[] line)
    {
        if (line is ["later", var what]) _later.Add(what);
        if (line.Length < 5 || Numbers(line) is not { } state) return;
        foreach (var proposition in line.Skip(4)) _byProposition[proposition] = state;
    }

    private static SeenClaim? Numbers(string[] line)
    {
        Span<int> told = stackalloc int[4];
        for (var i = 0; i < told.Length; i++)
        {
            if (!int.TryParse(line[i], NumberStyles.None, CultureInfo.InvariantCulture, out told[i])) return null;
        }

        return new(told[0], told[1], told[2], told[3]);
    }
}
