namespace Recoupe;

/// <summary>How pages are fetched, where a run is asked to fetch any.</summary>
public sealed record FetchOptions
{
    /// <summary>Where answers are kept, so that a page that has not changed is not asked for in full again.</summary>
    public string CacheFolder { get; init; } =
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "recoupe", "web");

    /// <summary>The proxy through which everything is fetched; <see langword="null"/> for none, whatever the environment names.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>How many bytes are kept there at most; what was kept longest ago goes first.</summary>
    public long CacheSize { get; init; } = 2L << 30;

    /// <summary>How long a host is left alone between two requests; longer where its robots.txt asks for more.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an answer may take from the first byte sent to the last received.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
