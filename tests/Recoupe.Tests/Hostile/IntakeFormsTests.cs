using System.Text.Json;
using Recoupe.Tests.Cli;

namespace Recoupe.Tests.Hostile;

/// <summary>What is taken in is filed, told and found whole: by the verbs themselves, in every form.</summary>
public sealed class IntakeFormsTests
{
    public static TheoryData<string> Forms => [.. IntakeForms.All.Keys];

    public static TheoryData<string> LeadingForms => [.. IntakeForms.Leading.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_form_of_intake_is_filed_told_and_found_whole(string form)
    {
        using var folder = new Folder();
        var page = IntakeForms.Write(folder["in"], form);
        var ran = await Asked.Of("run", page, "--out", folder["out"], "--no-dossier", "--quiet");
        (ran.Status, ran.Error).ShouldBe((0, ""));
        var told = await Asked.Of("export", folder["out/ledger.recoupe"]);
        told.Status.ShouldBe(0);
        using var ledger = JsonDocument.Parse(told.Output);
        ledger.RootElement.GetProperty("claims").GetArrayLength().ShouldBeGreaterThan(0);
        if (form is "references") told.Output.ShouldContain("https://fil.example/pont");
        (await Asked.Of("verify", folder["out/ledger.recoupe"], "--quiet")).Status.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(LeadingForms))]
    public async Task What_only_leads_to_an_article_is_refused_by_name(string form)
    {
        using var folder = new Folder();
        var page = IntakeForms.Write(folder["in"], form);
        var ran = await Asked.Of("run", page, "--out", folder["out"], "--no-dossier", "--quiet", "--lang", "en");
        (ran.Status, File.Exists(folder["out/ledger.recoupe"])).ShouldBe((1, false));
        ran.Error.ShouldStartWith("INGEST-");
        ran.Error.ShouldContain(form is "list of addresses" ? "https://fil.example/pont" : Path.GetFileName(page)); // each address is refused for itself
    }
}
