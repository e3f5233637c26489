using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Tell.Reports;

/// <summary>A report as one page without script or outside parts, to be pasted into an editor or printed.</summary>
internal static class HtmlReport
{
    private static readonly Html Style = new(Locale.Asset("Assets/report.css"));

    public static void Write(Stream output, Report report) => output.Write(Encoding.UTF8.GetBytes(Page(report).Markup));

    private static Html Page(Report report) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="{report.Language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{report.Title}</title>
        <style>{Style}</style>
        </head>
        <body>
        <h1>{report.Title}</h1>
        {Blocks(report.Blocks)}
        {Notes(report.Footnotes)}
        </body>
        </html>

        """);

    // Items that follow each other are one list.
    private static Html Blocks(ImmutableArray<ReportBlock> blocks)
    {
        var parts = new List<Html>();
        for (var i = 0; i < blocks.Length; i++)
        {
            if (IsItem(blocks, i) && !IsItem(blocks, i - 1)) parts.Add(Html.Of($"<ul>\n"));
            parts.Add(Of(blocks[i]));
            if (IsItem(blocks, i) && !IsItem(blocks, i + 1)) parts.Add(Html.Of($"</ul>\n"));
        }

        return Html.Of(parts);
    }

    private static bool IsItem(ImmutableArray<ReportBlock> blocks, int at) =>
        at >= 0 && at < blocks.Length && blocks[at] is ReportParagraph { IsItem: true };

    private static Html Of(ReportBlock block) => block switch
    {
        ReportHeading { Level: 1 } part => Html.Of($"<h2 lang=\"{part.Language}\">{part.Text}</h2>\n"),
        ReportHeading { Level: 2 } inside => Html.Of($"<h3 lang=\"{inside.Language}\">{inside.Text}</h3>\n"),
        ReportHeading side => Html.Of($"<h4 lang=\"{side.Language}\">{side.Text}</h4>\n"),
        ReportParagraph { IsItem: true } item => Html.Of($"<li>{item.Runs.Select(Of)}</li>\n"),
        ReportParagraph paragraph => Html.Of($"<p>{paragraph.Runs.Select(Of)}</p>\n"),
        ReportTable table => Of(table),
        _ => throw new InvalidOperationException($"A report has no {block.GetType().Name}."),
    };

    private static Html Of(ReportTable table) => Html.Of($"""
        <table>
        <thead><tr>{table.Rows[0].Select(cell => Html.Of($"<th scope=\"col\">{Of(cell)}</th>"))}</tr></thead>
        <tbody>
        {table.Rows.Skip(1).Select(row => Html.Of($"<tr>{row.Select(cell => Html.Of($"<td>{Of(cell)}</td>"))}</tr>\n"))}</tbody>
        </table>

        """);

    private static Html Of(ReportRun run)
    {
        var words = run.IsStrong
            ? Html.Of($"<strong lang=\"{run.Language}\">{run.Text}</strong>")
            : Html.Of($"<span lang=\"{run.Language}\">{run.Text}</span>");
        return run.Note == 0
            ? words
            : Html.Of($"{words}<sup><a href=\"#n{Number(run.Note)}\" id=\"r{Number(run.Note)}\">{Number(run.Note)}</a></sup>");
    }

    private static Html Notes(ImmutableArray<ReportNote> notes) => notes.IsEmpty ? Html.None : Html.Of($"""
        <hr>
        <ol>
        {notes.Select(
            (note, i) => Of(note, Number(i + 1)))}</ol>

        """);

    private static Html Of(ReportNote note, string number) =>
        Html.Of($"<li id=\"n{number}\">{note.Text} {Link(note)} <a href=\"#r{number}\">↩</a></li>\n");

    private static Html Link(ReportNote note) =>
        note.Address is { } address ? Html.Of($"<a href=\"{address}\" rel=\"noopener noreferrer nofollow\">{address}</a>") : Html.None;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
