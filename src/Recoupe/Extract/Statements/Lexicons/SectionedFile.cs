using Recoupe.Utility;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>Language files whose lines stand under headings in brackets.</summary>
internal static class SectionedFile
{
    /// <summary>Each line with the heading it stands under.</summary>
    public static IEnumerable<(string Heading, string Line)> Read(string path) => LanguageFile.Sections(path);

    /// <summary>The fields of a line, parted by bars.</summary>
    public static string[] Fields(string line) => line.Split('|', StringSplitOptions.TrimEntries);

    public static string[] Words(string field) => field.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
