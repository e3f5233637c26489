using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Claims;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.TextReuse;

namespace Recoupe.Link;

/// <summary>Ties articles, and what they state, to one another. A tie depends on its two ends and on shipped files alone.</summary>
internal static class Linker
{
    /// <summary>What later comparison needs of an article.</summary>
    public static Fingerprint Fingerprint(Article article, Reading? reading, Findings findings) => ArticleFingerprinter.Of(article, reading, findings);

    /// <summary>The keys it is indexed by; articles that share one are to be compared.</summary>
    public static ImmutableArray<BlockingKey> Keys(Fingerprint print) => BlockingKeys.Of(print);

    /// <summary>What a first look at it needs, to leave most comparisons undone.</summary>
    public static Sketch Sketch(Fingerprint print, ImmutableArray<BlockingKey> keys) => Recoupe.Link.Fingerprints.Sketch.Of(print, keys);

    /// <summary>All that ties two articles, or an article to itself; the same in either order.</summary>
    public static Ties Compare(Fingerprint a, Fingerprint b)
    {
        var order = a.Article.CompareTo(b.Article);
        if (order > 0) return Compare(b, a);
        var statements = StatementComparer.Compare(a, b);
        return order == 0
            ? new([], statements)
            : new(LineageComparer.Compare(a, b, statements), statements);
    }
}
