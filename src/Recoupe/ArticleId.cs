namespace Recoupe;

/// <summary>An article's id: 16 hex digits of the SHA-256 of its page's URL (or nothing), a line feed, and its original bytes.</summary>
public readonly record struct ArticleId(string Value) : IComparable<ArticleId>
{
    /// <summary>The id of a page with these bytes, fetched from that URL (<see langword="null"/> where it is not known).</summary>
    public static ArticleId Of(string? url, ReadOnlySpan<byte> bytes) => new(ContentHash.Id(url ?? "", bytes));

    /// <summary>By ordinal of the digits.</summary>
    public int CompareTo(ArticleId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
