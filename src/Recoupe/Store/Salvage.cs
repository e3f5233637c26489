using System.Collections.Immutable;

namespace Recoupe.Store;

/// <summary>
/// Takes out of a damaged ledger what can still be read, row by row: where one is hurt, those on either side of it are tried all the same.
/// </summary>
internal sealed class Salvage(LedgerFile wreck)
{
    // Read from both ends, since a damaged leaf stops either way; and from each table that knows the id.
    private static readonly string[] Ids =
    [
        "SELECT article FROM page ORDER BY article", "SELECT article FROM page ORDER BY article DESC",
        "SELECT article FROM sighting ORDER BY article", "SELECT article FROM sighting ORDER BY article DESC",
        "SELECT id FROM article ORDER BY serial", "SELECT id FROM article ORDER BY serial DESC",
    ];

    /// <summary>The pages, in ordinal order of id; a refusal for each that is known of and cannot be read.</summary>
    public IEnumerable<Outcome<Page>> Pages()
    {
        foreach (var id in Ids.SelectMany(Texts).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            yield return PageOf(new(id));
    }

    /// <summary>The questions that were asked.</summary>
    public ImmutableArray<string> Questions() =>
        [.. Texts("SELECT text FROM question ORDER BY id").Concat(Texts("SELECT text FROM question ORDER BY id DESC"))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The ids of what was forgotten.</summary>
    public ImmutableArray<ArticleId> Forgotten() =>
        [.. Texts("SELECT article FROM forgotten").Concat(Texts("SELECT article FROM forgotten ORDER BY article DESC"))
            .Distinct(StringComparer.Ordinal).Select(id => new ArticleId(id))];

    private Outcome<Page> PageOf(ArticleId id)
    {
        try
        {
            return wreck.Page(id) is { } page && page.Id == id ? page : Lost(id);
        }
        catch (Exception fault) when (fault is LedgerException or InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            return Lost(id);
        }
    }

    private static Rejection Lost(ArticleId id) =>
        new("STORE-16", id.Value, "This page of the damaged ledger cannot be read, or was not kept.", "Give the article's file again, with recoupe add.");

    // As far as it goes.
    private List<string> Texts(string sql)
    {
        var texts = new List<string>();
        try
        {
            foreach (var text in wreck.Texts(sql)) texts.Add(text);
        }
        catch (LedgerException)
        {
            // What was read before stands.
        }

        return texts;
    }
}
