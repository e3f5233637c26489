using Recoupe.Store;
using Recoupe.Tell;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Pipelines;

/// <summary>A ledger whose fingerprints are another version's is read anew, and one whose ties are not those of its texts is told.</summary>
public sealed class OtherVersionTests : IDisposable
{
    private readonly Folder folder = new();

    private string Ledger => folder["ledger.recoupe"];

    public OtherVersionTests()
    {
        using var pipeline = Pipeline.Open(Ledger);
        pipeline.Add([.. new[] { "01-ormel-barrage.txt", "02-echo-copie.txt", "10-echo-dementi.txt" }.Select(name => Path.Combine(StoryGold.Articles, name))]);
        pipeline.Ledger().Lineage.ShouldNotBeEmpty();
        pipeline.Verify().ShouldBeEmpty();
    }

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("verify")]
    [InlineData("export")]
    [InlineData("add")]
    public async Task Fingerprints_of_another_version_are_made_anew(string verb)
    {
        var before = Export();
        Change("UPDATE article SET fingerprint = $sealed", ("$sealed", Seal.Of([3, 1, 2])));
        string[] arguments = verb is "add" ? ["add", Ledger, Path.Combine(StoryGold.Articles, "01-ormel-barrage.txt"), "-q"] : [verb, Ledger];
        (await Asked.Of(arguments)).Status.ShouldBe(0);
        Export().ShouldBe(before);
        using var pipeline = Pipeline.OpenToRead(Ledger);
        pipeline.Verify().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DELETE FROM tie WHERE newer <> older")]
    [InlineData("DELETE FROM tie WHERE newer = (SELECT max(newer) FROM tie)")]
    public async Task A_tie_that_is_gone_is_told(string loss)
    {
        Change(loss);
        var verified = await Asked.Of("verify", Ledger);
        verified.Status.ShouldBe(1);
        verified.Error.ShouldContain("VERIFY-8");
    }

    [Fact]
    public void Ties_that_another_build_made_are_not_held_against_this_one()
    {
        Change("UPDATE article SET version = '0123'");
        Change("DELETE FROM tie WHERE newer <> older");
        Change("UPDATE changed SET count = count + 1"); // as whoever changes rows does, so that no cache is held against them
        using var pipeline = Pipeline.OpenToRead(Ledger);
        pipeline.Verify().ShouldBeEmpty();
    }

    private void Change(string sql, params (string Name, object Value)[] parameters)
    {
        using var connection = LedgerConnection.ToWrite(Ledger);
        using var command = connection.Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery().ShouldBeGreaterThan(0);
    }

    private byte[] Export()
    {
        using var pipeline = Pipeline.OpenToRead(Ledger);
        using var export = new MemoryStream();
        LedgerJson.Write(export, pipeline.Ledger());
        return export.ToArray();
    }
}
