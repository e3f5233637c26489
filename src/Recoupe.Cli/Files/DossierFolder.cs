using System.Text;
using Recoupe.Tell;
using Recoupe.Tell.Pages;

namespace Recoupe.Cli.Files;

/// <summary>Puts a dossier's files into a folder, in place of those of an earlier one; whatever else lies there stays.</summary>
internal static class DossierFolder
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the files; the path of the page to open.</summary>
    public static string Write(string folder, IEnumerable<DossierFile> files)
    {
        Directory.CreateDirectory(folder);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            OutputFile.ToFile(Path.Combine(folder, file.Path), stream => stream.Write(Utf8.GetBytes(file.Text)));
            written.Add(file.Path);
        }

        foreach (var stale in Directory.EnumerateFiles(folder, "*.html")
            .Where(f => Dossier.IsPage(Path.GetFileName(f)) && !written.Contains(Path.GetFileName(f))))
            File.Delete(stale);
        return Path.Combine(folder, Dossier.FirstPage);
    }
}
