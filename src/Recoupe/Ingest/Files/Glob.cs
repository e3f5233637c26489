using System.IO.Enumeration;
using System.Security;

namespace Recoupe.Ingest.Files;

/// <summary>Paths with <c>*</c>, <c>?</c> and <c>**</c>, for shells that leave them as they are.</summary>
internal static class Glob
{
    /// <summary>Whether the path is a pattern.</summary>
    public static bool IsOne(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <summary>The files and folders that match, by ordinal. <c>**</c> stands for any folders, links not followed.</summary>
    public static IEnumerable<Outcome<string>> Matches(string pattern)
    {
        var parts = pattern.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
        var ahead = new Stack<(string Folder, int Part)>([(Path.IsPathRooted(pattern) ? Path.GetPathRoot(pattern)! : "", 0)]);
        var seen = new HashSet<(string, int)>();
        while (ahead.TryPop(out var at))
        {
            if (!seen.Add(at)) continue;
            if (at.Part == parts.Length)
            {
                yield return at.Folder;
                continue;
            }

            if (Step(at.Folder, parts, at.Part, ahead) is { } refused) yield return refused;
        }
    }

    private static Rejection? Step(string folder, string[] parts, int part, Stack<(string Folder, int Part)> ahead)
    {
        var name = parts[part];
        if (name.Length == 0 || !IsOne(name))
        {
            var next = Path.Combine(folder, name);
            if (Path.Exists(next) || name.Length == 0) ahead.Push((next, part + 1));
            return null;
        }

        var any = name is "**";
        try
        {
            foreach (var entry in Directory.GetFileSystemEntries(folder.Length == 0 ? "." : folder).OrderDescending(StringComparer.Ordinal))
            {
                var child = Path.Combine(folder, Path.GetFileName(entry));
                if (FileNames.IsHidden(child) && !name.StartsWith('.')) continue;
                if (any && IsFolder(child)) ahead.Push((child, part));
                else if (any ? part == parts.Length - 1 : Fits(child, name)) ahead.Push((child, part + 1));
            }
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            return IngestRefusals.Unreadable(folder, e.Message);
        }

        if (any && part < parts.Length - 1) ahead.Push((folder, part + 1));
        return null;
    }

    private static bool Fits(string path, string name) =>
        FileSystemName.MatchesSimpleExpression(name, Path.GetFileName(path), ignoreCase: false);

    private static bool IsFolder(string path) => new DirectoryInfo(path) is { Exists: true, LinkTarget: null };
}
