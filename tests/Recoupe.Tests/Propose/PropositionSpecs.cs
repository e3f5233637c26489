using System.Text.RegularExpressions;
using Recoupe.Extract;
using Recoupe.Propose;
using Recoupe.Read;
using Recoupe.Tell;

namespace Recoupe.Tests.Propose;

/// <summary>Runs the pages in <c>specs/</c>: a text, and what is put forward in it.</summary>
public sealed class PropositionSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Propose", "specs");

    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        Directory.EnumerateFiles(Folder, "*.md").Order(StringComparer.Ordinal)
            .SelectMany(path => PropositionSpec.ReadAll(path).Select(s => new TheoryDataRow<string, string>(s.Page, s.Title)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_spec_holds(string page, string title)
    {
        var spec = PropositionSpec.ReadAll(Path.Combine(Folder, page)).Single(s => s.Title == title);
        spec.Found().ShouldBe(spec.Expected);
    }
}

/// <summary>One spec: a title, a text after <c>&gt;</c>, its headline after <c>#&gt;</c>, and a line a proposition.</summary>
internal sealed partial record PropositionSpec(string Page, string Title, string Text, IReadOnlyList<string> Expected)
{
    public static IEnumerable<PropositionSpec> ReadAll(string path)
    {
        foreach (var section in File.ReadAllText(path).Split("\n## ").Skip(1))
        {
            var lines = section.Split('\n');
            var text = string.Join('\n', lines.Where(l => l.StartsWith('>')).Select(l => l[1..].Trim()));
            yield return new(Path.GetFileName(path), lines[0].Trim(), text, [.. lines.Skip(1).Where(l => Line().IsMatch(l)).Select(l => l.Trim())]);
        }
    }

    /// <summary>What is found, a line each: its side and certainty, then its words.</summary>
    public IReadOnlyList<string> Found()
    {
        var findings = Findings();
        var own = Expected.Any(e => e.StartsWith("own ", StringComparison.Ordinal));
        return [.. findings.Statements.SelectMany(s => s.Propositions.Select(Told)), .. own ? findings.Own.Select(p => "own " + Told(p)) : []];
    }

    private Findings Findings()
    {
        var header = new ArticleHeader(new("0123456789abcdef"), ContentHash.OfText(Text), "spec", "spec.txt", null, null, null, [], Page[..2], null);
        var article = new Article(header, Text, [.. Blocks()]);
        var findings = Extractor.Extract(article, ArticleReader.Read(article)!, out var trees);
        return Proposer.Propose(article, trees, findings);
    }

    private static string Told(Proposition p) =>
        $"{EnumNames.Of(p.Side)} {EnumNames.Of(p.Certainty)}{(p.Evidence is { } evidence ? " " + EnumNames.Of(evidence) : "")}{(p.Refuted ? " refuted" : "")} | {p.Text}";

    private IEnumerable<Block> Blocks()
    {
        for (var start = 0; start < Text.Length;)
        {
            var feed = Text.IndexOf('\n', start);
            var end = feed < 0 ? Text.Length : feed;
            if (end > start) yield return new(new(start, end), BlockKind.Body);
            start = end + 1;
        }
    }

    [GeneratedRegex("^(own )?(for|against|uncommitted) ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
