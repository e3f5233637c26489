using System.Collections.Immutable;
using Recoupe.Language.Learning;

namespace Recoupe.Language.Parsing;

/// <summary>What each class of a parser's model does: shift, or draw an arc to the left or to the right with a relation.</summary>
internal sealed class Moves
{
    public const int Shift = 0;

    /// <summary>The lead of a move that no other could have been made for.</summary>
    public const int Unrivalled = 10_000;

    private const string Root = "root";

    /// <param name="names"><c>S</c> first, then <c>L:relation</c> and <c>R:relation</c>.</param>
    public Moves(IReadOnlyList<string> names)
    {
        Names = [.. names];
        Relations = [.. names.Skip(1).Select(n => n[2..]).Distinct(StringComparer.Ordinal)];
        _labels = [.. names.Select(n => n.Length > 2 ? Relations.IndexOf(n[2..], 0, Relations.Length, StringComparer.Ordinal) : -1)];
        LabelKeys = [.. Relations.Select(r => FeatureKey.Of(r))];
        var root = Relations.IndexOf(Root, 0, Relations.Length, StringComparer.Ordinal);
        _kinds = [.. names.Select((n, move) => n[0] switch
        {
            'S' => Kind.Shift,
            'L' => _labels[move] == root ? Kind.LeftFromRoot : Kind.Left,
            _ => _labels[move] == root ? Kind.Never : Kind.Right,
        })];
    }

    private readonly ImmutableArray<int> _labels;
    private readonly Kind[] _kinds;

    private enum Kind : byte
    {
        Never,
        Shift,
        Left,
        LeftFromRoot,
        Right,
    }

    public ImmutableArray<string> Names { get; }

    /// <summary>The relations, by label.</summary>
    public ImmutableArray<string> Relations { get; }

    /// <summary>A key of each relation, by label; the same in every model.</summary>
    public ImmutableArray<ulong> LabelKeys { get; }

    public int Label(int move) => _labels[move];

    public bool IsLeft(int move) => _kinds[move] is Kind.Left or Kind.LeftFromRoot;

    /// <summary>Whether the system lets a move be made.</summary>
    public bool Allows(ParseState state, int move) => (Allowed(state) >> (int)_kinds[move] & 1) != 0;

    // A bit for each kind of move.
    private static int Allowed(ParseState state)
    {
        var left = state.Next == state.Count ? Kind.LeftFromRoot : Kind.Left;
        return (state.CanShift ? 1 << (int)Kind.Shift : 0) | (state.CanLeft ? 1 << (int)left : 0) | (state.CanRight ? 1 << (int)Kind.Right : 0);
    }

    public void Make(ParseState state, int move)
    {
        if (move == Shift) state.Shift();
        else if (IsLeft(move)) state.Left(_labels[move]);
        else state.Right(_labels[move]);
    }

    /// <summary>The allowed move with the highest score; the first of equals.</summary>
    public int Best(ParseState state, ReadOnlySpan<int> scores) => Best(state, scores, out _);

    /// <param name="state">The tree so far.</param>
    /// <param name="scores">Of each move.</param>
    /// <param name="lead">By how much it leads the best allowed move of another kind; <see cref="Unrivalled"/> where there is none.</param>
    public int Best(ParseState state, ReadOnlySpan<int> scores, out int lead)
    {
        // One move of each kind, the best so far.
        Span<int> best = [-1, -1, -1, -1, -1];
        var allowed = Allowed(state);
        for (var move = 0; move < scores.Length; move++)
        {
            var kind = (int)_kinds[move];
            if ((allowed >> kind & 1) != 0 && (best[kind] < 0 || scores[move] > scores[best[kind]])) best[kind] = move;
        }

        return Leader(best, scores, out lead);
    }

    private static int Leader(ReadOnlySpan<int> best, ReadOnlySpan<int> scores, out int lead)
    {
        int first = -1, second = -1;
        foreach (var move in best)
        {
            if (move < 0) continue;
            if (first < 0 || scores[move] > scores[first] || (scores[move] == scores[first] && move < first)) (first, second) = (move, first);
            else if (second < 0 || scores[move] > scores[second]) second = move;
        }

        lead = second < 0 ? Unrivalled : scores[first] - scores[second];
        return first;
    }
}
