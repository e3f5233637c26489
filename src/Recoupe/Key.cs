namespace Recoupe;

/// <summary>
/// An index key of an article. Articles that share one are candidates for a tie, unless more articles than the limit share it:
/// such a bucket is skipped for everyone.
/// </summary>
/// <param name="Kind">What the key is made of (<c>shingle</c>, <c>quote</c>, <c>url</c> …).</param>
/// <param name="Value">A stable hash of it.</param>
internal readonly record struct Key(string Kind, ulong Value)
{
    /// <summary>The most articles that may share a key and still be candidates for its sake.</summary>
    public const int BucketLimit = 256;
}
