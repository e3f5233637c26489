using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Story;

/// <summary>The ledger of the sample story, asked whether the colonel was captured.</summary>
internal static class StoryLedger
{
    private static readonly Lazy<(Ledger Ledger, IReadOnlyDictionary<string, FiledArticle> Articles)> Made = new(Make);

    /// <summary>The ledger.</summary>
    public static Ledger Ledger => Made.Value.Ledger;

    /// <summary>Its articles with their findings, by name.</summary>
    public static IReadOnlyDictionary<string, FiledArticle> Articles => Made.Value.Articles;

    /// <summary>The name of an article of the ledger; the id itself where it names an absent one.</summary>
    public static string Name(string id) => Ledger.Articles.FirstOrDefault(a => a.Id.Value == id)?.Name ?? id;

    private static (Ledger, IReadOnlyDictionary<string, FiledArticle>) Make()
    {
        using var folder = new TemporaryFolder();
        using var pipeline = Pipeline.Open(folder.Path("story.recoupe"));
        pipeline.Add([StoryGold.Articles]);
        pipeline.Ask("Le colonel Zarovitch a-t-il été capturé ?");
        var ledger = pipeline.Ledger();
        return (ledger, ledger.Articles.ToDictionary(a => a.Name, a => pipeline.Filed(a.Id)!, StringComparer.Ordinal));
    }
}
