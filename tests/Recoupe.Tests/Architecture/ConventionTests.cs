using System.Text.RegularExpressions;

namespace Recoupe.Tests.Architecture;

/// <summary>Conventions that old code does not keep yet: how often each is broken may only fall. Whoever mends some lowers the number here.</summary>
public sealed partial class ConventionTests
{
    private const int LineWidth = 140; // as .editorconfig says
    private const int MostJoints = 3; // four terms; a condition of more is parted and its halves named

    [Fact]
    public void Lines_are_no_wider_than_a_screen() =>
        Broken(lines => lines.Count(l => l.Length > LineWidth)).ShouldBeLessThanOrEqualTo(1_980);

    [Fact]
    public void A_line_asks_four_things_at_most() =>
        Broken(lines => lines.Count(l => Joints().Count(l) > MostJoints)).ShouldBeLessThanOrEqualTo(75);

    [Fact]
    public void A_number_says_why_it_is_that() =>
        Broken(lines => lines.Where((l, i) => Constants().IsMatch(l) && !HasReason(lines, i)).Count()).ShouldBeLessThanOrEqualTo(240);

    [Fact]
    public void Private_fields_are_told_by_an_underscore() =>
        Broken(lines => lines.Count(l => PlainFields().IsMatch(l))).ShouldBeLessThanOrEqualTo(185);

    private static int Broken(Func<string[], int> count)
    {
        var files = SourceTree.Files("src");
        files.Count.ShouldBeGreaterThan(100);
        return files.Sum(f => count(File.ReadAllLines(f)));
    }

    private static bool HasReason(string[] lines, int at) =>
        lines[at].Contains("//", StringComparison.Ordinal) || (at > 0 && lines[at - 1].TrimStart().StartsWith("//", StringComparison.Ordinal));

    [GeneratedRegex(@"&&|\|\|", RegexOptions.NonBacktracking)]
    private static partial Regex Joints();

    [GeneratedRegex(@"^\s*((private|public|internal|protected) )?const (int|long|double|decimal|float|ulong|uint)\b", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Constants();

    [GeneratedRegex(@"^\s+private (static )?(readonly )?[^=;]+ [a-z]\w*( =[^>].*)?;$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainFields();
}
