using System.Collections.Immutable;
using System.Text;

namespace Recoupe.Link;

/// <summary>
/// Takes the names of those who are to be forgotten out of all that is shown: out of an article's text, where blocks of the same length stand for them so that
/// every span holds, and out of whatever was found in it. Names are known by hashes alone.
/// </summary>
internal static class Masking
{
    private const char Block = '█';

    /// <summary>The hash by which a name is known again.</summary>
    public static string HashOf(string name) => ContentHash.Id("name", NameScript.Key(name) is { Length: > 0 } key ? key : name);

    /// <summary>Every way that articles write an entity's name, the longest first.</summary>
    public static ImmutableArray<string> NamesOf(Entity entity, Func<ArticleId, Filed> filed) =>
        InOrder(entity.Variants.Append(entity.Name).Concat(
            from article in entity.Mentions.GroupBy(m => m.Article)
            let spans = article.Select(m => m.Span).ToHashSet()
            from mention in filed(article.Key).Findings.Mentions
            where spans.Contains(mention.Span)
            select mention.Name));

    /// <summary>The entity; without its name, where that is to be forgotten.</summary>
    public static Entity Of(Entity entity, Rulings rulings)
    {
        if (rulings.Masked.IsEmpty || !entity.Variants.Append(entity.Name).Any(name => rulings.Masked.Contains(HashOf(name)))) return entity;
        var name = $"{Block} {entity.Id[..6]}";
        return entity with { Name = name, Variants = [name], Roles = [] };
    }

    /// <summary>The article with what was found in it; without the names that are to be forgotten.</summary>
    public static Filed Of(Filed filed, Rulings rulings)
    {
        if (rulings.Masked.IsEmpty) return filed;
        var (article, findings) = filed;
        var names = findings.Mentions.Select(m => (m.Name, Wording: m.Span.In(article.Text).ToString()))
            .Where(m => rulings.Masked.Contains(HashOf(m.Name)) || rulings.Masked.Contains(HashOf(m.Wording)))
            .SelectMany(m => new[] { m.Name, m.Wording });
        return InOrder(names) is { IsEmpty: false } masked ? new(Of(article, masked), Of(findings, masked)) : filed;
    }

    private static Article Of(Article article, ImmutableArray<string> names)
    {
        var text = Without(article.Text, names);
        return article with { Text = text, Header = Of(article.Header, names) with { TextHash = ContentHash.OfText(text) } };
    }

    private static ArticleHeader Of(ArticleHeader header, ImmutableArray<string> names) => header with
    {
        Title = header.Title is { } title ? Without(title, names) : null,
        Authors = [.. header.Authors.Select(a => Without(a, names))],
    };

    private static Findings Of(Findings findings, ImmutableArray<string> names) => findings with
    {
        Mentions = [.. findings.Mentions.Select(m => m with { Name = Without(m.Name, names) })],
        Figures = [.. findings.Figures.Select(f => f with { What = f.What is { } what ? Without(what, names) : null })],
        Statements = [.. findings.Statements.Select(s => s with
        {
            Source = s.Source with { Name = s.Source.Name is { } name ? Without(name, names) : null },
            Via = [.. s.Via.Select(v => Without(v, names))],
        })],
    };

    /// <summary>The text with blocks for the letters of each of the names.</summary>
    public static string Without(string text, ImmutableArray<string> names)
    {
        var masked = new StringBuilder(text);
        foreach (var name in names)
            for (var at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
                if (IsWhole(text, at, at + name.Length)) Cover(masked, at, at + name.Length);
        return masked.ToString();
    }

    private static ImmutableArray<string> InOrder(IEnumerable<string> names) =>
        [.. names.Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];

    private static bool IsWhole(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end]));

    private static void Cover(StringBuilder text, int start, int end)
    {
        for (var i = start; i < end; i++)
            if (char.IsLetterOrDigit(text[i])) text[i] = Block;
    }
}
