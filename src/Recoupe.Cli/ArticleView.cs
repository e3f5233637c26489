using Recoupe.Language;
using Recoupe.Tell;
using Spectre.Console;

namespace Recoupe.Cli;

/// <summary>One article on a terminal: its text with the statements marked and numbered, then a table of who says what.</summary>
internal sealed class ArticleView
{
    private const int PlainWidth = 110;
    private const int Shown = 240;

    private readonly IAnsiConsole console;
    private readonly Locale words;

    public ArticleView(TextWriter output, Locale words)
    {
        this.words = words;
        var plain = output != Console.Out || Console.IsOutputRedirected;
        console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect });
        if (plain) console.Profile.Width = PlainWidth;
    }

    public void Show(ReadArticle read)
    {
        var header = read.Article.Header;
        console.MarkupLineInterpolated($"[bold]{Printable.Line(header.Title ?? header.Name)}[/]");
        console.MarkupLineInterpolated($"[dim]{string.Join(" · ", Facts(header))}[/]");
        foreach (var note in header.Notes) console.MarkupLineInterpolated($"[italic]{Printable.Line(words.Reason(note))}[/]");
        console.WriteLine();
        foreach (var block in read.Article.Blocks.Where(b => b.Kind != BlockKind.Furniture))
        {
            console.Write(Marked(read, block.Span));
            console.WriteLine();
            console.WriteLine();
        }

        if (read.Reading is null) console.MarkupLineInterpolated($"[italic]{words["article.unread"]}[/]");
        if (!read.Findings.Statements.IsEmpty) console.Write(Statements(read));
        if (!read.Findings.Figures.IsEmpty) console.Write(Figures(read));
        console.WriteLine();
    }

    private IEnumerable<string> Facts(ArticleHeader header)
    {
        if (header.Site is { } site) yield return Printable.Line(site);
        yield return header.Published is { } published ? words.Day(published.Value) + (published.Doubted is null ? "" : " " + words["day.doubted"]) : words["day.undated"];
        yield return words.LanguageName(header.Language);
        yield return Printable.Line(header.Path);
    }

    // A block's text cut where a statement's content begins or ends: ‹so› and its number, also where there is no colour.
    private Paragraph Marked(ReadArticle read, TextSpan block)
    {
        var paragraph = new Paragraph();
        var (inside, from) = (0, block.Start);
        foreach (var (place, opens, number) in Edges(read, block))
        {
            Append(place);
            if (opens) paragraph.Append("‹", Style.Parse("yellow"));
            else paragraph.Append($"›[{number}]", Style.Parse("yellow"));
            inside += opens ? 1 : -1;
        }

        Append(block.End);
        return paragraph;

        void Append(int to)
        {
            if (to > from) paragraph.Append(Printable.Line(new string(new TextSpan(from, to).In(read.Article.Text))), inside > 0 ? Style.Parse("yellow") : Style.Plain);
            from = to;
        }
    }

    private static IOrderedEnumerable<(int Place, bool Opens, int Number)> Edges(ReadArticle read, TextSpan block) =>
        read.Findings.Statements
            .SelectMany((statement, i) => statement.Content.Where(block.Contains).SelectMany(span => new[] { (span.Start, true, i + 1), (span.End, false, i + 1) }))
            .OrderBy(edge => edge.Item1).ThenBy(edge => edge.Item2);

    private Table Statements(ReadArticle read)
    {
        var table = Columns("#", words["csv.source"], words["csv.stance"], words["csv.certainty"], words["csv.claim"], words["column.proposition"]);
        var number = 0;
        foreach (var statement in read.Findings.Statements)
        {
            number++;
            table.AddRow(
                new Text(words.Number(number)),
                new Text(Source(statement)),
                new Text(words.Of(statement.Stance)),
                new Text(words.Of(statement.Certainty)),
                new Text(Content(read.Article, statement)),
                new Text(Propositions(statement)));
        }

        return table;
    }

    // A side is shown where it is not what one expects.
    private string Propositions(Statement statement) => string.Join('\n', statement.Propositions.Select(p =>
        (p.Side switch { Side.Against => words["proposition.against"] + " ", Side.Uncommitted => words["proposition.uncommitted"] + " ", _ => "" }) + Printable.Line(p.Text)));

    private Table Figures(ReadArticle read)
    {
        var table = Columns(words["column.value"], words["column.what"], words["column.by"], words["column.passage"]);
        foreach (var figure in read.Findings.Figures)
        {
            var giver = read.Findings.Statements.FirstOrDefault(s => string.Equals(s.Id, figure.Statement, StringComparison.Ordinal));
            table.AddRow(
                new Text(words.Value(figure)),
                new Text(Printable.Line(figure.What ?? "")),
                new Text(giver is null ? words["source.article"] : Source(giver)),
                new Text(Printable.Line(new string(figure.Span.In(read.Article.Text)))));
        }

        return table;
    }

    private static Table Columns(params string[] names)
    {
        var table = new Table().Border(TableBorder.Simple).Expand();
        foreach (var name in names) table.AddColumn(new TableColumn(new Text(name, Style.Parse("bold"))));
        return table;
    }

    private string Source(Statement statement)
    {
        var name = Printable.Line(statement.Source.Name ?? words.Of(statement.Source.Kind));
        return statement.Via.IsEmpty ? name : $"{name} ({words["via"]} {Printable.Line(string.Join(", ", statement.Via))})";
    }

    private static string Content(Article article, Statement statement)
    {
        var line = Printable.Line(article.Quote(statement.Content));
        return line.Length <= Shown ? line : line[..Shown] + " …";
    }
}
