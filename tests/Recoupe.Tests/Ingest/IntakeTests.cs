using System.Diagnostics;
using System.Text;
using Recoupe.Ingest;
using Recoupe.Ingest.Files;

namespace Recoupe.Tests.Ingest;

public sealed class IntakeTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static (Page[] Pages, string[] Codes) Take(params string[] paths)
    {
        var outcomes = Intake.Pages(paths).ToArray();
        return ([.. outcomes.Where(o => o.Value is not null).Select(o => o.Value!)], [.. outcomes.Where(o => o.Rejection is not null).Select(o => o.Rejection!.Code)]);
    }

    [Fact]
    public void A_folder_is_read_in_ordinal_order_with_its_subfolders()
    {
        folder.Write("b.txt", "b");
        folder.Write("a/z.md", "z");
        folder.Write("é.html", "<p>é");
        folder.Write("B.txt", "B");
        var (pages, codes) = Take(folder.Root);
        pages.Select(p => p.Name).ShouldBe(["B", "z", "b", "é"]);
        pages.Select(p => p.Kind).ShouldBe([PageKind.Text, PageKind.Markdown, PageKind.Text, PageKind.Html]);
        codes.ShouldBeEmpty();
    }

    [Fact]
    public void Paths_keep_the_order_in_which_they_are_given()
    {
        var b = folder.Write("b.txt", "b");
        var a = folder.Write("a.txt", "a");
        Take(b, a).Pages.Select(p => p.Path).ShouldBe([b, a]);
    }

    [Fact]
    public void Hidden_files_sidecars_and_the_parts_of_a_saved_page_are_passed_over()
    {
        folder.Write(".hidden.txt", "x");
        folder.Write(".git/a.txt", "x");
        folder.Write("a.meta.json", "{}");
        folder.Write("a_files/style.css", "x");
        folder.Write("README.md", "What the folder holds.");
        folder.Write("a.txt", "a");
        var (pages, codes) = Take(folder.Root);
        pages.Length.ShouldBe(1);
        codes.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_given_twice_or_reached_by_two_links_is_one()
    {
        var file = folder.Write("a.txt", "a");
        File.CreateSymbolicLink(folder.Path("b.txt"), file);
        Take(file, folder.Root, file, folder.Path("b.txt")).Pages.Length.ShouldBe(1);
    }

    [Fact]
    public void A_glob_names_the_files_it_matches()
    {
        folder.Write("a1.txt", "1");
        folder.Write("a2.txt", "2");
        folder.Write("b1.txt", "3");
        folder.Write("deep/er/a3.txt", "4");
        Take(folder.Path("a*.txt")).Pages.Select(p => p.Name).ShouldBe(["a1", "a2"]);
        Take(folder.Path("?1.txt")).Pages.Select(p => p.Name).ShouldBe(["a1", "b1"]);
        Take(folder.Path("**/a*.txt")).Pages.Select(p => p.Name).ShouldBe(["a1", "a2", "a3"], ignoreOrder: true);
    }

    [Fact]
    public void A_page_of_a_hundred_megabytes_is_refused_without_being_read()
    {
        var path = folder.Write("a.html", "<p>");
        using (var file = File.OpenWrite(path)) file.SetLength(100L << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Take(path).Codes.ShouldBe(["INGEST-6"]);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(PageLimits.LargestPage);
    }

    [Fact]
    public void A_name_that_looks_like_a_pattern_is_a_file_first()
    {
        var file = folder.Write("what?.txt", "a");
        folder.Write("whats.txt", "b");
        Take(file).Pages.Single().Path.ShouldBe(file);
    }

    [Fact]
    public void An_id_is_that_of_the_url_a_line_feed_and_the_bytes()
    {
        var plain = folder.Write("a.txt", "mill");
        folder.Write("b.txt", "mill");
        folder.Write("b.meta.json", """{ "url": "https://example.org/1" }""");
        var (pages, _) = Take(plain, folder.Path("b.txt"));
        pages[0].Id.ShouldBe(ArticleId.Of(null, "mill"u8));
        pages[1].Id.ShouldBe(ArticleId.Of("https://example.org/1", "mill"u8));
    }

    [Fact]
    public void A_sidecar_tells_what_the_page_does_not()
    {
        folder.Write("a.html", "<p>a");
        folder.Write("a.meta.json", """{"url":"https://example.org/1","published":"2022-04-07T10:00:00Z","title":" T ","authors":["A","B"],"language":"fr-FR","site":"S"}""");
        var given = Take(folder.Root).Pages.Single().Given;
        given.ShouldSatisfyAllConditions(
            g => g.Url.ShouldBe("https://example.org/1"),
            g => g.Published.ShouldBe("2022-04-07"),
            g => g.Title.ShouldBe("T"),
            g => g.Authors.ShouldBe(["A", "B"]),
            g => g.Language.ShouldBe("fr"),
            g => g.Site.ShouldBe("S"));
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[1]")]
    [InlineData("")]
    public void A_broken_sidecar_is_refused_and_the_article_kept(string sidecar)
    {
        folder.Write("a.txt", "a");
        folder.Write("a.meta.json", sidecar);
        var (pages, codes) = Take(folder.Root);
        pages.Single().Given.ShouldBe(PageFacts.None);
        codes.ShouldBe(["INGEST-13"]);
    }

    [Fact]
    public void Front_matter_tells_what_a_sidecar_would()
    {
        folder.Write("a.md", "---\r\ntitle: The mill\r\nauthors:\r\n  - A\r\n  - B\r\ndate: 2022-04-07\r\nnested: {a: {b: c}}\r\nurl: https://example.org/1\r\n---\r\n\r\nIt burned.\r\n");
        var given = Take(folder.Root).Pages.Single().Given;
        given.Title.ShouldBe("The mill");
        given.Authors.ShouldBe(["A", "B"]);
        given.Published.ShouldBe("2022-04-07");
        given.Url.ShouldBe("https://example.org/1");
    }

    [Fact]
    public void Broken_front_matter_is_refused_and_the_article_kept()
    {
        folder.Write("a.md", "---\ntitle: \"unclosed\nbody: x\n---\nIt burned.\n");
        var (pages, codes) = Take(folder.Root);
        pages.Length.ShouldBe(1);
        codes.ShouldBe(["INGEST-13"]);
    }

    [Fact]
    public void Front_matter_nested_without_end_is_no_danger()
    {
        folder.Write("a.md", $"---\na: {new string('[', 8_000)}\n---\nIt burned.\n");
        Take(folder.Root).Pages.Length.ShouldBe(1);
    }

    [Fact]
    public void An_address_that_is_not_of_the_web_is_not_taken()
    {
        folder.Write("a.txt", "a");
        folder.Write("a.meta.json", """{"url":"javascript:alert(1)"}""");
        Take(folder.Root).Pages.Single().Given.Url.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"text":"t","url":"https://e.org/1","published":"2022-04-07","site":"S","title":"T","language":"fr"}""")]
    [InlineData("""{"maintext":"t","url":"https://e.org/1","date_publish":"2022-04-07 08:00:00","source_domain":"S","title":"T","language":"fr"}""")]
    [InlineData("""{"raw_text":"r","text":"t","source":"https://e.org/1","date":"2022-04-07","hostname":"S","title":"T","language":"fr"}""")]
    [InlineData("""{"articleBody":"t","url":"https://e.org/1","datePublished":"2022-04-07T23:30:00-05:00","publisher":{"name":"S"},"headline":"T","lang":"FR"}""")]
    public void Records_are_read_under_the_names_that_scrapers_write(string record)
    {
        folder.Write("heap.jsonl", record);
        var page = Take(folder.Root).Pages.Single();
        Encoding.UTF8.GetString(page.Bytes.AsSpan()).ShouldBe("t");
        page.Given.ShouldBe(new PageFacts("https://e.org/1", "S", "T", page.Given.Authors, "2022-04-07", "fr"));
        page.Name.ShouldBe("heap-1");
        page.Path.ShouldEndWith("heap.jsonl#1");
    }

    [Fact]
    public void A_broken_record_is_refused_by_its_line_and_the_rest_goes_on()
    {
        var path = folder.Write("heap.jsonl", "{\"text\":\"a\",\"id\":\"first\"}\r\n\r\n{\"text\":\n{\"title\":\"no text\"}\n[]\n{\"text\":\"\\ud800\"}\n{\"text\":\"é\"}");
        var outcomes = Intake.Pages([path]).ToArray();
        outcomes.Select(o => o.Value?.Name ?? o.Rejection!.Code).ShouldBe(["first", "INGEST-10", "INGEST-11", "INGEST-10", "INGEST-10", "heap-7"]);
        outcomes[1].Rejection!.Input.ShouldBe(path + "#3");
        outcomes[^1].Value!.Id.ShouldBe(ArticleId.Of(null, Encoding.UTF8.GetBytes("é")));
    }

    [Fact]
    public void A_json_file_holds_one_record_or_an_array_of_them()
    {
        folder.Write("one.json", """{"text":"a"}""");
        folder.Write("two.json", """[{"text":"b"},{"text":"c","id":"see"}]""");
        folder.Write("x.json", "nonsense");
        var (pages, codes) = Take(folder.Root);
        pages.Select(p => p.Name).ShouldBe(["one", "two-1", "see"]);
        codes.ShouldBe(["INGEST-10"]);
    }

    [Theory]
    [InlineData("../../x", "_.._x")]
    [InlineData("a\nb\"c\u0007", "a_b_c_")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("..", "article")]
    [InlineData("", "article")]
    [InlineData("abc\u202Egpj", "abc_gpj")]
    [InlineData("L’été à Kyiv", "L’été à Kyiv")]
    public void A_name_is_made_safe(string id, string name) => SafeName.Of(id).ShouldBe(name);

    [Fact]
    public void A_name_is_cut_to_what_file_systems_take()
    {
        SafeName.Of(new string('é', 500)).Length.ShouldBe(100);
        Encoding.UTF8.GetByteCount(SafeName.Of(new string('漢', 500))).ShouldBeLessThanOrEqualTo(200);
    }

    [Fact]
    public void A_file_whose_name_has_quotes_and_newlines_is_read()
    {
        var path = folder.Write("a\"b\nc.txt", "a");
        Take(path).Pages.Single().Name.ShouldBe("a_b_c");
    }

    [Fact]
    public void A_path_that_leads_nowhere_and_a_pattern_that_matches_nothing_are_refused() =>
        Take(folder.Path("none.txt"), folder.Path("*.txt")).Codes.ShouldBe(["INGEST-1", "INGEST-2"]);

    [Fact]
    public void What_is_not_text_is_refused_with_what_to_do_and_the_rest_goes_on()
    {
        folder.Write("a.txt", "");
        folder.Write("b.txt", [1, 2, 3, 0, 5]);
        folder.Write("c.pdf", "%PDF-1.7");
        folder.Write("d.txt", "%PDF-1.7");
        folder.Write("e.7z", [.. "7z"u8, 0xBC, 0xAF]);
        folder.Write("f.html", [0x1F, 0x8B, 8, 0]);
        folder.Write("g.xyz", "?");
        folder.Write("h.txt", "good");
        var outcomes = Intake.Pages([folder.Root]).ToArray();
        outcomes.Select(o => o.Value?.Name ?? o.Rejection!.Code)
            .ShouldBe(["INGEST-5", "INGEST-8", "INGEST-33", "INGEST-33", "INGEST-7", "INGEST-7", "INGEST-9", "h"]);
        outcomes[2].Rejection!.Advice.ShouldContain("save it again");
        outcomes[4].Rejection!.Advice.ShouldContain("Unpack");
        outcomes.Where(o => o.Rejection is not null).ShouldAllBe(o => o.Rejection!.Advice.Length > 0 && o.Rejection.Message.Length > 0);
    }

    [Fact]
    public void A_file_named_outright_is_read_whatever_its_ending()
    {
        Take(folder.Write("story", "Text.")).Pages.Single().Kind.ShouldBe(PageKind.Text);
        Take(folder.Write("page.php", "\n<!DOCTYPE html><p>Text.")).Pages.Single().Kind.ShouldBe(PageKind.Html);
    }

    [Fact]
    public void Ill_formed_bytes_and_UTF_16_are_accepted() =>
        Take(folder.Write("a.txt", [0xE9, 0x74, 0xE9]), folder.Write("b.txt", [0xFF, 0xFE, 0x61, 0x00])).Pages.Length.ShouldBe(2);

    [Fact]
    public void A_page_over_the_limit_is_refused_and_one_line_of_just_under_it_is_not()
    {
        var (pages, codes) = Take(
            folder.Write("over.txt", new string('a', PageLimits.LargestPage + 1)),
            folder.Write("under.txt", new string('a', PageLimits.LargestPage - 1)));
        pages.Single().Name.ShouldBe("under");
        codes.ShouldBe(["INGEST-6"]);
    }

    [Fact]
    public void A_record_whose_line_never_ends_is_refused_without_being_held()
    {
        var path = folder.Path("long.jsonl");
        using (var file = File.Create(path))
        {
            file.SetLength((3L * PageLimits.LargestPage) + 100); // NULs, a line of them
            file.Seek(0, SeekOrigin.End);
            file.Write("\n{\"text\":\"after\"}\n"u8);
        }

        var (pages, codes) = Take(path);
        codes.ShouldBe(["INGEST-12"]);
        pages.Single().Name.ShouldBe("long-2");
    }

    [Fact]
    public void Links_that_lead_in_a_circle_are_refused()
    {
        folder.Write("a.txt", "a");
        Directory.CreateDirectory(folder.Path("deep"));
        Directory.CreateSymbolicLink(folder.Path("deep/up"), folder.Root);
        File.CreateSymbolicLink(folder.Path("self.txt"), folder.Path("self.txt"));
        var (pages, codes) = Take(folder.Root, folder.Path("self.txt"));
        pages.Length.ShouldBe(1);
        codes.ShouldBe(["INGEST-4", "INGEST-4", "INGEST-4"]);
    }

    [Fact]
    public void Pipes_and_devices_are_never_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "named pipes are made with mkfifo");
        var pipe = folder.Path("pipe.txt");
        using (var make = Process.Start("mkfifo", pipe)) make.WaitForExit();
        File.CreateSymbolicLink(folder.Path("zero.txt"), "/dev/zero");
        Take(folder.Root, "/dev/zero").Codes.ShouldBe(["INGEST-5", "INGEST-5"]);
    }

    [Fact]
    public void What_may_not_be_read_is_refused_and_the_rest_goes_on()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("permissions are those of Linux");
            return;
        }

        Directory.CreateDirectory(folder.Path("locked"));
        var secret = folder.Write("secret.txt", "x");
        folder.Write("z.txt", "z");
        File.SetUnixFileMode(folder.Root, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(folder.Path("locked"), UnixFileMode.None);
        File.SetUnixFileMode(secret, UnixFileMode.None);
        var (pages, codes) = Unprivileged.Run(() => Take(folder.Root));
        File.SetUnixFileMode(folder.Path("locked"), (UnixFileMode)0b111_101_101);
        codes.ShouldBe(["INGEST-3", "INGEST-3"]);
        pages.Single().Name.ShouldBe("z");
    }

    [Fact]
    public void A_file_of_a_hundred_megabytes_is_refused_unread_and_the_next_is_read()
    {
        var huge = folder.Path("a.html");
        using (var file = File.Create(huge)) file.SetLength(100 * 1024 * 1024);
        var outcomes = Intake.Pages([huge, folder.Write("b.html", "<p>b</p>")]).ToArray();
        outcomes[0].Rejection!.Code.ShouldBe("INGEST-6");
        outcomes[1].Value.ShouldNotBeNull();
    }

    [Fact]
    public void Pages_come_one_at_a_time()
    {
        var file = folder.Write("heap.jsonl", $"{{\"text\":\"a\"}}\n{string.Concat(Enumerable.Repeat($"{{\"text\":\"{new string('b', 1000)}\"}}\n", 1000))}");
        using var pages = Intake.Pages([file, folder.Path("later.txt")]).GetEnumerator();
        pages.MoveNext().ShouldBeTrue();
        // What was not come to yet has not been looked at: it may still be made.
        folder.Write("later.txt", "c");
        var last = pages.Current;
        while (pages.MoveNext()) last = pages.Current;
        last.Value!.Name.ShouldBe("later");
    }
}
