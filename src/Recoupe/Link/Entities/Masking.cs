using System.Collections.Immutable;
using System.Text;
using Recoupe.Link.Names;

namespace Recoupe.Link.Entities;

/// <summary>
/// Takes the names that are masked out of all that is shown: out of an article's text, where blocks of the same length stand for them so that
/// every span holds, out of whatever was found in it, and out of the words of decisions and questions. Names are known by hashes alone.
/// </summary>
internal static class Masking
{
    private const char Block = '█';

    /// <summary>The hash by which a name is known again.</summary>
    public static string HashOf(string name) => ContentHash.Id("name", NameFolding.Key(name) is { Length: > 0 } key ? key : name);

    /// <summary>Every way that articles write an entity's name, the longest first.</summary>
    public static ImmutableArray<string> NamesOf(Entity entity, Func<ArticleId, FiledArticle> filed) =>
        InOrder(entity.Variants.Append(entity.Name).Concat(
            from article in entity.Mentions.GroupBy(m => m.Article)
            let spans = article.Select(m => m.Span).ToHashSet()
            from mention in filed(article.Key).Findings.Mentions
            where spans.Contains(mention.Span)
            select mention.Name));

    /// <summary>Every way that articles write the names that are masked, the longest first.</summary>
    public static ImmutableArray<string> NamesIn(IEnumerable<FiledArticle> filed, Rulings rulings) =>
        rulings.Masked.IsEmpty ? [] : InOrder(filed.SelectMany(f => Written(f, rulings)));

    /// <summary>The entity; without its name, where that is masked.</summary>
    public static Entity Of(Entity entity, Rulings rulings)
    {
        if (rulings.Masked.IsEmpty || !entity.Variants.Append(entity.Name).Any(name => rulings.Masked.Contains(HashOf(name)))) return entity;
        var name = Nameless(entity.Id);
        return entity with { Name = name, Variants = [name], Roles = [] };
    }

    /// <summary>The article with what was found in it; without the names that are masked.</summary>
    public static FiledArticle Of(FiledArticle filed, Rulings rulings) =>
        NamesIn([filed], rulings) is { IsEmpty: false } names ? new(Of(filed.Article, names), Of(filed.Findings, names)) : filed;

    /// <summary>The absent origin; without its name, where that is masked or has such a name in it.</summary>
    public static AbsentOrigin Of(AbsentOrigin origin, Rulings rulings, ImmutableArray<string> names) => rulings.Masked.IsEmpty ? origin : origin with
    {
        Name = rulings.Masked.Contains(HashOf(origin.Name)) ? Nameless(origin.Id) : Without(origin.Name, names),
        Reasons = [.. origin.Reasons.Select(r => Of(r, names))],
    };

    /// <summary>The tie; without the names.</summary>
    public static Lineage Of(Lineage lineage, ImmutableArray<string> names) =>
        names.IsEmpty ? lineage : lineage with { Reasons = [.. lineage.Reasons.Select(r => Of(r, names))] };

    /// <summary>The decision; without the names. What an anchor holds is cut out of the article anew, since its ends may cut a name in two.</summary>
    public static Decision Of(Decision decision, ImmutableArray<string> names, Func<ArticleId, Article?> raw) => names.IsEmpty ? decision : decision with
    {
        Anchors = [.. decision.Anchors.Select(a => Of(a, names, raw(a.Article)))],
        Value = decision.Value is { } value ? Without(value, names) : null,
        Note = decision.Note is { } note ? Without(note, names) : null,
    };

    private static Anchor Of(Anchor anchor, ImmutableArray<string> names, Article? article) =>
        article is not null && anchor.Quotation.Length > 0 && string.Equals(article.Header.TextHash, anchor.TextHash, StringComparison.Ordinal)
            ? Anchor.Of(article with { Text = Without(article.Text, names) }, anchor.Span) with { Item = anchor.Item, IsOfClaim = anchor.IsOfClaim, Statement = anchor.Statement }
            : anchor with { Quotation = Without(anchor.Quotation, names), Before = Without(anchor.Before, names), After = Without(anchor.After, names) };

    private static Article Of(Article article, ImmutableArray<string> names)
    {
        var text = Without(article.Text, names);
        return article with { Text = text, Header = Of(article.Header, names) with { TextHash = ContentHash.OfText(text) } };
    }

    private static ArticleHeader Of(ArticleHeader header, ImmutableArray<string> names) => header with
    {
        Title = header.Title is { } title ? Without(title, names) : null,
        Authors = [.. header.Authors.Select(a => Without(a, names))],
        Notes = [.. header.Notes.Select(n => Of(n, names))],
    };

    private static Reason Of(Reason reason, ImmutableArray<string> names) =>
        Reason.Of(reason.Code, reason.Arguments.Select(a => (a.Key, Without(a.Value, names))), reason.Passages);

    private static string Nameless(string id) => $"{Block} {id[..6]}";

    // Of a mention both the name and its wording; an author may be named nowhere else. Where no mention was looked for, as in a language that is not read, any run of words may be a name.
    private static IEnumerable<string> Written(FiledArticle filed, Rulings rulings) =>
        filed.Findings.Mentions.IsEmpty ? Runs(filed.Article).Where(run => rulings.Masked.Contains(HashOf(run))) : Mentioned(filed, rulings);

    private static IEnumerable<string> Mentioned(FiledArticle filed, Rulings rulings) =>
        filed.Findings.Mentions.Select(m => (m.Name, Wording: m.Span.In(filed.Article.Text).ToString()))
            .Concat(filed.Article.Header.Authors.Select(a => (Name: a, Wording: a)))
            .Where(m => rulings.Masked.Contains(HashOf(m.Name)) || rulings.Masked.Contains(HashOf(m.Wording)))
            .SelectMany(m => new[] { m.Name, m.Wording });

    // Authors too, some of whom are named by a handle.
    private static IEnumerable<string> Runs(Article article) =>
        new[] { article.Text, article.Header.Title ?? "" }.SelectMany(NameRuns.In).Concat(article.Header.Authors).Concat(article.Header.Authors.SelectMany(NameRuns.In)).Distinct(StringComparer.Ordinal);

    private static Findings Of(Findings findings, ImmutableArray<string> names) => findings with
    {
        Mentions = [.. findings.Mentions.Select(m => m with { Name = Without(m.Name, names) })],
        Figures = [.. findings.Figures.Select(f => f with { What = f.What is { } what ? Without(what, names) : null })],
        Statements = [.. findings.Statements.Select(s => s with
        {
            Source = s.Source with { Name = s.Source.Name is { } name ? Without(name, names) : null },
            Via = [.. s.Via.Select(v => Without(v, names))],
            Propositions = [.. s.Propositions.Select(p => Of(p, names))],
        })],
        Own = [.. findings.Own.Select(p => Of(p, names))],
    };

    // Blocks are as long as the letters they stand for, so that what was supplied stays where it is.
    private static Proposition Of(Proposition proposition, ImmutableArray<string> names) => proposition with
    {
        Text = Without(proposition.Text, names),
        Arguments = [.. proposition.Arguments.Select(a => Of(a, names))],
        Where = proposition.Where is { } place ? Without(place, names) : null,
        Through = [.. proposition.Through.Select(t => Without(t, names))],
    };

    // The head of a name that is masked is a part of it.
    private static Argument Of(Argument argument, ImmutableArray<string> names)
    {
        if (argument.Name is not { } name) return argument with { Head = Without(argument.Head, names) };
        var masked = Without(name, names);
        return string.Equals(masked, name, StringComparison.Ordinal) ? argument : argument with { Name = masked, Head = Covered(argument.Head) };
    }

    private static string Covered(string word) => string.Concat(word.Select(c => char.IsLetterOrDigit(c) ? Block : c));

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
