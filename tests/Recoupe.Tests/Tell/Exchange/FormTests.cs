using System.Runtime.CompilerServices;
using System.Text;
using Recoupe.Tell;
using Recoupe.Tell.Exchange;

namespace Recoupe.Tests.Tell.Exchange;

/// <summary>Each form of other tools is, byte for byte, what was approved for a ledger made by hand.</summary>
public sealed class FormTests
{
    private static readonly Dictionary<string, Action<Stream, ExchangeLedger>> _forms = new(StringComparer.Ordinal)
    {
        ["stix.json"] = StixExport.Write,
        ["ftm.jsonl"] = FollowTheMoneyExport.Write,
        ["annotations.jsonld"] = WebAnnotationExport.Write,
        ["claimreview.json"] = ClaimReviewExport.Write,
        ["csl.json"] = CslExport.Write,
        ["articles.ris"] = RisExport.Write,
        ["articles.bib"] = BibTexExport.Write,
        ["ledger.gexf"] = GexfExport.Write,
        ["tables.csv"] = (output, told) => output.Write(Encoding.UTF8.GetBytes(string.Concat(CsvExport.Files(told).Select(f => $"{f.Path}\n{f.Text}\n")))),
        ["ledger.json"] = (output, told) => LedgerJson.Write(output, told.Ledger),
    };

    public static TheoryData<string> Forms => [.. _forms.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_is_as_approved(string name)
    {
        var write = _forms[name];
        var whole = Text(write, new(MadeLedger.Ledger, MadeLedger.Filed, Locale.For("en")));
        var part = LedgerSlice.Parse(["claim", MadeLedger.Ledger.Claims[1].Id])!.Of(MadeLedger.Ledger).Value.ShouldNotBeNull();
        var shared = Text(write, new(part, MadeLedger.Filed, Locale.For("fr"), share: true));
        var told = $"{whole}\n--- a part, shared, in French\n{shared}";
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, name + ".received"), told);
        told.ShouldBe(File.ReadAllText(Path.Combine(Approved(), name)), $"if the change is meant, copy {name}.received from the tests' output over Forms/{name}");
    }

    private static string Text(Action<Stream, ExchangeLedger> write, ExchangeLedger told)
    {
        using var output = new MemoryStream();
        write(output, told);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private static string Approved([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Forms");
}
