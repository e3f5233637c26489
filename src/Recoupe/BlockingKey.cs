namespace Recoupe;

/// <summary>
/// An index key of an article. Articles that share one are candidates for a tie, unless more articles than its limit share it:
/// such a bucket is skipped for everyone.
/// </summary>
/// <param name="Code">
/// A stable hash of what the key is made of, odd where that is words that stand together in the text. Two that fall together by chance make
/// one more candidate, no more.
/// </param>
internal readonly record struct BlockingKey(uint Code) : IComparable<BlockingKey>
{
    /// <summary>
    /// The most articles that may share what is sure to mean something (a run of words, a quotation, a name) and still be candidates for
    /// its sake.
    /// </summary>
    public const int BucketLimit = 256;

    /// <summary>The most that may share a pair of terms, which many do by chance.</summary>
    public const int TermsLimit = 64;

    /// <summary>The most articles that may share this key.</summary>
    public int Limit => Code % 2 == 1 ? BucketLimit : TermsLimit;

    public int CompareTo(BlockingKey other) => Code.CompareTo(other.Code);
}
