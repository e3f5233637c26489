using System.Security;

namespace Recoupe.Ingest.Files;

/// <summary>Finds the files that paths name. Remembers what it has found: a file or folder reached twice is given once.</summary>
internal sealed class FileSearch
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>The files a path names: itself, those of a folder, or those a glob matches.</summary>
    public IEnumerable<Outcome<FoundFile>> Find(string path)
    {
        if (File.Exists(path)) return Named(path);
        if (Directory.Exists(path)) return Walk(path);
        if (Glob.IsOne(path)) return Matching(path);
        return [IngestRefusals.Missing(path)];
    }

    private IEnumerable<Outcome<FoundFile>> Matching(string pattern)
    {
        var any = false;
        foreach (var match in Glob.Matches(pattern))
        {
            any = true;
            if (match.Rejection is { } refused) yield return refused;
            else foreach (var found in Directory.Exists(match.Value!) ? Walk(match.Value!) : Named(match.Value!)) yield return found;
        }

        if (!any) yield return IngestRefusals.NothingMatches(pattern);
    }

    // A shell's own `folder/*` names sidecars too.
    private IEnumerable<Outcome<FoundFile>> Named(string path)
    {
        if (FileNames.IsSidecar(path)) return [];
        if (RealPath.Of(path) is not { } real) return [IngestRefusals.LinkCircle(path)];
        return _seen.Add(real) ? [new FoundFile(path, real, ContentForm.Of(real, FileNames.FormOf(path)))] : [];
    }

    private IEnumerable<Outcome<FoundFile>> Walk(string folder)
    {
        var any = _seen.Contains(RealPath.Of(folder) ?? folder);
        foreach (var found in Within(folder))
        {
            any = true;
            yield return found;
        }

        if (!any) yield return IngestRefusals.NothingInside(folder);
    }

    private IEnumerable<Outcome<FoundFile>> Within(string folder)
    {
        var ahead = new Stack<string>([folder]);
        while (ahead.TryPop(out var path))
        {
            if (RealPath.Of(path) is not { } real)
            {
                yield return IngestRefusals.LinkCircle(path);
            }
            else if (Directory.Exists(path))
            {
                if (LeadsUp(path, real)) yield return IngestRefusals.LinkCircle(path);
                else if (_seen.Add(real) && Push(path, ahead) is { } refused) yield return refused;
            }
            else if (_seen.Add(real))
            {
                yield return Judged(path, real);
            }
        }
    }

    private static Outcome<FoundFile> Judged(string path, string real) => FileNames.FormOf(path) switch
    {
        _ when !File.Exists(path) => IngestRefusals.Missing(path),
        FileForm.Unknown => FileSignature.OfFile(real) is { } format
            ? IngestRefusals.OtherFormat(path, format)
            : IngestRefusals.UnknownEnding(path),
        var form => new FoundFile(path, real, ContentForm.Of(real, form)),
    };

    // A link to a folder it lies in would be walked for ever.
    private static bool LeadsUp(string path, string real) =>
        RealPath.Of(Path.GetDirectoryName(Path.GetFullPath(path)) ?? path) is { } parent
        && new DirectoryInfo(path).LinkTarget is not null
        && RealPath.LiesIn(parent, real);

    private static Rejection? Push(string folder, Stack<string> ahead)
    {
        try
        {
            foreach (var entry in Directory.GetFileSystemEntries(folder).OrderDescending(StringComparer.Ordinal))
            {
                if (!FileNames.IsPassedOver(entry)) ahead.Push(entry);
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            return IngestRefusals.Unreadable(folder, e.Message);
        }
    }
}
