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

/// <content>From pages to rows.</content>
public sealed partial class Pipeline
{
    /// <summary>What the stages find on a page, alone.</summary>
    internal static Outcome<ReadArticle> ReadAlone(Page page) => PageGuard.Refused<ReadArticle>(page.Path, () =>
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

    private void TakeIn(ImmutableArray<Outcome<Page>> batch, RunTally tally, CancellationToken cancel)
    {
        if (_file.IsMade || HoldsAnArticle(batch)) _file.Atomically(() => Keep(batch, tally, cancel), cancel);
        else foreach (var outcome in batch) tally.Refuse(outcome.Rejection ?? _reader(outcome.Value!).Rejection!);
    }

    // Only then is a ledger made: a run that is refused whole leaves none, and takes none away that another has made meanwhile.
    private bool HoldsAnArticle(ImmutableArray<Outcome<Page>> batch) =>
        batch.Any(outcome => outcome.Value is { } page && _reader(page).Value is not null);

    private void Keep(ImmutableArray<Outcome<Page>> batch, RunTally tally, CancellationToken cancel)
    {
        var taken = new Dictionary<ArticleId, (Page Page, bool IsNew)>();
        foreach (var outcome in batch)
        {
            if (outcome.Value is not { } page)
            {
                tally.Refuse(outcome.Rejection!);
                continue;
            }

            switch (_file.Keep(page, _verbatim))
            {
                case PageState.Forgotten: tally.Refuse(Forgotten(page)); break;
                case PageState.Before: tally.Skip(page); break;
                case var kept when taken.TryAdd(page.Id, (page, kept == PageState.New)): break;
                default: tally.Skip(page); break;
            }
        }

        _filing.File([.. taken.Values.Select(t => PendingPage.Of(_file.Page(t.Page.Id, t.Page.Bytes), t.IsNew))], tally, cancel);
    }

    private PendingPage? Pending(ArticleId id) => PendingPage.Again(id, _file.Page(id), RawText(id));

    private static Rejection Forgotten(Page page) =>
        new("STORE-12", page.Path, "This page was forgotten in this ledger.", "Leave it out; to read it after all, start another ledger.");

    /// <summary>
    /// Files pages in three steps: they are read ahead on many threads; inserted in their order by the one thread that the file belongs to;
    /// and each is then compared with its neighbours, on many threads again. Each step draws on the one before it as it goes, so that the
    /// next pages are read while the last are compared.
    /// </summary>
    private sealed class Filing(
        LedgerFile file, Workers workers, Func<Page, Outcome<ReadArticle>> reader, IPageReaders? elsewhere)
    {
        private readonly Workers _readers = elsewhere is null ? workers : new(elsewhere.AtOnce);

        // Neighbours tend to arrive together, so the fingerprints met of late are met again.
        private const int FingerprintsHeld = 1024;

        // A thousand bytes each: candidates are many, and most are looked at once and left.
        private const int SketchesHeld = 131_072;

        // So that what is compared at once stays small, however much is near.
        private const int ComparedAtOnce = 64;

        private readonly RecentCache<long, Lazy<Fingerprint>> _fingerprints = new(FingerprintsHeld);
        private readonly RecentCache<long, Sketched> _sketches = new(SketchesHeld);

        /// <summary>Files pages that are kept, in their order.</summary>
        public void File(ImmutableArray<PendingPage> pages, RunTally tally, CancellationToken cancel)
        {
            foreach (var page in pages) file.Unfile(page.Id);
            var read = ReadAhead(pages, cancel);
            var inserted = InsertInOrder(read, tally);
            Compare(inserted);
            CompareRevived();
        }

        /// <summary>Compares what shares a key again, since articles that made its bucket too full are gone.</summary>
        public void CompareRevived()
        {
            foreach (var bucket in file.Revive())
                Compare(bucket.Select(one => NeighboursOf(one, bucket.Where(other => one < other))));
        }

        /// <summary>
        /// The pairs of articles whose ties are not those that comparing them now gives; of articles that another build has read, none.
        /// </summary>
        public IEnumerable<(ArticleId One, ArticleId Other)> Mistied()
        {
            var stale = file.Stale(StageVersion.Current).ToHashSet();
            var kept = new Dictionary<(long, long), (ArticleId One, ArticleId Other, byte[] Ties)>();
            foreach (var tie in file.LiveTies().Where(t => !stale.Contains(t.One) && !stale.Contains(t.Other)))
                kept.Add((tie.Newer, tie.Older), (tie.One, tie.Other, tie.Ties));
            foreach (var serial in file.Serials(stale))
            {
                var found = file.Find(serial);
                var others = file.Candidates(found).Where(other => other < serial).Prepend(serial).Where(other => !stale.Contains(file.Find(other).Id));
                foreach (var (one, other, _, ties) in workers.Map(Nearby(serial, others), Compared).SelectMany(t => t))
                {
                    var (newer, older) = (Math.Max(one, other), Math.Min(one, other));
                    if (!kept.Remove((newer, older), out var tie) || !tie.Ties.AsSpan().SequenceEqual(TieBytes.Write(ties)))
                        yield return (file.Find(newer).Id, file.Find(older).Id);
                }
            }

            foreach (var (one, other, _) in kept.Values) yield return (one, other);
        }

        private IEnumerable<(WithFingerprint One, ImmutableArray<WithFingerprint> Others)> Nearby(long serial, IEnumerable<long> others)
        {
            var near = Near(NeighboursOf(serial, others));
            return near.Others.Chunk(ComparedAtOnce).Select(some => WithPrints(near.One, some));
        }

        /// <summary>Lets go what is held of the file: it is made of it again when it is needed.</summary>
        public void LetGo()
        {
            _fingerprints.Clear();
            _sketches.Clear();
        }

        // Step one, on many threads: nothing of it sees the file.
        private IEnumerable<(PendingPage Page, Outcome<PreparedPage> Outcome)> ReadAhead(
            ImmutableArray<PendingPage> pages, CancellationToken cancel) =>
            pages.Zip(_readers.Map(pages, page => Prepare(page, cancel)));

        private Outcome<PreparedPage> Prepare(PendingPage pending, CancellationToken cancel) =>
            elsewhere is not null && pending.Page is { } away
                ? PackedPages.Outcome(elsewhere.Read(PackedPages.Pack(away), cancel), away.Id)
                : PageGuard.Refused<PreparedPage>(pending.Path, () =>
        {
            cancel.ThrowIfCancellationRequested(); // the batch at hand is given up: it comes again with the next run
            var outcome = pending.Page is { } page ? reader(page) : ReadAlone(pending.Cleaned!);
            if (outcome.Value is not { } found) return outcome.Rejection!;
            return PreparedPage.Of(found);
        });

        // Step two, on the file's own thread: a page's row, and which articles may be near it.
        private IEnumerable<Neighbours> InsertInOrder(IEnumerable<(PendingPage Page, Outcome<PreparedPage> Outcome)> read, RunTally tally)
        {
            foreach (var (page, outcome) in read)
            {
                if (outcome.Value is { } prepared)
                {
                    yield return Insert(prepared);
                    tally.Keep(page.Path, page.Size, page.IsNew);
                }
                else
                {
                    file.Drop(page.Id);
                    tally.Refuse(outcome.Rejection!);
                }
            }
        }

        private Neighbours Insert(PreparedPage page)
        {
            var (filed, candidates) = file.File(page.Row, StageVersion.Current);
            _fingerprints.Put(filed.Serial, new(page.Print));
            _sketches.Put(filed.Serial, new(filed.Serial, page.Sketch));
            return NeighboursOf(filed.Serial, candidates.Prepend(filed.Serial));
        }

        // Step three: a first look and the comparison on many threads, what is read and kept between them on the file's.
        private void Compare(IEnumerable<Neighbours> inserted)
        {
            var near = workers.Map(inserted, Near).SelectMany(n => n.Others.Chunk(ComparedAtOnce).Select(some => WithPrints(n.One, some)));
            foreach (var (one, other, shared, ties) in workers.Map(near, Compared).SelectMany(t => t)) file.Tie(one, other, shared, ties);
        }

        /// <summary>Those among them that a comparison may tie.</summary>
        private static Neighbours Near(Neighbours found)
        {
            var look = new CandidateFilter(found.One.Sketch);
            return found with { Others = [.. found.Others.Where(other => found.One.Serial == other.Serial || look.MayTie(other.Sketch))] };
        }

        private static ImmutableArray<(long One, long Other, int Shared, Ties Ties)> Compared(
            (WithFingerprint One, ImmutableArray<WithFingerprint> Others) near) =>
        [
            .. from other in near.Others
               let ties = Linker.Compare(near.One.Print.Value, other.Print.Value)
               where !ties.IsEmpty
               select (near.One.Article.Serial, other.Article.Serial, IndexedArticle.Shared(near.One.Article.Sketch.Keys, other.Article.Sketch.Keys), ties),
        ];

        private Neighbours NeighboursOf(long one, IEnumerable<long> others) => new(Sketch(one), [.. others.Select(Sketch)]);

        private (WithFingerprint One, ImmutableArray<WithFingerprint> Others) WithPrints(Sketched one, Sketched[] others) =>
            (WithPrint(one), [.. others.Select(WithPrint)]);

        private Sketched Sketch(long serial) => _sketches.Get(serial, missing =>
        {
            var found = file.Find(missing);
            return new(missing, Recoupe.Link.Fingerprints.Sketch.FromBytes(found.Keys, found.Sketch));
        });

        // Its bytes are read here, and what they mean by whoever needs it first.
        private WithFingerprint WithPrint(Sketched article) => new(article, _fingerprints.Get(article.Serial, missing =>
        {
            var bytes = file.Fingerprint(missing);
            return new(() => Fingerprint.FromBytes(bytes));
        }));
    }

    /// <summary>An article and what a first look at it needs.</summary>
    private readonly record struct Sketched(long Serial, Sketch Sketch);

    /// <summary>An article and what comparing it needs.</summary>
    private readonly record struct WithFingerprint(Sketched Article, Lazy<Fingerprint> Print);

    /// <summary>An article and those that it may be tied to.</summary>
    private readonly record struct Neighbours(Sketched One, ImmutableArray<Sketched> Others);

    /// <summary>A page that is to be read or, where it was not kept, the article that was found on it.</summary>
    private sealed record PendingPage(ArticleId Id, string Path, int Size, bool IsNew, Page? Page, Article? Cleaned)
    {
        public static PendingPage Of(Page page, bool isNew) => new(page.Id, page.Path, page.Bytes.Length, isNew, page, null);

        /// <summary>
        /// What the ledger holds and another version of the stages has read; <see langword="null"/> where it is gone meanwhile.
        /// </summary>
        public static PendingPage? Again(ArticleId id, Page? page, Article? article) => (page, article) switch
        {
            (_, null) => null,
            ({ } kept, _) => Of(kept, isNew: false),
            _ => new(id, article.Header.Path, article.Text.Length, false, null, article),
        };
    }
}
