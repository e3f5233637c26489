using System.Text;
using Microsoft.Data.Sqlite;
using Recoupe.Store;
using Recoupe.Tell;
using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Pipelines;

/// <summary>
/// A ledger that Recoupe 0.1 made (<c>old/0.1.ledger</c>: three invented pages, a fourth that was forgotten, a rating and a new wording) opens, is read anew from its pages, and
/// keeps its decisions.
/// </summary>
public sealed class OlderLedgerTests : IDisposable
{
    private const string Journal = "fc90e424fa5f41a5";

    private readonly TemporaryFolder _folder = new();

    private string Ledger => _folder.Path("ledger.recoupe");

    public OlderLedgerTests()
    {
        var old = Path.Combine(AppContext.BaseDirectory, "Pipelines", "old");
        File.Copy(Path.Combine(old, "0.1.ledger"), Ledger);
        File.Copy(Path.Combine(old, "0.1.decisions.jsonl"), Ledger + ".decisions.jsonl");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_read_anew_and_equals_a_ledger_of_its_pages_made_today()
    {
        var today = _folder.Path("today.recoupe");
        using (var made = Pipeline.Open(today)) made.Add(PagesOf(Ledger), null, default);
        File.Copy(Ledger + ".decisions.jsonl", today + ".decisions.jsonl");
        Export(Ledger).ShouldBe(Export(today));
    }

    [Fact]
    public void Nothing_in_it_is_at_fault_afterwards()
    {
        using var pipeline = Pipeline.OpenToRead(Ledger);
        pipeline.Verify().ShouldBeEmpty();
        pipeline.Count().ShouldBe(3);
        pipeline.PassedOver().ShouldBeEmpty();
    }

    [Fact]
    public void No_decision_is_lost()
    {
        using var pipeline = Pipeline.OpenToRead(Ledger);
        var decisions = pipeline.Ledger().Decisions;
        decisions.Length.ShouldBe(2);
        decisions.ShouldAllBe(d => d.State == DecisionState.Applied || d.State == DecisionState.Review);
        decisions.ShouldContain(d => d.State == DecisionState.Applied && d.Decision.Act == DecisionAct.Rate);
        pipeline.Ledger().Claims.ShouldContain(c => c.Text == "Le pont de Sarle sera rouvert avant l'hiver");
    }

    [Fact]
    public void It_grows_and_takes_decisions()
    {
        using var pipeline = Pipeline.Open(Ledger, create: false);
        pipeline.Add([_folder.Write("new.txt", "Le bac de Sarle\n\nLe maire de Sarle, Paul Roche, affirme que le bac sera gratuit.")]).Added.ShouldBe(1);
        var claim = pipeline.Ledger().Claims.First(c => c.Text.Contains("bac", StringComparison.Ordinal));
        pipeline.Decide(DecisionAct.Rate, [claim.Id], "3", "Une affiche", "redaction").Value.ShouldNotBeNull();
        pipeline.Ledger().Decisions.Length.ShouldBe(3);
        pipeline.Count().ShouldBe(4);
    }

    [Fact]
    public void Only_the_first_opening_reads_it_anew()
    {
        Pipeline.Open(Ledger, create: false).Dispose();
        var bytes = File.ReadAllBytes(Ledger);
        Export(Ledger);
        File.ReadAllBytes(Ledger).ShouldBe(bytes);
    }

    [Fact]
    public void What_was_forgotten_stays_so_and_what_is_forgotten_now_leaves_no_bytes()
    {
        var packed = PackedPage(Journal);
        using (var pipeline = Pipeline.Open(Ledger, create: false))
        {
            var again = pipeline.Add([_folder.Write("4-oubli.txt", Forgotten)]);
            again.Refused.ShouldHaveSingleItem().Code.ShouldBe("STORE-12");
            pipeline.Forget(Journal).Value.ShouldNotBeNull();
        }

        File.ReadAllBytes(Ledger).AsSpan().IndexOf(packed).ShouldBe(-1);
        using var file = LedgerFile.ToRead(Ledger);
        file.PageIds().Length.ShouldBe(2);
    }

    [Fact]
    public void A_page_that_was_not_kept_is_read_again_from_its_text()
    {
        Run($"UPDATE page SET bytes = x'' WHERE article = '{Journal}'");
        using var pipeline = Pipeline.OpenToRead(Ledger);
        pipeline.Filed(new(Journal))!.Findings.Statements.ShouldNotBeEmpty();
        pipeline.Verify().ShouldBeEmpty();
    }

    [Fact]
    public void Where_it_may_not_be_written_it_says_what_it_needs_and_is_left_whole()
    {
        Directory.CreateDirectory(Ledger + ".lock"); // there is no writing beside it
        var refused = Should.Throw<LedgerException>(() => Pipeline.OpenToRead(Ledger));
        refused.Code.ShouldBe("STORE-9");
        refused.Message.ShouldContain("older recoupe");
        refused.Advice.ShouldContain("where it may be written");
        Directory.Delete(Ledger + ".lock");
        Export(Ledger).ShouldNotBeEmpty();
    }

    [Fact]
    public void One_that_was_cut_off_while_it_was_read_anew_goes_on()
    {
        LedgerFile.Open(Ledger, create: false).Dispose(); // its tables are of this version, its articles are not read
        using var pipeline = Pipeline.OpenToRead(Ledger);
        pipeline.Ledger().Claims.ShouldNotBeEmpty();
    }

    private const string Forgotten =
        "Une note à oublier\n\nLe boulanger Karl Zinn affirme que la farine manquera au moulin de Vessa. Personne ne le croit, selon le meunier Ivo Brandt.\n";

    private static List<Outcome<Page>> PagesOf(string ledger)
    {
        using var file = LedgerFile.Open(ledger, create: false);
        return [.. file.PageIds().Select(id => (Outcome<Page>)file.Page(id)!)];
    }

    private static string Export(string ledger)
    {
        using var pipeline = Pipeline.OpenToRead(ledger);
        using var stream = new MemoryStream();
        LedgerJson.Write(stream, pipeline.Ledger());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private byte[] PackedPage(string article)
    {
        using var raw = Raw();
        using var command = raw.CreateCommand();
        command.CommandText = $"SELECT bytes FROM page WHERE article = '{article}'";
        return (byte[])command.ExecuteScalar()!;
    }

    private void Run(string sql)
    {
        using var raw = Raw();
        using var command = raw.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteConnection Raw()
    {
        var raw = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        raw.Open();
        return raw;
    }
}
