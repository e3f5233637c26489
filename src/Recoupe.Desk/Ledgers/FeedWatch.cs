using System.Collections.Immutable;

namespace Recoupe.Desk.Ledgers;

/// <summary>
/// The feeds that a desk reads again and again: a list beside the ledger, an address a line, and rounds as long as the desk is open. What
/// was read already is known as <c>recoupe watch</c> knows it.
/// </summary>
internal sealed class FeedWatch(DeskLedger desk, Adder adder, CancellationToken stop)
{
    private const string ListName = "feeds.txt", MarksName = "watched.txt";

    // As often as `recoupe watch` looks where it is not told otherwise.
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _sooner = new(0);
    private Task? _rounds;

    /// <summary>The addresses, in the order given.</summary>
    public ImmutableArray<string> Feeds => ReadList(desk);

    /// <summary>The feeds of a desk's ledger.</summary>
    public static ImmutableArray<string> ReadList(DeskLedger desk)
    {
        var path = ListOf(desk);
        return File.Exists(path) ? [.. File.ReadLines(path).Select(line => line.Trim()).Where(Adder.IsAddress)] : [];
    }

    /// <summary>Begins the rounds where there is anything to watch, and none has begun.</summary>
    /// <returns>Whether they begin now.</returns>
    public bool Start()
    {
        if (Feeds.IsEmpty) return false;
        lock (_gate)
        {
            if (_rounds is not null) return false;
            _rounds = Task.Run(RoundsAsync, CancellationToken.None);
            return true;
        }
    }

    /// <summary>Watches one more, and looks at once.</summary>
    public void Add(string address)
    {
        Keep([.. Feeds.Append(address).Distinct(StringComparer.Ordinal)]);
        if (!Start()) _sooner.Release();
    }

    /// <summary>Watches one no longer; what came of it stays.</summary>
    public void Remove(string address) => Keep(Feeds.RemoveAll(feed => string.Equals(feed, address, StringComparison.Ordinal)));

    private static string ListOf(DeskLedger desk) => Path.Combine(Path.GetDirectoryName(desk.Place)!, ListName);

    private void Keep(ImmutableArray<string> feeds)
    {
        lock (_gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(desk.Place)!);
            WholeFile.Write(ListOf(desk), string.Concat(feeds.Select(feed => feed + "\n")));
        }
    }

    private async Task RoundsAsync()
    {
        while (!stop.IsCancellationRequested)
        {
            if (Feeds is { IsEmpty: false } feeds) adder.Watch(feeds, Path.Combine(Path.GetDirectoryName(desk.Place)!, MarksName), stop);
            try
            {
                await _sooner.WaitAsync(Every, stop).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
