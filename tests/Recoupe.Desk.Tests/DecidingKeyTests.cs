using static Microsoft.Playwright.Assertions;

namespace Recoupe.Desk.Tests;

/// <summary>The tasks that decide, by keyboard alone, each in no more keys than it may take, in both languages and on both keyboards.</summary>
public sealed class DecidingKeyTests(Desks desks)
{
    public static TheoryData<string> Languages => ["en", "fr"];

    [Theory]
    [InlineData("en", "x", DecisionAct.Dismiss, null)]
    [InlineData("fr", "x", DecisionAct.Dismiss, null)]
    [InlineData("en", "+", DecisionAct.Side, "for")]
    [InlineData("fr", "-", DecisionAct.Side, "against")]
    [InlineData("en", "Digit0", DecisionAct.Side, "uncommitted")]
    [InlineData("fr", "Digit0", DecisionAct.Side, "uncommitted")]
    [InlineData("en", "s", DecisionAct.Dismiss, null)]
    public async Task No_statement_wrong_side_wrong_source_in_one_key(string language, string key, DecisionAct act, string? value)
    {
        await using var at = await Analyst.At(desks, language, "/claims.html?contested=1");
        await at.Follow(".rows a");
        await at.Press("j");
        var keys = at.Keys;
        await at.Press(key);
        await Expect(at.Page.Locator(".flash form button")).ToHaveCountAsync(1);
        (at.Keys - keys).ShouldBe(1);
        var made = at.Log().Single();
        made.Act.ShouldBe(act);
        made.Value.ShouldBe(value);
    }

    [Theory]
    [InlineData("en", "Digit3", "3")]
    [InlineData("fr", "Digit6", "6")]
    public async Task Rate_with_a_note_by_the_place_of_a_digit(string language, string digit, string value)
    {
        await using var at = await Analyst.At(desks, language, "/claims.html");
        await at.Follow(".rows a");
        var keys = at.Keys;
        await at.Press("r");
        await at.Press(digit);
        await at.Write("Two photographs, seen.");
        await at.Press("Enter");
        await Expect(at.Page.Locator(".flash form button")).ToHaveCountAsync(1);
        (at.Keys - keys).ShouldBe(3);
        var made = at.Log().Single();
        (made.Act, made.Value, made.Note).ShouldBe((DecisionAct.Rate, value, "Two photographs, seen."));
        (await at.Page.Locator(".verdict .reasons li").CountAsync()).ShouldBeGreaterThan(1);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Reword_merge_and_split(string language)
    {
        await using var at = await Analyst.At(desks, language, "/claims.html?contested=1");
        await at.Follow(".rows a");
        var keys = at.Keys;
        await at.Press("e");
        await at.Write("In other words");
        await at.Press("Enter");
        await Expect(at.Page.Locator("h1")).ToHaveTextAsync("In other words");
        (at.Keys - keys).ShouldBe(2);

        keys = at.Keys;
        await at.Press("m");
        await at.Press("Digit1");
        await Expect(at.Page.Locator(".flash form button")).ToHaveCountAsync(1);
        await at.Until(log => log.Any(d => d.Act == DecisionAct.Merge));
        (at.Keys - keys).ShouldBe(2);

        await at.Press("j");
        keys = at.Keys;
        await at.Press("v");
        var ticked = await at.Page.Locator("input[form=split]:checked").GetAttributeAsync("value");
        await at.Press("Enter");
        await at.Until(log => log.Any(d => d.Act == DecisionAct.Split));
        (at.Keys - keys).ShouldBe(2);
        var anchors = at.Log().Single(d => d.Act == DecisionAct.Split).Anchors;
        anchors.Where(a => !a.IsOfClaim).ShouldNotBeEmpty();
        ticked.ShouldNotBeNull();
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Say_at_a_question_what_does_not_bear_on_it_and_what_does(string language)
    {
        await using var at = await Analyst.At(desks, language, "/questions.html");
        await at.Page.Locator(".questions a").First.ClickAsync();
        await at.Reach("**/question-*");
        var found = await at.Page.Locator("button[value=bears-not]").CountAsync();
        found.ShouldBeGreaterThan(0);
        var keys = at.Keys;
        await at.Press("n");
        await at.Until(log => log.Count == 1);
        (at.Keys - keys).ShouldBe(1);
        await Expect(at.Page.Locator("button[value=bears-not]")).ToHaveCountAsync(found - 1);
        at.Log()[0].Act.ShouldBe(DecisionAct.BearsNot);

        await at.Page.Locator("button[value=bears]").First.FocusAsync();
        await at.Press("Enter");
        await at.Until(log => log.Count == 2);
        await Expect(at.Page.Locator("button[value=bears-not]")).ToHaveCountAsync(found);
        await at.Press("z");
        await at.Until(log => log.Count == 3);
        await Expect(at.Page.Locator("button[value=bears-not]")).ToHaveCountAsync(found - 1);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Mask_a_name_grade_a_source_and_come_to_where_an_article_is_forgotten(string language)
    {
        await using var at = await Analyst.At(desks, language, "/");
        await at.Press("g");
        await at.Press("m");
        await at.Reach("**/mask.html");
        await at.Write("Milena Dostra");
        await at.Press("Enter");
        await Expect(at.Page.Locator(".flash form button")).ToHaveCountAsync(1);
        at.Keys.ShouldBe(3);
        at.Log().Single().Act.ShouldBe(DecisionAct.Mask);

        await at.Press("g");
        await at.Press("s");
        await at.Reach("**/grade.html");
        await at.Write("Hydrokarv");
        await at.Press("Tab");
        await at.Write("C");
        await at.Press("Tab");
        await at.Write("Was late");
        await at.Press("Enter");
        await Expect(at.Page.Locator("main ul li")).ToContainTextAsync("Was late");

        await at.Press("g");
        await at.Press("o");
        await Expect(at.Page.Locator("select[name=article]:focus")).ToHaveCountAsync(1);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Undo_in_one_key(string language)
    {
        await using var at = await Analyst.At(desks, language, "/claims.html");
        await at.Follow(".rows a");
        await at.Press("x");
        await at.Until(log => log.Count == 1);
        await Expect(at.Page.Locator("[data-key=z]")).Not.ToHaveCountAsync(0);
        var keys = at.Keys;
        await at.Press("z");
        await at.Until(log => log.Count == 2);
        (at.Keys - keys).ShouldBe(1);
        at.Log()[^1].Act.ShouldBe(DecisionAct.Undo);
    }
}
