namespace Recoupe.Propose;

/// <summary>Whether the marks that come in pairs do.</summary>
internal static class Balance
{
    private static readonly (char Open, char Close)[] Pairs = [('«', '»'), ('“', '”'), ('[', ']'), ('(', ')')];

    /// <summary>Whether every mark that opens is closed, in order, and none is closed that was not opened.</summary>
    public static bool Holds(string text) => Pairs.All(pair => Holds(text, pair.Open, pair.Close)) && text.Count(c => c == '"') % 2 == 0;

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
