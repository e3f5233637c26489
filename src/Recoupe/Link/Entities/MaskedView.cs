using System.Collections.Immutable;

namespace Recoupe.Link.Entities;

/// <summary>
/// A ledger as it is shown, without the names that are masked: made once for the ledger as it stands, so that whatever is told of it comes through here. In an article's text
/// blocks of the same length stand for a name, so that every span holds; they do too in whatever was found in it and in what follows from that.
/// </summary>
internal sealed class MaskedView
{
    private readonly ImmutableHashSet<string> _hashes;
    private readonly Lazy<ImmutableArray<string>> _names;

    /// <param name="hashes">The hashes of the names.</param>
    /// <param name="filed">All articles, with their names; read only where a name may stand outside of one.</param>
    public MaskedView(ImmutableHashSet<string> hashes, Func<IEnumerable<FiledArticle>> filed) =>
        (_hashes, _names) = (hashes, new(() => hashes.IsEmpty ? [] : Masking.NamesIn(filed(), hashes)));

    /// <summary>The article with what was found in it.</summary>
    public FiledArticle Of(FiledArticle filed)
    {
        var names = Masking.NamesIn([filed], _hashes);
        return names.IsEmpty ? filed : new(Of(filed.Article, names), Of(filed.Findings, names));
    }

    /// <summary>A text that no article holds: a note, a question.</summary>
    public string Of(string text) => Masking.Without(text, _names.Value);

    /// <summary>The entity: nameless, where its name is masked; without such names in its own name and in its roles.</summary>
    public Entity Of(Entity entity)
    {
        if (_hashes.IsEmpty) return entity;
        var isMasked = entity.Variants.Append(entity.Name).Any(name => _hashes.Contains(Masking.HashOf(name)));
        if (isMasked) return entity with { Name = Nameless(entity.Id), Variants = [Nameless(entity.Id)], Roles = [] };
        return entity with
        {
            Name = Of(entity.Name),
            Variants = [.. entity.Variants.Select(Of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Roles = [.. entity.Roles.Select(r => r with { Text = Of(r.Text) })],
        };
    }

    /// <summary>The suggestion.</summary>
    public Suggestion Of(Suggestion suggestion) => suggestion with { Reasons = Of(suggestion.Reasons) };

    /// <summary>The absent origin: nameless, where its name is masked.</summary>
    public AbsentOrigin Of(AbsentOrigin origin) => _hashes.IsEmpty ? origin : origin with
    {
        Name = _hashes.Contains(Masking.HashOf(origin.Name)) ? Nameless(origin.Id) : Of(origin.Name),
        Reasons = Of(origin.Reasons),
    };

    /// <summary>The tie.</summary>
    public Lineage Of(Lineage lineage) => _hashes.IsEmpty ? lineage : lineage with { Reasons = Of(lineage.Reasons) };

    /// <summary>The decision, anchored on the text as it is.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="raw">An article with its names.</param>
    public Decision Of(Decision decision, Func<ArticleId, Article?> raw) => Of(decision, _names.Value, raw);

    /// <summary>A decision without names that are about to be masked. What an anchor holds is cut out of the article anew, since its ends may cut a name in two.</summary>
    public static Decision Of(Decision decision, ImmutableArray<string> names, Func<ArticleId, Article?> raw) => names.IsEmpty ? decision : decision with
    {
        Anchors = [.. decision.Anchors.Select(a => Of(a, names, raw(a.Article)))],
        Value = Optional(decision.Value, names),
        Note = Optional(decision.Note, names),
    };

    private static Anchor Of(Anchor anchor, ImmutableArray<string> names, Article? article)
    {
        var isThere = article is not null && anchor.Quotation.Length > 0 && string.Equals(article.Header.TextHash, anchor.TextHash, StringComparison.Ordinal);
        if (!isThere)
        {
            return anchor with
            {
                Quotation = Masking.Without(anchor.Quotation, names),
                Before = Masking.Without(anchor.Before, names),
                After = Masking.Without(anchor.After, names),
            };
        }

        var cut = Anchor.Of(article! with { Text = Masking.Without(article.Text, names) }, anchor.Span);
        return cut with { Item = anchor.Item, IsOfClaim = anchor.IsOfClaim, Statement = anchor.Statement };
    }

    private static Article Of(Article article, ImmutableArray<string> names)
    {
        var text = Masking.Without(article.Text, names);
        return article with { Text = text, Header = Of(article.Header, names) with { TextHash = ContentHash.OfText(text) } };
    }

    private static ArticleHeader Of(ArticleHeader header, ImmutableArray<string> names) => header with
    {
        Title = Optional(header.Title, names),
        Authors = [.. header.Authors.Select(a => Masking.Without(a, names))],
        Notes = [.. header.Notes.Select(n => Of(n, names))],
    };

    private ImmutableArray<Reason> Of(ImmutableArray<Reason> reasons) => [.. reasons.Select(r => Of(r, _names.Value))];

    private static Reason Of(Reason reason, ImmutableArray<string> names) =>
        Reason.Of(reason.Code, reason.Arguments.Select(a => (a.Key, Masking.Without(a.Value, names))), reason.Passages);

    private static Findings Of(Findings findings, ImmutableArray<string> names) => findings with
    {
        Mentions = [.. findings.Mentions.Select(m => m with { Name = Masking.Without(m.Name, names) })],
        Figures = [.. findings.Figures.Select(f => f with { What = Optional(f.What, names), Place = Optional(f.Place, names) })],
        Statements = [.. findings.Statements.Select(s => Of(s, names))],
        Own = [.. findings.Own.Select(p => Of(p, names))],
    };

    private static Statement Of(Statement statement, ImmutableArray<string> names) => statement with
    {
        Source = statement.Source with { Name = Optional(statement.Source.Name, names) },
        Via = [.. statement.Via.Select(v => Masking.Without(v, names))],
        Propositions = [.. statement.Propositions.Select(p => Of(p, names))],
    };

    // Blocks are as long as the letters they stand for, so that what was supplied stays where it is.
    private static Proposition Of(Proposition proposition, ImmutableArray<string> names) => proposition with
    {
        Text = Masking.Without(proposition.Text, names),
        Predicate = proposition.Predicate with { Lemma = Masking.Without(proposition.Predicate.Lemma, names) },
        Arguments = [.. proposition.Arguments.Select(a => Of(a, names))],
        Where = Optional(proposition.Where, names),
        Through = [.. proposition.Through.Select(t => Masking.Without(t, names))],
    };

    // The head of a name that is masked is a part of it.
    private static Argument Of(Argument argument, ImmutableArray<string> names)
    {
        if (argument.Name is not { } name) return argument with { Head = Masking.Without(argument.Head, names) };
        var masked = Masking.Without(name, names);
        return string.Equals(masked, name, StringComparison.Ordinal) ? argument : argument with { Name = masked, Head = Masking.Covered(argument.Head) };
    }

    private static string? Optional(string? text, ImmutableArray<string> names) => text is null ? null : Masking.Without(text, names);

    private static string Nameless(string id) => $"{Masking.Block} {id[..6]}";
}
