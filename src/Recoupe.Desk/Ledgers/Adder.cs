using System.Collections.Immutable;
using System.Text;
using Recoupe.Ingest.Fetch;

namespace Recoupe.Desk.Ledgers;

/// <summary>Adds what a reader drops or pastes: one lot after another, beside the reader's work.</summary>
internal sealed class Adder(DeskLedger desk, DeskOptions options)
{
    private const int LongestName = 80;

    private readonly Lock _gate = new();
    private Task _queue = Task.CompletedTask;

    /// <summary>Takes files, addresses and texts, and begins to add them.</summary>
    /// <param name="files">Names and bytes.</param>
    /// <param name="pasted">Addresses a line each, or a text; may be empty.</param>
    /// <param name="stop">Ends the work after the batch at hand.</param>
    /// <returns>The work, or <see langword="null"/> where nothing was given.</returns>
    public AddingWork? Take(IReadOnlyList<(string Name, byte[] Bytes)> files, string pasted, CancellationToken stop)
    {
        var addresses = Addresses(pasted);
        var texts = addresses.IsEmpty && pasted.Length > 0 ? files.Append((NameOf(pasted), Encoding.UTF8.GetBytes(pasted))).ToList()
            : [.. files];
        if (texts.Count + addresses.Length == 0) return null;
        var folder = Directory.CreateTempSubdirectory("recoupe-desk-").FullName;
        foreach (var (name, bytes) in texts) File.WriteAllBytes(Free(folder, name), bytes);
        var work = new AddingWork(texts.Count + addresses.Length);
        Queue(work, () => Add(work, folder, texts.Count > 0, addresses, stop));
        return work;
    }

    /// <summary>Begins a round over feeds.</summary>
    /// <param name="feeds">Their addresses.</param>
    /// <param name="marks">The file of what was read already.</param>
    /// <param name="stop">Ends the work after the batch at hand.</param>
    public void Watch(ImmutableArray<string> feeds, string marks, CancellationToken stop)
    {
        var work = new AddingWork(feeds.Length);
        Queue(work, () => Ended(work, pipeline =>
        {
            using var fetcher = options.Fetching(stop);
            return pipeline.Watch(feeds, SeenEntries.Of(marks), fetcher, new Watcher(work), stop);
        }));
    }

    /// <summary>Whether a line is an address of the Web and nothing else.</summary>
    public static bool IsAddress(string line) => Uri.TryCreate(line, UriKind.Absolute, out var address)
        && address.Scheme is ("http" or "https") && !line.Contains(' ');

    // One lot after another: a ledger has one writer.
    private void Queue(AddingWork work, Action add)
    {
        lock (_gate)
        {
            desk.Work = work;
            _queue = _queue.ContinueWith(_ => add(), TaskScheduler.Default);
        }
    }

    private void Ended(AddingWork work, Func<Pipeline, RunSummary> write)
    {
        try
        {
            work.End(desk.Writing(write));
        }
        catch (Exception fault) when (fault is LedgerException or IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            work.Break(fault.Message);
        }
    }

    private void Add(AddingWork work, string folder, bool hasFiles, ImmutableArray<string> addresses, CancellationToken stop)
    {
        try
        {
            string[] paths = hasFiles ? [folder, .. addresses] : [.. addresses];
            Ended(work, pipeline => pipeline.Add(paths, new Watcher(work), addresses.IsEmpty ? null : new FetchOptions(), stop));
        }
        finally
        {
            UserData.Kept(() => Directory.Delete(folder, recursive: true));
        }
    }

    // An address a line, and nothing else: anything more is a text.
    private static ImmutableArray<string> Addresses(string pasted)
    {
        var lines = pasted.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length > 0 && Array.TrueForAll(lines, IsAddress) ? [.. lines] : [];
    }

    // A text is called by its first words.
    private static string NameOf(string text)
    {
        var line = text.AsSpan().Trim();
        if (line.IndexOfAny('\n', '\r') is >= 0 and var end) line = line[..end];
        return string.Concat(line[..Math.Min(line.Length, LongestName)].ToString().Select(c => char.IsLetterOrDigit(c) ? c : '-'))
            .Trim('-') + ".txt";
    }

    // What a browser calls a file may be a path of another system: its last part alone, and no name twice.
    private static string Free(string folder, string name)
    {
        var last = name.Split('/', '\\')[^1].Trim().TrimStart('.');
        var safe = string.Concat(last.Select(c => char.IsControl(c) || c is ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '-' : c));
        if (safe.Length > LongestName) safe = safe[^LongestName..];
        if (safe.Length == 0) safe = "page.txt";
        var path = Path.Combine(folder, safe);
        for (var n = 2; File.Exists(path); n++) path = Path.Combine(folder,
            FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(safe)}-{n}{Path.GetExtension(safe)}"));
        return path;
    }

    private sealed class Watcher(AddingWork work) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => work.Step(value);
    }
}
