using System.Runtime.InteropServices;

namespace Recoupe.Formats;

/// <summary>A line's words, lower-cased and as written, with the colons between them; other punctuation is left out.</summary>
internal sealed class LineWords
{
    private readonly List<string> _lower = [];
    private readonly List<string> _written = [];

    /// <summary>How many there are.</summary>
    public int Count => _lower.Count;

    /// <summary>One of them, in lower case.</summary>
    public string this[int index] => _lower[index];

    /// <summary>All of them, in lower case.</summary>
    public ReadOnlySpan<string> Lower => CollectionsMarshal.AsSpan(_lower);

    /// <summary>The words of a line.</summary>
    public static LineWords Of(ReadOnlySpan<char> line)
    {
        var words = new LineWords();
        for (var i = 0; i < line.Length;)
        {
            var start = i;
            while (i < line.Length && char.IsLetterOrDigit(line[i])) i++;
            if (i == start) i++;
            if (char.IsLetterOrDigit(line[start]) || line[start] is ':' or '©' or '*' or '%') words.Add(line[start..i].ToString());
        }

        // A colon at the end only says that a list follows.
        if (words.Count > 0 && words._lower[^1] is ":") words.RemoveLast();
        return words;
    }

    /// <summary>Whether the word is written in capitals.</summary>
    public bool IsInCapitals(int index) => _written[index].Length > 1 && _written[index].All(char.IsUpper);

    private void Add(string word)
    {
        _written.Add(word);
        _lower.Add(word.ToLowerInvariant());
    }

    private void RemoveLast()
    {
        _written.RemoveAt(_written.Count - 1);
        _lower.RemoveAt(_lower.Count - 1);
    }
}
