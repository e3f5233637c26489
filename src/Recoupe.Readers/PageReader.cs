using NATS.Client.Core;
using NATS.Client.JetStream;

namespace Recoupe.Readers;

/// <summary>A reader's side: takes pages, reads them, gives back what was made of them.</summary>
public sealed class PageReader
{
    // A page that ended three readers is read by none.
    private const int Tries = 3;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(5);

    private readonly PageQueue _queue;
    private readonly ReadersOptions _options;
    private readonly IProgress<int>? _watcher;
    private int _read;

    private PageReader(PageQueue queue, ReadersOptions options, IProgress<int>? watcher) =>
        (_queue, _options, _watcher) = (queue, options, watcher);

    /// <summary>Reads pages until it is stopped.</summary>
    /// <param name="options">Where.</param>
    /// <param name="threads">How many at once; 0 for one a core.</param>
    /// <param name="watcher">Is told how many were read so far.</param>
    /// <param name="cancel">Stops it: pages at hand go to others.</param>
    /// <exception cref="LedgerException">No server answers, or pages are given out for another version of the program.</exception>
    public static async Task RunAsync(ReadersOptions options, int threads, IProgress<int>? watcher, CancellationToken cancel)
    {
        await using var queue = await PageQueue.OpenAsync(options, cancel).ConfigureAwait(false);
        await queue.RefuseOthersAsync(cancel).ConfigureAwait(false);
        var reader = new PageReader(queue, options, watcher);
        var consumer = await queue.ConsumerAsync(cancel).ConfigureAwait(false);
        using var together = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var count = threads > 0 ? threads : Environment.ProcessorCount;
        var work = Enumerable.Range(0, count).Select(_ => reader.WorkAsync(consumer, together.Token)).ToList();
        await Task.WhenAny(work).ConfigureAwait(false);
        await together.CancelAsync().ConfigureAwait(false); // one that fails ends all
        await Task.WhenAll(work).ConfigureAwait(false);
    }

    private async Task WorkAsync(INatsJSConsumer consumer, CancellationToken cancel)
    {
        while (true)
        {
            var next = await _queue.PatientlyAsync(c => NextAsync(consumer, c), cancel).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            if (next is { } message) await TakeAsync(message, cancel).ConfigureAwait(false);
            else await _queue.RefuseOthersAsync(cancel).ConfigureAwait(false);
        }
    }

    private static async Task<INatsJSMsg<byte[]>?> NextAsync(INatsJSConsumer consumer, CancellationToken cancel) =>
        await consumer.NextAsync(NatsRawSerializer<byte[]>.Default, new NatsJSNextOpts { Expires = Wait }, cancel).ConfigureAwait(false);

    private async Task TakeAsync(INatsJSMsg<byte[]> message, CancellationToken cancel)
    {
        var page = await _queue.PageAsync(message.Data!, cancel).ConfigureAwait(false);
        var id = PageQueue.IdOf(page);
        var before = message.Metadata?.NumDelivered - 1 ?? 0;
        if (before == 0 || await _queue.FindingsAsync(id, cancel).ConfigureAwait(false) is null)
        {
            var findings = before >= Tries ? Pipeline.RefusePacked(page) : await ReadAsync(message, page, cancel).ConfigureAwait(false);
            await _queue.KeepAsync(id, findings, cancel).ConfigureAwait(false);
            _watcher?.Report(Interlocked.Increment(ref _read));
        }

        await TellAsync(() => message.AckAsync(cancellationToken: cancel)).ConfigureAwait(false);
    }

    // As long as it is at work it says so: a page of twenty megabytes takes its time.
    private async Task<byte[]> ReadAsync(INatsJSMsg<byte[]> message, byte[] page, CancellationToken cancel)
    {
        var reading = Task.Factory.StartNew(
            () => Pipeline.ReadPacked(page), cancel, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (await Task.WhenAny(reading, Task.Delay(_options.Silence / 3, cancel)).ConfigureAwait(false) != reading)
        {
            cancel.ThrowIfCancellationRequested();
            await TellAsync(() => message.AckProgressAsync(cancellationToken: cancel)).ConfigureAwait(false);
        }

        return await reading.ConfigureAwait(false);
    }

    // A word that is lost costs a page read twice, and what was made of it is the same.
    private static async Task TellAsync(Func<ValueTask> tell)
    {
        try
        {
            await tell().ConfigureAwait(false);
        }
        catch (NatsException)
        {
        }
    }
}
