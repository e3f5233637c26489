using System.Net;
using System.Text;
using Recoupe.Tell;

namespace Recoupe.Desk.Tests;

/// <summary>What is decided at the desk is what is decided on the command line.</summary>
public sealed class DecidingTests(Desks desks)
{
    [Theory]
    [InlineData(14)]
    [InlineData(500, Explicit = true)]
    public async Task Decisions_at_the_desk_export_as_the_same_by_command_line_and_undone_restore(int decisions)
    {
        var clock = new SetClock();
        var options = desks.Options() with { Clock = clock };
        var twin = desks.Ledger();
        await using var desk = await DeskServer.StartAsync(options);
        using var visitor = await Visitor.Of(desk);
        var before = Undecided(options.Ledger);
        var random = new Random(20_261_130);
        var made = new List<string>();
        for (var i = 0; i < decisions; i++)
        {
            clock.Step();
            var (fields, act, items, value, note) = Any(Exported(options.Ledger), random);
            using var answer = await visitor.Post("/decide", fields);
            using var pipeline = Pipeline.Open(twin);
            var outcome = pipeline.Decide(act, items, value, note, "analyst", clock);
            answer.StatusCode.ShouldBe(outcome.Value is null ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.SeeOther, string.Join(' ', items.Prepend(act.ToString())));
            if (outcome.Value is { } decision) made.Add(decision.Id);
        }

        made.Count.ShouldBeGreaterThan(decisions / 2);
        Text(options.Ledger).ShouldBe(Text(twin));
        foreach (var id in Enumerable.Reverse(made))
        {
            clock.Step();
            using var answer = await visitor.Post("/undo", ("decision", id));
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }

        Undecided(options.Ledger).ShouldBe(before);
    }

    [Fact]
    public async Task Two_analysts_at_once_lose_nothing_and_see_each_other()
    {
        const int each = 8;
        var options = desks.Options();
        await using var desk = await DeskServer.StartAsync(options);
        await using var other = await DeskServer.StartAsync(options with { By = "colleague", DataFolder = desks.Folder() });
        using var visitor = await Visitor.Of(desk);
        using var colleague = await Visitor.Of(other);
        var claims = Exported(options.Ledger).Claims;
        await Task.WhenAll(
            Task.Run(() => Rate(visitor, claims.Take(each))),
            Task.Run(() => Rate(colleague, claims.Skip(each).Take(each))));
        var log = Exported(options.Ledger).Decisions;
        log.Length.ShouldBe(2 * each);
        log.Count(d => d.Decision.By == "colleague").ShouldBe(each);

        (await Seen(visitor, 2 * each)).ShouldBe(2 * each);
        (await Seen(colleague, 2 * each)).ShouldBe(2 * each);
    }

    [Fact]
    public async Task A_decision_of_another_is_not_taken_back_here()
    {
        var options = desks.Options();
        string id;
        using (var pipeline = Pipeline.Open(options.Ledger)) id = pipeline.Decide(DecisionAct.Rate, [pipeline.Ledger().Claims[0].Id], "3", "Seen.", "somebody").Value!.Id;
        await using var desk = await DeskServer.StartAsync(options);
        using var visitor = await Visitor.Of(desk);
        using var answer = await visitor.Post("/undo", ("decision", id));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("DESK-2");
    }

    [Fact]
    public async Task After_a_merge_the_reader_is_led_to_the_claim_that_came_of_it()
    {
        var options = desks.Options();
        await using var desk = await DeskServer.StartAsync(options);
        using var visitor = await Visitor.Of(desk);
        var claims = Exported(options.Ledger).Claims;
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("act", "merge"), KeyValuePair.Create("id", claims[0].Id), KeyValuePair.Create("id", claims[1].Id)]);
        using var answer = await visitor.Send("/decide", form, visitor.Root, $"/claim-{claims[0].Id}.html");
        var to = answer.Headers.Location!.ToString();
        to.ShouldStartWith("/claim-");
        to.ShouldNotContain(claims[0].Id);
        (await visitor.Page(to)).ShouldContain("formaction=\"/undo\"");
    }

    [Theory]
    [InlineData("mask")]
    [InlineData("undo")]
    [InlineData("")]
    [InlineData("7")]
    public async Task An_act_that_no_button_has_is_refused(string act)
    {
        await using var desk = await desks.Open();
        using var visitor = await Visitor.Of(desk);
        using var answer = await visitor.Post("/decide", ("act", act), ("id", "abcd"));
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("DESK-3");
    }

    // How many decisions a reader sees, once they are as many or patience is over.
    private static async Task<int> Seen(Visitor visitor, int decisions)
    {
        for (var waited = 0; ; waited += 100)
        {
            var seen = (await visitor.Page("/decisions.html")).Split("id=\"d-").Length - 1;
            if (seen == decisions || waited >= Desks.Patience) return seen;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    private static async Task Rate(Visitor visitor, IEnumerable<Claim> claims)
    {
        foreach (var claim in claims)
        {
            using var answer = await visitor.Post("/decide", ("act", "rate"), ("id", claim.Id), ("value", "3"), ("note", "Seen."));
            answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }
    }

    private static ((string, string)[] Fields, DecisionAct Act, string[] Items, string? Value, string? Note) Any(Ledger ledger, Random random)
    {
        var (one, two) = (ledger.Claims[random.Next(ledger.Claims.Length)], ledger.Claims[random.Next(ledger.Claims.Length)]);
        var told = one.Positions[random.Next(one.Positions.Length)].Proposition;
        return random.Next(8) switch
        {
            0 => ([("act", "rate"), ("id", one.Id), ("value", "2"), ("note", "Two photographs.")], DecisionAct.Rate, [one.Id], "2", "Two photographs."),
            1 => ([("act", "reword"), ("id", one.Id), ("value", "In other words")], DecisionAct.Reword, [one.Id], "In other words", null),
            2 => ([("act", "side-against"), ("id", told)], DecisionAct.Side, [told], "against", null),
            3 => ([("act", "merge"), ("id", one.Id), ("id", two.Id)], DecisionAct.Merge, [.. new[] { one.Id, two.Id }.Distinct(StringComparer.Ordinal)], null, null),
            6 => ([("act", "bears"), ("id", one.Id), ("value", ledger.Questions[0].Id)], DecisionAct.Bears, [one.Id], ledger.Questions[0].Id, null),
            7 => ([("act", "bears-not"), ("id", one.Id), ("value", ledger.Questions[0].Id)], DecisionAct.BearsNot, [one.Id], ledger.Questions[0].Id, null),
            4 => ([("act", "split"), ("id", one.Id), ("id", told)], DecisionAct.Split, [one.Id, told], null, null),
            _ => ([("act", "dismiss"), ("id", told)], DecisionAct.Dismiss, [told], null, null),
        };
    }

    private static Ledger Exported(string path)
    {
        using var pipeline = Pipeline.OpenToRead(path);
        return pipeline.Ledger();
    }

    private static string Text(string path) => Text(Exported(path));

    private static string Undecided(string path) => Text(Exported(path) with { Decisions = [] });

    private static string Text(Ledger ledger)
    {
        using var json = new MemoryStream();
        LedgerJson.Write(json, ledger);
        return Encoding.UTF8.GetString(json.ToArray());
    }
}
