using System.Collections.Frozen;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Exchange;

/// <summary>A ledger with what the forms of other tools ask of it: its articles, its claims, who tells and in which words.</summary>
public sealed class ExchangeLedger
{
    private readonly OpenArticles _articles;
    private readonly FrozenDictionary<ArticleId, ArticleHeader> _headers;
    private readonly FrozenDictionary<string, Claim> _claims;
    private readonly FrozenDictionary<string, Entity> _entities;
    private readonly Lazy<EntityIndex> _named;

    /// <summary>A ledger to be told.</summary>
    /// <param name="ledger">The ledger, or a part of one.</param>
    /// <param name="filed">An article with its findings, by id.</param>
    /// <param name="words">The language of what is said in words.</param>
    /// <param name="share">Whether it may leave the house: short passages only, no analyst by name, none of his remarks.</param>
    public ExchangeLedger(Ledger ledger, Func<ArticleId, FiledArticle> filed, Locale words, bool share = false)
    {
        if (share) ledger = DiscreetLedger.Of(ledger, words["decisions.analyst"]);
        (Ledger, Words, Share, _articles) = (ledger, words, share, new OpenArticles(filed));
        _headers = ledger.Articles.ToFrozenDictionary(a => a.Id);
        _claims = ledger.Claims.ToFrozenDictionary(c => c.Id, StringComparer.Ordinal);
        _entities = ledger.Entities.ToFrozenDictionary(e => e.Id, StringComparer.Ordinal);
        _named = new(() => EntityIndex.Of(ledger));
    }

    /// <summary>The ledger.</summary>
    public Ledger Ledger { get; }

    /// <summary>The language of what is said in words.</summary>
    public Locale Words { get; }

    /// <summary>Whether it may leave the house.</summary>
    public bool Share { get; }

    /// <summary>An article with its findings.</summary>
    internal FiledArticle Open(ArticleId article) => _articles.Open(article);

    internal ArticleHeader? Header(ArticleId article) => _headers.GetValueOrDefault(article);

    internal Claim? Claim(string id) => _claims.GetValueOrDefault(id);

    internal Entity? Entity(string? id) => id is null ? null : _entities.GetValueOrDefault(id);

    /// <summary>The statement that takes a position; <see langword="null"/> where the article does in its own voice.</summary>
    internal Statement? Statement(Position position) => Statement(position.Article, position.Statement);

    /// <summary>An article's statement of an id; <see langword="null"/> where there is none of it.</summary>
    internal Statement? Statement(ArticleId article, string? id) =>
        id is null ? null : Open(article).Findings.Statements.FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.Ordinal));

    /// <summary>Who tells it, as the article names him, else in words what sort of source it is.</summary>
    internal string Teller(Position position) => Statement(position) is { } statement
        ? statement.Source.Name ?? Words.Of(statement.Source.Kind)
        : Words.Of(SourceKind.Article);

    /// <summary>The entity that tells it; <see langword="null"/> where nobody is named or the article tells it itself.</summary>
    internal Entity? TellerEntity(Position position) => Statement(position) is { } statement
        ? _named.Value.Of(position.Article, statement.Source, Open(position.Article).Findings)
        : null;

    /// <summary>Where an article was published; <see langword="null"/> where that is unknown or no address of the web.</summary>
    internal static string? Web(ArticleHeader article) => HtmlParts.WebAddress(article.Url);

    /// <summary>From the first to the last word of a position.</summary>
    internal static Passage Whole(Position position) => new(position.Article, position.Spans.Whole());

    /// <summary>From the first to the last word of a position, with the hedge just before.</summary>
    internal Passage Hedged(Position position)
    {
        var text = Open(position.Article).Article.Text;
        return new(position.Article, (Statement(position)?.WithHedge(text, position.Spans) ?? position.Spans).Whole());
    }

    /// <summary>A passage's words as <see cref="Quote"/> gives them; a heading's without its mark.</summary>
    internal string Unmarked(Passage passage)
    {
        var text = Open(passage.Article).Article.Quote([passage.Span]);
        return Share ? HtmlParts.Short(text, HtmlParts.SharedLength) : text;
    }

    /// <summary>A passage's words, cut where the whole may not be sent on.</summary>
    internal string Quote(Passage passage)
    {
        var text = passage.Span.In(Open(passage.Article).Article.Text).ToString();
        return Share ? HtmlParts.Short(text, HtmlParts.SharedLength) : text;
    }
}
