using System.Reflection;
using System.Text.RegularExpressions;

namespace Recoupe.Tests.Architecture;

/// <summary>Conventions that old code does not keep yet: how often each is broken may only fall. Whoever mends some lowers the number here.</summary>
public sealed partial class ConventionTests
{
    private const int LineWidth = 140; // as .editorconfig says
    private const int MostOf = 213; // as many as there were when they were first counted, and a few that were on the way
    private const int MostJoints = 3; // four terms; a condition of more is parted and its halves named

    [Fact]
    public void Lines_are_no_wider_than_a_screen() =>
        Broken(lines => lines.Count(l => l.Length > LineWidth)).ShouldBeLessThanOrEqualTo(1_390);

    [Fact]
    public void A_line_asks_four_things_at_most() =>
        Broken(lines => lines.Count(l => Joints().Count(l) > MostJoints)).ShouldBeLessThanOrEqualTo(55);

    [Fact]
    public void A_number_says_why_it_is_that() =>
        Broken(lines => lines.Where((l, i) => Constants().IsMatch(l) && !HasReason(lines, i)).Count()).ShouldBeLessThanOrEqualTo(165);

    [Fact]
    public void Private_fields_are_told_by_an_underscore() =>
        Broken(lines => lines.Count(l => PlainFields().IsMatch(l))).ShouldBeLessThanOrEqualTo(12);

    // Of makes a value of what it is of; what looks up, converts or finds has a verb.
    [Fact]
    public void Of_makes_a_value_of_its_own_type() =>
        Methods().Count(m => m.Name is "Of" && !Held(m.ReturnType).Contains(m.DeclaringType!)).ShouldBeLessThanOrEqualTo(MostOf);

    private static IEnumerable<MethodInfo> Methods()
    {
        const BindingFlags all = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var types = new[] { typeof(Article).Assembly, typeof(Recoupe.Language.Reading).Assembly, typeof(Recoupe.Cli.CommandLine).Assembly }.SelectMany(a => a.GetTypes()).ToList();
        types.Count.ShouldBeGreaterThan(500);
        return types.SelectMany(t => t.GetMethods(all));
    }

    // A type and what it is made of: Outcome<Page> holds a Page.
    private static IEnumerable<Type> Held(Type type) =>
        type.GenericTypeArguments.SelectMany(Held).Append(type.IsGenericType ? type.GetGenericTypeDefinition() : type).Concat(type.IsArray ? Held(type.GetElementType()!) : []);

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

    [GeneratedRegex(@"^\s+private (static )?(readonly )?[^=;(]+ [a-z]\w*( =[^>].*)?;$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PlainFields();
}
