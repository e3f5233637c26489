namespace Recoupe.Extract.StatementRules;

/// <summary>Language files whose lines stand under headings in brackets.</summary>
internal static class SectionedFile
{
    /// <summary>Each line with the heading it stands under.</summary>
    public static IEnumerable<(string Heading, string Line)> Read(string path)
    {
        var heading = "";
        foreach (var line in LanguageFile.Entries(path))
        {
            if (line[0] == '[' && line[^1] == ']') heading = line[1..^1].Trim();
            else yield return (heading, line);
        }
    }

    /// <summary>The fields of a line, parted by bars.</summary>
    public static string[] Fields(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    public static string[] Words(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
