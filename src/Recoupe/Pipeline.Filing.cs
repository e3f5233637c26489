using System.Collections.Immutable;
using Recoupe.Clean;
using Recoupe.Extract;
using Recoupe.Link;
using Recoupe.Read;
using Recoupe.Store;

namespace Recoupe;

/// <content>From pages to rows: read alone on many threads, then filed and tied one after another.</content>
public sealed partial class Pipeline
{
    // Neighbours tend to arrive together, so the fingerprints met of late are met again.
    private const int FingerprintsHeld = 1024;

    private readonly Recent<ArticleId, Fingerprint> held = new(FingerprintsHeld);

    private static Outcome<ReadArticle> ReadAlone(Page page)
    {
        var cleaned = Cleaner.Clean(page);
        if (cleaned.Value is not { } article) return cleaned.Rejection!;
        var reading = ArticleReader.Read(article);
        return new ReadArticle(article, reading, reading is null ? Findings.None : Extractor.Extract(article, reading));
    }

    private static Outcome<Prepared> Prepare(Page page)
    {
        var outcome = ReadAlone(page);
        if (outcome.Value is not { } read) return outcome.Rejection!;
        var print = Linker.Fingerprint(read.Article, read.Reading, read.Findings);
        return new Prepared(page, read.Article, read.Findings, print.ToBytes(), [.. Linker.Keys(print)]);
    }

    private void Take(ImmutableArray<Outcome<Page>> batch, Tally tally) => file.Atomically(() =>
    {
        var isNew = new Dictionary<ArticleId, bool>();
        foreach (var outcome in batch)
        {
            if (outcome.Value is not { } page)
            {
                tally.Refuse(outcome.Rejection!);
                continue;
            }

            switch (file.Keep(page))
            {
                case Kept.Forgotten: tally.Refuse(Forgotten(page)); break;
                case Kept.Before: tally.Skip(page); break;
                case var kept when isNew.TryAdd(page.Id, kept == Kept.New): break;
                default: tally.Skip(page); break;
            }
        }

        File([.. isNew.Keys.Select(file.Page)], page => isNew[page.Id], tally);
    });

    private static Rejection Forgotten(Page page) =>
        new("STORE-12", page.Path, "This page was forgotten in this ledger.", "Leave it out; to read it after all, start another ledger.");

    private void File(ImmutableArray<Page> pages, Func<Page, bool> isNew, Tally tally)
    {
        foreach (var (page, outcome) in pages.Zip(Batches.Map(pages, threads, Prepare)))
        {
            if (!isNew(page)) growing?.Reset();
            if (outcome.Value is { } prepared)
            {
                File(prepared);
                tally.Keep(page, isNew(page));
            }
            else
            {
                file.Drop(page.Id);
                tally.Refuse(outcome.Rejection!);
            }
        }
    }

    private void File(Prepared prepared)
    {
        file.File(prepared, StageVersion.Current);
        var id = prepared.Article.Id;
        var print = Fingerprint.FromBytes(prepared.Fingerprint);
        held.Put(id, print);
        Tie(print, print);
        foreach (var candidate in file.Candidates(id))
            Tie(print, Print(candidate));
    }

    private void Tie(Fingerprint one, Fingerprint other)
    {
        var (a, b) = one.Article.CompareTo(other.Article) <= 0 ? (one, other) : (other, one);
        var ties = Linker.Compare(a, b);
        if (!ties.IsEmpty) file.Tie(a.Article, b.Article, ties);
    }

    private Fingerprint Print(ArticleId id) => held.Get(id, missing => Fingerprint.FromBytes(file.Fingerprint(missing)));
}
