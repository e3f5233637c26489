namespace Recoupe.Ingest.Files;

/// <summary>A path with every link in it followed.</summary>
internal static class RealPath
{
    private const int MostLinks = 40; // as Linux's own limit

    /// <summary>The path without links; <see langword="null"/> where links lead in a circle.</summary>
    public static string? Of(string path)
    {
        var whole = Path.GetFullPath(path);
        var root = Path.GetPathRoot(whole) ?? "";
        var real = root;
        var links = 0;
        var ahead = new Stack<string>(Parts(whole, root));
        while (ahead.TryPop(out var part))
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks) return null;
            foreach (var step in Parts(Path.GetFullPath(target, real), root)) ahead.Push(step);
            real = root;
        }

        return real;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or lies inside it; both real.</summary>
    public static bool LiesIn(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || Path.EndsInDirectorySeparator(folder) || path[folder.Length] == Path.DirectorySeparatorChar);

    // Last part first, as a stack wants them.
    private static IEnumerable<string> Parts(string whole, string root) =>
        whole[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries).Reverse();
}
