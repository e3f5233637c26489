using System.Collections.Immutable;
using System.Text;
using Recoupe.Link.Names;

namespace Recoupe.Link.Entities;

/// <summary>The names that are masked, known by hashes alone, as articles write them; and texts with blocks for their letters.</summary>
internal static class Masking
{
    /// <summary>What stands for a letter.</summary>
    public const char Block = '█';

    /// <summary>The hash by which a name is known again.</summary>
    public static string HashOf(string name) => ContentHash.Id("name", NameFolding.Key(name) is { Length: > 0 } key ? key : name);

    /// <summary>The hashes of names, parted by spaces, as a decision keeps them.</summary>
    public static string HashesOf(ImmutableArray<string> names) =>
        string.Join(' ', names.Select(HashOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Every way that articles write an entity's name, the longest first.</summary>
    public static ImmutableArray<string> NamesOf(Entity entity, Func<ArticleId, FiledArticle> filed) =>
        InOrder(entity.Variants.Append(entity.Name).Concat(
            from article in entity.Mentions.GroupBy(m => m.Article)
            let spans = article.Select(m => m.Span).ToHashSet()
            from mention in filed(article.Key).Findings.Mentions
            where spans.Contains(mention.Span)
            select mention.Name));

    /// <summary>Every way that articles write the names of some hashes, the longest first.</summary>
    public static ImmutableArray<string> NamesIn(IEnumerable<FiledArticle> filed, ImmutableHashSet<string> hashes) =>
        hashes.IsEmpty ? [] : InOrder(filed.SelectMany(f => Written(f, hashes)));

    /// <summary>The text with blocks for the letters of each of the names.</summary>
    public static string Without(string text, ImmutableArray<string> names)
    {
        if (names.IsEmpty) return text;
        var masked = new StringBuilder(text);
        foreach (var name in names)
        {
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
            {
                if (IsWhole(text, at, at + name.Length)) Cover(masked, at, at + name.Length);
            }
        }

        return masked.ToString();
    }

    /// <summary>Blocks for all letters.</summary>
    public static string Covered(string word) => string.Concat(word.Select(c => char.IsLetterOrDigit(c) ? Block : c));

    // Of a mention both the name and its wording; an author may be named nowhere else. Where no mention was looked for, as in a language that is not read, any run of words may be a name.
    private static IEnumerable<string> Written(FiledArticle filed, ImmutableHashSet<string> hashes) =>
        filed.Findings.Mentions.IsEmpty ? Runs(filed.Article).Where(run => hashes.Contains(HashOf(run))) : Mentioned(filed, hashes);

    private static IEnumerable<string> Mentioned(FiledArticle filed, ImmutableHashSet<string> hashes) =>
        filed.Findings.Mentions.Select(m => (m.Name, Wording: m.Span.In(filed.Article.Text).ToString()))
            .Concat(filed.Article.Header.Authors.Select(a => (Name: a, Wording: a)))
            .Where(m => hashes.Contains(HashOf(m.Name)) || hashes.Contains(HashOf(m.Wording)))
            .SelectMany(m => new[] { m.Name, m.Wording });

    // Authors too, some of whom are named by a handle.
    private static IEnumerable<string> Runs(Article article)
    {
        var texts = new[] { article.Text, article.Header.Title ?? "" };
        var authors = article.Header.Authors;
        return texts.SelectMany(NameRuns.In).Concat(authors).Concat(authors.SelectMany(NameRuns.In)).Distinct(StringComparer.Ordinal);
    }

    // A headline may be set in capitals, in which names are not always found.
    private static ImmutableArray<string> InOrder(IEnumerable<string> names) =>
    [
        .. names.Where(n => n.Length > 0).SelectMany(n => new[] { n, n.ToUpperInvariant() }).Distinct(StringComparer.Ordinal)
            .OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal),
    ];

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));

    private static void Cover(StringBuilder text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(text[i])) text[i] = Block;
        }
    }
}
