namespace Recoupe.Ingest.Files;

/// <summary>What a page may be.</summary>
internal static class PageLimits
{
    /// <summary>The largest page accepted, in bytes.</summary>
    public const int LargestPage = 20 * 1024 * 1024;
}
