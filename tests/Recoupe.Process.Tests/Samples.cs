namespace Recoupe.Process.Tests;

/// <summary>What ships with the sources and is read here.</summary>
internal static class Samples
{
    /// <summary>The folder of the sample story.</summary>
    public static string Story { get; } = Path.Combine(Root(AppContext.BaseDirectory), "samples", "story");

    private static string Root(string folder) =>
        File.Exists(Path.Combine(folder, "Recoupe.slnx")) ? folder : Root(Path.GetDirectoryName(folder)!);
}
