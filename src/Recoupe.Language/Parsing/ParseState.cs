using Recoupe.Language.Tagging;

namespace Recoupe.Language.Parsing;

/// <summary>
/// A tree half built, in the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, the words still to come, and the arcs drawn.
/// The root stands after the last word, as number <see cref="Count"/>. Reused from sentence to sentence.
/// </summary>
internal sealed class ParseState
{
    /// <summary>Stands for «no word».</summary>
    public const int None = -1;

    private int[] _stack = [];
    private Node[] _nodes = [];
    private int _depth;

    // The last word that may stand under the root; −1 where any may.
    private int _lastLeading;

    /// <summary>What is known of a word as a node of the tree.</summary>
    public struct Node
    {
        public int Head;
        public short Label;
        public short LeftCount;
        public short RightCount;
        public int Left;
        public int Left2;
        public int Right;
        public int Right2;

        /// <summary>How much the move that drew the arc to its head led the best move of another kind.</summary>
        public int Lead;

        /// <summary>Whether it may not stand under the root.</summary>
        public bool IsLed;

        // Which labels its dependants have, one bit each by the label's number modulo 64.
        public ulong Labels;
    }

    public int Count { get; private set; }

    /// <summary>The first word still to come; <see cref="Count"/> is the root.</summary>
    public int Next { get; private set; }

    public int Depth => _depth;

    public bool Done => Next == Count && _depth == 0;

    // What lies at the bottom when no word that may lead is left to come will be the root's.
    public bool CanShift => Next < Count && (Next != _lastLeading || _depth == 0 || !_nodes[_stack[0]].IsLed);

    // The root takes one dependant only, the last word on the stack.
    public bool CanLeft => _depth > 1 ? Next < Count : _depth == 1 && (Next == Count || _lastLeading < 0 || Next <= _lastLeading);

    public bool CanRight => _depth > 1;

    public void Reset(int count)
    {
        Count = count;
        Next = 0;
        _depth = 0;
        _lastLeading = -1;
        if (_nodes.Length < count + 1)
        {
            _nodes = new Node[2 * count + 1];
            _stack = new int[2 * count + 1];
        }

        var blank = new Node { Head = None, Label = -1, Left = None, Left2 = None, Right = None, Right2 = None };
        Array.Fill(_nodes, blank, 0, count + 1);
    }

    /// <summary>Says which words may not stand under the root, as long as there is another: punctuation.</summary>
    public void Hold(Frame frame)
    {
        for (var i = 0; i < Count; i++)
        {
            _nodes[i].IsLed = (PartOfSpeech)frame.Tag(i) == PartOfSpeech.Punct;
            if (!_nodes[i].IsLed) _lastLeading = i;
        }
    }

    /// <summary>The n-th word from the stack's top; <see cref="None"/> where there is none.</summary>
    public int Stack(int n) => n < _depth ? _stack[_depth - 1 - n] : None;

    /// <summary>The n-th word to come; <see cref="None"/> past the root.</summary>
    public int Buffer(int n) => Next + n <= Count ? Next + n : None;

    public ref readonly Node this[int word] => ref _nodes[word];

    public void Shift() => _stack[_depth++] = Next++;

    /// <summary>Tells how sure the move is that takes the stack's top away.</summary>
    public void Mark(int lead) => _nodes[_stack[_depth - 1]].Lead = lead;

    /// <summary>The next word becomes the head of the stack's top.</summary>
    public void Left(int label) => Attach(_stack[--_depth], Next, label);

    /// <summary>The stack's second becomes the head of its top.</summary>
    public void Right(int label)
    {
        var dependant = _stack[--_depth];
        Attach(dependant, _stack[_depth - 1], label);
    }

    private void Attach(int dependant, int head, int label)
    {
        _nodes[dependant].Head = head;
        _nodes[dependant].Label = (short)label;
        ref var node = ref _nodes[head];
        node.Labels |= 1UL << (label & 63);
        if (dependant < head)
        {
            node.Left2 = node.Left;
            node.Left = dependant;
            if (node.LeftCount < 7) node.LeftCount++;
        }
        else
        {
            node.Right2 = node.Right;
            node.Right = dependant;
            if (node.RightCount < 7) node.RightCount++;
        }
    }
}
