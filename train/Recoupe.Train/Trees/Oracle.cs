using Recoupe.Language.Parsing;

namespace Recoupe.Train.Trees;

/// <summary>Which moves lose no arc of the true tree that can still be had (the dynamic oracle of Goldberg and Nivre 2013).</summary>
internal sealed class Oracle
{
    private readonly int[] _heads;
    private readonly int[] _labels;
    private readonly List<int>[] _dependants;

    /// <param name="heads">The true head of each word; the root is the number of words.</param>
    /// <param name="labels">The true label of each word.</param>
    public Oracle(int[] heads, int[] labels)
    {
        (_heads, _labels) = (heads, labels);
        _dependants = [.. Enumerable.Range(0, heads.Length + 1).Select(_ => new List<int>())];
        for (var i = 0; i < heads.Length; i++)
            _dependants[heads[i]].Add(i);
    }

    /// <summary>Which moves lose nothing, where any may be made at all.</summary>
    public Lossless At(ParseState state)
    {
        var top = state.Stack(0);
        return top == ParseState.None ? new(MayShift(state), Lossless.None, Lossless.None) : new(MayShift(state), Left(state, top), Right(state, top));
    }

    private int Left(ParseState state, int top)
    {
        var head = _heads[top];
        if (head == state.Next) return _labels[top];
        return head != state.Stack(1) && head < state.Next && !HasDependantAhead(state, top) ? Lossless.Any : Lossless.None;
    }

    private int Right(ParseState state, int top)
    {
        if (_heads[top] >= state.Next || HasDependantAhead(state, top)) return Lossless.None;
        return _heads[top] == state.Stack(1) ? _labels[top] : Lossless.Any;
    }

    private bool MayShift(ParseState state) =>
        !(state.Next < state.Count && InStackBelowTop(state, _heads[state.Next])) && !HasDependantOnStack(state, state.Next);

    // Dependants lie in rising order.
    private bool HasDependantAhead(ParseState state, int word) => _dependants[word] is [.., var last] && last >= state.Next;

    private bool HasDependantOnStack(ParseState state, int word)
    {
        foreach (var dependant in _dependants[word])
        {
            if (InStack(state, dependant)) return true;
        }

        return false;
    }

    private static bool InStackBelowTop(ParseState state, int word) => InStack(state, word) && word != state.Stack(0);

    // A word left of the next one is on the stack until it has a head.
    private static bool InStack(ParseState state, int word) => word < state.Next && state[word].Head == ParseState.None;
}

/// <summary>Which moves lose no arc: shifting; a left or a right arc with that label, with <see cref="Any"/>, or with <see cref="None"/>.</summary>
internal readonly record struct Lossless(bool Shift, int Left, int Right)
{
    public const int Any = -1;
    public const int None = -2;

    public bool Holds(Moves moves, int move) =>
        move == Moves.Shift ? Shift
        : moves.IsLeft(move) ? Left == Any || Left == moves.Label(move)
        : Right == Any || Right == moves.Label(move);
}
