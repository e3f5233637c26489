using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Run;

/// <summary>A page on which a stage fails as none should does not take the others with it.</summary>
public sealed class PageGuardTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_page_is_refused_and_the_rest_is_filed()
    {
        string[] paths = [folder.Write("a.txt", "Le maire a annoncé la fermeture du pont."), folder.Write("bad.txt", "Le préfet a parlé."), folder.Write("c.txt", "Le maire a démissionné hier.")];
        using var pipeline = Pipeline.Open(folder.Path("ledger.recoupe"), Reader(() => new InvalidOperationException("start")));
        var summary = pipeline.Add(paths);
        summary.Added.ShouldBe(2);
        var refused = summary.Refused.ShouldHaveSingleItem();
        (refused.Code, refused.Input).ShouldBe(("READ-1", paths[1]));
        refused.Message.ShouldContain("InvalidOperationException");
        pipeline.Verify().ShouldBeEmpty();
    }

    [Fact]
    public void A_run_that_is_stopped_stops()
    {
        using var pipeline = Pipeline.Open(folder.Path("ledger.recoupe"), Reader(() => new OperationCanceledException()));
        var thrown = Should.Throw<Exception>(() => pipeline.Add([folder.Write("bad.txt", "Le préfet a parlé.")]));
        thrown.GetBaseException().ShouldBeOfType<OperationCanceledException>();
    }

    private static Func<Page, Outcome<ReadArticle>> Reader(Func<Exception> fault) => page =>
        page.Path.EndsWith("bad.txt", StringComparison.Ordinal) ? throw fault() : Pipeline.Read([page.Path]).Single();
}
