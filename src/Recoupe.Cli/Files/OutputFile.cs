using System.Text;

namespace Recoupe.Cli.Files;

/// <summary>Where what is written as bytes goes.</summary>
internal static class OutputFile
{
    /// <summary>What <paramref name="write"/> writes, as text.</summary>
    public static string Text(Action<Stream> write)
    {
        using var bytes = new MemoryStream();
        write(bytes);
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>Writes a file so that it is there whole or, where the disk or the process fails, as it was.</summary>
    public static void ToFile(string path, Action<Stream> write)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        if (Pipeline.IsOtherThanFile(path)) throw new IOException($"{path} is no file, but a pipe or a device");
        var unfinished = path + ".part";
        try
        {
            File.Delete(unfinished);
            using (var file = new FileStream(unfinished, FileMode.CreateNew)) write(file);
            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }
    }
}
