namespace Recoupe.Utility;

/// <summary>A word list or pattern list of a language, as shipped: one entry a line; <c>#</c> opens a comment.</summary>
internal static class LanguageFile
{
    private const string Folder = "Languages/";

    /// <summary>Its entries in file order, trimmed, without comments and empty lines; none where there is no such file.</summary>
    public static IEnumerable<string> Entries(string path)
    {
        using var stream = Open(path);
        if (stream is null) yield break;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#');
            var entry = (comment < 0 ? line : line[..comment]).Trim();
            if (entry.Length > 0) yield return entry;
        }
    }

    /// <summary>Its entries with the heading in brackets that each stands under.</summary>
    public static IEnumerable<(string Heading, string Entry)> Sections(string path)
    {
        var heading = "";
        foreach (var entry in Entries(path))
        {
            if (entry[0] == '[' && entry[^1] == ']') heading = entry[1..^1].Trim();
            else yield return (heading, entry);
        }
    }

    /// <summary>The paths of the files of a name, of every language, in ordinal order.</summary>
    public static IEnumerable<string> Named(string name) => typeof(LanguageFile).Assembly.GetManifestResourceNames()
        .Where(resource => resource.StartsWith(Folder, StringComparison.Ordinal) && resource.EndsWith("/" + name, StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)
        .Select(resource => resource[Folder.Length..]);

    private static Stream? Open(string path) => typeof(LanguageFile).Assembly.GetManifestResourceStream(Folder + path);
}
