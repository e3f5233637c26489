using System.Text;
using Recoupe.Tell;
using Recoupe.Tests.Cli;
using Recoupe.Tests.Story;

namespace Recoupe.Tests.Pipelines;

public sealed class GrowingTests
{
    [Fact]
    public void A_list_that_breaks_meanwhile_ends_no_pipeline_in_a_fault()
    {
        using var folder = new Folder();
        var pipeline = Pipeline.Open(folder["l.recoupe"], stays: true);
        pipeline.Add([folder.File("a.txt", "Le bac d'Orvec ne passe plus, a annoncé la préfecture mardi. Le maire Pavel Ormel a démenti.")]);
        pipeline.Ledger().Articles.ShouldHaveSingleItem();
        File.WriteAllText(folder["l.recoupe.decisions.jsonl"], "none\n");
        Should.NotThrow(pipeline.Dispose);
        File.Delete(folder["l.recoupe.decisions.jsonl"]);
        using var again = Pipeline.Open(folder["l.recoupe"]);
        again.Ledger().Articles.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_ledger_that_is_asked_for_as_it_grows_comes_to_the_same_as_one_made_at_once()
    {
        using var folder = new Folder();
        string[] pages = [.. new[] { "07-chronicle-colonel.txt", "09-veilleur-rumeur.md", "10-echo-dementi.txt", "11-tribune-denial.txt" }.Select(n => Path.Combine(StoryGold.Articles, n))];
        using var growing = Pipeline.Open(folder["growing.recoupe"], stays: true);
        using var whole = Pipeline.Open(folder["whole.recoupe"]);
        foreach (var page in pages)
        {
            growing.Add([page]);
            whole.Add([page]);
            Export(growing).ShouldBe(Export(whole));
        }

        var (claim, article) = (growing.Ledger().Claims.First(c => c.Positions.Length > 1), growing.Ledger().Articles[0].Id.Value);
        growing.Decide(DecisionAct.Dismiss, [claim.Id], null, null, "anna").Value.ShouldNotBeNull();
        whole.Decide(DecisionAct.Dismiss, [claim.Id], null, null, "anna").Value.ShouldNotBeNull();
        Claims(growing).ShouldBe(Claims(whole));
        growing.Forget(article).Value.ShouldNotBeNull();
        whole.Forget(article).Value.ShouldNotBeNull();
        Claims(growing).ShouldBe(Claims(whole));
    }

    private static string Claims(Pipeline pipeline) => Export(pipeline).Split("\"questions\"")[0];

    private static string Export(Pipeline pipeline)
    {
        using var output = new MemoryStream();
        LedgerJson.Write(output, pipeline.Ledger());
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
