namespace Recoupe.Cli;

internal static class Ledgers
{
    /// <summary>Whether a path leads to a database rather than to a page: told by its first bytes.</summary>
    public static bool IsOne(string path)
    {
        if (new FileInfo(path) is not { Exists: true, Length: > 0 }) return false; // a pipe has no length, and waits for ever
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[16];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("SQLite format 3\0"u8);
    }
}
