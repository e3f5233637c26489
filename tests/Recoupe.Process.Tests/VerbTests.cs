using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Recoupe.Cli;
using Recoupe.Desk.Accounts;
using Recoupe.Tell;
using Recoupe.Tell.Pages;

namespace Recoupe.Process.Tests;

/// <summary>Each verb in a process of its own: in a native program the compiler has dropped what only reflection sees, and here that would show.</summary>
public sealed class VerbTests(VerbTests.Heap heap) : IClassFixture<VerbTests.Heap>
{
    private const string Question = "Le colonel Zarovitch a-t-il été capturé ?";

    private static readonly (string Name, string Value)[] _english = [("LC_ALL", "en_GB.UTF-8")];

    // Desk and reader stay until they are told to stop: they have tests of their own.
    public static TheoryData<string> Verbs => [.. CommandLine.Root(Locale.For("en")).Subcommands.Select(c => c.Name).Where(name => name is not ("desk" or "reader"))];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_works(string verb)
    {
        var (arguments, expected) = Case(verb);
        var (status, output, errors) = RecoupeProcess.Said([verb, .. arguments], _english);
        status.ShouldBe(0, output + errors);
        output.ShouldContain(expected);
    }

    [Fact]
    public void A_question_has_its_page_and_the_lists_of_the_user_are_read()
    {
        var pages = Directory.GetFiles(heap["out/dossier"]).Select(File.ReadAllText).ToList();
        pages.ShouldContain(page => page.Contains(Question, StringComparison.Ordinal));
        heap.Export.ShouldContain("Qui a fermé le pont ?");
    }

    [Fact]
    public void The_export_is_that_of_the_library_in_this_process()
    {
        using var pipeline = Pipeline.Open(heap["here.recoupe"]);
        foreach (var file in Heap.Articles) pipeline.Add([file]);
        foreach (var question in new[] { Question, "Qui a fermé le pont ?" }) pipeline.Ask(question);
        using var export = new MemoryStream();
        LedgerJson.Write(export, pipeline.Ledger());
        RecoupeProcess.Said(["export", heap["clean/ledger.recoupe"], "--format", "json"]).Output.TrimEnd()
            .ShouldBe(Encoding.UTF8.GetString(export.ToArray()).TrimEnd());
    }

    [Fact]
    public void Packed_pages_and_old_encodings_are_read()
    {
        var page = Encoding.GetEncoding(1252).GetBytes(Heap.Page);
        var path = heap["packed.html.gz"];
        using (var packed = new GZipStream(File.Create(path), CompressionLevel.Fastest)) packed.Write(page);
        RecoupeProcess.Said(["extract", path]).Output.ShouldContain("Le pont de l’Orvec est fermé");
    }

    [Fact]
    public void What_cannot_be_fetched_is_refused_with_its_code()
    {
        var (status, _, errors) = RecoupeProcess.Said(["run", "http://127.0.0.1/", "--fetch", "--out", heap["fetched"]], _english);
        status.ShouldNotBe(0);
        errors.ShouldMatch("INGEST-[0-9]+");
    }

    [Fact]
    public async Task The_desk_shows_the_ledger_takes_a_decision_and_ends_when_it_is_asked_to()
    {
        (string, string)[] own = [.. _english, ("XDG_DATA_HOME", heap["data"])];
        using var process = RecoupeProcess.Start(["desk", heap["desk/ledger.recoupe"], "--no-open", "--by", "a test"], own);
        var address = await AddressOf(process);
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new() });
        (await client.GetStringAsync(address)).ShouldContain("Zarovi");
        (await client.GetStringAsync(new Uri(address, "/claims.html"))).ShouldContain("claim-");
        (await client.GetStringAsync(new Uri(address, "/found?q=colonel"))).ShouldContain("<mark>");
        using var form = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/decide"));
        form.Content = new FormUrlEncodedContent([new("act", "rate"), new("id", heap.Claim), new("value", "2"), new("note", "Two photographs")]);
        form.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        (await client.SendAsync(form)).IsSuccessStatusCode.ShouldBeTrue();
        Kill(process.Id, "-TERM");
        (await Task.Run(() => process.WaitForExit(TimeSpan.FromSeconds(20)))).ShouldBeTrue();
        process.ExitCode.ShouldBe(0);
        RecoupeProcess.Said(["decisions", heap["desk/ledger.recoupe"]]).Output.ShouldContain("Two photographs");
    }

    [Fact]
    public async Task A_newsroom_signs_in_with_the_password_that_was_given_on_standard_input()
    {
        const string password = "la crue de la Vaume";
        await File.WriteAllTextAsync(heap["password.txt"], password + "\n");
        var (put, errors) = RecoupeProcess.Limited($"exec < '{heap["password.txt"]}'", ["account", heap["newsroom.jsonl"], "Amina", "--role", "analyst"]);
        put.ShouldBe(0, errors);
        var port = FreePort();
        using var process = RecoupeProcess.Start(
            ["desk", heap["desk/ledger.recoupe"], "--listen", $"127.0.0.1:{port}", "--address", "https://desk.example.org", "--accounts", heap["newsroom.jsonl"], "--behind-proxy", "127.0.0.1"],
            [.. _english, ("XDG_DATA_HOME", heap["data"])]);
        (await AddressOf(process)).ShouldBe(new Uri("https://desk.example.org/"));
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var wrong = await SignIn(client, port, "la crue de la Meuse");
        wrong.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        using var right = await SignIn(client, port, password);
        right.StatusCode.ShouldBe(System.Net.HttpStatusCode.Found);
        using var page = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{port}/claims.html");
        page.Headers.Host = "desk.example.org";
        page.Headers.Add("Cookie", right.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var shown = await client.SendAsync(page);
        (await shown.Content.ReadAsStringAsync()).ShouldContain("claim-");
        Kill(process.Id, "-TERM");
        (await Task.Run(() => process.WaitForExit(TimeSpan.FromSeconds(20)))).ShouldBeTrue();
    }

    private static async Task<HttpResponseMessage> SignIn(HttpClient client, int port, string password)
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{port}/login");
        form.Content = new FormUrlEncodedContent([new("name", "Amina"), new("password", password)]);
        form.Headers.Host = "desk.example.org";
        form.Headers.Add("Origin", "https://desk.example.org");
        return await client.SendAsync(form);
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<Uri> AddressOf(System.Diagnostics.Process process)
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.Trim() is ['h', 't', 't', 'p', ..] and var address) return new Uri(address);
        throw new InvalidOperationException(await process.StandardError.ReadToEndAsync());
    }

    private static void Kill(int process, string signal)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [signal, process.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    [Fact]
    public void It_says_what_it_is()
    {
        var said = RecoupeProcess.Said(["--version"]);
        said.Status.ShouldBe(0);
        said.Output.ShouldStartWith($"recoupe {Dossier.Version}\ncommit ");
    }

    private (string[] Arguments, string Expected) Case(string verb) =>
        CaseOfLedger(verb) ?? CaseOfTexts(verb) ?? throw new InvalidOperationException($"no case for {verb}: write one");

    private (string[] Arguments, string Expected)? CaseOfLedger(string verb)
    {
        var ledger = heap["out/ledger.recoupe"];
        return verb switch
        {
            "add" => ([ledger, Path.Combine(Samples.Story, "02-echo-copie.txt")], "1"),
            "export" => ([ledger, "--format", "json"], "\"claims\""),
            "dossier" => ([ledger, "--share", "--out", heap["to-send"]], ""),
            "report" => ([ledger, "--format", "docx", "--out", heap["report.docx"]], "report.docx"),
            "verify" => ([ledger], ""),
            "salvage" => ([ledger, "--out", heap["saved.recoupe"]], "6"),
            "trace" => ([ledger, "02-echo-copie"], "ormel"),
            "search" => ([ledger, "Zarovitch"], "Zarovitch"),
            "explain" => ([ledger, heap.Claim], "Why it is rated so"),
            "decide" => ([ledger, "rate", heap.Claim, "--to", "2", "--note", "Two photographs", "--by", "a test"], heap.Claim[..4]),
            "decisions" => ([heap["decided/ledger.recoupe"]], "Two photographs"),
            "undo" => ([heap["undone/ledger.recoupe"], heap.Decision("undone")], ""),
            "forget" => ([heap["forgotten/ledger.recoupe"], "15-veilleur-maire", "--note", "asked for"], ""),
            _ => null,
        };
    }

    private (string[] Arguments, string Expected)? CaseOfTexts(string verb) => verb switch
    {
        "run" => ([Heap.Articles[0], "--out", heap["again"], "--question", Question], "statement"),
        "watch" => ([heap["feed.xml"], "--out", heap["watched"], "--once"], "1"),
        "read" => ([Heap.Articles[0], "--conllu"], "VERB"),
        "extract" => ([heap["page.html"], "--json"], "Valmy"),
        "check" => (["Le colonel Zarovitch a été capturé.", heap["out/ledger.recoupe"]], "Zarovitch"),
        "compare" => (["Le pont de Kaltrova est fermé.", "The Kaltrova bridge is open."], ""),
        "names" => (["Alexandre Loukachenko", "Alexander Lukashenko", "--type", "person"], ""),
        "account" => ([heap["accounts.jsonl"]], "Bruno  reader"),
        "completion" => (["bash"], "complete -o default"),
        _ => null,
    };

    /// <summary>A ledger of six articles, made once by the program that is tried, with copies of it to change.</summary>
    public sealed class Heap : IDisposable
    {
        /// <summary>An article on a page of its site.</summary>
        public const string Page = """
            <html lang="fr"><head><title>Le pont est fermé</title><meta charset="windows-1252"><meta name="author" content="Anne Valmy"></head><body><article><h1>Le pont est fermé</h1>
            <p>Le pont de l’Orvec est fermé depuis jeudi soir, a annoncé la préfecture, qui invite les habitants à passer par la rive gauche en attendant les travaux.</p>
            <p>« Nous rouvrirons dans dix jours », a déclaré la maire, Louise Ferran, devant les journalistes réunis sur place ce vendredi matin.</p></article></body></html>
            """;

        private readonly string _folder = Directory.CreateTempSubdirectory("recoupe-verbs-").FullName;

        public Heap()
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            File.WriteAllText(this["page.html"], Page.Replace("windows-1252", "utf-8", StringComparison.Ordinal));
            File.WriteAllText(this["feed.xml"], Feed());
            Run("clean");
            Run("out");
            Export = RecoupeProcess.Said(["export", this["out/ledger.recoupe"], "--format", "json"]).Output;
            using var ledger = JsonDocument.Parse(Export);
            Claim = ledger.RootElement.GetProperty("claims")[0].GetProperty("id").GetString()!;
            foreach (var name in new[] { "decided", "undone", "forgotten", "desk" }) Copy("out", name);
            new AccountFile(this["accounts.jsonl"]).Put("Bruno", AccountRole.Reader, "twelve letters and more").Value.ShouldNotBeNull();
            foreach (var name in new[] { "decided", "undone" })
                RecoupeProcess.Run(["decide", this[$"{name}/ledger.recoupe"], "rate", Claim, "--to", "2", "--note", "Two photographs"]).Status.ShouldBe(0);
        }

        public static string[] Articles { get; } =
            [.. Directory.GetFiles(Samples.Story).Where(f => Path.GetFileName(f)[..2] is "01" or "02" or "09" or "10" or "11" or "15").Where(f => !f.EndsWith(".meta.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

        public string Export { get; }

        public string Claim { get; }

        public string this[string name] => Path.Combine(_folder, name);

        public string Decision(string name)
        {
            var told = RecoupeProcess.Said(["export", this[$"{name}/ledger.recoupe"], "--format", "json"]).Output;
            using var ledger = JsonDocument.Parse(told);
            return ledger.RootElement.GetProperty("decisions")[0].GetProperty("id").GetString()!;
        }

        public void Dispose() => Directory.Delete(_folder, recursive: true);

        private static string Feed() => $"""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Orvec</title><item><title>Le pont est fermé</title>
            <link>https://orvec.example/1</link><content:encoded><![CDATA[{Page[Page.IndexOf("<p>", StringComparison.Ordinal)..Page.IndexOf("</article>", StringComparison.Ordinal)]}]]></content:encoded></item></channel></rss>
            """;

        private void Copy(string name, string to)
        {
            Directory.CreateDirectory(this[to]);
            foreach (var file in Directory.GetFiles(this[name])) File.Copy(file, Path.Combine(this[to], Path.GetFileName(file)));
        }

        private void Run(string name)
        {
            Directory.CreateDirectory(this[name]);
            File.WriteAllText(this[$"{name}/questions.yaml"], "- Qui a fermé le pont ?\n");
            RecoupeProcess.Run(["run", .. Articles, "--out", this[name], "--question", Question, "--quiet"]).Status.ShouldBe(0);
        }
    }
}
