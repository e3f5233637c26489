namespace Recoupe.Formats;

/// <summary>The YAML between two lines of <c>---</c> that a page of text may open with.</summary>
internal static class FrontMatter
{
    private const int Longest = 1 << 13; // reading YAML takes time as the square of its nesting

    /// <summary>
    /// How much of the text it takes, closing line included; 0 where there is none. Every line must look like YAML and the first name
    /// a field: a story that opens with a rule is prose.
    /// </summary>
    public static int LengthIn(ReadOnlySpan<char> text)
    {
        var window = text[..Math.Min(text.Length, Longest)];
        var at = 0;
        for (var number = 0; at < window.Length; number++)
        {
            var feed = window[at..].IndexOf('\n');
            var next = feed < 0 ? window.Length : at + feed + 1;
            var line = window[at..next].TrimEnd();
            if (number > 1 && line is "---" or "...") return next;
            if (number == 0 ? line is not "---" : !IsYaml(line, first: number == 1)) return 0;
            at = next;
        }

        return 0;
    }

    private static bool IsYaml(ReadOnlySpan<char> line, bool first) =>
        NamesField(line) || (!first && (line.IsEmpty || line[0] is ' ' or '\t' or '#' || line.StartsWith("- ")));

    private static bool NamesField(ReadOnlySpan<char> line)
    {
        var name = line[..Math.Max(0, line.IndexOf(':'))];
        return !name.IsEmpty
            && !name.ContainsAnyExcept(FieldCharacters)
            && (line.Length == name.Length + 1 || line[name.Length + 1] == ' ');
    }

    private static readonly System.Buffers.SearchValues<char> FieldCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.");
}
