using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Recoupe.Desk.Accounts;

namespace Recoupe.Desk.Tests;

/// <summary>A desk that a newsroom reaches: who comes in, and as whom.</summary>
public sealed class AccountTests(Desks desks)
{
    private const string Password = "la crue de la Vaume", Another = "the dam of the Vaume";

    private readonly SetClock _clock = new();

    [Theory]
    [InlineData("/")]
    [InlineData("/claims.html")]
    [InlineData("/events")]
    [InlineData("/found?q=dam")]
    [InlineData("/hand-over?format=json")]
    public async Task Whoever_has_not_signed_in_sees_the_door_alone(string path)
    {
        await using var desk = await DeskServer.StartAsync(Options());
        using var stranger = new Member(desk);
        using var answer = await stranger.Get(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.ToString().ShouldBe("/login");
        using var door = await stranger.Get("/login");
        var page = await door.Content.ReadAsStringAsync();
        page.ShouldContain("name=\"password\"");
        page.ShouldNotContain("Tarsk");
        page.ShouldNotContain("claim");
        using var decided = await stranger.Post("/decide", ("act", "dismiss"), ("id", "x"));
        decided.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task What_an_analyst_decides_stands_under_their_name_and_a_reader_only_reads()
    {
        var options = Options();
        await using var desk = await DeskServer.StartAsync(options);
        using var amina = await Signed(desk, "Amina");
        using var bruno = await Signed(desk, "Bruno");
        var claim = Claims(options)[0].Id;
        using var decided = await amina.Post("/decide", ("act", "rate"), ("id", claim), ("value", "3"), ("note", "Two photographs."));
        decided.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var refused = await bruno.Post("/decide", ("act", "dismiss"), ("id", claim));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("DESK-10");
        Log(options).ShouldHaveSingleItem().By.ShouldBe("Amina");
        (await amina.Page("/claims.html")).ShouldContain("data-menu=\"q\"");
        (await bruno.Page("/claims.html")).ShouldNotContain("data-menu=\"q\"");
        (await bruno.Page($"/claim-{claim}.html")).ShouldNotContain("action=\"/decide\"");
        (await bruno.Page("/")).ShouldNotContain(options.Ledger);
    }

    [Fact]
    public async Task A_decision_is_taken_back_by_whoever_made_it()
    {
        var options = Options();
        await using var desk = await DeskServer.StartAsync(options);
        using var amina = await Signed(desk, "Amina");
        using var chloe = await Signed(desk, "Chloé");
        using var decided = await amina.Post("/decide", ("act", "rate"), ("id", Claims(options)[0].Id), ("value", "3"), ("note", "Seen."));
        var made = Log(options).ShouldHaveSingleItem().Id;
        using var refused = await chloe.Post("/undo", ("decision", made));
        (await refused.Content.ReadAsStringAsync()).ShouldContain("DESK-2");
        using var undone = await amina.Post("/undo", ("decision", made));
        undone.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task What_one_has_looked_at_is_new_to_the_other()
    {
        await using var desk = await DeskServer.StartAsync(Options());
        using var amina = await Signed(desk, "Amina");
        using var chloe = await Signed(desk, "Chloé");
        var before = await chloe.Page("/new.html");
        using var looked = await amina.Post("/looked");
        string.Equals(await amina.Page("/new.html"), before, StringComparison.Ordinal).ShouldBeFalse();
        (await chloe.Page("/new.html")).ShouldBe(before);
    }

    [Theory]
    [InlineData("Amina", "la crue de la vaume")]
    [InlineData("Amina", "")]
    [InlineData("amina", Password)]
    [InlineData("Nobody", "nobody's password")]
    [InlineData("", "")]
    public async Task A_wrong_name_or_password_lets_nobody_in(string name, string password)
    {
        await using var desk = await DeskServer.StartAsync(Options());
        using var stranger = new Member(desk);
        using var answer = await stranger.Post("/login", ("name", name), ("password", password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var page = await stranger.Get("/claims.html");
        page.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Whoever_is_not_let_in_yet_sends_a_small_form_alone()
    {
        await using var desk = await DeskServer.StartAsync(Options());
        using var stranger = new Member(desk);
        using var small = await stranger.Post("/login", ("name", "Amina"), ("password", new string('x', 15_000)));
        small.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var large = await stranger.Post("/login", ("name", "Amina"), ("password", new string('x', 17_000)));
        large.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var none = await stranger.Send(HttpMethod.Post, "/login", null, origin: desk.Address.TrimEnd('/'));
        none.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task After_five_wrong_passwords_the_right_one_waits_too_and_others_do_not()
    {
        await using var desk = await DeskServer.StartAsync(Options());
        using var stranger = new Member(desk);
        for (var i = 0; i < Attempts.Free; i++)
        {
            using var wrong = await stranger.Post("/login", ("name", "Amina"), ("password", "a guess like this"));
            wrong.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var waits = await stranger.Post("/login", ("name", "Amina"), ("password", Password));
        waits.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using (await Signed(desk, "Chloé"))
        {
            _clock.Step(Attempts.Pause);
            using var amina = await Signed(desk, "Amina");
        }
    }

    [Fact]
    public async Task Whoever_is_taken_out_given_another_password_or_signs_out_is_out_at_once()
    {
        var options = Options();
        var accounts = new AccountFile(options.Listening!.Accounts);
        await using var desk = await DeskServer.StartAsync(options);
        using var amina = await Signed(desk, "Amina");
        using var bruno = await Signed(desk, "Bruno");
        using var chloe = await Signed(desk, "Chloé");
        accounts.Remove("Amina").ShouldBeTrue();
        accounts.Put("Bruno", AccountRole.Analyst, Another).Value.ShouldNotBeNull();
        using var left = await chloe.Post("/logout");
        foreach (var member in new[] { amina, bruno, chloe })
        {
            using var answer = await member.Get("/claims.html");
            answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        }
    }

    [Fact]
    public async Task A_browser_that_asks_for_nothing_is_out_after_a_day_of_work()
    {
        await using var desk = await DeskServer.StartAsync(Options());
        using var amina = await Signed(desk, "Amina");
        _clock.Step(Sessions.Idle - TimeSpan.FromMinutes(1));
        await amina.Page("/claims.html");
        _clock.Step(Sessions.Idle - TimeSpan.FromMinutes(1));
        await amina.Page("/claims.html");
        _clock.Step(Sessions.Idle + TimeSpan.FromMinutes(1));
        using var answer = await amina.Get("/claims.html");
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
    }

    [Fact]
    public async Task Another_host_or_origin_is_not_answered()
    {
        await using var desk = await DeskServer.StartAsync(Options());
        using var stranger = new Member(desk);
        using var host = await stranger.Send(HttpMethod.Get, "/login", [], host: "evil.example");
        host.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
        using var origin = await stranger.Send(HttpMethod.Post, "/login", [("name", "Amina"), ("password", Password)], origin: "https://evil.example");
        origin.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    [InlineData("192.0.2.1", HttpStatusCode.Forbidden)]
    public async Task Behind_a_proxy_the_proxy_alone_is_answered(string proxy, HttpStatusCode status)
    {
        var options = Options();
        var listening = options.Listening! with { Certificate = null, Proxy = IPAddress.Parse(proxy), PublicOrigin = "https://desk.example.org" };
        await using var desk = await DeskServer.StartAsync(options with { Listening = listening });
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{listening.At}/login");
        request.Headers.Host = "desk.example.org";
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task The_cookie_goes_over_TLS_alone()
    {
        await using var desk = await DeskServer.StartAsync(Options());
        using var amina = new Member(desk);
        using var answer = await amina.Post("/login", ("name", "Amina"), ("password", Password));
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldStartWith("__Host-");
        cookie.ShouldContain("secure", Case.Insensitive);
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        answer.Headers.Contains("Strict-Transport-Security").ShouldBeTrue();
    }

    [Fact]
    public void The_list_holds_no_password_and_is_its_owners_alone()
    {
        var path = Path.Combine(desks.Folder(), "accounts.jsonl");
        new AccountFile(path).Put("Amina", AccountRole.Analyst, Password).Value.ShouldNotBeNull();
        File.ReadAllText(path).ShouldNotContain(Password);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("", Password)]
    [InlineData("a\nb", Password)]
    [InlineData("Amina", "eleven char")]
    public void A_name_or_password_that_is_none_is_refused(string name, string password)
    {
        var put = new AccountFile(Path.Combine(desks.Folder(), "accounts.jsonl")).Put(name, AccountRole.Reader, password);
        put.Rejection!.Code.ShouldBe("DESK-7");
    }

    [Theory]
    [InlineData("no account")]
    [InlineData("{}")]
    [InlineData("{\"name\":\"\",\"role\":\"Reader\",\"password\":\"x\"}")]
    [InlineData("{\"name\":\"A\",\"role\":\"Owner\",\"password\":\"x\"}")]
    public void A_line_that_is_no_account_is_told(string line)
    {
        var path = Path.Combine(desks.Folder(), "accounts.jsonl");
        File.WriteAllText(path, line);
        Should.Throw<LedgerException>(() => new AccountFile(path)).Code.ShouldBe("DESK-8");
    }

    [Fact]
    public async Task A_certificate_without_its_key_is_told()
    {
        var options = Options();
        var bare = Path.Combine(desks.Folder(), "bare.pem");
        using (var certificate = X509CertificateLoader.LoadPkcs12FromFile(options.Listening!.Certificate!, null)) await File.WriteAllTextAsync(bare, certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        var refused = await Should.ThrowAsync<LedgerException>(() => DeskServer.StartAsync(options with { Listening = options.Listening with { Certificate = bare } }));
        refused.Code.ShouldBe("DESK-9");
    }

    private static IReadOnlyList<Claim> Claims(DeskOptions options)
    {
        using var pipeline = Pipeline.OpenToRead(options.Ledger);
        return pipeline.Ledger().Claims;
    }

    private static List<Decision> Log(DeskOptions options)
    {
        using var pipeline = Pipeline.OpenToRead(options.Ledger);
        return [.. pipeline.Ledger().Decisions.Select(d => d.Decision)];
    }

    private static async Task<Member> Signed(DeskServer desk, string name)
    {
        var member = new Member(desk);
        using var answer = await member.Post("/login", ("name", name), ("password", Password));
        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        answer.Headers.Location!.ToString().ShouldBe("/");
        return member;
    }

    private DeskOptions Options()
    {
        var folder = desks.Folder();
        var accounts = new AccountFile(Path.Combine(folder, "accounts.jsonl"));
        accounts.Put("Amina", AccountRole.Analyst, Password).Value.ShouldNotBeNull();
        accounts.Put("Bruno", AccountRole.Reader, Password).Value.ShouldNotBeNull();
        accounts.Put("Chloé", AccountRole.Analyst, Password).Value.ShouldNotBeNull();
        var certificate = Path.Combine(folder, "desk.pfx");
        using (var key = RSA.Create(2048))
        {
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            File.WriteAllBytes(certificate, made.Export(X509ContentType.Pkcs12));
        }

        var port = FreePort();
        return desks.Options() with
        {
            Clock = _clock,
            Listening = new()
            {
                At = new(IPAddress.Loopback, port),
                PublicOrigin = FormattableString.Invariant($"https://localhost:{port}"),
                Accounts = Path.Combine(folder, "accounts.jsonl"),
                Certificate = certificate,
            },
        };
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Somebody at a browser that keeps cookies and takes this test's certificate.</summary>
    private sealed class Member : IDisposable
    {
        private readonly HttpClient _client;
        private readonly string _root;

        public Member(DeskServer desk)
        {
            _root = desk.Address.TrimEnd('/');
#pragma warning disable MA0039 // the certificate is this test's own
            _client = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new(), ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator });
#pragma warning restore MA0039
        }

        public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, path, []);

        public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) => Send(HttpMethod.Post, path, fields, origin: _root);

        public async Task<string> Page(string path)
        {
            using var answer = await Get(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            return await answer.Content.ReadAsStringAsync();
        }

        public async Task<HttpResponseMessage> Send(HttpMethod method, string path, (string Name, string Value)[]? fields, string? origin = null, string? host = null)
        {
            using var request = new HttpRequestMessage(method, _root + path);
            if (method == HttpMethod.Post && fields is not null) request.Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            if (origin is not null) request.Headers.Add("Origin", origin);
            request.Headers.Host = host;
            return await _client.SendAsync(request);
        }

        public void Dispose() => _client.Dispose();
    }
}
