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
        _root = Relations.IndexOf(Root, 0, Relations.Length, StringComparer.Ordinal);
    }

    private readonly ImmutableArray<int> _labels;
    private readonly int _root;

    public ImmutableArray<string> Names { get; }

    /// <summary>The relations, by label.</summary>
    public ImmutableArray<string> Relations { get; }

    public int Label(int move) => _labels[move];

    public bool IsLeft(int move) => Names[move][0] == 'L';

    /// <summary>Whether the system lets a move be made.</summary>
    public bool Allows(ParseState state, int move) => Names[move][0] switch
    {
        'S' => state.CanShift,
        'L' => state.CanLeft && (state.Next == state.Count) == (_labels[move] == _root),
        _ => state.CanRight && _labels[move] != _root,
    };

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
        for (var move = 0; move < scores.Length; move++)
        {
            if ((best < 0 || scores[move] > scores[best]) && Allows(state, move)) best = move;
        }

        return best;
    }
}
