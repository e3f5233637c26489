using System.Security.Cryptography;

namespace Recoupe;

/// <summary>A word list or pattern list of a language, as shipped: one entry a line; <c>#</c> opens a comment.</summary>
internal static class LanguageFile
{
    /// <summary>Its entries in file order, trimmed, without comments and empty lines; none where there is no such file.</summary>
    public static IEnumerable<string> Entries(string path)
    {
        using var stream = Open(path);
        if (stream is null) yield break;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var comment = line.IndexOf('#');
            var entry = (comment < 0 ? line : line[..comment]).Trim();
            if (entry.Length > 0) yield return entry;
        }
    }

    /// <summary>SHA-256 over files, in the order given: part of the version of the stage that uses them.</summary>
    public static string Hash(params IEnumerable<string> paths)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in paths)
            hash.AppendData(Bytes(path));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static byte[] Bytes(string path)
    {
        using var stream = Open(path);
        if (stream is null) return [];
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static Stream? Open(string path) => typeof(LanguageFile).Assembly.GetManifestResourceStream("Languages/" + path);
}
