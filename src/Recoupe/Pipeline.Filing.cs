using System.Collections.Immutable;
using Recoupe.Clean;
using Recoupe.Extract;
using Recoupe.Language;
using Recoupe.Link;
using Recoupe.Link.Fingerprints;
using Recoupe.Propose;
using Recoupe.Read;
using Recoupe.Run;
using Recoupe.Store;
using Recoupe.Utility;

namespace Recoupe;

/// <content>From pages to rows: read alone on many threads, then filed and tied one after another.</content>
public sealed partial class Pipeline
{
    // Neighbours tend to arrive together, so the fingerprints met of late are met again.
    private const int FingerprintsHeld = 1024;

    // A thousand bytes each: candidates are many, and most are looked at once and left.
    private const int SketchesHeld = 131_072;

    // So that what is compared at once stays small, however much is near.
    private const int ComparedAtOnce = 64;

    private readonly RecentCache<long, Lazy<Fingerprint>> held = new(FingerprintsHeld);
    private readonly RecentCache<long, Sketched> sketched = new(SketchesHeld);

    private static Outcome<ReadArticle> ReadAlone(Page page) => PageGuard.Refused<ReadArticle>(page.Path, () =>
    {
        var cleaned = Cleaner.Clean(page);
        return cleaned.Value is { } article ? ReadAlone(article) : cleaned.Rejection!;
    });

    private static ReadArticle ReadAlone(Article article)
    {
        var reading = ArticleReader.Read(article);
        return new ReadArticle(article, reading, reading is null ? Findings.None : Found(article, reading));
    }

    private static Findings Found(Article article, Reading reading)
    {
        var findings = Extractor.Extract(article, reading, out var trees);
        return Proposer.Propose(article, trees, findings);
    }

    private Outcome<Ready> Prepare(Due due) => PageGuard.Refused<Ready>(due.Path, () =>
    {
        stopping.ThrowIfCancellationRequested(); // the batch at hand is given up: it comes again with the next run
        var outcome = due.Page is { } page ? reader(page) : ReadAlone(due.Cleaned!);
        if (outcome.Value is not { } found) return outcome.Rejection!;
        var print = Linker.Fingerprint(found.Article, found.Reading, found.Findings);
        var keys = Linker.Keys(print);
        var sketch = Linker.Sketch(print, keys);
        return new Ready(ArticleRow.Of(new(found.Article, found.Findings, print.ToBytes(), keys, sketch.ToBytes())), print, sketch);
    });

    private void Take(ImmutableArray<Outcome<Page>> batch, RunTally tally, CancellationToken cancel)
    {
        if (file.IsMade || HoldsAnArticle(batch)) file.Atomically(() => Take(batch, tally), cancel);
        else foreach (var outcome in batch) tally.Refuse(outcome.Rejection ?? reader(outcome.Value!).Rejection!);
    }

    // Only then is a ledger made: a run that is refused whole leaves none, and takes none away that another has made meanwhile.
    private bool HoldsAnArticle(ImmutableArray<Outcome<Page>> batch) => batch.Any(outcome => outcome.Value is { } page && reader(page).Value is not null);

    private void Take(ImmutableArray<Outcome<Page>> batch, RunTally tally)
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
                case PageState.Forgotten: tally.Refuse(Forgotten(page)); break;
                case PageState.Before: tally.Skip(page); break;
                case var kept when taken.TryAdd(page.Id, (page, kept == PageState.New)): break;
                default: tally.Skip(page); break;
            }
        }

        File([.. taken.Values.Select(t => Due.Of(file.Page(t.Page.Id, t.Page.Bytes), t.IsNew))], tally);
    }

    private static Rejection Forgotten(Page page) =>
        new("STORE-12", page.Path, "This page was forgotten in this ledger.", "Leave it out; to read it after all, start another ledger.");

    private void File(ImmutableArray<Due> pages, RunTally tally)
    {
        foreach (var due in pages) file.Unfile(due.Id);
        Tie(Filed(pages, tally));
        TieRevived();
    }

    // One after another, while the next are read and the last compared.
    private IEnumerable<Neighbours> Filed(ImmutableArray<Due> pages, RunTally tally)
    {
        foreach (var (due, outcome) in pages.Zip(workers.Map(pages, Prepare)))
        {
            if (!due.IsNew) growing?.Reset();
            if (outcome.Value is { } ready)
            {
                yield return File(ready);
                tally.Keep(due.Path, due.Size, due.IsNew);
            }
            else
            {
                file.Drop(due.Id);
                tally.Refuse(outcome.Rejection!);
            }
        }
    }

    private Neighbours File(Ready ready)
    {
        var (filed, candidates) = file.File(ready.Packed, StageVersion.Current);
        held.Put(filed.Serial, new(ready.Print));
        sketched.Put(filed.Serial, new(filed.Serial, ready.Sketch));
        return NeighboursOf(filed.Serial, candidates.Prepend(filed.Serial));
    }

    private void TieRevived()
    {
        foreach (var bucket in file.Revive())
            Tie(bucket.Select(one => NeighboursOf(one, bucket.Where(other => one < other))));
    }

    // The file is this thread's; looking and comparing are the workers'.
    private void Tie(IEnumerable<Neighbours> found)
    {
        var near = workers.Map(found, Near).SelectMany(n => n.Others.Chunk(ComparedAtOnce).Select(some => WithPrints(n.One, some)));
        foreach (var (one, other, shared, ties) in workers.Map(near, Compared).SelectMany(t => t)) file.Tie(one, other, shared, ties);
    }

    /// <summary>Those among them that a comparison may tie.</summary>
    private static Neighbours Near(Neighbours found)
    {
        var look = new CandidateFilter(found.One.Sketch);
        return found with { Others = [.. found.Others.Where(other => found.One.Serial == other.Serial || look.MayTie(other.Sketch))] };
    }

    private static ImmutableArray<(long One, long Other, int Shared, Ties Ties)> Compared((Printed One, ImmutableArray<Printed> Others) near) =>
    [
        .. from other in near.Others
           let ties = Linker.Compare(near.One.Print.Value, other.Print.Value)
           where !ties.IsEmpty
           select (near.One.Article.Serial, other.Article.Serial, IndexedArticle.Shared(near.One.Article.Sketch.Keys, other.Article.Sketch.Keys), ties),
    ];

    private Neighbours NeighboursOf(long one, IEnumerable<long> others) => new(Sketch(one), [.. others.Select(Sketch)]);

    private (Printed One, ImmutableArray<Printed> Others) WithPrints(Sketched one, Sketched[] others) => (Print(one), [.. others.Select(Print)]);

    private Sketched Sketch(long serial) => sketched.Get(serial, missing =>
    {
        var found = file.Find(missing);
        return new(missing, Recoupe.Link.Fingerprints.Sketch.FromBytes(found.Keys, found.Sketch));
    });

    // Its bytes are read here, and what they mean by whoever needs it first.
    private Printed Print(Sketched article) => new(article, held.Get(article.Serial, missing =>
    {
        var bytes = file.Fingerprint(missing);
        return new(() => Fingerprint.FromBytes(bytes));
    }));

    /// <summary>An article that is ready to be filed.</summary>
    private sealed record Ready(ArticleRow Packed, Fingerprint Print, Sketch Sketch);

    /// <summary>An article and what a first look at it needs.</summary>
    private readonly record struct Sketched(long Serial, Sketch Sketch);

    /// <summary>An article and what comparing it needs.</summary>
    private readonly record struct Printed(Sketched Article, Lazy<Fingerprint> Print);

    /// <summary>An article and those that it may be tied to.</summary>
    private readonly record struct Neighbours(Sketched One, ImmutableArray<Sketched> Others);

    /// <summary>What is to be read: a page or, where it was not kept, the article that was found on it.</summary>
    private sealed record Due(ArticleId Id, string Path, int Size, bool IsNew, Page? Page, Article? Cleaned)
    {
        public static Due Of(Page page, bool isNew) => new(page.Id, page.Path, page.Bytes.Length, isNew, page, null);

        /// <summary>What the ledger holds and another version of the stages has read; <see langword="null"/> where it is gone meanwhile.</summary>
        public static Due? Again(ArticleId id, Page? page, Article? article) => (page, article) switch
        {
            (_, null) => null,
            ({ } kept, _) => Of(kept, isNew: false),
            _ => new(id, article.Header.Path, article.Text.Length, false, null, article),
        };
    }
}
