namespace Recoupe.Tests.Architecture;

/// <summary>The files of the repository, for the tests that read them.</summary>
internal static class SourceTree
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Above(AppContext.BaseDirectory);

    /// <summary>A folder below the repository's.</summary>
    public static string Folder(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The code files below a folder, in ordinal order, without what a build makes.</summary>
    public static IReadOnlyList<string> Files(params string[] parts) =>
    [
        .. Directory.EnumerateFiles(Folder(parts), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f[Root.Length..].Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal),
    ];

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "Recoupe.slnx")) ? folder : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("no Recoupe.slnx above the tests"));
}
