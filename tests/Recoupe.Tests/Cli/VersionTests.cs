using Recoupe.Cli;
using Recoupe.Tell.Pages;

namespace Recoupe.Tests.Cli;

public sealed class VersionTests
{
    [Fact]
    public async Task It_says_its_version_its_commit_and_its_models()
    {
        var said = await Asked.Of("--version");
        said.Status.ShouldBe(0);
        var lines = said.Output.TrimEnd().Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldBe($"recoupe {Dossier.Version}");
        lines[1].ShouldMatch("^commit ([0-9a-f]{12}|unknown)$");
        lines[2].ShouldMatch(@"^models [0-9a-f]{12} \(en, fr\)$");
    }

    [Theory]
    [InlineData("1.2.3+0123456789abcdef0123", "1.2.3", "0123456789ab")]
    [InlineData("1.2.3-dev+012345", "1.2.3-dev", "012345")]
    [InlineData("1.2.3", "1.2.3", "unknown")]
    public void The_commit_stands_behind_the_plus(string informational, string version, string commit) =>
        ProgramVersion.Parted(informational).ShouldBe((version, commit));
}
