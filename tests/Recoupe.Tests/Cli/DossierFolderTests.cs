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
}
