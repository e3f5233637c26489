using Recoupe.Cli.Files;
using Recoupe.Tell;

namespace Recoupe.Tests.Cli;

public sealed class DossierFolderTests
{
    [Fact]
    public void An_earlier_dossiers_pages_go_and_everything_else_stays()
    {
        using var folder = new Folder();
        folder.File("claim-0123456789abcdef.html", "an earlier dossier's");
        string[] others = ["article-1.html", "once-upon-a-time.html", "claim-0123456789abcdef.txt", "notes.html"];
        foreach (var other in others)
            folder.File(other, "somebody's");

        DossierFolder.Write(folder.Path, [new DossierFile("index.html", "new")]);

        File.Exists(folder["claim-0123456789abcdef.html"]).ShouldBeFalse();
        others.ShouldAllBe(other => File.Exists(folder[other]));
    }

    [Fact]
    public void Who_is_stopped_keeps_the_earlier_dossier_whole()
    {
        using var folder = new Folder();
        DossierFolder.Write(folder.Path, [new DossierFile("index.html", "old"), new DossierFile("claim-0123456789abcdef.html", "old")]);
        var stop = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => DossierFolder.Write(folder.Path, Pages(stop), stop.Token));
        Directory.EnumerateFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["claim-0123456789abcdef.html", "index.html"]);
        Directory.EnumerateFiles(folder.Path).ShouldAllBe(file => File.ReadAllText(file) == "old");
        Directory.EnumerateDirectories(folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void What_was_left_unfinished_goes_with_the_next_one()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder[".unfinished"]);
        folder.File(".unfinished/index.html", "half");
        DossierFolder.Write(folder.Path, [new DossierFile("index.html", "new")]);
        File.ReadAllText(folder["index.html"]).ShouldBe("new");
        Directory.EnumerateDirectories(folder.Path).ShouldBeEmpty();
    }

    private static IEnumerable<DossierFile> Pages(CancellationTokenSource stop)
    {
        yield return new("index.html", "new");
        stop.Cancel();
        yield return new("claim-0123456789abcdef.html", "new");
    }
}
