using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Clean;
using Recoupe.Ingest;
using Recoupe.Ingest.Fetch;
using Recoupe.Ingest.Files;
using Recoupe.Language;
using Recoupe.Link.Names;
using Recoupe.Read;
using Recoupe.Run;
using Recoupe.Store;
using Recoupe.Utility;

namespace Recoupe;

/// <summary>
/// The order of the stages: ingest, clean, read and extract look at one page alone; link ties it to its neighbours; judge rates what
/// follows. One pipeline writes one ledger.
/// </summary>
public sealed partial class Pipeline : IDisposable
{
    private readonly LedgerFile _file;
    private readonly DecisionLog _decisions;
    private readonly string _home;
    private readonly bool _stays;
    private readonly Filing _filing;
    private readonly bool _verbatim;
    private readonly bool _keeps;
    private readonly Func<Page, Outcome<ReadArticle>> _reader;

    private Pipeline(
        LedgerFile file,
        string path,
        int threads,
        bool stays,
        bool verbatim,
        Func<Page, Outcome<ReadArticle>> reader,
        bool keeps = true,
        IPageReaders? elsewhere = null)
    {
        (_file, _verbatim, _reader, _keeps, _stays) = (file, verbatim, reader, keeps, stays);
        _decisions = new(path);
        _home = Path.GetDirectoryName(Path.GetFullPath(path))!;
        _filing = new(file, new Workers(Degree(threads)), reader, elsewhere);
        file.Changed = LetGo;
        if (file.IsMade) ReadAnew();
    }

    /// <summary>
    /// Whether there is a ledger: one that is opened where there is none is made with the first article, question or decision that is kept.
    /// </summary>
    public bool IsMade => _file.IsMade;

    /// <summary>
    /// Opens a ledger; where there is no file and <paramref name="create"/> is set, one is made with the first thing to keep. Several
    /// processes may have it open and grow it.
    /// </summary>
    /// <param name="path">The ledger's file.</param>
    /// <param name="create">Whether a missing file is made.</param>
    /// <param name="threads">How many articles are read at once; 0 for one a core. The result is the same.</param>
    /// <param name="stays">Whether the ledger is asked for again and again as it grows: then all that was derived stays in memory, and only
    /// what new articles and decisions touch is derived anew. The result is the same.</param>
    /// <param name="pages">Whether pages are kept verbatim. Without them a ledger is smaller; what a later version of the program would
    /// find on a page anew stays as it was found.</param>
    /// <exception cref="LedgerException">The file is no ledger, is of a newer version, or cannot be opened.</exception>
    public static Pipeline Open(string path, bool create = true, int threads = 0, bool stays = false, bool pages = true) =>
        new(create ? LedgerFile.Promised(path) : LedgerFile.Open(path, create: false), path, threads, stays, pages, ReadAlone);

    /// <summary>As <see cref="Open(string, bool, int, bool, bool)"/>, where pages were read before.</summary>
    internal static Pipeline Open(string path, Func<Page, Outcome<ReadArticle>> reader, bool stays = false) =>
        new(LedgerFile.Open(path), path, threads: 0, stays, verbatim: true, reader);

    /// <summary>Reads loose pages without a ledger, in the order given; what cannot be read is refused and the rest goes on.</summary>
    public static IEnumerable<Outcome<ReadArticle>> Read(
        IReadOnlyList<string> paths, int threads = 0, FetchOptions? fetch = null, CancellationToken cancel = default)
    {
        var names = new ArticleNames();
        return Each(paths, threads, fetch, ReadAlone, cancel)
            .Select(outcome => outcome.Value is { } read ? read with { Article = Named(read.Article, names) } : outcome);
    }

    /// <summary>
    /// The articles of loose pages, in the order given, with nothing looked for in them; of one for subscribers, what the page shows.
    /// </summary>
    public static IEnumerable<Outcome<Article>> Clean(
        IReadOnlyList<string> paths, int threads = 0, FetchOptions? fetch = null, CancellationToken cancel = default)
    {
        var names = new ArticleNames();
        return Each(paths, threads, fetch, page => PageGuard.Refused(page.Path, () => Cleaner.Clean(page, beginnings: true)), cancel)
            .Select(outcome => outcome.Value is { } article ? Named(article, names) : outcome);
    }

    /// <summary>
    /// An article's sentences and words, read again: a ledger keeps what was found in them. <see langword="null"/> where its language is
    /// not read.
    /// </summary>
    public static Reading? Reading(Article article) => ArticleReader.Read(article);

    /// <summary>Whether two wordings can name one person, organisation or place; the same in either order.</summary>
    public static NameVerdict Compare(string a, string b, NameType type) => NameComparison.Compare(a, b, type);

    /// <summary>Adds pages; what cannot be read is refused and the rest goes on. A page that is already there changes nothing.</summary>
    /// <param name="paths">Files, folders and globs; addresses of the Web too, which are refused unless <paramref name="fetch"/> is
    /// given.</param>
    /// <param name="watcher">Is told how far the run is.</param>
    /// <param name="fetch">How addresses are fetched; nothing is where it is <see langword="null"/>.</param>
    /// <param name="cancel">Stops after the batch at hand.</param>
    /// <exception cref="LedgerException">The ledger cannot be written further; what was filed so far is kept.</exception>
    public RunSummary Add(
        IReadOnlyList<string> paths, IProgress<RunProgress>? watcher = null, FetchOptions? fetch = null, CancellationToken cancel = default)
    {
        using var fetcher = fetch is null ? null : Fetcher.Of(fetch, cancel);
        return Add(Intake.Pages(paths, fetcher), watcher, cancel);
    }

    /// <summary>
    /// Adds what feeds hold or lead to and the file of marks does not know; marks it then. What a site was too busy for is left for the
    /// next round.
    /// </summary>
    /// <exception cref="LedgerException">The ledger cannot be written further; what was filed so far is kept.</exception>
    public RunSummary Watch(
        IReadOnlyList<string> feeds, string marks, FetchOptions fetch, IProgress<RunProgress>? watcher = null, CancellationToken cancel = default)
    {
        using var fetcher = Fetcher.Of(fetch, cancel);
        return Watch(feeds, SeenEntries.Of(marks), fetcher, watcher, cancel);
    }

    /// <summary>
    /// As <see cref="Watch(IReadOnlyList{string}, string, FetchOptions, IProgress{RunProgress}?, CancellationToken)"/>, with a fetcher that
    /// is at hand.
    /// </summary>
    internal RunSummary Watch(
        IReadOnlyList<string> feeds, SeenEntries marks, Fetcher fetcher, IProgress<RunProgress>? watcher, CancellationToken cancel)
    {
        var summary = Add(Intake.Pages(feeds, fetcher, marks), watcher, cancel);
        marks.Keep();
        return summary;
    }

    /// <summary>
    /// As <see cref="Add(IReadOnlyList{string}, IProgress{RunProgress}?, FetchOptions?, CancellationToken)"/>, of pages that are at hand.
    /// </summary>
    internal RunSummary Add(IEnumerable<Outcome<Page>> pages, IProgress<RunProgress>? watcher, CancellationToken cancel)
    {
        var tally = new RunTally(watcher);
        foreach (var stale in _file.Stale(StageVersion.Current).Chunk(PageBatches.Pages))
        {
            cancel.ThrowIfCancellationRequested();
            _file.Atomically(() => _filing.File([.. stale.Select(Pending).OfType<PendingPage>()], tally, cancel), cancel);
        }

        foreach (var batch in PageBatches.Of(pages))
        {
            cancel.ThrowIfCancellationRequested();
            TakeIn(batch, tally, cancel);
        }

        return tally.Summary();
    }

    /// <summary>
    /// What is passed over as the ledger is read: lines of the log of decisions that were cut short; pages of an older ledger that this
    /// program refuses.
    /// </summary>
    public ImmutableArray<Rejection> PassedOver() =>
    [
        .. _refusedAnew,
        .. _decisions.Cut.Select(line => new Rejection(
            "STORE-14", string.Create(CultureInfo.InvariantCulture, $"{_decisions.Place}#{line}"), "This line is cut short and was passed over: the decision was never acknowledged.", "Take the line out, and decide again where it matters.")),
    ];

    /// <summary>How many articles the ledger holds.</summary>
    public int Count() => _file.PageIds().Length;

    /// <summary>The endings of the files that are read, as people are told of them, each with its dot.</summary>
    public static IReadOnlyList<string> Endings => FileEndings.Listed;

    /// <summary>Whether a file of that name is read where it lies in a folder that is given.</summary>
    public static bool IsReadInFolders(string name) => FileNames.IsReadInFolders(name);

    /// <summary>
    /// Whether something other than a file lies at a path: a pipe, a device, a socket. To open one is to wait, to replace one is to lose
    /// it.
    /// </summary>
    public static bool IsOtherThanFile(string path) => OrdinaryFile.IsOther(path);

    /// <summary>Keeps a question: a sentence in French or English that the ledger's claims may answer.</summary>
    public void Ask(string question) => _file.Atomically(() => _file.Ask(question.Trim()));

    /// <summary>What does not hold in the ledger: hashes, spans, passages. Nothing is what is wanted.</summary>
    public IEnumerable<Fault> Verify() => _file.AtOnce(() => Faults().ToList());

    private IEnumerable<Fault> Faults()
    {
        var hurt = _file.Disorder().Select(Verification.OfFile).ToList();
        var lengths = new Dictionary<ArticleId, int>();
        foreach (var id in _file.ArticleIds())
        {
            var faults = Readable(id, () => FaultsOf(id, lengths));
            hurt.AddRange(faults.Where(f => f.Code is Verification.Hurt));
            foreach (var fault in faults) yield return fault;
        }

        hurt.AddRange(Verification.OfQuestions(_file.Questions()));
        foreach (var fault in hurt.Where(f => f.Where is Verification.File)) yield return fault;
        if (hurt.Count > 0) yield break; // what is derived from hurt rows says nothing
        foreach (var fault in Readable(null, () => OfDerived(lengths))) yield return fault;
        foreach (var fault in Readable(null, () => [.. _filing.Mistied().Select(Verification.OfTie)])) yield return fault;
        foreach (var fault in Verification.Of(_decisions.Read())) yield return fault;
    }

    // Derived of nothing but the rows, and held against what was kept.
    private List<Fault> OfDerived(Dictionary<ArticleId, int> lengths)
    {
        var key = Key();
        var derived = new Growth(this, stays: false).Derived(key)!;
        var isAsKept = _file.Derived.Read(key) is not { } kept || DerivedRows.AreSame(kept, derived);
        return [
            .. isAsKept ? [] : (Fault[])[Verification.OfDerived()],
            .. Verification.Of(derived.Ledger, id => lengths.TryGetValue(id, out var length) ? length : null),
        ];
    }

    private List<Fault> FaultsOf(ArticleId id, Dictionary<ArticleId, int> lengths)
    {
        var filed = Raw(id);
        lengths[id] = filed.Article.Text.Length;
        var page = _file.Page(id);
        return [.. Verification.Of(page, filed), .. Verification.Of(id, Cleaner.Misplaced(page, filed.Article))];
    }

    // What cannot be read is a fault of the ledger's, and the rest is looked at all the same.
    private static List<Fault> Readable(ArticleId? article, Func<List<Fault>> look)
    {
        try
        {
            return look();
        }
        catch (LedgerException e) when (e.Code is "STORE-1" or "STORE-7")
        {
            return [Verification.OfRow(article, e.Message)];
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            if (_stays) KeepDerived();
        }
        catch (LedgerException)
        {
            // A list beside the ledger that cannot be read was told to whoever asked; what was derived is derived anew at the next opening.
        }
        finally
        {
            _file.Dispose();
        }
    }

    private static IEnumerable<Outcome<T>> Each<T>(
        IReadOnlyList<string> paths, int threads, FetchOptions? fetch, Func<Page, Outcome<T>> work, CancellationToken cancel)
        where T : class
    {
        using var fetcher = fetch is null ? null : Fetcher.Of(fetch, cancel);
        var readers = new Workers(Degree(threads));
        foreach (var batch in PageBatches.Of(Intake.Pages(paths, fetcher)))
            foreach (var outcome in readers.Map(batch, outcome => outcome.Value is { } page ? work(page) : outcome.Rejection!))
                yield return outcome;
    }

    // What is held of the file is made of it again when it is needed.
    private void LetGo()
    {
        _filing.LetGo();
        _derived = null;
    }

    private static Article Named(Article article, ArticleNames names) => article with { Header = names.Named(article.Header) };

    private static int Degree(int threads) => threads > 0 ? threads : Environment.ProcessorCount;
}
