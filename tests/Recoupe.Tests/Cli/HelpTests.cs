using Recoupe.Cli;
using Recoupe.Tell;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Cli;

public sealed class HelpTests
{
    private static readonly string Usage = File.ReadAllText(Path.Combine(StoryGold.Articles, "..", "..", "docs", "usage.md"));

    public static TheoryData<string> Verbs => [.. CommandLine.Root(Locale.For("en")).Subcommands.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Every_verb_has_help_with_an_example(string verb)
    {
        var help = await Asked.Of(verb, "--help");
        help.Status.ShouldBe(0);
        help.Output.ShouldContain($"recoupe {verb}");
        help.Output.ShouldContain($"Example:{Environment.NewLine}  recoupe {verb} ");
        help.Error.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_every_option_and_every_example_is_documented(string verb)
    {
        var command = (Verb)CommandLine.Root(Locale.For("en")).Subcommands.Single(c => c.Name == verb);
        Usage.ShouldContain($"## `recoupe {verb} ");
        Usage.ShouldContain(command.Example);
        command.Options.Select(o => o.Name).Where(name => !Usage.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
        command.Options.ShouldAllBe(o => o.Description!.EndsWith('.'));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_verb_is_on_the_manual_page(string verb) =>
        File.ReadAllText(Path.Combine(StoryGold.Articles, "..", "..", "release", "recoupe.1")).ShouldContain($".BI {verb} \"");

    [Theory]
    [MemberData(nameof(Verbs))]
    public void Every_example_is_a_command_line_that_parses(string verb)
    {
        var example = ((Verb)CommandLine.Root(Locale.For("en")).Subcommands.Single(c => c.Name == verb)).Example.Split(" >")[0];
        CommandLine.Root(Locale.For("en")).Parse(example["recoupe ".Length..]).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task Asked_nothing_it_says_what_it_can_do()
    {
        var help = await Asked.Of();
        help.Status.ShouldBe(0);
        help.Output.ShouldContain("recoupe [command] [options]");
        foreach (var verb in CommandLine.Root(Locale.For("en")).Subcommands) help.Output.ShouldContain(verb.Name);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _recoupe recoupe")]
    [InlineData("zsh", "#compdef recoupe")]
    [InlineData("fish", "complete -c recoupe")]
    public async Task A_shell_can_complete_it(string shell, string line) => (await Asked.Of("completion", shell)).Output.ShouldContain(line);

    [Fact]
    public async Task It_suggests_its_verbs() => (await Asked.Of("[suggest:10]", "recoupe ex")).Output.ShouldContain("export");
}
