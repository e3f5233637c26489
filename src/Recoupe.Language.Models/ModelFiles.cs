namespace Recoupe.Language.Models;

/// <summary>The files that <c>Recoupe.Language</c> loads, by name: <c>fr/tagger.bin</c>, <c>en/names.bin</c> and so on.</summary>
public static class ModelFiles
{
    /// <summary>Every file's name, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(ModelFiles).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)];

    /// <summary>Opens a file for reading; <see langword="null"/> where there is none of that name.</summary>
    public static Stream? Open(string name) => typeof(ModelFiles).Assembly.GetManifestResourceStream(name);
}
