using System.Net;

namespace Recoupe.Desk.Tests;

/// <summary>What a desk counts of itself, where it is asked to.</summary>
public sealed class MetricsTests(Desks desks)
{
    [Fact]
    public async Task Numbers_are_told_without_a_token_and_no_word_of_the_ledger()
    {
        await using var desk = await DeskServer.StartAsync(desks.Options() with { Metrics = true });
        using var visitor = await Visitor.Of(desk);
        await visitor.Page("/claims.html");
        using var stranger = new HttpClient { BaseAddress = new(visitor.Root) };
        (await stranger.GetStringAsync(new Uri("/health", UriKind.Relative))).ShouldBe("ok\n");
        var told = await stranger.GetStringAsync(new Uri("/metrics", UriKind.Relative));
        told.ShouldMatch("recoupe_desk_requests_total\\{status=\"200\"\\} [1-9]");
        told.ShouldMatch("recoupe_desk_request_duration_seconds_count [1-9]");
        told.ShouldContain("\nrecoupe_desk_articles 22\n");
        foreach (var line in told.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            line.ShouldMatch("^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{(status|le)=\"[0-9.+Inf]+\"\\})? [0-9.E+-]+)$");
        told.ShouldNotContain("Zarov");
        using var page = await stranger.GetAsync(new Uri("/claims.html", UriKind.Relative));
        page.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/health")]
    public async Task Nothing_is_told_where_nobody_asked_for_it(string path)
    {
        await using var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        using var answer = await visitor.Get(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_list_that_breaks_the_ledger_is_told_as_ill()
    {
        var options = desks.Options() with { Metrics = true };
        await using var desk = await DeskServer.StartAsync(options);
        using var visitor = await Visitor.Of(desk);
        await File.WriteAllTextAsync(options.Ledger + ".decisions.jsonl", "none\n", TestContext.Current.CancellationToken);
        for (var waited = 0; waited < Desks.Patience; waited += 100)
        {
            using var answer = await visitor.Get("/health");
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Fail("it says that it is well");
    }
}
