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

    // A thousand bytes each: candidates are many, and most are looked at once and left.
    private const int SketchesHeld = 131_072;

    // So that what is compared at once stays small, however many candidates there are.
    private const int PairsAtOnce = 8_192, ComparedAtOnce = 512;

    private readonly Recent<long, Fingerprint> held = new(FingerprintsHeld);
    private readonly Recent<long, Near> sketched = new(SketchesHeld);

    private static Outcome<ReadArticle> ReadAlone(Page page) => Unexpected.Refused<ReadArticle>(page.Path, () =>
    {
        var cleaned = Cleaner.Clean(page);
        return cleaned.Value is { } article ? ReadAlone(article) : cleaned.Rejection!;
    });

    private static ReadArticle ReadAlone(Article article)
    {
        var reading = ArticleReader.Read(article);
        return new ReadArticle(article, reading, reading is null ? Findings.None : Extractor.Extract(article, reading));
    }

    private Outcome<Ready> Prepare(Due due) => Unexpected.Refused<Ready>(due.Path, () =>
    {
        var outcome = due.Page is { } page ? reader(page) : ReadAlone(due.Cleaned!);
        if (outcome.Value is not { } found) return outcome.Rejection!;
        var print = Linker.Fingerprint(found.Article, found.Reading, found.Findings);
        var sketch = Linker.Sketch(print);
        return new Ready(Packed.Of(new(found.Article, found.Findings, print.ToBytes(), Linker.Keys(print), sketch.ToBytes())), print, sketch);
    });

    private void Take(ImmutableArray<Outcome<Page>> batch, Tally tally) => file.Atomically(() =>
    {
        var taken = new Dictionary<ArticleId, (Page Page, bool IsNew)>();
        foreach (var outcome in batch)
        {
            if (outcome.Value is not { } page)
            {
                tally.Refuse(outcome.Rejection!);
                continue;
            }

            switch (file.Keep(page, verbatim))
            {
                case Kept.Forgotten: tally.Refuse(Forgotten(page)); break;
                case Kept.Before: tally.Skip(page); break;
                case var kept when taken.TryAdd(page.Id, (page, kept == Kept.New)): break;
                default: tally.Skip(page); break;
            }
        }

        File([.. taken.Values.Select(t => Due.Of(file.Page(t.Page.Id, t.Page.Bytes), t.IsNew))], tally);
    });

    private static Rejection Forgotten(Page page) =>
        new("STORE-12", page.Path, "This page was forgotten in this ledger.", "Leave it out; to read it after all, start another ledger.");

    private void File(ImmutableArray<Due> pages, Tally tally)
    {
        foreach (var due in pages) file.Unfile(due.Id);
        var pairs = new List<(long One, long Other)>();
        foreach (var (due, outcome) in pages.Zip(Batches.Map(pages, threads, Prepare)))
        {
            if (!due.IsNew) growing?.Reset();
            if (outcome.Value is { } ready)
            {
                pairs.AddRange(File(ready));
                tally.Keep(due.Path, due.Size, due.IsNew);
            }
            else
            {
                file.Drop(due.Id);
                tally.Refuse(outcome.Rejection!);
            }
        }

        Tie(pairs);
        TieRevived();
    }

    /// <summary>What it is to be compared with: itself and its candidates.</summary>
    private IEnumerable<(long One, long Other)> File(Ready ready)
    {
        var (filed, candidates) = file.File(ready.Packed, StageVersion.Current);
        held.Put(filed.Serial, ready.Print);
        sketched.Put(filed.Serial, new(filed with { Sketch = [] }, ready.Sketch));
        return candidates.Prepend(filed.Serial).Select(c => (filed.Serial, c));
    }

    private void TieRevived()
    {
        foreach (var bucket in file.Revive())
            Tie(from one in bucket from other in bucket where one < other select (one, other));
    }

    // The file is one thread's; looking and comparing are everybody's.
    private void Tie(IEnumerable<(long One, long Other)> pairs)
    {
        foreach (var some in pairs.Chunk(PairsAtOnce))
        {
            ImmutableArray<(Near One, Near Other)> near = [.. some.Select(p => (Sketched(p.One), Sketched(p.Other)))];
            var may = Batches.Map(near, threads, MayBeTied);
            foreach (var left in near.Where((_, i) => may[i]).Chunk(ComparedAtOnce))
            {
                ImmutableArray<(Fingerprint One, Fingerprint Other)> prints = [.. left.Select(p => (Print(p.One), Print(p.Other)))];
                foreach (var (pair, ties) in left.Zip(Batches.Map(prints, threads, p => Linker.Compare(p.One, p.Other))))
                    if (!ties.IsEmpty) file.Tie(pair.One.Article, pair.Other.Article, ties);
            }
        }
    }

    private static bool MayBeTied((Near One, Near Other) pair)
    {
        var (one, other) = (pair.One.Article, pair.Other.Article);
        return one.Serial == other.Serial || pair.One.Sketch.MayBeTied(pair.Other.Sketch, one.Shared(other), Math.Min(one.Keys.Length, other.Keys.Length));
    }

    private Near Sketched(long serial) => sketched.Get(serial, missing =>
    {
        var found = file.Find(missing);
        return new(found with { Sketch = [] }, Sketch.FromBytes(found.Sketch));
    });

    private Fingerprint Print(Near near) => held.Get(near.Article.Serial, missing => Fingerprint.FromBytes(file.Fingerprint(missing)));

    /// <summary>An article that is ready to be filed.</summary>
    private sealed record Ready(Packed Packed, Fingerprint Print, Sketch Sketch);

    /// <summary>An article that others are looked at for.</summary>
    private readonly record struct Near(Indexed Article, Sketch Sketch);

    /// <summary>What is to be read: a page or, where it was not kept, the article that was found on it.</summary>
    private sealed record Due(ArticleId Id, string Path, int Size, bool IsNew, Page? Page, Article? Cleaned)
    {
        public static Due Of(Page page, bool isNew) => new(page.Id, page.Path, page.Bytes.Length, isNew, page, null);

        /// <summary>What the ledger holds and another version of the stages has read.</summary>
        public static Due Again(ArticleId id, LedgerFile file)
        {
            if (file.Page(id) is { } page) return Of(page, isNew: false);
            var article = file.Filed(id)!.Article;
            return new(id, article.Header.Path, article.Text.Length, false, null, article);
        }
    }
}
