using Recoupe.Language;

namespace Recoupe.Link;

/// <summary>Ties articles, and what they state, to one another. A tie depends on its two ends and on shipped files alone.</summary>
internal static class Linker
{
    /// <summary>Grows whenever this stage's code comes to another result.</summary>
    private const int CodeVersion = 1;

    /// <summary>Of what results depend on: the code and the files it reads.</summary>
    public static string Version { get; } = $"{CodeVersion}-{LanguageFile.Hash(Files())[..16]}";

    /// <summary>What later comparison needs of an article.</summary>
    public static Fingerprint Fingerprint(Article article, Reading? reading, Findings findings) => FingerprintMaker.Of(article, reading, findings);

    /// <summary>The keys it is indexed by; articles that share one are to be compared.</summary>
    public static IEnumerable<Key> Keys(Fingerprint print) => IndexKeys.Of(print);

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

    private static IEnumerable<string> Files() =>
        Lexicon.Shipped.Languages.SelectMany(l => Vocabulary.Files.Select(f => $"{l}/{f}"))
            .Concat(["ideas.txt", "opposites.txt", "kin.txt", "agencies.txt", "credits.txt"]);
}
