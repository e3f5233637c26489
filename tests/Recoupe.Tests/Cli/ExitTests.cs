using Recoupe.Cli;
using Recoupe.Tell;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Cli;

public sealed class ExitTests
{
    private static readonly string Story = Path.Combine(StoryGold.Articles, "01-ormel-barrage.txt");

    [Theory]
    [InlineData("bogus")]
    [InlineData("run")]
    [InlineData("run", "a.txt", "--bogus")]
    [InlineData("run", "a.txt", "--lang", "xx")]
    [InlineData("run", "a.txt", "--threads", "-1")]
    [InlineData("run", "a.txt", "--threads", "many")]
    [InlineData("export", "a.recoupe", "--format", "csv")]
    [InlineData("export", "a.recoupe", "--format", "xml")]
    [InlineData("read", "a.txt", "--words", "b.conllu")]
    [InlineData("read", "a.txt", "--conllu", "--json")]
    [InlineData("check", "", "a.txt")]
    [InlineData("check", " ?! « » ", "a.txt")]
    [InlineData("compare", "Le pont est fermé.", "…")]
    [InlineData("names", "", "Jean")]
    [InlineData("run", "a.txt", "--question", " ")]
    [InlineData("dossier", "a.recoupe", "--question", "?")]
    public async Task Unusable_arguments_exit_2_and_say_where_help_is(params string[] args)
    {
        var asked = await Asked.Of(args);
        asked.Status.ShouldBe(2);
        asked.Error.ShouldContain("--help");
        asked.Output.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("run")]
    [InlineData("run", "a.txt", "--bogus")]
    [InlineData("run", "a.txt", "--out")]
    [InlineData("run", "a.txt", "--out", "a", "--out", "b")]
    [InlineData("run", "a.txt", "--out", "--quiet")]
    [InlineData("run", "a.txt", "--threads", "-1")]
    [InlineData("run", "a.txt", "--threads", "many")]
    [InlineData("run", "a.txt", "--question", "")]
    [InlineData("export", "a.recoupe", "--format", "xml")]
    [InlineData("export", "a.recoupe", "b.recoupe")]
    [InlineData("names", "A", "B", "--type", "ship")]
    [InlineData("check", "", "a.txt")]
    [InlineData("names", "?", "B")]
    [InlineData("watch", "a.xml", "--every", "soon")]
    [InlineData("decide", "a.recoupe", "marry", "x")]
    [InlineData("completion", "tcsh")]
    public async Task A_mistake_is_told_in_French_where_that_is_asked_for(params string[] args)
    {
        var (french, english) = (await Asked.Of([args[0], "--lang", "fr", .. args[1..]]), await Asked.Of([args[0], "--lang", "en", .. args[1..]]));
        (french.Status, english.Status).ShouldBe((2, 2));
        french.Error.Split('\n').Where(l => l.StartsWith("recoupe: ", StringComparison.Ordinal)).ShouldNotBeEmpty();
        french.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !l.StartsWith('\t')).Intersect(english.Error.Split('\n'), StringComparer.Ordinal).ShouldBeEmpty();
        english.Error.ShouldNotContain("System.");
    }

    [Fact]
    public async Task A_sentence_that_begins_with_a_sign_of_address_is_a_sentence()
    {
        var asked = await Asked.Of("check", "@maire Le barrage de Kaltrova est fermé.", Story);
        (asked.Status, asked.Error).ShouldBe((0, ""));
    }

    [Fact]
    public async Task A_folder_without_an_article_is_refused_by_code()
    {
        using var folder = new Folder();
        var asked = await Asked.Of("read", folder.Path);
        asked.Status.ShouldBe(1);
        asked.Error.ShouldContain("INGEST-14");
    }

    [Fact]
    public async Task A_ledger_that_is_none_exits_2_with_a_code()
    {
        using var folder = new Folder();
        var asked = await Asked.Of("export", folder.File("letter.recoupe", "Dear editor, this is no ledger at all. " + new string('x', 4096)));
        asked.Status.ShouldBe(2);
        asked.Error.ShouldStartWith("STORE-1: ");
    }

    [Fact]
    public async Task A_missing_ledger_exits_2_and_is_not_made()
    {
        using var folder = new Folder();
        (await Asked.Of("verify", folder["none.recoupe"])).Status.ShouldBe(2);
        File.Exists(folder["none.recoupe"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_exits_2_with_a_code()
    {
        using var folder = new Folder();
        var asked = await Asked.Of("run", Story, "--out", Path.Combine(folder.File("file", ""), "below"));
        asked.Status.ShouldBe(2);
        asked.Error.ShouldStartWith("OUT-1: ");
    }

    [Fact]
    public async Task Where_everything_is_refused_nothing_is_written()
    {
        using var folder = new Folder();
        var asked = await Asked.Of("run", folder.File("a.pdf", "%PDF-1.7"), "--out", folder["out"], "--lang", "en");
        asked.Status.ShouldBe(1);
        asked.Error.ShouldContain("INGEST-33: ");
        asked.Output.ShouldContain("Nothing could be read, so nothing was written.");
        Directory.Exists(folder["out"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_folder_that_was_there_stays_and_those_that_were_made_for_nothing_go()
    {
        using var folder = new Folder();
        var refused = folder.File("a.pdf", "%PDF-1.7");
        Directory.CreateDirectory(folder["there"]);
        foreach (var into in (string[])["there", "there/a/b/c"]) (await Asked.Of("run", refused, "--out", folder[into])).Status.ShouldBe(1);
        Directory.EnumerateFileSystemEntries(folder["there"]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(typeof(InvalidOperationException), 70, "FAULT: InvalidOperationException")]
    [InlineData(typeof(OperationCanceledException), 130, "")]
    [InlineData(typeof(UnauthorizedAccessException), 2, "OUT-1")]
    public void What_ends_a_run_is_told_in_short(Type exception, int status, string start)
    {
        var error = new StringWriter();
        ((int?)Faults.Told((Exception)Activator.CreateInstance(exception)!, error, Locale.For("en"))).ShouldBe(status);
        error.ToString().ShouldStartWith(start);
        error.ToString().ShouldNotContain("   at ");
    }

    [Fact]
    public void A_full_disk_exits_1_and_says_that_the_ledger_is_kept()
    {
        var error = new StringWriter();
        Faults.Told(new IOException("No space left on device", 28), error, Locale.For("en")).ShouldBe(Exit.Partly);
        error.ToString().ShouldStartWith("OUT-2: No space left on device.");
        Faults.Told(new LedgerException("STORE-3", "the disk is full", "free some room"), new StringWriter(), Locale.For("en")).ShouldBe(Exit.Partly);
        Faults.Told(new LedgerException("STORE-2", "a newer ledger", "install it"), new StringWriter(), Locale.For("en")).ShouldBe(Exit.Unusable);
    }
}
