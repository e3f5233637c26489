using System.Collections.Immutable;

using Recoupe.Link.Questions;
using Recoupe.Run;
using Recoupe.Store;

namespace Recoupe;

/// <content>Names, claims and passages by their words.</content>
public sealed partial class Pipeline
{
    // Indexed in one transaction.
    private const int IndexedAtOnce = 256;

    /// <summary>
    /// What has every word of a query, the best first: names, then claims, then passages. Accents, endings and the language of a word do
    /// not matter, and a word may be only begun.
    /// </summary>
    /// <param name="query">Some words, in any of the languages.</param>
    /// <param name="most">How many at most of each kind.</param>
    public ImmutableArray<Found> Search(string query, int most = 20) => Keeping(key =>
    {
        var asked = SearchWords.Asked(query);
        if (asked.IsEmpty) return [];
        var isIndexed = _file.Derived.Has(key) && _file.Index.HasPassages(PassageMark());
        if (isIndexed && InIndex(_file, asked, most) is { IsDefault: false } found) return found;
        using var index = Indexed((Held(key) ?? Derive(key)).Ledger);
        return InIndex(index, asked, most);
    });

    /// <summary>Passages alone that have every word of a query, the best first, by the index in the file.</summary>
    /// <returns>No list at all where the file has no whole index of them.</returns>
    internal ImmutableArray<Found> Passages(string query, int most) => _file.AtOnce(() =>
    {
        try
        {
            if (!_file.Index.HasPassages(PassageMark())) return default;
            return SearchWords.Asked(query) is { IsEmpty: false } asked ? [.. _file.Index.Passages(asked, most).Select(Passage)] : [];
        }
        catch (LedgerException)
        {
            return default(ImmutableArray<Found>); // an index that is hurt is none
        }
    });

    /// <summary>Indexes the passages that the file's index lacks, as long as nobody else writes.</summary>
    internal void KeepPassages() => IndexPassages();

    private ImmutableArray<Found> InIndex(LedgerFile index, ImmutableArray<AskedWord> asked, int most)
    {
        try
        {
            return
            [
                .. index.Index.Items(FoundKind.Name, asked, most),
                .. index.Index.Items(FoundKind.Claim, asked, most),
                .. index.Index.Passages(asked, most).Select(Passage),
            ];
        }
        catch (LedgerException) when (ReferenceEquals(index, _file))
        {
            return default; // an index that is hurt is none
        }
    }

    private Found Passage((ArticleId Article, int Start, int Length) at)
    {
        var article = Required(at.Article).Article;
        return new(FoundKind.Passage, at.Article.Value, article.Header.Language, article.Text.Substring(at.Start, at.Length), at.Start);
    }

    // Where none is kept, and the ledger may not be written: for this once.
    private LedgerFile Indexed(Ledger ledger)
    {
        var index = LedgerFile.InMemory();
        index.TakeIn(SearchWords.Items(ledger), Shown(RawArticles()).Select(f => (f.Article.Id, SearchWords.In(f))));
        return index;
    }

    // What is not in the index yet, some at a time, as long as nobody else writes.
    private void IndexPassages()
    {
        var (mark, view) = (PassageMark(), View());
        var isLeft = true;
        while (isLeft)
        {
            var kept = _file.TryKeep(() =>
            {
                var missing = _file.Index.Missing(mark, IndexedAtOnce);
                foreach (var (serial, id) in missing) _file.Index.Keep(serial, mark, SearchWords.In(view.Of(Raw(id))));
                isLeft = missing.Length == IndexedAtOnce;
            });
            if (!kept) return;
        }
    }

    // What the passages in the index were read and masked by.
    private string PassageMark() =>
        ContentHash.Id(["passages", StageVersion.Current, .. MaskedNames().Order(StringComparer.Ordinal)]);
}
