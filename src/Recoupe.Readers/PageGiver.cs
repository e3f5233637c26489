using System.Collections.Concurrent;

namespace Recoupe.Readers;

/// <summary>The filer's side: gives pages out and takes back what was made of them.</summary>
public sealed class PageGiver : IPageReaders, IDisposable
{
    // Whether something was made is heard, and looked up now and then, since what is said while a server is gone is not heard.
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly PageQueue _queue;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);
    private readonly Task _hearing;

    private PageGiver(PageQueue queue, int atOnce)
    {
        (_queue, AtOnce) = (queue, atOnce);
        ThreadPool.GetMinThreads(out var least, out var ports);
        ThreadPool.SetMinThreads(least + atOnce, ports); // those that wait for a reader leave enough that do not
        _hearing = Task.Run(HearAsync);
    }

    /// <inheritdoc/>
    public int AtOnce { get; }

    /// <summary>Connects to a server.</summary>
    /// <exception cref="LedgerException">None answers.</exception>
    public static PageGiver Open(ReadersOptions options, CancellationToken cancel = default) =>
        OpenAsync(options, cancel).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public byte[] Read(byte[] page, CancellationToken cancel) => ReadAsync(page, cancel).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void Dispose()
    {
        _stop.Cancel();
        _hearing.ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _queue.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _stop.Dispose();
    }

    private static async Task<PageGiver> OpenAsync(ReadersOptions options, CancellationToken cancel)
    {
        var queue = await PageQueue.OpenAsync(options, cancel).ConfigureAwait(false);
        await queue.WantAsync(cancel).ConfigureAwait(false);
        return new(queue, options.AtOnce);
    }

    private async Task<byte[]> ReadAsync(byte[] page, CancellationToken cancel)
    {
        var id = PageQueue.IdOf(page);
        var made = _awaited.GetOrAdd(id, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            while (true)
            {
                // A filer that was killed finds what was made for it meanwhile.
                if (await _queue.FindingsAsync(id, cancel).ConfigureAwait(false) is { } findings) return findings;
                await _queue.GiveAsync(id, page, cancel).ConfigureAwait(false);
                await Task.WhenAny(made.Task, Task.Delay(Look, cancel)).ConfigureAwait(false);
                cancel.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _awaited.TryRemove(id, out _);
        }
    }

    private async Task HearAsync()
    {
        await foreach (var id in _queue.MadeAsync(_stop.Token).ConfigureAwait(false))
            if (_awaited.TryGetValue(id, out var made)) made.TrySetResult();
    }
}
