using System.Text;
using Recoupe.Tell;
using Recoupe.Tell.Pages;

namespace Recoupe.Cli.Files;

/// <summary>Puts a dossier's files into a folder, in place of those of an earlier one; whatever else lies there stays.</summary>
internal static class DossierFolder
{
    private const string Unfinished = ".unfinished"; // a folder beside the pages, so that they are put in place without being copied

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>
    /// Writes the files; the path of the page to open. They are made beside the folder's own first, and put in place of them when all are
    /// there: who is stopped before has the earlier dossier, whole.
    /// </summary>
    /// <exception cref="OperationCanceledException">It was stopped; the folder is as it was.</exception>
    public static string Write(string folder, IEnumerable<DossierFile> files, CancellationToken cancel = default)
    {
        Directory.CreateDirectory(folder);
        var unfinished = Path.Combine(folder, Unfinished);
        Discard(unfinished);
        try
        {
            PutInPlace(folder, unfinished, Make(unfinished, files, cancel));
        }
        finally
        {
            Discard(unfinished);
        }

        return Path.Combine(folder, Dossier.FirstPage);
    }

    private static List<string> Make(string unfinished, IEnumerable<DossierFile> files, CancellationToken cancel)
    {
        var made = new List<string>();
        foreach (var file in files)
        {
            cancel.ThrowIfCancellationRequested();
            var page = Path.Combine(unfinished, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(page)!);
            File.WriteAllText(page, file.Text, Utf8);
            made.Add(file.Path);
        }

        return made;
    }

    // The page to open comes last: it leads to no page that is not there.
    private static void PutInPlace(string folder, string unfinished, List<string> made)
    {
        foreach (var path in made.OrderBy(path => path is Dossier.FirstPage))
        {
            var place = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(Path.Combine(unfinished, path), place, overwrite: true);
        }

        var written = made.ToHashSet(StringComparer.Ordinal);
        foreach (var stale in Directory.EnumerateFiles(folder, "*.html")
            .Where(f => Dossier.IsPage(Path.GetFileName(f)) && !written.Contains(Path.GetFileName(f))))
            File.Delete(stale);
    }

    private static void Discard(string unfinished)
    {
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
    }
}
