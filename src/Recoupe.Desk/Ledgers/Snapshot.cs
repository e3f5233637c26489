using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Recoupe.Desk.Accounts;
using Recoupe.Desk.Search;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Desk.Ledgers;

/// <summary>A ledger at one moment, with all that pages ask of it: never changed, only left for the next.</summary>
internal sealed class Snapshot
{
    private readonly ImmutableArray<FiledArticle> _filed;
    private readonly FrozenDictionary<ArticleId, FiledArticle> _articles;
    private readonly ConcurrentDictionary<(string Language, Caller Caller), Lazy<DossierModel>> _models = new();
    private readonly ConcurrentDictionary<string, Lazy<CountList>> _counts = new(StringComparer.Ordinal);
    private readonly Lazy<SearchIndex> _index;
    private readonly Lazy<SearchIndex> _sentences;
    private readonly Func<Snapshot, Locale, Caller, DossierModel> _model;

    /// <param name="version">Its number, from 1.</param>
    /// <param name="ledger">What was derived.</param>
    /// <param name="articles">The articles of it, as they may be shown.</param>
    /// <param name="model">Lays it out in a language, for somebody.</param>
    public Snapshot(long version, Ledger ledger, ImmutableArray<FiledArticle> articles, Func<Snapshot, Locale, Caller, DossierModel> model)
    {
        (Version, Ledger, _filed, _model) = (version, ledger, articles, model);
        _articles = articles.ToFrozenDictionary(a => a.Article.Id);
        _index = new(() => SearchIndex.OfItems(ledger));
        _sentences = new(() => SearchIndex.OfSentences(ledger, Filed));
    }

    public long Version { get; }

    public Ledger Ledger { get; }

    /// <summary>What keeps the ledger from being derived anew, in English as it arose; <see langword="null"/> where nothing does.</summary>
    public string? Fault { get; private init; }

    /// <summary>The same, with what keeps a later one from being derived.</summary>
    public Snapshot WithFault(long version, string fault) => new(version, Ledger, _filed, _model) { Fault = fault };

    /// <summary>Its names and claims by their words.</summary>
    public SearchIndex Index => _index.Value;

    /// <summary>Its sentences by their words: made where the file has no index of them, which takes its time.</summary>
    public SearchIndex Sentences => _sentences.Value;

    public FiledArticle Filed(ArticleId id) => _articles[id];

    /// <summary>Whether an article is of it.</summary>
    public bool Holds(ArticleId id) => _articles.ContainsKey(id);

    /// <summary>The ledger laid out for the pages of a language, with what somebody may do on them.</summary>
    public DossierModel Model(Locale words, Caller caller) =>
        _models.GetOrAdd((words.Language, caller), key => new(() => _model(this, words, key.Caller))).Value;

    /// <summary>Its counts in the order of their pages: the same for everybody.</summary>
    public CountList Counts(Locale words, Caller caller) =>
        _counts.GetOrAdd(words.Language, _ => new(() => new(Model(words, caller)))).Value;
}
