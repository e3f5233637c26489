using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Recoupe.Tests.Ingest;

public sealed partial class RefusalDocsTests
{
    [Fact]
    public void Every_refusal_code_is_documented_and_every_documented_code_is_used()
    {
        var root = Root();
        var used = Directory.EnumerateFiles(Path.Combine(root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => QuotedCode().Matches(File.ReadAllText(file)))
            .Select(m => m.Groups["code"].Value)
            .ToHashSet(StringComparer.Ordinal);
        var documented = DocumentedCode().Matches(File.ReadAllText(Path.Combine(root, "docs", "refusals.md"))).Select(m => m.Groups["code"].Value);
        documented.ShouldBe(used, ignoreOrder: true);
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../.."));

    [GeneratedRegex("\"(?<code>(INGEST|CLEAN|READ|STORE|TABLE|DECIDE|DESK|VERIFY)-[0-9]+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex QuotedCode();

    [GeneratedRegex("^\\| `(?<code>(INGEST|CLEAN|READ|STORE|TABLE|DECIDE|DESK|VERIFY)-[0-9]+)` \\|", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex DocumentedCode();
}
