namespace Recoupe.Cli.Files;

/// <summary>
/// A folder, with those above it, that is made for what is to be written; what was made goes again where nothing was put into it.
/// </summary>
internal sealed class MadeFolder : IDisposable
{
    private readonly List<string> _made = [];

    private MadeFolder()
    {
    }

    public static MadeFolder At(string path)
    {
        var folder = new MadeFolder();
        for (var at = Path.GetFullPath(path); at is not null && !Path.Exists(at); at = Path.GetDirectoryName(at)) folder._made.Add(at);
        Directory.CreateDirectory(path);
        return folder;
    }

    public void Dispose()
    {
        foreach (var folder in _made.TakeWhile(f => Directory.Exists(f) && !Directory.EnumerateFileSystemEntries(f).Any()))
            Directory.Delete(folder);
    }
}
