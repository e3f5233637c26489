namespace Recoupe.Cli;

internal static class Ledgers
{
    /// <summary>Whether a path leads to a database rather than to a page: told by its first bytes.</summary>
    public static bool IsOne(string path)
    {
        if (!File.Exists(path)) return false;
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[16];
        return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual("SQLite format 3\0"u8);
    }

    /// <summary>The article of a name or an id, or of the first characters of one.</summary>
    public static Outcome<ArticleHeader> Article(Ledger ledger, string name)
    {
        if (ledger.Articles.FirstOrDefault(a => string.Equals(a.Name, name, StringComparison.Ordinal)) is { } named) return named;
        var found = ledger.Articles.Where(a => name.Length > 0 && (a.Id.Value.StartsWith(name, StringComparison.OrdinalIgnoreCase) || a.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))).ToList();
        return found is [var only] ? only
            : found.Count == 0 ? new Rejection("DECIDE-1", name, "The ledger has nothing of this id.", "Take an id from the dossier or from `recoupe export`; its first characters are enough.")
            : new Rejection("DECIDE-2", name, "More than one id begins like this.", "Give more of it.");
    }

    /// <summary>An article that the ledger names, so that it must hold it.</summary>
    public static Filed Required(this Pipeline pipeline, ArticleId id) =>
        pipeline.Filed(id) ?? throw new InvalidOperationException($"The ledger names the article {id} and lacks it.");
}
