using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Recoupe.Store;

/// <summary>
/// The index of names, claims and passages: a cache as what was derived is. Names and claims go with the derivation that is kept;
/// passages are kept article by article, under a mark of what they were read and masked by.
/// </summary>
internal sealed class FoundRows(Database database)
{
    // Of a row's number the lowest bits are a passage's place among its article's.
    private const int PlaceBits = 16, MostPassages = 1 << PlaceBits;

    /// <summary>Whether every article's passages are there under a mark.</summary>
    public bool HasPassages(string mark) =>
        Missing(mark, 1).IsEmpty
        && database.Rows("SELECT (SELECT count(*) FROM article) = (SELECT count(*) FROM indexed)", r => r.GetBoolean(0)).Single();

    /// <summary>Some articles whose passages are not there under a mark.</summary>
    public ImmutableArray<(long Serial, ArticleId Id)> Missing(string mark, int most) =>
    [
        .. database.Rows(
            "SELECT serial, id FROM article LEFT JOIN indexed ON article = serial WHERE mark IS NOT $mark LIMIT $most",
            r => (r.GetInt64(0), new ArticleId(r.GetString(1))),
            ("$mark", mark),
            ("$most", most)),
    ];

    /// <summary>Keeps an article's passages in place of what was there of it.</summary>
    public void Keep(long serial, string mark, FoundArticle article)
    {
        Drop(serial);
        foreach (var (at, passage) in article.Passages.Take(MostPassages).Index())
        {
            var place = (serial << PlaceBits) | (long)at;
            database.Run("INSERT INTO passage VALUES ($place, $start, $length)",
                ("$place", place), ("$start", passage.Found.Start), ("$length", passage.Found.Text.Length));
            database.Run("INSERT INTO passage_words (rowid, words, meant) VALUES ($place, $words, $meant)",
                ("$place", place), ("$words", passage.Words), ("$meant", passage.Meant));
        }

        database.Run("INSERT INTO indexed VALUES ($serial, $mark, $terms)",
            ("$serial", serial), ("$mark", mark), ("$terms", Seal.Of(Bytes(article.Terms), Salt(serial))));
    }

    /// <summary>Drops an article's passages.</summary>
    public void Drop(long serial)
    {
        if (database.Run("DELETE FROM indexed WHERE article = $serial", ("$serial", serial)) == 0) return;
        (string, object) first = ("$first", serial << PlaceBits), next = ("$next", (serial + 1) << PlaceBits);
        database.Run(
            "DELETE FROM passage_words WHERE rowid IN (SELECT place FROM passage WHERE place >= $first AND place < $next)", first, next);
        database.Run("DELETE FROM passage WHERE place >= $first AND place < $next", first, next);
    }

    /// <summary>Keeps names and claims in place of what was there: those that are there as they are to be stay.</summary>
    public void Keep(IEnumerable<FoundItem> items)
    {
        var there = database.Rows(
            "SELECT place, kind, id, language, text FROM item",
            r => (Place: r.GetInt64(0), Said: (r.GetInt32(1), r.GetString(2), r.GetString(3)), Text: r.GetFieldValue<byte[]>(4))).ToDictionary(r => r.Place);
        foreach (var (place, found, words) in items)
        {
            var text = Seal.Of(Encoding.UTF8.GetBytes(found.Text), found.Id);
            if (there.Remove(place, out var kept))
            {
                if (kept.Said == ((int)found.Kind, found.Id, found.Language) && kept.Text.AsSpan().SequenceEqual(text)) continue;
                DropItem(place);
            }

            database.Run("INSERT INTO item VALUES ($place, $kind, $id, $language, $text)",
                ("$place", place), ("$kind", (int)found.Kind), ("$id", found.Id), ("$language", found.Language), ("$text", text));
            var told = words();
            database.Run("INSERT INTO item_words (rowid, words, meant) VALUES ($place, $words, $meant)",
                ("$place", place), ("$words", told.Words), ("$meant", told.Meant));
        }

        foreach (var place in there.Keys) DropItem(place);
    }

    private void DropItem(long place)
    {
        database.Run("DELETE FROM item WHERE place = $place", ("$place", place));
        database.Run("DELETE FROM item_words WHERE rowid = $place", ("$place", place));
    }

    /// <summary>Throws all of it away.</summary>
    public void Drop()
    {
        DropItems();
        database.Run("DELETE FROM indexed");
        database.Run("DELETE FROM passage");
        database.Run("INSERT INTO passage_words (passage_words) VALUES ('delete-all')");
    }

    /// <summary>Names or claims that have every word, the best first; of equals, by their order in the ledger.</summary>
    public ImmutableArray<Found> Items(FoundKind kind, IReadOnlyList<AskedWord> asked, int most) =>
    [
        .. database.Rows(
            """
            SELECT kind, id, language, text FROM item_words JOIN item ON place = item_words.rowid
            WHERE item_words MATCH $asked AND kind = $kind ORDER BY bm25(item_words), place LIMIT $most
            """,
            r => (Kind: (FoundKind)r.GetInt32(0), Id: r.GetString(1), Language: r.GetString(2), Text: r.GetFieldValue<byte[]>(3)),
            ("$asked", Query(asked)),
            ("$kind", (int)kind),
            ("$most", most)).Select(f => new Found(f.Kind, f.Id, f.Language, Encoding.UTF8.GetString(Seal.Open(f.Text, f.Id)), 0)),
    ];

    /// <summary>Where passages stand that have every word, the best first; of equals, by article and place.</summary>
    public ImmutableArray<(ArticleId Article, int Start, int Length)> Passages(IReadOnlyList<AskedWord> asked, int most) =>
    [
        .. database.Rows(
            $"""
            SELECT id, start, length FROM passage_words
            JOIN passage ON place = passage_words.rowid JOIN article ON serial = place >> {PlaceBits}
            WHERE passage_words MATCH $asked ORDER BY bm25(passage_words), id, start LIMIT $most
            """,
            r => (new ArticleId(r.GetString(0)), r.GetInt32(1), r.GetInt32(2)),
            ("$asked", Query(asked)),
            ("$most", most)),
    ];

    /// <summary>The terms of each article, one at a time, in ordinal order of ids.</summary>
    public IEnumerable<(ArticleId Article, IReadOnlyList<uint> Terms)> Terms() => database.Stream(
        "SELECT id, serial, terms FROM article JOIN indexed ON article = serial ORDER BY id",
        r => (new ArticleId(r.GetString(0)), Numbers(Seal.Open(r.GetFieldValue<byte[]>(2), Salt(r.GetInt64(1))))));

    private void DropItems()
    {
        database.Run("DELETE FROM item");
        database.Run("INSERT INTO item_words (item_words) VALUES ('delete-all')");
    }

    // Every word: as it begins, or by what it stands for.
    private static string Query(IReadOnlyList<AskedWord> asked) => string.Join(" AND ", asked.Select(a =>
        $"(words : \"{a.Word}\" *{string.Concat(a.Meant.Select(m => $" OR meant : \"{m}\""))})"));

    private static string Salt(long serial) => string.Create(CultureInfo.InvariantCulture, $"indexed {serial} ");

    private static byte[] Bytes(IReadOnlyList<uint> numbers)
    {
        var bytes = new byte[numbers.Count * sizeof(uint)];
        for (var i = 0; i < numbers.Count; i++) BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), numbers[i]);
        return bytes;
    }

    private static IReadOnlyList<uint> Numbers(ReadOnlySpan<byte> bytes)
    {
        var numbers = new uint[bytes.Length / sizeof(uint)];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(i * sizeof(uint))..]);
        return numbers;
    }
}
