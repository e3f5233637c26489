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

    /// <summary>Whether shifting loses nothing.</summary>
    public bool MayShift(ParseState state) =>
        !(state.Next < state.Count && InStackBelowTop(state, _heads[state.Next])) && !_dependants[state.Next].Exists(d => InStack(state, d));

    /// <summary>Whether a left arc with that label loses nothing.</summary>
    public bool MayLeft(ParseState state, int label)
    {
        var top = state.Stack(0);
        var head = _heads[top];
        if (head == state.Next) return label == _labels[top];
        return head != state.Stack(1) && head < state.Next && !HasDependantAhead(state, top);
    }

    /// <summary>Whether a right arc with that label loses nothing.</summary>
    public bool MayRight(ParseState state, int label)
    {
        var top = state.Stack(0);
        if (_heads[top] >= state.Next || HasDependantAhead(state, top)) return false;
        return _heads[top] != state.Stack(1) || label == _labels[top];
    }

    private bool HasDependantAhead(ParseState state, int word) => _dependants[word].Exists(d => d >= state.Next);

    private static bool InStackBelowTop(ParseState state, int word) => InStack(state, word) && word != state.Stack(0);

    // A word left of the next one is on the stack until it has a head.
    private static bool InStack(ParseState state, int word) => word < state.Next && state[word].Head == ParseState.None;
}
