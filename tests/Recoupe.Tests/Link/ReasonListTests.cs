using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Recoupe.Tests.Link;

public sealed partial class ReasonListTests
{
    [Theory]
    [InlineData("Link")]
    [InlineData("Judge")]
    public void Every_reason_that_the_code_gives_is_listed(string stage)
    {
        var listed = Listed().ToHashSet(StringComparer.Ordinal);
        listed.ShouldNotBeEmpty();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Root(), "src", "Recoupe", stage), "*.cs", SearchOption.AllDirectories))
            foreach (Match code in CodeInSource().Matches(File.ReadAllText(file)))
                listed.Contains(code.Groups["code"].Value).ShouldBeTrue($"{code.Value} in {file}");
    }

    [Fact]
    public void Every_reason_listed_is_given_somewhere()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Root(), "src", "Recoupe"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        foreach (var code in Listed())
            source.ShouldContain($"\"{code}\"", Case.Sensitive);
    }

    private static IEnumerable<string> Listed() =>
        CodeInList().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "reasons.md"))).Select(m => m.Groups["code"].Value);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex("\"(?<code>[A-Z]{3,}(-[A-Z]+)+|CREDITS|CONTAINS|UNCOMMITTED|CONTRADICTED|REFUTED)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeInSource();

    [GeneratedRegex("^\\| `(?<code>[A-Z-]+)` \\|", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeInList();
}
