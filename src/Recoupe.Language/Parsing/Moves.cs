using System.Collections.Immutable;

namespace Recoupe.Language.Parsing;

/// <summary>What each class of a parser's model does: shift, or draw an arc to the left or to the right with a relation.</summary>
internal sealed class Moves
{
    public const int Shift = 0;

    private const string Root = "root";

    /// <param name="names"><c>S</c> first, then <c>L:relation</c> and <c>R:relation</c>.</param>
    public Moves(IReadOnlyList<string> names)
    {
        Names = [.. names];
        Relations = [.. names.Skip(1).Select(n => n[2..]).Distinct(StringComparer.Ordinal)];
        _labels = [.. names.Select(n => n.Length > 2 ? Relations.IndexOf(n[2..], 0, Relations.Length, StringComparer.Ordinal) : -1)];
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
    public int Best(ParseState state, ReadOnlySpan<int> scores)
    {
        var best = -1;
        var allowed = Allowed(state);
        for (var move = 0; move < scores.Length; move++)
        {
            if ((best < 0 || scores[move] > scores[best]) && (allowed >> (int)_kinds[move] & 1) != 0) best = move;
        }

        return best;
    }
}
