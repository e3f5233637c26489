using System.Text.Json;
using Recoupe.Tests.Cli;

namespace Recoupe.Tests.Hostile;

/// <summary>What is taken in is filed, told and found whole: by the verbs themselves, in every form.</summary>
public sealed class IntakeFormsTests
{
    public static TheoryData<string> Forms => [.. IntakeForms.All.Keys];

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
}
