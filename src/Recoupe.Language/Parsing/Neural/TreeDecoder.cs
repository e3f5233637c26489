namespace Recoupe.Language.Parsing.Neural;

/// <summary>
/// The best tree without crossing arcs for scores of all arcs (Eisner 1996), with exactly one word under the root, and that no punctuation as long as
/// there is another. Time grows with the cube of the words, so whoever calls bounds them. Reused from sentence to sentence.
/// </summary>
internal sealed class TreeDecoder
{
    private int _count;
    private int[] _scores = [];

    // Best sums of the words i..j: complete and headed by the first or the last, or with an arc between the two. "Turned" tables have j first.
    private int[] _right = [], _rightTurned = [], _left = [], _leftTurned = [], _openRight = [], _openLeftTurned = [];
    private short[] _openSplit = [], _rightSplit = [], _leftSplit = [];

    /// <summary>Finds the heads of a sentence's words.</summary>
    /// <param name="scores">For each word its score under each word, and last under the root: rows of <c>count + 1</c>. No more than 2^20 in size.</param>
    /// <param name="mayLead">Whether each word may stand under the root.</param>
    /// <param name="heads">Each word's head; <c>count</c> for the root.</param>
    public void Decode(ReadOnlySpan<int> scores, ReadOnlySpan<bool> mayLead, Span<int> heads)
    {
        _count = heads.Length;
        if (IsTree(scores, mayLead, heads)) return;
        Prepare(scores);
        for (var length = 1; length < _count; length++)
        {
            for (var first = 0; first + length < _count; first++)
                Span(first, first + length);
        }

        var top = Top(mayLead);
        heads[top] = _count;
        Follow(new(0, top, Shape.Left), heads);
        Follow(new(top, _count - 1, Shape.Right), heads);
    }

    // Where the best head of every word makes a tree, it is the best tree.
    private bool IsTree(ReadOnlySpan<int> scores, ReadOnlySpan<bool> mayLead, Span<int> heads)
    {
        var tops = 0;
        for (var word = 0; word < _count; word++)
        {
            heads[word] = Best(scores.Slice(word * (_count + 1), _count + 1), word);
            if (heads[word] != _count) continue;
            tops++;
            if (!mayLead[word] && mayLead.Contains(true)) return false;
        }

        return tops == 1 && IsConnected(heads) && !Crosses(heads);
    }

    private static int Best(ReadOnlySpan<int> scores, int word)
    {
        var best = word == 0 ? 1 : 0;
        for (var head = best + 1; head < scores.Length; head++)
            if (head != word && scores[head] > scores[best]) best = head;
        return best;
    }

    private static bool IsConnected(ReadOnlySpan<int> heads)
    {
        for (var word = 0; word < heads.Length; word++)
        {
            var (at, steps) = (word, 0);
            while (at != heads.Length && steps++ <= heads.Length) at = heads[at];
            if (at != heads.Length) return false;
        }

        return true;
    }

    // No arc leaves the words under another: each word between the ends of an arc stays between them.
    private static bool Crosses(ReadOnlySpan<int> heads)
    {
        for (var word = 0; word < heads.Length; word++)
        {
            if (heads[word] == heads.Length) continue;
            int from = Math.Min(word, heads[word]), to = Math.Max(word, heads[word]);
            for (var between = from + 1; between < to; between++)
                if (heads[between] < from || heads[between] > to) return true;
        }

        return false;
    }

    private void Prepare(ReadOnlySpan<int> scores)
    {
        var cells = _count * _count;
        if (_right.Length < cells)
        {
            (_right, _rightTurned, _left, _leftTurned) = (new int[cells], new int[cells], new int[cells], new int[cells]);
            (_openRight, _openLeftTurned) = (new int[cells], new int[cells]);
            (_openSplit, _rightSplit, _leftSplit) = (new short[cells], new short[cells], new short[cells]);
        }

        if (_scores.Length < scores.Length) _scores = new int[scores.Length];
        scores.CopyTo(_scores);
        for (var word = 0; word < _count; word++)
        {
            var at = word * _count + word;
            (_right[at], _rightTurned[at], _left[at], _leftTurned[at]) = (0, 0, 0, 0);
        }
    }

    private int Score(int word, int head) => _scores[word * (_count + 1) + head];

    private void Span(int i, int j)
    {
        int row = i * _count, turned = j * _count, at = row + j, turnedAt = turned + i;
        var split = Best(_right.AsSpan(row + i, j - i), _leftTurned.AsSpan(turned + i + 1, j - i), out var sum);
        _openSplit[at] = (short)(i + split);
        _openRight[at] = sum + Score(j, i);
        _openLeftTurned[turnedAt] = sum + Score(i, j);
        split = Best(_openRight.AsSpan(row + i + 1, j - i), _rightTurned.AsSpan(turned + i + 1, j - i), out sum);
        _rightSplit[at] = (short)(i + 1 + split);
        _right[at] = _rightTurned[turnedAt] = sum;
        split = Best(_left.AsSpan(row + i, j - i), _openLeftTurned.AsSpan(turned + i, j - i), out sum);
        _leftSplit[at] = (short)(i + split);
        _left[at] = _leftTurned[turnedAt] = sum;
    }

    private static int Best(ReadOnlySpan<int> a, ReadOnlySpan<int> b, out int sum)
    {
        var best = 0;
        sum = a[0] + b[0];
        for (var k = 1; k < a.Length; k++)
        {
            var other = a[k] + b[k];
            if (other > sum) (best, sum) = (k, other);
        }

        return best;
    }

    private int Top(ReadOnlySpan<bool> mayLead)
    {
        var any = mayLead.Contains(true);
        var (top, most) = (-1, 0);
        for (var word = 0; word < _count; word++)
        {
            if (any && !mayLead[word]) continue;
            var sum = _left[word] + _right[word * _count + _count - 1] + Score(word, _count);
            if (top < 0 || sum > most) (top, most) = (word, sum);
        }

        return top;
    }

    private enum Shape
    {
        Left,
        Right,
        OpenLeft,
        OpenRight,
    }

    private readonly record struct Part(int First, int Last, Shape Shape);

    private void Follow(Part whole, Span<int> heads)
    {
        var open = new Stack<Part>([whole]);
        while (open.TryPop(out var part))
        {
            var (i, j, shape) = part;
            if (i == j) continue;
            var at = i * _count + j;
            if (shape is Shape.OpenLeft or Shape.OpenRight)
            {
                if (shape == Shape.OpenLeft) heads[i] = j;
                else heads[j] = i;
                open.Push(new(i, _openSplit[at], Shape.Right));
                open.Push(new(_openSplit[at] + 1, j, Shape.Left));
                continue;
            }

            var split = shape == Shape.Left ? _leftSplit[at] : _rightSplit[at];
            open.Push(new(i, split, shape == Shape.Left ? Shape.Left : Shape.OpenRight));
            open.Push(new(split, j, shape == Shape.Left ? Shape.OpenLeft : Shape.Right));
        }
    }
}
