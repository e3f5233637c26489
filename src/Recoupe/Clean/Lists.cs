namespace Recoupe.Clean;

/// <summary>Reads plain lists that ship: a word a line.</summary>
internal static class Lists
{
    /// <summary>The words of a list under <c>Languages/</c>, case aside.</summary>
    public static HashSet<string> Read(string name)
    {
        using var reader = new StreamReader(typeof(Lists).Assembly.GetManifestResourceStream("Languages/" + name)!);
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') words.Add(line);
        }

        return words;
    }
}
