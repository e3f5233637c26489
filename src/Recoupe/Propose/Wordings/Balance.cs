using Recoupe.Propose.Words;

namespace Recoupe.Propose.Wordings;

/// <summary>Whether the marks that come in pairs do.</summary>
internal static class Balance
{
    private static readonly (string Open, string Close)[] Pairs = [("«", "»"), ("“", "”"), ("[", "]"), ("(", ")")];

    /// <summary>Whether every mark that opens is closed, in order, and none is closed that was not opened.</summary>
    public static bool Holds(string text) =>
        Pairs.All(pair => Holds(text, pair.Open[0], pair.Close[0])) && text.Count(c => c == '"') % 2 == 0;

    /// <summary>Drops the marks of a stretch that have no partner in it.</summary>
    public static void Mend(Prose prose, Stretch words, Edits edits)
    {
        foreach (var (open, close) in Pairs)
        {
            var opened = new Stack<int>();
            for (var word = words.First; word <= words.Last; word++)
            {
                if (IsMark(prose, word, open)) opened.Push(word);
                else if (Closes(prose, word, close) && !opened.TryPop(out _) && IsMark(prose, word, close)) edits.Drop(word, word);
            }

            foreach (var lone in opened) edits.Drop(lone, lone);
        }

        var straight = Enumerable.Range(words.First, words.Last - words.First + 1).Where(word => IsMark(prose, word, "\"")).ToList();
        if (straight.Count % 2 == 1) edits.Drop(straight[^1], straight[^1]);
    }

    // “criant”, whose last mark has grown into the word, is closed by it.
    private static bool Closes(Prose prose, int word, string mark) => prose.Trees[word].Form.EndsWith(mark, StringComparison.Ordinal);

    private static bool IsMark(Prose prose, int word, string mark) => string.Equals(prose.Trees[word].Form, mark, StringComparison.Ordinal);

    private static bool Holds(string text, char open, char close)
    {
        var depth = 0;
        foreach (var c in text)
        {
            if (c == open) depth++;
            if (c == close && --depth < 0) return false;
        }

        return depth == 0;
    }
}
