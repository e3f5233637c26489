namespace Recoupe.Cli;

/// <summary>How large a heap of inputs is, for the progress line alone: an estimate made before anything is read.</summary>
internal static class InputSize
{
    // Links are left out: two that lead back to their own folder would be followed for ever.
    private static readonly EnumerationOptions Everywhere =
        new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };

    /// <summary>The bytes of the files and folders; 0, for not known, where a path is a glob.</summary>
    public static long Size(IEnumerable<string> paths)
    {
        var sum = 0L;
        foreach (var path in paths)
        {
            if (File.Exists(path)) sum += new FileInfo(path).Length;
            else if (Directory.Exists(path)) sum += new DirectoryInfo(path).EnumerateFiles("*", Everywhere).Where(IsPage).Sum(Length);
            else return 0;
        }

        return sum;
    }

    // A name that is no UTF-8 leads nowhere when it is asked again.
    private static long Length(FileInfo file) => file.Exists ? file.Length : 0;

    private static bool IsPage(FileInfo file) => Pipeline.IsReadInFolders(file.Name);
}
