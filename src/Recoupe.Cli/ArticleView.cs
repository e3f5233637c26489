using Recoupe.Language;
using Recoupe.Tell;
using Spectre.Console;

namespace Recoupe.Cli;

/// <summary>One article on a terminal: its text with the statements marked and numbered, then a table of who says what.</summary>
internal sealed class ArticleView
{
    private const int PlainWidth = 110; // columns, where no terminal tells its own
    private const int Shown = 240; // characters: two lines of a wide terminal

    private readonly IAnsiConsole _console;
    private readonly Locale _words;

    public ArticleView(TextWriter output, Locale words)
    {
        _words = words;
        var plain = output != Console.Out || Console.IsOutputRedirected;
        _console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect });
        if (plain) _console.Profile.Width = PlainWidth;
    }

    public void Show(ReadArticle read)
    {
        var header = read.Article.Header;
        _console.MarkupLineInterpolated($"[bold]{Printable.Line(header.Title ?? header.Name)}[/]");
        _console.MarkupLineInterpolated($"[dim]{string.Join(" · ", Facts(header))}[/]");
        foreach (var note in header.Notes) _console.MarkupLineInterpolated($"[italic]{Printable.Line(_words.Reason(note))}[/]");
        _console.WriteLine();
        foreach (var block in read.Article.Blocks.Where(b => b.Kind != BlockKind.Furniture))
        {
            _console.Write(Marked(read, block.Span));
            _console.WriteLine();
            _console.WriteLine();
        }

        if (read.Reading is null) _console.MarkupLineInterpolated($"[italic]{_words["article.unread"]}[/]");
        if (!read.Findings.Statements.IsEmpty) _console.Write(Statements(read));
        if (!read.Findings.Figures.IsEmpty) _console.Write(Figures(read));
        _console.WriteLine();
    }

    private IEnumerable<string> Facts(ArticleHeader header)
    {
        if (header.Site is { } site) yield return Printable.Line(site);
        yield return header.Published is { } published
            ? _words.Day(published.Value) + (published.Doubted is null ? "" : " " + _words["day.doubted"])
            : _words["day.undated"];
        yield return _words.LanguageName(header.Language);
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
            if (to > from)
                paragraph.Append(Printable.Line(new string(new TextSpan(from, to).In(read.Article.Text))), inside > 0 ? Style.Parse("yellow") : Style.Plain);
            from = to;
        }
    }

    private static IOrderedEnumerable<(int Place, bool Opens, int Number)> Edges(ReadArticle read, TextSpan block) =>
        read.Findings.Statements
            .SelectMany((statement, i) => statement.Content.Where(block.Contains).SelectMany(span => new[] { (span.Start, true, i + 1), (span.End, false, i + 1) }))
            .OrderBy(edge => edge.Item1).ThenBy(edge => edge.Item2);

    private Table Statements(ReadArticle read)
    {
        var table = Columns(
            "#", _words["csv.source"], _words["csv.stance"], _words["csv.certainty"], _words["csv.claim"], _words["column.proposition"]);
        var number = 0;
        foreach (var statement in read.Findings.Statements)
        {
            number++;
            table.AddRow(
                new Text(_words.Number(number)),
                new Text(Source(statement)),
                new Text(_words.Of(statement.Stance)),
                new Text(_words.Of(statement.Certainty)),
                new Text(Content(read.Article, statement)),
                new Text(Propositions(statement)));
        }

        return table;
    }

    // A side is shown where it is not what one expects.
    private string Propositions(Statement statement) => string.Join('\n', statement.Propositions.Select(p =>
        (p.Side switch { Side.Against => _words["proposition.against"] + " ", Side.Uncommitted => _words["proposition.uncommitted"] + " ", _ => "" }) + Printable.Line(p.Text)));

    private Table Figures(ReadArticle read)
    {
        var table = Columns(_words["column.value"], _words["column.what"], _words["column.by"], _words["column.passage"]);
        foreach (var figure in read.Findings.Figures)
        {
            var giver = read.Findings.Statements.FirstOrDefault(s => string.Equals(s.Id, figure.Statement, StringComparison.Ordinal));
            table.AddRow(
                new Text(_words.Value(figure)),
                new Text(Printable.Line(figure.What ?? "")),
                new Text(giver is null ? _words["source.article"] : Source(giver)),
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
        var name = Printable.Line(statement.Source.Name ?? _words.Of(statement.Source.Kind));
        return statement.Via.IsEmpty ? name : $"{name} ({_words["via"]} {Printable.Line(string.Join(", ", statement.Via))})";
    }

    private static string Content(Article article, Statement statement)
    {
        var line = Printable.Line(article.Quote(statement.Content));
        return line.Length <= Shown ? line : line[..Shown] + " …";
    }
}
