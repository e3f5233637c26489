using System.Collections.Immutable;
using Recoupe.Link.Decisions;
using Recoupe.Link.Entities;

namespace Recoupe;

/// <content>The one place where articles come out of the file: to be shown, without the names that are masked; or raw, to be worked on and
/// shown to nobody.</content>
public sealed partial class Pipeline
{
    /// <summary>An article with what was found in it; <see langword="null"/> where the ledger lacks it.</summary>
    public FiledArticle? Filed(ArticleId id) => _file.Filed(id) is { } filed ? View().Of(filed) : null;

    /// <summary>An article that the ledger names, with what was found in it.</summary>
    /// <exception cref="LedgerException">The ledger lacks it: another process has taken it out meanwhile.</exception>
    public FiledArticle Required(ArticleId id) => Filed(id) ?? throw Lacks(id);

    private IEnumerable<FiledArticle> Shown(IEnumerable<FiledArticle> raw) => raw.Select(View().Of);

    private MaskedView View() => new(MaskedNames(), _file.Filed);

    private MaskedView View(List<FiledArticle> raw) => new(MaskedNames(), () => raw);

    // By their hashes.
    private ImmutableHashSet<string> MaskedNames() => DecisionReplay.Masked(_decisions.Read()).Masked;

    private FiledArticle Raw(ArticleId id) => RawOrNone(id) ?? throw Lacks(id);

    private FiledArticle? RawOrNone(ArticleId id) => _file.Filed(id);

    private Article? RawText(ArticleId id) => RawOrNone(id)?.Article;

    private IEnumerable<FiledArticle> RawArticles() => _file.Filed();

    private LedgerException Lacks(ArticleId id)
    {
        var inner = new InvalidOperationException($"The ledger names the article {id} and lacks it.");
        return new("STORE-13", $"{_home} was changed by another process while it was read", "run the same command again", inner);
    }
}
