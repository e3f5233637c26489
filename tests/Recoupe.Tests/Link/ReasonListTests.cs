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
        Directory.EnumerateFiles(Path.Combine(Root(), "src", "Recoupe", stage), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => CodeInSource().Matches(File.ReadAllText(file)).Select(m => m.Groups["code"].Value))
            .ShouldAll(listed.Contains);
    }

    [Fact]
    public void Every_reason_listed_is_given_somewhere()
    {
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(Root(), "src", "Recoupe"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        Listed().ShouldAll(code => source.Contains($"\"{code}\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Listed() =>
        CodeInList().Matches(File.ReadAllText(Path.Combine(Root(), "docs", "reasons.md"))).Select(m => m.Groups["code"].Value);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex("\"(?<code>[A-Z]{3,}(-[A-Z]+)+|CREDITS|CONTAINS|UNCOMMITTED|CONTRADICTED|REFUTED)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeInSource();

    [GeneratedRegex("^\\| `(?<code>[A-Z-]+)` \\|", RegexOptions.NonBacktracking | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex CodeInList();
}
