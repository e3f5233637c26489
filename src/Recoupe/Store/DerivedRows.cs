using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Store.Packing;
using Recoupe.Utility;

namespace Recoupe.Store;

/// <summary>
/// What was derived of a ledger's rows, kept in the same file: a cache under a key that says what it was derived from. Whatever is wrong
/// with it, it is as if it were not there, and thrown away it changes nothing.
/// </summary>
internal sealed class DerivedRows(Database database)
{
    // So that one claim can be read without the others, and a row still packs well: about so many items, and never more.
    private const int ItemsInRow = 128, MostInRow = 512;

    // What was read or saved last, so that only rows that hold something else are written.
    private Dictionary<(DerivedPart Part, long At), KnownRow> _known = [];
    private string _knownRows = "";

    /// <summary>Whether what is kept was derived under a key, all of it.</summary>
    public bool Has(string key)
    {
        var kept = database.Rows("SELECT parts FROM derivation WHERE key = $key", r => r.GetString(0), ("$key", key));
        return kept is [var rows] && string.Equals(rows, Under(key, Rows()), StringComparison.Ordinal);
    }

    /// <summary>The key of what is kept; <see langword="null"/> where nothing is.</summary>
    public string? Key() => database.Rows("SELECT key FROM derivation", r => r.GetString(0)) is [var key] ? key : null;

    // Rows of another derivation are none of this one, were they whole.
    private static string Under(string key, string rows) => ContentHash.Id("derivation", key, rows);

    // A sum of all rows' seals: one that is gone or hurt is missed.
    private string Rows() => ContentHash.Id([
        "rows",
        .. database.Rows(
            "SELECT part || ' ' || at || ' ' || first || ' ' || hex(substr(items, 1, 8)) FROM derived ORDER BY part, first", r => r.GetString(0)),
    ]);

    /// <summary>What is kept under a key; <see langword="null"/> where nothing is, or not all of it can be read.</summary>
    public DerivedLedger? Read(string key)
    {
        if (!Has(key)) return null;
        try
        {
            return ReadAll();
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
                AND first >= (SELECT coalesce(max(first), '') FROM derived WHERE part = $claims AND first <= $beginning)
                ORDER BY part, first
                """,
                r => (r.GetInt32(0), r.GetInt64(1), r.GetFieldValue<byte[]>(2)),
                ("$claims", (int)DerivedPart.Claims),
                ("$decisions", (int)DerivedPart.Decisions),
                ("$beginning", beginning),
                ("$beyond", beginning + "~"))) // beyond every digit of an id
                parts.Take((DerivedPart)part, Opened(part, at, items, met));
            var kept = parts.Ledger();
            return ([.. kept.Ledger.Claims.Zip(kept.Changes)], kept.Ledger.Decisions);
        }
        catch (Exception fault) when (IsOfTheRows(fault))
        {
            return null;
        }
    }

    /// <summary>Keeps what was derived, in place of what was kept before: rows that hold what they held stay.</summary>
    public void Save(string key, DerivedLedger derived)
    {
        if (!string.Equals(Rows(), _knownRows, StringComparison.Ordinal)) Drop();
        database.Run("DELETE FROM derivation");
        var saved = new Dictionary<(DerivedPart Part, long At), KnownRow>();
        foreach (var row in Rows(derived))
        {
            var known = _known.GetValueOrDefault((row.Part, row.At));
            saved.Add((row.Part, row.At), known is not null && known.Holds(row) ? known : Written(row, known));
        }

        foreach (var (part, at) in _known.Keys.Where(k => !saved.ContainsKey(k)))
            database.Run("DELETE FROM derived WHERE part = $part AND at = $at", ("$part", (int)part), ("$at", at));
        (_known, _knownRows) = (saved, Rows());
        database.Run("INSERT INTO derivation VALUES ($key, $rows)", ("$key", key), ("$rows", Under(key, _knownRows)));
    }

    private KnownRow Written(DerivedRow row, KnownRow? known)
    {
        var (packed, made) = (row.Pack(), row.Known());
        made = made with { Sum = ContentHash.Id("row", packed) };
        if (string.Equals(known?.Sum, made.Sum, StringComparison.Ordinal)) return made;
        database.Run("INSERT OR REPLACE INTO derived VALUES ($part, $at, $first, $items)",
            ("$part", (int)row.Part),
            ("$at", row.At),
            ("$first", row.First),
            ("$items", Seal.Of(Blob.Pack(packed), Salt((int)row.Part, row.At))));
        return made;
    }

    /// <summary>Throws away what is kept.</summary>
    public void Drop()
    {
        database.Run("DELETE FROM derivation");
        database.Run("DELETE FROM derived");
        (_known, _knownRows) = ([], Rows());
    }

    /// <summary>Whether two come to the same rows.</summary>
    public static bool AreSame(DerivedLedger one, DerivedLedger other) => Rows(one).Select(Sum).SequenceEqual(Rows(other).Select(Sum));

    /// <summary>What comes back of what is kept.</summary>
    public static DerivedLedger Back(DerivedLedger derived)
    {
        var (parts, met) = (new DerivedParts(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var row in Rows(derived)) parts.Take(row.Part, new(row.Pack(), met));
        return parts.Ledger();
    }

    // What a row holds, short enough to be held against another's.
    private static (DerivedPart Part, long At, string Items) Sum(DerivedRow row) =>
        (row.Part, row.At, ContentHash.Id(row.First, row.Pack()));

    private DerivedLedger ReadAll()
    {
        var met = new Dictionary<string, string>(StringComparer.Ordinal);
        var parts = new DerivedParts();
        foreach (var (part, at, items) in database.Stream(
            "SELECT part, at, items FROM derived ORDER BY part, first", r => (r.GetInt32(0), r.GetInt64(1), r.GetFieldValue<byte[]>(2))))
            parts.Take((DerivedPart)part, Opened(part, at, items, met));
        var ledger = parts.Ledger();
        (_known, _knownRows) = (Rows(ledger).ToDictionary(r => (r.Part, r.At), r => r.Known()), Rows());
        return ledger;
    }

    private static PackedReader Opened(int part, long at, byte[] items, Dictionary<string, string> met) =>
        new(Blob.Unpack(Seal.Open(items, Salt(part, at)).ToArray()), met);

    // A row in another's place is none.
    private static string Salt(int part, long at) => string.Create(CultureInfo.InvariantCulture, $"{part} {at} ");

    private static bool IsOfTheRows(Exception fault) =>
        fault is LedgerException or InvalidDataException or IOException or FormatException or ArgumentException
        or IndexOutOfRangeException or OverflowException;

    private static IEnumerable<DerivedRow> Rows(DerivedLedger derived)
    {
        var ledger = derived.Ledger;
        return Named(DerivedPart.Articles, ledger.Articles, a => a.Id.Value, to => to.Write)
            .Concat(Named(DerivedPart.Absent, ledger.Absent, a => a.Id, to => to.Write))
            .Concat(Listed(DerivedPart.Lineage, ledger.Lineage, to => to.Write))
            .Concat(Named(DerivedPart.Families, ledger.Families, f => f.Id, to => to.Write))
            .Concat(Named(DerivedPart.Entities, ledger.Entities, e => e.Id, to => to.Write))
            .Concat(Named(DerivedPart.Claims, Explained(derived), c => c.Claim.Id, WriteClaim))
            .Concat(Listed(DerivedPart.Questions, ledger.Questions, to => to.Write))
            .Concat(Listed(DerivedPart.Suggestions, ledger.Suggestions, to => to.Write))
            .Concat(Listed(DerivedPart.Disputes, ledger.Disputes, to => to.Write))
            .Concat(Listed(DerivedPart.Counts, ledger.Counts, to => to.Write))
            .Concat(Listed(DerivedPart.Decisions, ledger.Decisions, to => to.Write))
            .Concat(Listed(DerivedPart.Reliability, ledger.Reliability, to => to.Write));
    }

    private static ImmutableArray<ExplainedClaim> Explained(DerivedLedger derived) =>
        [.. derived.Ledger.Claims.Zip(derived.Changes, (claim, changes) => new ExplainedClaim(claim, changes))];

    private static Action<ExplainedClaim> WriteClaim(PackedWriter to) => item =>
    {
        to.Write(item.Claim);
        to.Each(item.Changes, to.Write);
    };

    // Items in ordinal order of their ids: where a row ends its last id tells, so that what comes between others changes one row or two.
    private static IEnumerable<DerivedRow> Named<T>(
        DerivedPart part, ImmutableArray<T> items, Func<T, string> id, Func<PackedWriter, Action<T>> write)
        where T : class
    {
        for (int at = 0, end; at < items.Length; at = end)
        {
            end = at + 1;
            while (end < items.Length && end - at < MostInRow && StableHash.Of(id(items[end])) % ItemsInRow != 0) end++;
            var first = id(items[at]);
            yield return Row(part, (long)(StableHash.Of(first) >> 1), first, items[at..end], write);
        }
    }

    // Items in an order of their own.
    private static IEnumerable<DerivedRow> Listed<T>(DerivedPart part, ImmutableArray<T> items, Func<PackedWriter, Action<T>> write)
        where T : class
    {
        for (var at = 0; at < items.Length; at += ItemsInRow)
        {
            var first = at.ToString("x8", CultureInfo.InvariantCulture);
            yield return Row(part, at, first, items[at..Math.Min(at + ItemsInRow, items.Length)], write);
        }
    }

    private static DerivedRow Row<T>(DerivedPart part, long at, string first, ImmutableArray<T> items, Func<PackedWriter, Action<T>> write)
        where T : class => new(part, at, first, [.. items], () =>
        {
            var to = new PackedWriter();
            to.Each(items, write(to));
            return to.Bytes.ToArray();
        });

    /// <summary>A claim with what would change its rating; the same as another of the same two.</summary>
    private sealed record ExplainedClaim(Claim Claim, ImmutableArray<Reason> Changes);

    /// <summary>Some items that lie in one row.</summary>
    private sealed record DerivedRow(DerivedPart Part, long At, string First, ImmutableArray<object> Items, Func<byte[]> Pack)
    {
        public KnownRow Known() => new(Items);
    }

    /// <summary>A row as it lies in the file.</summary>
    /// <param name="Items">What it holds, where that is at hand.</param>
    private sealed record KnownRow(ImmutableArray<object> Items)
    {
        /// <summary>A sum of its bytes, where they were packed here.</summary>
        public string? Sum { get; init; }

        public bool Holds(DerivedRow row) =>
            Items.Length == row.Items.Length && Items.Zip(row.Items).All(both => IsSame(both.First, both.Second));

        private static bool IsSame(object one, object other) => (one, other) is (ExplainedClaim a, ExplainedClaim b)
            ? ReferenceEquals(a.Claim, b.Claim) && a.Changes == b.Changes
            : ReferenceEquals(one, other);
    }
}
