using Recoupe.Link;

namespace Recoupe;

/// <content>What can be asked of sentences, with or without a ledger.</content>
public sealed partial class Pipeline
{
    /// <summary>How one sentence stands to another; each may be French or English.</summary>
    public static Comparison Compare(string first, string second) => SentenceComparer.Compare(first, second);
}
