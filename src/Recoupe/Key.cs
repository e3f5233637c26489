namespace Recoupe;

/// <summary>
/// An index key of an article. Articles that share one are candidates for a tie, unless more articles than the limit share it:
/// such a bucket is skipped for everyone.
/// </summary>
/// <param name="Code">A stable hash of what the key is made of. Two that fall together by chance make one more candidate, no more.</param>
internal readonly record struct Key(uint Code) : IComparable<Key>
{
    /// <summary>The most articles that may share a key and still be candidates for its sake.</summary>
    public const int BucketLimit = 256;

    public int CompareTo(Key other) => Code.CompareTo(other.Code);
}
