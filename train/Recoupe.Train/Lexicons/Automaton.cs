using System.Runtime.InteropServices;

namespace Recoupe.Train.Lexicons;

/// <summary>Builds the minimal acyclic automaton of sorted forms, laid out as <see cref="Recoupe.Language.Lexicon"/> walks it.</summary>
internal sealed class Automaton
{
    private readonly Dictionary<string, Node> _register = new(StringComparer.Ordinal);
    private int _registered;

    /// <summary>The automaton as words; the root comes first.</summary>
    /// <param name="forms">In ordinal order, each once, with the number of its set.</param>
    /// <param name="alphabet">The letters; a letter's code is its index plus one.</param>
    public static uint[] Build(IEnumerable<(string Form, int Set)> forms, string alphabet)
    {
        var automaton = new Automaton();
        var root = new Node();
        foreach (var (form, set) in forms)
            automaton.Add(root, form, set);
        automaton.CloseLastChild(root);
        return LayOut(root, alphabet);
    }

    private void Add(Node root, string form, int set)
    {
        var node = root;
        var shared = 0;
        while (shared < form.Length && node.Edges.Count > 0 && node.Edges[^1].Letter == form[shared])
        {
            node = node.Edges[^1].Target;
            shared++;
        }

        CloseLastChild(node);
        foreach (var letter in form.AsSpan(shared))
        {
            var next = new Node();
            node.Edges.Add((letter, next));
            node = next;
        }

        node.Set = set;
    }

    // Forms come in order, so a child that is no longer the last can't change any more: it becomes the registered node equal to it.
    private void CloseLastChild(Node node)
    {
        if (node.Edges.Count == 0)
            return;

        var (letter, child) = node.Edges[^1];
        if (child.Id >= 0)
            return;

        CloseLastChild(child);
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(_register, child.Key(), out var found);
        if (!found)
        {
            known = child;
            child.Id = _registered++;
        }

        node.Edges[^1] = (letter, known!);
    }

    private static uint[] LayOut(Node root, string alphabet)
    {
        List<Node> order = [];
        Place(root, order);
        var words = new List<uint>();
        foreach (var node in order)
        {
            words.Add(((uint)(node.Set + 1) << 12) | (uint)node.Edges.Count);
            foreach (var (letter, target) in node.Edges)
                words.Add(((uint)(alphabet.IndexOf(letter, StringComparison.Ordinal) + 1) << 24) | (uint)target.Offset);
        }

        return [.. words];
    }

    private static void Place(Node root, List<Node> order)
    {
        var offset = 0;
        var pending = new Stack<Node>([root]);
        while (pending.TryPop(out var node))
        {
            if (node.Offset >= 0)
                continue;
            node.Offset = offset;
            offset += 1 + node.Edges.Count;
            order.Add(node);
            for (var i = node.Edges.Count - 1; i >= 0; i--)
                pending.Push(node.Edges[i].Target);
        }
    }

    private sealed class Node
    {
        public int Id { get; set; } = -1;

        public int Offset { get; set; } = -1;

        public int Set { get; set; } = -1;

        public List<(char Letter, Node Target)> Edges { get; } = [];

        /// <summary>Equal for nodes that end the same forms with the same sets.</summary>
        public string Key() => string.Concat(Edges.Select(e => $"{e.Letter}{e.Target.Id};").Prepend($"{Set}:"));
    }
}
