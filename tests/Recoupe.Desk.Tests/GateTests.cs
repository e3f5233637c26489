using System.Net;
using System.Net.Sockets;

namespace Recoupe.Desk.Tests;

/// <summary>Who may come in, and what a page may do.</summary>
public sealed class GateTests(Desks desks)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/claims.html")]
    [InlineData("/events")]
    [InlineData("/found?q=dam")]
    [InlineData("/?token=00")]
    public async Task Without_the_token_nothing_is_shown(string path)
    {
        await using var desk = await desks.Open();
        using var stranger = new HttpClient();
        using var answer = await stranger.GetAsync(new Uri(new Uri(desk.Address), path));
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Tarsk");
    }

    [Fact]
    public async Task A_name_that_another_site_gave_this_machine_is_not_answered()
    {
        await using var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, desk.Address);
        request.Headers.Host = "evil.example:" + new Uri(desk.Address).Port;
        using var answer = await client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.MisdirectedRequest);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("http://127.0.0.1:1")]
    public async Task A_form_of_another_site_changes_nothing(string origin)
    {
        await using var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("question", "Is it?")]);
        using var answer = await visitor.Send("/ask", form, origin.Length == 0 ? null : origin);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.Page("/questions.html")).ShouldNotContain("Is it?");
    }

    [Fact]
    public async Task The_cookie_is_for_this_browser_alone_and_pages_run_nothing_of_others()
    {
        await using var desk = await desks.Open();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var let = await client.GetAsync(new Uri(desk.Address));
        var cookie = let.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        let.Headers.Location!.ToString().ShouldBe("/");
        var policy = let.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldNotContain("unsafe");
    }

    [Fact]
    public async Task It_listens_on_this_machine_alone()
    {
        await using var desk = await desks.Open();
        var own = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), TestContext.Current.CancellationToken)).FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.SkipWhen(own is null, "This machine has no address but its own loop.");
        using var client = new TcpClient();
        await Should.ThrowAsync<SocketException>(() => client.ConnectAsync(own!, new Uri(desk.Address).Port));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_refused_where_it_was_asked_for_and_else_the_next_is_taken()
    {
        await using var first = await desks.Open();
        await using var second = await desks.Open();
        new Uri(second.Address).Port.ShouldNotBe(new Uri(first.Address).Port);
        var refused = await Should.ThrowAsync<LedgerException>(() => DeskServer.StartAsync(desks.Options() with { Port = new Uri(first.Address).Port }));
        refused.Code.ShouldBe("DESK-1");
    }

    [Fact]
    public async Task Desks_that_open_at_one_moment_each_have_a_port_of_their_own()
    {
        const int rounds = 5, together = 12;
        for (var round = 0; round < rounds; round++)
        {
            var open = await Task.WhenAll(Enumerable.Range(0, together).Select(_ => Task.Run(() => desks.Hostile("en"))));
            open.Select(desk => new Uri(desk.Address).Port).Distinct().Count().ShouldBe(together);
            foreach (var desk in open) await desk.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_desk_that_only_shows_changes_nothing()
    {
        var options = desks.Options() with { ReadOnly = true };
        await using var desk = await DeskServer.StartAsync(options);
        using var visitor = await Visitor.Of(desk);
        foreach (var path in new[] { "/decide", "/undo", "/ask", "/mask", "/grade", "/forget", "/add", "/sample" })
        {
            using var answer = await visitor.Post(path, ("id", "x"), ("act", "dismiss"), ("question", "Is it?"));
            answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, path);
            (await answer.Content.ReadAsStringAsync()).ShouldContain("DESK-6");
        }

        File.Exists(options.Ledger + ".decisions.jsonl").ShouldBeFalse();
        (await visitor.Page("/claims.html")).ShouldNotContain("formaction=\"/decide\"");
    }

    [Fact]
    public async Task It_ends_when_it_is_asked_to_though_a_page_listens()
    {
        var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        using var stop = new CancellationTokenSource();
        var run = desk.RunAsync(stop.Token);
        var listening = visitor.Get("/events");
        await Task.Delay(200, TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        await run.WaitAsync(TimeSpan.FromMilliseconds(Desks.Patience), TestContext.Current.CancellationToken);
        await desk.DisposeAsync();
        (await listening.WaitAsync(TimeSpan.FromMilliseconds(Desks.Patience), TestContext.Current.CancellationToken)).Dispose();
    }
}
