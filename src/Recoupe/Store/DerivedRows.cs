using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Store.Packing;

namespace Recoupe.Store;

/// <summary>
/// What was derived of a ledger's rows, kept in the same file: a cache under a key that says what it was derived from. Whatever is wrong
/// with it, it is as if it were not there, and thrown away it changes nothing.
/// </summary>
internal sealed class DerivedRows(Database database)
{
    // So that one claim can be read without the others, and a row still packs well.
    private const int ItemsInRow = 128;

    /// <summary>Whether what is kept was derived under a key, all of it.</summary>
    public bool Has(string key)
    {
        var kept = database.Rows("SELECT parts FROM derivation WHERE key = $key", r => r.GetString(0), ("$key", key));
        if (kept is not [var parts]) return false;
        var there = database.Rows(
            "SELECT part, count(*) FROM derived GROUP BY part ORDER BY part", r => (r.GetInt32(0), r.GetInt32(1)));
        return string.Equals(parts, Parts(there), StringComparison.Ordinal);
    }

    /// <summary>What is kept under a key; <see langword="null"/> where nothing is, or not all of it can be read.</summary>
    public DerivedLedger? Read(string key)
    {
        if (!Has(key)) return null;
        try
        {
            return ReadAll(key);
        }
        catch (Exception fault) when (IsOfTheRows(fault))
        {
            return null;
        }
    }

    /// <summary>
    /// The claims whose ids may begin so, each with what would change its rating, and all decisions; <see langword="null"/> where nothing
    /// is kept under the key, or cannot be read.
    /// </summary>
    public (ImmutableArray<(Claim Claim, ImmutableArray<Reason> Changes)> Claims, ImmutableArray<StandingDecision> Decisions)? Claims(
        string key, string beginning)
    {
        if (!Has(key)) return null;
        try
        {
            var met = new Dictionary<string, string>(StringComparer.Ordinal);
            var parts = new DerivedParts();
            foreach (var (part, at, items) in database.Rows(
                """
                SELECT part, at, items FROM derived WHERE part = $decisions OR part = $claims AND first < $beyond
                AND at >= (SELECT coalesce(max(at), 0) FROM derived WHERE part = $claims AND first <= $beginning) ORDER BY part, at
                """,
                r => (r.GetInt32(0), r.GetInt32(1), r.GetFieldValue<byte[]>(2)),
                ("$claims", (int)DerivedPart.Claims),
                ("$decisions", (int)DerivedPart.Decisions),
                ("$beginning", beginning),
                ("$beyond", beginning + "~"))) // beyond every digit of an id
                parts.Take((DerivedPart)part, Opened(key, part, at, items, met));
            var kept = parts.Ledger();
            return ([.. kept.Ledger.Claims.Zip(kept.Changes)], kept.Ledger.Decisions);
        }
        catch (Exception fault) when (IsOfTheRows(fault))
        {
            return null;
        }
    }

    /// <summary>Keeps what was derived, in place of what was kept before.</summary>
    public void Save(string key, DerivedLedger derived)
    {
        Drop();
        var kept = new SortedDictionary<int, int>();
        foreach (var (part, at, first, items) in Rows(derived))
        {
            database.Run("INSERT INTO derived VALUES ($part, $at, $first, $items)",
                ("$part", (int)part), ("$at", at), ("$first", first), ("$items", Seal.Of(Blob.Pack(items), Salt(key, (int)part, at))));
            kept[(int)part] = kept.GetValueOrDefault((int)part) + 1;
        }

        database.Run("INSERT INTO derivation VALUES ($key, $parts)", ("$key", key), ("$parts", Parts(kept.Select(k => (k.Key, k.Value)))));
    }

    /// <summary>Throws away what is kept.</summary>
    public void Drop()
    {
        database.Run("DELETE FROM derivation");
        database.Run("DELETE FROM derived");
    }

    /// <summary>Whether two come to the same rows.</summary>
    public static bool AreSame(DerivedLedger one, DerivedLedger other) => Rows(one).Select(Sum).SequenceEqual(Rows(other).Select(Sum));

    /// <summary>What comes back of what is kept.</summary>
    public static DerivedLedger Back(DerivedLedger derived)
    {
        var (parts, met) = (new DerivedParts(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (part, _, _, items) in Rows(derived)) parts.Take(part, new(items, met));
        return parts.Ledger();
    }

    // What a row holds, short enough to be held against another's.
    private static (DerivedPart Part, int At, string Items) Sum((DerivedPart Part, int At, string First, byte[] Items) row) =>
        (row.Part, row.At, ContentHash.Id(row.First, row.Items));

    private DerivedLedger ReadAll(string key)
    {
        var met = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = new DerivedParts();
        foreach (var (part, at, items) in database.Stream(
            "SELECT part, at, items FROM derived ORDER BY part, at", r => (r.GetInt32(0), r.GetInt32(1), r.GetFieldValue<byte[]>(2))))
            parts.Take((DerivedPart)part, Opened(key, part, at, items, met));
        return parts.Ledger();
    }

    // How many rows each part has: one that is gone is missed.
    private static string Parts(IEnumerable<(int Part, int Rows)> kept) =>
        string.Join(' ', kept.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Part}:{k.Rows}")));

    private static PackedReader Opened(string key, int part, int at, byte[] items, Dictionary<string, string> met) =>
        new(Blob.Unpack(Seal.Open(items, Salt(key, part, at)).ToArray()), met);

    // A row of another derivation, or in another's place, is none.
    private static string Salt(string key, int part, int at) => string.Create(CultureInfo.InvariantCulture, $"{key} {part} {at} ");

    private static bool IsOfTheRows(Exception fault) =>
        fault is LedgerException or InvalidDataException or IOException or FormatException or ArgumentException
        or IndexOutOfRangeException or OverflowException;

    private static IEnumerable<(DerivedPart Part, int At, string First, byte[] Items)> Rows(DerivedLedger derived)
    {
        var ledger = derived.Ledger;
        return Rows(DerivedPart.Articles, ledger.Articles, a => a.Id.Value, to => to.Write)
            .Concat(Rows(DerivedPart.Absent, ledger.Absent, a => a.Id, to => to.Write))
            .Concat(Rows(DerivedPart.Lineage, ledger.Lineage, l => l.From, to => to.Write))
            .Concat(Rows(DerivedPart.Families, ledger.Families, f => f.Id, to => to.Write))
            .Concat(Rows(DerivedPart.Entities, ledger.Entities, e => e.Id, to => to.Write))
            .Concat(Rows(DerivedPart.Claims, Explained(derived), c => c.Claim.Id, WriteClaim))
            .Concat(Rows(DerivedPart.Questions, ledger.Questions, q => q.Id, to => to.Write))
            .Concat(Rows(DerivedPart.Suggestions, ledger.Suggestions, s => s.First, to => to.Write))
            .Concat(Rows(DerivedPart.Disputes, ledger.Disputes, d => d.Id, to => to.Write))
            .Concat(Rows(DerivedPart.Counts, ledger.Counts, c => c.Id, to => to.Write))
            .Concat(Rows(DerivedPart.Decisions, ledger.Decisions, d => d.Decision.Id, to => to.Write))
            .Concat(Rows(DerivedPart.Reliability, ledger.Reliability, r => r.Source, to => to.Write));
    }

    private static ImmutableArray<(Claim Claim, ImmutableArray<Reason> Changes)> Explained(DerivedLedger derived) =>
        [.. derived.Ledger.Claims.Zip(derived.Changes)];

    private static Action<(Claim Claim, ImmutableArray<Reason> Changes)> WriteClaim(PackedWriter to) => item =>
    {
        to.Write(item.Claim);
        to.Each(item.Changes, to.Write);
    };

    private static IEnumerable<(DerivedPart Part, int At, string First, byte[] Items)> Rows<T>(
        DerivedPart part, ImmutableArray<T> items, Func<T, string> id, Func<PackedWriter, Action<T>> write)
    {
        for (var at = 0; at < items.Length; at += ItemsInRow)
        {
            var to = new PackedWriter();
            to.Each(items[at..Math.Min(at + ItemsInRow, items.Length)], write(to));
            yield return (part, at, id(items[at]), to.Bytes.ToArray());
        }
    }
}
