using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe;

/// <summary>What became of the inputs of one run.</summary>
/// <param name="Added">Articles that were not in the ledger before.</param>
/// <param name="Changed">Articles that were, and were read again: something more is known of their page, or the program reads otherwise
/// now.</param>
/// <param name="Unchanged">Pages that were already there.</param>
/// <param name="Refused">Inputs that were refused, in the order met.</param>
public sealed record RunSummary(int Added, int Changed, int Unchanged, ImmutableArray<Rejection> Refused);

/// <summary>How far a run is.</summary>
/// <param name="Pages">Pages dealt with.</param>
/// <param name="Bytes">Their size.</param>
/// <param name="Last">The path of the last one.</param>
public readonly record struct RunProgress(int Pages, long Bytes, string Last);

/// <summary>An article as it was read alone, without a ledger.</summary>
/// <param name="Article">The article.</param>
/// <param name="Reading">Its sentences, words and names; <see langword="null"/> where its language is neither French nor English.</param>
/// <param name="Findings">What was found in it.</param>
public sealed record ReadArticle(Article Article, Reading? Reading, Findings Findings);
