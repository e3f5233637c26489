using System.Collections.Immutable;
using Recoupe.Tell.Exchange;
using Recoupe.Tell.Pages;

namespace Recoupe.Tell.Reports;

/// <summary>A form that a report is written in, by what <c>recoupe report --format</c> calls it. Equal ledgers give equal bytes.</summary>
public sealed class ReportFormat
{
    private readonly Action<Stream, Report> _write;

    private ReportFormat(string name, Action<Stream, Report> write) => (Name, _write) = (name, write);

    /// <summary>All of them: a Word document, an OpenDocument text, a page.</summary>
    public static ImmutableArray<ReportFormat> All { get; } = [new(
        "docx", DocxReport.Write), new("odt", OdtReport.Write), new("html", HtmlReport.Write)];

    /// <summary>What it is asked for by, and the ending of its files.</summary>
    public string Name { get; }

    /// <summary>The form of a name; <see langword="null"/> where there is none.</summary>
    public static ReportFormat? Named(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.Ordinal));

    /// <summary>Writes a report.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="told">What is told: a ledger or a part of it.</param>
    /// <param name="searched">How many articles were looked through for it.</param>
    public void Write(Stream output, ExchangeLedger told, int searched) =>
        _write(output, ReportBuilder.Of(told, searched, Dossier.Version));
}
