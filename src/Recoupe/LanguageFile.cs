
namespace Recoupe;

/// <summary>A word list or pattern list of a language, as shipped: one entry a line; <c>#</c> opens a comment.</summary>
internal static class LanguageFile
{
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

    private static Stream? Open(string path) => typeof(LanguageFile).Assembly.GetManifestResourceStream("Languages/" + path);
}
