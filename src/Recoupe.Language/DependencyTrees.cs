namespace Recoupe.Language;

/// <summary>A reading with its trees turned round: what hangs on each word, and how far its subtree reaches.</summary>
public sealed class DependencyTrees
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly int[] _first;
    private readonly int[] _last;
    private readonly int[] _sentence;

    /// <summary>Turns the trees of a reading round, in a time that grows with the number of its words.</summary>
    public DependencyTrees(Reading reading)
    {
        Reading = reading;
        var count = reading.Words.Length;
        _firstChild = Filled(count, -1);
        _nextSibling = Filled(count, -1);
        _first = [.. Enumerable.Range(0, count)];
        _last = [.. Enumerable.Range(0, count)];
        _sentence = new int[count];
        for (var i = count - 1; i >= 0; i--)
            Hang(i);
        for (var s = 0; s < reading.Sentences.Length; s++)
            Measure(s);
    }

    /// <summary>The reading whose trees these are.</summary>
    public Reading Reading { get; }

    /// <summary>How many words it has.</summary>
    public int Count => Reading.Words.Length;

    /// <summary>A word by its index.</summary>
    public Word this[int word] => Reading.Words[word];

    /// <summary>The index of the sentence a word is in.</summary>
    public int SentenceOf(int word) => _sentence[word];

    /// <summary>The sentence a word is in.</summary>
    public Sentence Sentence(int word) => Reading.Sentences[_sentence[word]];

    /// <summary>The first word of the word's subtree.</summary>
    public int First(int word) => _first[word];

    /// <summary>The last word of the word's subtree.</summary>
    public int Last(int word) => _last[word];

    /// <summary>What hangs directly on a word, in text order.</summary>
    public IEnumerable<int> Children(int word)
    {
        for (var child = _firstChild[word]; child >= 0; child = _nextSibling[child])
            yield return child;
    }

    /// <summary>The first child of a relation, subtypes included; −1 where there is none.</summary>
    public int Child(int word, string relation)
    {
        for (var child = _firstChild[word]; child >= 0; child = _nextSibling[child])
        {
            if (Is(child, relation)) return child;
        }

        return -1;
    }

    /// <summary>Whether a word bears a relation: <c>nsubj</c> also matches <c>nsubj:pass</c>.</summary>
    public bool Is(int word, string relation)
    {
        var own = Reading.Words[word].Relation;
        return own.StartsWith(relation, StringComparison.Ordinal) && (own.Length == relation.Length || own[relation.Length] == ':');
    }

    /// <summary>Whether a word bears one of several relations, subtypes included.</summary>
    public bool IsAny(int word, params ReadOnlySpan<string> relations)
    {
        foreach (var relation in relations)
        {
            if (Is(word, relation)) return true;
        }

        return false;
    }

    /// <summary>Whether a child of a relation hangs on a word, subtypes included.</summary>
    public bool HasChild(int word, string relation) => Child(word, relation) >= 0;

    /// <summary>Whether <paramref name="above"/> is the word itself or governs it at any remove.</summary>
    public bool Governs(int above, int word)
    {
        while (word >= 0 && word != above)
            word = Reading.Words[word].Head;
        return word == above;
    }

    /// <summary>The characters from one word to another, both included.</summary>
    public TextSpan Span(int first, int last) => new(Reading.Words[first].Span.Start, Reading.Words[last].Span.End);

    /// <summary>The first word that begins at or after a place in the text; <see cref="Count"/> where none does.</summary>
    public int WordAt(int offset)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Reading.Words[middle].Span.Start < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private static int[] Filled(int count, int value)
    {
        var array = new int[count];
        Array.Fill(array, value);
        return array;
    }

    private void Hang(int word)
    {
        var head = Reading.Words[word].Head;
        if (head < 0 || head == word) return;
        _nextSibling[word] = _firstChild[head];
        _firstChild[head] = word;
    }

    // Leaves first, each word once, so that a deep tree costs no more than a flat one.
    private void Measure(int index)
    {
        var sentence = Reading.Sentences[index];
        var order = new List<int>(sentence.WordCount);
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            _sentence[i] = index;
            if (Reading.Words[i].Head < 0) order.Add(i);
        }

        for (var at = 0; at < order.Count; at++)
            order.AddRange(Children(order[at]));
        for (var at = order.Count - 1; at >= 0; at--)
        {
            var head = Reading.Words[order[at]].Head;
            if (head < 0) continue;
            _first[head] = Math.Min(_first[head], _first[order[at]]);
            _last[head] = Math.Max(_last[head], _last[order[at]]);
        }
    }
}
