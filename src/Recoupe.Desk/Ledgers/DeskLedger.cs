using System.Collections.Immutable;
using System.Globalization;
using System.Collections.Concurrent;
using Recoupe.Desk.Accounts;
using Recoupe.Desk.Pages;
using Recoupe.Desk.Search;
using Recoupe.Ingest;

namespace Recoupe.Desk.Ledgers;

/// <summary>
/// The ledger that a desk shows. It is derived anew only where the file, the log of decisions or a list beside it has changed, whoever
/// changed it; what was derived is swapped whole, so that readers never wait. One connection serves deriving and deciding; whatever writes
/// rows opens one of its own.
/// </summary>
internal sealed class DeskLedger : IDisposable
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    private readonly DeskOptions _options;
    private readonly Lock _gate = new();
    private readonly Timer? _watch;
    private readonly bool _keepsNothing;
    private readonly PassageFinder? _passages;
    private readonly ConcurrentDictionary<string, Lazy<SeenClaims>> _seen = new(StringComparer.Ordinal);
    private Pipeline? _pipeline;
    private string _stamp = "", _mark = "";
    private volatile Snapshot _now;
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DeskLedger(DeskOptions options, Pipeline? pipeline, string mark, Ledger ledger, ImmutableArray<FiledArticle> articles)
    {
        (_options, _pipeline, _mark, _keepsNothing) = (options, pipeline, mark, pipeline is null);
        _now = Made(1, ledger, articles);
        if (pipeline is null) return;
        _passages = new(options);
        _ = Task.Run(() => Index(_now));
        _watch = new Timer(_ => LookAgain(), null, Look, Look);
    }

    /// <summary>Where it lies.</summary>
    public string Place => Path.GetFullPath(_options.Ledger);

    /// <summary>What somebody has looked at.</summary>
    public SeenClaims SeenBy(Caller caller) => _seen.GetOrAdd(caller.HasAccount ? caller.Name : "", account =>
        new(() => SeenClaims.Read(_keepsNothing ? null : UserData.SeenFile(_options.DataFolder, _options.Ledger, account)))).Value;

    /// <summary>What is being added, or was added last; <see langword="null"/> where nothing was.</summary>
    public AddingWork? Work { get; set; }

    /// <summary>The ledger as it was derived last.</summary>
    public Snapshot Now => _now;

    /// <summary>Is done when there is a later snapshot than at the moment of asking.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <exception cref="LedgerException">It cannot be used.</exception>
    public static DeskLedger Open(DeskOptions options)
    {
        var pipeline = Opened(options);
        try
        {
            var mark = pipeline.Mark(); // asked for first: what comes in between is seen at the first look
            var (ledger, articles) = pipeline.LedgerWithArticles();
            return new DeskLedger(options, pipeline, mark, ledger, articles);
        }
        catch
        {
            pipeline.Dispose();
            throw;
        }
    }

    /// <summary>A ledger that is in memory alone.</summary>
    public static DeskLedger Of(Ledger ledger, ImmutableArray<FiledArticle> articles, DeskOptions options) =>
        new(options, null, "", ledger, articles);

    /// <summary>Decides something, by the ids of the ledger as it is now; what follows from it can be seen when this returns.</summary>
    public Outcome<Decision> Decide(DecisionAct act, IReadOnlyList<string> items, string? value, string? note, Caller by) =>
        Changing(pipeline =>
        pipeline.Decide(_now.Ledger, act, items, value, note, by.Name, _options.Clock));

    /// <summary>Takes a decision of one's own back.</summary>
    public Outcome<Decision> Undo(string id, Caller by) => Changing(pipeline =>
    {
        var isAnothers = _now.Ledger.Decisions.Any(d => string.Equals(d.Decision.Id, id, StringComparison.Ordinal) && !IsOf(d, by));
        return isAnothers
            ? new Rejection("DESK-2", id, "This decision is another's.",
            "Ask who made it, or decide otherwise: the later decision holds.") : pipeline.Undo(id, null, by.Name, _options.Clock);
    });

    /// <summary>Takes a name out of all that is shown.</summary>
    public Outcome<Decision> Mask(string name, string? note, Caller by) =>
        Changing(pipeline => pipeline.Mask(name, note, by.Name, _options.Clock));

    /// <summary>Erases an article for good.</summary>
    public Outcome<Forgotten> Forget(string article) => Changing(pipeline => pipeline.Forget(article));

    /// <summary>Adds the user's grade of a source to the list beside the ledger.</summary>
    public void Grade(string source, char grade, string? note) => Changing<object?>(_ =>
    {
        SourceGrades.Add(Path.GetDirectoryName(Place)!, new(source, grade, Today(), note));
        return null;
    });

    /// <summary>Does what writes rows, over a connection of its own, and shows what came of it.</summary>
    public T Writing<T>(Func<Pipeline, T> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        using (var pipeline = Pipeline.Open(_options.Ledger, create: true))
        {
            var done = write(pipeline);
            Refresh();
            return done;
        }
    }

    /// <summary>Whether a decision is somebody's.</summary>
    public static bool IsOf(StandingDecision standing, Caller by) => string.Equals(standing.Decision.By, by.Name, StringComparison.Ordinal);

    /// <summary>The last decision of somebody's own that can be taken back.</summary>
    public StandingDecision? LastOf(Caller by) => _now.Ledger.Decisions.LastOrDefault(d => d.State != DecisionState.Undone && IsOf(d, by));

    /// <summary>Today, as ISO 8601.</summary>
    public string Today() => _options.Clock.GetLocalNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whether sentences are found by an index, and none need be made.</summary>
    public bool IsIndexed => _passages?.Find("", 1) is { IsDefault: false };

    /// <summary>Names, claims and sentences that have every word of a query, the best first.</summary>
    /// <param name="snapshot">Where the page that asks is of.</param>
    /// <param name="query">Some words, in any of the languages; the last may be only begun.</param>
    /// <param name="most">How many at most of each kind.</param>
    public ImmutableArray<Findable> Find(Snapshot snapshot, string query, int most)
    {
        var sentences = _passages?.Find(query, most) is { IsDefault: false } found
            ? [.. found.Where(f => snapshot.Holds(new(f.Id)))]
            : snapshot.Sentences.Find(query, most);
        return [.. snapshot.Index.Find(query, most), .. sentences];
    }

    /// <summary>Derives anew where anything has changed.</summary>
    public void Refresh()
    {
        lock (_gate) RefreshHeld();
    }

    public void Dispose()
    {
        _watch?.Dispose();
        _passages?.Dispose();
        lock (_gate)
        {
            _pipeline?.Dispose();
            _pipeline = null;
        }

        Volatile.Read(ref _next).TrySetResult();
    }

    // Whoever holds the gate looks anyway: nobody waits in line, or looks would pile up while a ledger is derived.
    private void LookAgain()
    {
        if (!_gate.TryEnter()) return;
        try
        {
            RefreshHeld();
        }
        finally
        {
            _gate.Exit();
        }
    }

    private T Changing<T>(Func<Pipeline, T> change)
    {
        lock (_gate)
        {
            RefreshHeld(); // what is decided is decided on what is there
            var done = change(_pipeline ?? throw new ObjectDisposedException(nameof(DeskLedger)));
            _stamp = "";
            RefreshHeld();
            return done;
        }
    }

    private void RefreshHeld()
    {
        if (_pipeline is null) return;
        try
        {
            if (!_pipeline.IsMade && File.Exists(Place)) Reopen();
            var stamp = Stamp(_pipeline);
            if (string.Equals(stamp, _stamp, StringComparison.Ordinal)) return;
            _stamp = stamp;
            var mark = _pipeline.Mark();
            // What was indexed or kept changes no page.
            if (string.Equals(mark, _mark, StringComparison.Ordinal) && _now.Fault is null) return;
            _mark = mark;
            var (ledger, articles) = _pipeline.LedgerWithArticles();
            Swap(Made(_now.Version + 1, ledger, articles));
        }
        catch (Exception fault) when (fault is LedgerException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            // A list beside it that is broken, a file that is gone: what was derived last is shown, and said to be old.
            if (!string.Equals(_now.Fault, fault.Message, StringComparison.Ordinal)) Swap(_now.WithFault(_now.Version + 1, fault.Message));
        }
    }

    private void Reopen()
    {
        _pipeline?.Dispose();
        _pipeline = Opened(_options);
    }

    private void Swap(Snapshot snapshot)
    {
        if (_options.Listening is null) snapshot.Model(_options.Words, _options.Own); // made before it is shown: the page after a decision is not slow
        _now = snapshot;
        Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
        _ = Task.Run(() => Index(snapshot));
    }

    private void Index(Snapshot snapshot)
    {
        _ = snapshot.Index;
        _passages?.Index();
    }

    private Snapshot Made(long version, Ledger ledger, ImmutableArray<FiledArticle> articles) =>
        new(version, ledger, articles, (snapshot, words, caller) => DeskModel.Of(snapshot, words, caller, Today()));

    private static Pipeline Opened(DeskOptions options)
    {
        if (options.ReadOnly) return Pipeline.OpenToRead(options.Ledger);
        if (Path.GetDirectoryName(Path.GetFullPath(options.Ledger)) is { } folder) UserData.Kept(() => Directory.CreateDirectory(folder));
        return Pipeline.Open(options.Ledger, create: true, stays: true);
    }

    // The ledger's own count of changes, and what lies beside it.
    private string Stamp(Pipeline pipeline)
    {
        var folder = Path.GetDirectoryName(Place)!;
        string[] beside = [Place + ".decisions.jsonl", Path.Combine(folder, QuestionList.Name), Path.Combine(folder, SourceList.Name)];
        return string.Join(' ', beside.Select(Sign).Prepend(pipeline.DataVersion.ToString(CultureInfo.InvariantCulture)));
    }

    private static string Sign(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length}/{file.LastWriteTimeUtc.Ticks}") : "-";
    }
}
