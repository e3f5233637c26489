namespace Recoupe.Language.Parsing;

/// <summary>A first tree of a sentence, which a second parser follows or revises. Reused from sentence to sentence.</summary>
internal sealed class PartialTree
{
    private Mark[] _marks = [];

    /// <summary>What the first tree says of a word; numbers are as the second parser counts words.</summary>
    public struct Mark
    {
        public int Head;
        public ulong Label;

        /// <summary>How sure the first parser was of the head: the lead of its move over the best move of another kind.</summary>
        public int Lead;

        /// <summary>Its first dependant, itself where it has none before it.</summary>
        public int First;

        /// <summary>Its last dependant, itself where it has none after it.</summary>
        public int Last;
    }

    public ref readonly Mark this[int word] => ref _marks[word];

    /// <summary>Makes room for the marks of a sentence; the root is number <paramref name="count"/>.</summary>
    public void Reset(int count)
    {
        if (_marks.Length < count + 1) _marks = new Mark[2 * count + 1];
        for (var i = 0; i <= count; i++)
            _marks[i] = new() { Head = count, First = i, Last = i };
    }

    /// <summary>Takes in a tree whose words are counted from the other end.</summary>
    /// <param name="tree">The first parser's.</param>
    /// <param name="labels">The key of the relation behind each of its labels.</param>
    public void TakeMirrored(ParseState tree, ReadOnlySpan<ulong> labels)
    {
        var count = tree.Count;
        Reset(count);
        for (var i = 0; i < count; i++)
        {
            ref readonly var node = ref tree[i];
            Add(count - 1 - i, node.Head == count ? count : count - 1 - node.Head, labels[node.Label], node.Lead);
        }
    }

    /// <summary>Tells the head of a word.</summary>
    public void Add(int word, int head, ulong label, int lead)
    {
        ref var mark = ref _marks[word];
        (mark.Head, mark.Label, mark.Lead) = (head, label, lead);
        ref var above = ref _marks[head];
        above.First = Math.Min(above.First, word);
        above.Last = Math.Max(above.Last, word);
    }
}
