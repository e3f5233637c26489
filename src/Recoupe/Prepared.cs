using System.Collections.Immutable;

namespace Recoupe;

/// <summary>All that the stages make of one page alone, ready to be filed: a pure function of the page and the stage versions.</summary>
/// <param name="Article">The article.</param>
/// <param name="Findings">What was found in it.</param>
/// <param name="Fingerprint">What later comparisons need of it.</param>
/// <param name="Keys">Its index keys, each once, ascending.</param>
/// <param name="Sketch">What a first look at it needs.</param>
internal sealed record Prepared(Article Article, Findings Findings, byte[] Fingerprint, ImmutableArray<BlockingKey> Keys, byte[] Sketch);
