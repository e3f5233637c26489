using System.Collections.Immutable;

namespace Recoupe.Run;

/// <summary>Cuts a stream of pages into batches that fit in memory.</summary>
internal static class PageBatches
{
    /// <summary>The most pages of a batch. One batch is one transaction.</summary>
    public const int Pages = 64;

    /// <summary>A batch ends once its pages weigh this much, in bytes.</summary>
    public const long Bytes = 8 * 1024 * 1024;

    public static IEnumerable<ImmutableArray<Outcome<Page>>> Of(IEnumerable<Outcome<Page>> pages)
    {
        var batch = ImmutableArray.CreateBuilder<Outcome<Page>>();
        var weight = 0L;
        foreach (var page in pages)
        {
            batch.Add(page);
            weight += page.Value?.Bytes.Length ?? 0;
            if (batch.Count < Pages && weight < Bytes) continue;
            yield return batch.DrainToImmutable();
            weight = 0;
        }

        if (batch.Count > 0) yield return batch.DrainToImmutable();
    }
}
