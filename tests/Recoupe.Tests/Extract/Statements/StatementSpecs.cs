using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Recoupe.Extract;
using Recoupe.Language;
using Recoupe.Read;

namespace Recoupe.Tests.Extract.Statements;

/// <summary>Runs the pages in <c>specs/</c>: a text, and what is told in it.</summary>
public sealed partial class StatementSpecs
{
    public static IEnumerable<TheoryDataRow<string, string>> Cases() =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Extract", "specs"), "statements-*.md").Order(StringComparer.Ordinal)
            .SelectMany(path => StatementSpec.ReadAll(path).Select(s => new TheoryDataRow<string, string>(s.Page, s.Title)));

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_spec_holds(string page, string title)
    {
        var spec = StatementSpec.ReadAll(Path.Combine(AppContext.BaseDirectory, "Extract", "specs", page)).Single(s => s.Title == title);
        var found = spec.Statements();
        foreach (var expected in spec.Attributions)
            found.Select(s => spec.Told(s, expected.Keys)).Contains(expected.Line, StringComparer.Ordinal).ShouldBeTrue($"{expected.Line}\n{string.Join('\n', found.Select(s => spec.Told(s, StatementSpec.Fields)))}");
        found.Length.ShouldBe(spec.Attributions.Count, string.Join('\n', found.Select(s => spec.Told(s, StatementSpec.Fields))));
    }
}

/// <summary>One spec: a title, a text, and a line a telling.</summary>
internal sealed partial record StatementSpec(string Page, string Language, string Title, string Text, IReadOnlyList<ExpectedTelling> Attributions)
{
    public static readonly string[] Fields = ["source", "name", "kind", "cue", "content", "manner", "via", "certainty", "stance"];

    public static IEnumerable<StatementSpec> ReadAll(string path)
    {
        var page = Path.GetFileName(path);
        var language = page.Split('-')[1];
        foreach (var section in File.ReadAllText(path).Split("\n## ").Skip(1))
        {
            var lines = section.Split('\n');
            var text = string.Join('\n', lines.Where(l => l.StartsWith('>')).Select(l => l[1..].Trim()));
            yield return new(page, language, lines[0].Trim(), text, [.. lines.Where(l => l.StartsWith("attribution", StringComparison.Ordinal)).Select(ExpectedTelling.Parse)]);
        }
    }

    public ImmutableArray<Statement> Statements()
    {
        var header = new ArticleHeader(new("0123456789abcdef"), ContentHash.OfText(Text), "spec", "spec.txt", null, null, null, [], Language, null);
        var article = new Article(header, Text, [.. Blocks()]);
        return Extractor.Extract(article, ArticleReader.Read(article)!).Statements;
    }

    /// <summary>A statement in the words of a spec, those fields alone.</summary>
    public string Told(Statement statement, IEnumerable<string> fields) => string.Join("  ", fields.Select(f => $"{f} {Value(statement, f)}"));

    private string Value(Statement statement, string field) => field switch
    {
        "source" => Quoted(statement.Source.Span),
        "name" => $"\"{statement.Source.Name}\"",
        "kind" => statement.Source.Kind.ToString().ToLowerInvariant(),
        "cue" => Quoted(statement.Cue),
        "content" => string.Join(" + ", statement.Content.Select(c => Quoted(c))),
        "manner" => statement.Manner.ToString().ToLowerInvariant(),
        "via" => statement.Via.IsEmpty ? Quoted(null) : string.Join(" + ", statement.Via.Select(v => $"\"{v}\"")),
        "certainty" => Codes[(int)statement.Certainty],
        "stance" => statement.Stance.ToString().ToLowerInvariant(),
        _ => throw new FormatException($"No field '{field}'."),
    };

    private static readonly string[] Codes = ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "U"];

    private string Quoted(TextSpan? span) => span is { } s ? $"\"{s.In(Text)}\"" : "\"\"";

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
}

/// <summary>A line of a spec: fields and what they hold.</summary>
internal sealed partial record ExpectedTelling(IReadOnlyList<string> Keys, string Line)
{
    public static ExpectedTelling Parse(string line)
    {
        var fields = Field().Matches(line["attribution".Length..]);
        return new([.. fields.Select(m => m.Groups["key"].Value)], string.Join("  ", fields.Select(m => $"{m.Groups["key"].Value} {m.Groups["value"].Value}")));
    }

    [GeneratedRegex("""\b(?<key>source|name|kind|cue|content|manner|via|certainty|stance) (?<value>"[^"]*"( \+ "[^"]*")*|[^" ]+)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}
