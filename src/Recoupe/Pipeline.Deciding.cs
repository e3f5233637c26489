using System.Collections.Immutable;
using Recoupe.Ingest.Fetch;
using Recoupe.Link.Decisions;
using Recoupe.Link.Entities;
using Recoupe.Run;

namespace Recoupe;

/// <content>The analyst's decisions: written beside the ledger, followed whenever it is derived.</content>
public sealed partial class Pipeline
{
    // Fewer characters of an id that is gone could as well be somebody's name.
    private const int ShortestId = 8;

    /// <summary>Decides something and keeps it.</summary>
    /// <param name="act">What is done; not <see cref="DecisionAct.Undo"/>.</param>
    /// <param name="items">Claims or statements, by id or by the first characters of one; entities, by id or by one of their names.</param>
    /// <param name="value">The new wording, side or rating (1 to 6), where the act needs one.</param>
    /// <param name="note">Why; a rating needs it.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="clock">Where the moment comes from; the system's clock where not given.</param>
    public Outcome<Decision> Decide(
        DecisionAct act, IReadOnlyList<string> items, string? value, string? note, string by, TimeProvider? clock = null) =>
        Decide(Ledger(), act, items, value, note, by, clock);

    /// <summary>
    /// As <see cref="Decide(DecisionAct, IReadOnlyList{string}, string, string, string, TimeProvider)"/>, by the ids of a ledger that is
    /// derived already.
    /// </summary>
    internal Outcome<Decision> Decide(
        Ledger shown, DecisionAct act, IReadOnlyList<string> items, string? value, string? note, string by, TimeProvider? clock = null)
    {
        var outcome = new DecisionBuilder(shown, Raw).Of(act, items, value, note, by, (clock ?? TimeProvider.System).GetUtcNow());
        if (outcome.Value is not { } drafted) return outcome;
        // Anchored on the text as it is, told without the names that are masked: they would else come back by way of the log.
        var told = View().Of(drafted, RawText);
        var decision = Decision.Of(told.At, told.By, told.Act, told.Anchors, told.Value, told.Note); // its id is a hash of what is kept
        _decisions.Append(decision);
        return decision;
    }

    /// <summary>Takes a decision back; taking that back brings it about again.</summary>
    /// <param name="id">The decision's id, or its first characters.</param>
    /// <param name="note">Why, or <see langword="null"/>.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="clock">Where the moment comes from; the system's clock where not given.</param>
    public Outcome<Decision> Undo(string id, string? note, string by, TimeProvider? clock = null)
    {
        var found = IdPrefix.Only(id, _decisions.Read(), d => d.Id);
        if (found.Value is not { } earlier) return found.Rejection!;
        var decision = Decision.Of(
            (clock ?? TimeProvider.System).GetUtcNow(), by, DecisionAct.Undo, [], earlier.Id, note is null ? null : View().Of(note));
        _decisions.Append(decision);
        return decision;
    }

    /// <summary>
    /// Erases an article for good: its page, its text and all that was found in it, and its words in the log of decisions.
    /// Its id stays, so that the same page is refused when it comes again.
    /// </summary>
    /// <param name="name">The article's id, or the first characters of it; or its name or its file's, whole.</param>
    /// <returns>What it was called, by its id alone where it was forgotten before; or why nothing was erased.</returns>
    /// <exception cref="LedgerException">It could not be erased, or not all of its bytes yet: said once more, it goes on where it
    /// stopped.</exception>
    public Outcome<Forgotten> Forget(string name)
    {
        if (Before(name) is { } before) return before;
        var found = _file.AtOnce(() => ToForget(name));
        if (found.Value is not { } header) return found.Rejection!;
        _decisions.Erase(header.Id); // first: should it fail, the article is still there to be forgotten again
        _file.Forget(header.Id, _filing.CompareRevived);
        LetGo();
        return new Forgotten(header.Id, header.Name, header.Url);
    }

    /// <summary>Erases what a cache of fetched pages keeps of an address.</summary>
    public static void EraseFetched(string cacheFolder, string url)
    {
        if (Directory.Exists(cacheFolder)) new WebCache(cacheFolder, long.MaxValue).Erase(url);
    }

    private Outcome<ArticleHeader> ToForget(string name)
    {
        var headers = ArticleNames.Apart(RawArticles().Select(f => f.Article.Header));
        var found = Named(headers, name) is { } named ? named : IdPrefix.Only(name, headers, a => a.Id.Value);
        if (found.Value is not { } header) return found.Rejection!;
        // What is erased is gone: what could as well mean somebody's name must be said by a whole id.
        if (!string.Equals(header.Id.Value, name, StringComparison.OrdinalIgnoreCase) && IsNameOfEntity(name))
            return DecisionRefusals.ArticleOrName(name);
        return header;
    }

    // Its rows are gone already, and what is left of it goes now.
    private Forgotten? Before(string name)
    {
        if (_file.Forgotten(name) is not [var id] || name.Length < ShortestId) return null;
        _file.FinishErasing();
        return new Forgotten(id, id.Value, null);
    }

    private bool IsNameOfEntity(string name) =>
        Ledger().Entities.Any(e => e.Variants.Append(e.Name).Contains(name, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Takes the name of a person, an organisation or a place out of all that is shown and exported, and out of the log of decisions;
    /// blocks stand for it, here and in articles that come later. The pages keep it. It is a decision, known by hashes of the name, and can
    /// be undone.
    /// </summary>
    /// <param name="name">An entity by its id, by the first characters of it, or by one of its names.</param>
    /// <param name="note">Why, or <see langword="null"/>.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="clock">Where the moment comes from; the system's clock where not given.</param>
    public Outcome<Decision> Mask(string name, string? note, string by, TimeProvider? clock = null)
    {
        var found = new DecisionBuilder(Ledger(), Raw).Name(name);
        if (found.Value is not { } named) return found.Rejection!;
        var names = Masking.NamesOf(named.Entity, Raw);
        var decision = Decision.Of((clock ?? TimeProvider.System).GetUtcNow(), by, DecisionAct.Mask, [], Masking.HashesOf(names), note is null ? null : Masking.Without(note, names));
        _decisions.Append(decision, earlier => MaskedView.Of(earlier, names, RawText));
        return decision;
    }

    /// <summary>
    /// An article of a derived ledger by its name or its file's, or by the first characters of its name or id; or why there is not one.
    /// </summary>
    public static Outcome<ArticleHeader> Find(Ledger ledger, string name) =>
        Named(ledger.Articles, name) is { } named ? named : IdPrefix.Only(name, ledger.Articles, a => a.Id.Value, a => a.Name);

    // By its name, which no other has; or by its file, where no other lies in one of that name.
    private static ArticleHeader? Named(ImmutableArray<ArticleHeader> headers, string name) =>
        headers.FirstOrDefault(a => string.Equals(a.Name, name, StringComparison.Ordinal))
        ?? (headers.Where(a => string.Equals(Path.GetFileName(a.Path), name, StringComparison.Ordinal)).Take(2)
            .ToList() is [var only] ? only : null);
}
