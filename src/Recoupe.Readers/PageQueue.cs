using System.Security.Cryptography;
using System.Text;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using NATS.Client.ObjectStore;

namespace Recoupe.Readers;

/// <summary>
/// The two streams of a NATS JetStream: pages that wait for a reader, each once, and what was made of them, each under its own subject. What
/// a message does not bear lies in an object store.
/// </summary>
internal sealed class PageQueue : IAsyncDisposable
{
    private const string Pages = "RECOUPE-PAGES", Findings = "RECOUPE-FINDINGS", Large = "RECOUPE-LARGE";
    private const string Wanted = "recoupe.findings.wanted";

    // A message bears a megabyte; its own head is in it.
    private const int LongestMessage = 768 * 1024;

    private const int NotFound = 404;

    // The server drops what is published twice within this.
    private static readonly TimeSpan Doubles = TimeSpan.FromMinutes(2);

    // What was made of a page is there for a filer that begins again; longer than doubles are known.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly ReadersOptions _options;
    private readonly NatsConnection _connection;
    private readonly NatsJSContext _jetStream;
    private readonly NatsObjContext _objects;

    private PageQueue(ReadersOptions options)
    {
        _options = options;
        _connection = new(new NatsOpts
        {
            Url = options.Servers,
            Name = "recoupe",
            AuthOpts = new() { CredsFile = options.Credentials },
            TlsOpts = new() { CaFile = options.Authority },
            MaxReconnectRetry = -1,
        });
        _jetStream = new(_connection);
        _objects = new(_jetStream);
    }

    /// <summary>The subject that pages of this version of the stages are given out under.</summary>
    private static string Subject => "recoupe.pages." + Pipeline.ReadingVersion;

    /// <summary>Connects, and makes the streams where there are none.</summary>
    /// <exception cref="LedgerException">No server answers.</exception>
    public static async Task<PageQueue> OpenAsync(ReadersOptions options, CancellationToken cancel)
    {
        var queue = new PageQueue(options);
        try
        {
            await queue.PatientlyAsync(queue.MakeAsync, cancel).ConfigureAwait(false);
            return queue;
        }
        catch
        {
            await queue.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    /// <summary>What a page is known by: its bytes and the version of the stages.</summary>
    public static string IdOf(byte[] page) =>
        Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes(Pipeline.ReadingVersion), .. page]))[..32];

    /// <summary>Says which version of the stages pages are given out for.</summary>
    public Task WantAsync(CancellationToken cancel) =>
        PatientlyAsync(c => PublishAsync(Wanted, Encoding.UTF8.GetBytes(Pipeline.ReadingVersion), null, c), cancel);

    /// <summary>Fails where pages are given out for another version of the stages.</summary>
    /// <exception cref="LedgerException">They are.</exception>
    public async Task RefuseOthersAsync(CancellationToken cancel)
    {
        var wanted = await PatientlyAsync(c => LastAsync(Wanted, c), cancel).ConfigureAwait(false);
        if (wanted is not null && !string.Equals(Encoding.UTF8.GetString(wanted), Pipeline.ReadingVersion, StringComparison.Ordinal))
            throw new LedgerException(
                "READERS-2", "pages are given out for another version of this program", "install the same version on all machines");
    }

    /// <summary>Gives a page out; once more within minutes is no second time.</summary>
    public Task GiveAsync(string id, byte[] page, CancellationToken cancel) => PatientlyAsync(
        async c => await PublishAsync(
            Subject, await BorneAsync(id + ".page", page, c).ConfigureAwait(false), id, c).ConfigureAwait(false),
        cancel);

    /// <summary>What was made of a page; <see langword="null"/> where nothing is there.</summary>
    public Task<byte[]?> FindingsAsync(string id, CancellationToken cancel) => PatientlyAsync(
        async c => await LastAsync("recoupe.findings." + id, c).ConfigureAwait(false) is { } borne
            ? await UnborneAsync(borne, c).ConfigureAwait(false)
            : null,
        cancel);

    /// <summary>Keeps what was made of a page.</summary>
    public Task KeepAsync(string id, byte[] findings, CancellationToken cancel) => PatientlyAsync(
        async c => await PublishAsync(
            "recoupe.findings." + id, await BorneAsync(id + ".findings", findings, c).ConfigureAwait(false), null, c).ConfigureAwait(false),
        cancel);

    /// <summary>What is made from now on, as it is made: ids of pages.</summary>
    public async IAsyncEnumerable<string> MadeAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var heard = _connection.SubscribeAsync("recoupe.findings.*", serializer: NatsRawSerializer<byte[]>.Default, cancellationToken: cancel);
        await foreach (var message in heard.ConfigureAwait(false))
            yield return message.Subject[(message.Subject.LastIndexOf('.') + 1)..];
    }

    /// <summary>Whoever takes pages of this version: all readers share one.</summary>
    public Task<INatsJSConsumer> ConsumerAsync(CancellationToken cancel) => PatientlyAsync(
        async c => await _jetStream.CreateOrUpdateConsumerAsync(
            Pages,
            new ConsumerConfig("readers-" + Pipeline.ReadingVersion)
            {
                FilterSubject = Subject,
                AckPolicy = ConsumerConfigAckPolicy.Explicit,
                AckWait = _options.Silence,
                MaxDeliver = -1,
                NumReplicas = _options.Copies,
            },
            c).ConfigureAwait(false),
        cancel);

    /// <summary>The page that a message bears or points to.</summary>
    public Task<byte[]> PageAsync(byte[] borne, CancellationToken cancel) => PatientlyAsync(c => UnborneAsync(borne, c), cancel);

    /// <summary>Does what needs a server, again and again while there is none.</summary>
    /// <exception cref="LedgerException">None answers for as long as patience lasts.</exception>
    public async Task<T> PatientlyAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancel)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return await work(cancel).ConfigureAwait(false);
            }
            catch (Exception fault) when (IsOfTheServer(fault, cancel))
            {
                if (TimeProvider.System.GetElapsedTime(started) > _options.Patience)
                    throw new LedgerException(
                        "READERS-1", $"no server with JetStream answers at {Told(_options.Servers)} ({fault.Message})",
                        "start one (nats-server -js), or correct the address; what was filed so far is kept", fault);
                await Task.Delay(Pause, cancel).ConfigureAwait(false);
            }
        }
    }

    private static bool IsOfTheServer(Exception fault, CancellationToken cancel) =>
        !cancel.IsCancellationRequested
        && fault is NatsException or IOException or TimeoutException or OperationCanceledException or System.Net.Sockets.SocketException;

    // A password in an address is nobody's business.
    private static string Told(string servers) =>
        string.Join(',', servers.Split(',').Select(s => s.LastIndexOf('@') is >= 0 and var at ? s[(at + 1)..] : s));

    private async Task<bool> MakeAsync(CancellationToken cancel)
    {
        await _connection.ConnectAsync().ConfigureAwait(false);
        await _jetStream.CreateOrUpdateStreamAsync(
            new StreamConfig(Pages, ["recoupe.pages.*"])
            {
                Retention = StreamConfigRetention.Workqueue,
                DuplicateWindow = Doubles,
                NumReplicas = _options.Copies,
            },
            cancel).ConfigureAwait(false);
        await _jetStream.CreateOrUpdateStreamAsync(
            new StreamConfig(Findings, ["recoupe.findings.*"])
            {
                MaxMsgsPerSubject = 1,
                MaxAge = Kept,
                NumReplicas = _options.Copies,
            },
            cancel).ConfigureAwait(false);
        await _objects.CreateObjectStoreAsync(
            new NatsObjConfig(Large) { MaxAge = Kept, NumberOfReplicas = _options.Copies }, cancel).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> PublishAsync(string subject, byte[] bytes, string? id, CancellationToken cancel)
    {
        var ack = await _jetStream.PublishAsync(
            subject, bytes, NatsRawSerializer<byte[]>.Default, new() { MsgId = id }, cancellationToken: cancel).ConfigureAwait(false);
        if (ack.Error is { } error) throw new NatsJSApiException(error);
        return true;
    }

    private async Task<byte[]?> LastAsync(string subject, CancellationToken cancel)
    {
        var stream = await _jetStream.GetStreamAsync(Findings, cancellationToken: cancel).ConfigureAwait(false);
        try
        {
            var found = await stream.GetAsync(new StreamMsgGetRequest { LastBySubj = subject }, cancel).ConfigureAwait(false);
            return found.Message.Data.ToArray();
        }
        catch (NatsJSApiException none) when (none.Error.Code == NotFound)
        {
            return null;
        }
    }

    // The first byte says whether the rest is it, or the name of an object.
    private async Task<byte[]> BorneAsync(string name, byte[] bytes, CancellationToken cancel)
    {
        if (bytes.Length <= LongestMessage) return [0, .. bytes];
        var store = await _objects.GetObjectStoreAsync(Large, cancel).ConfigureAwait(false);
        await store.PutAsync(name, bytes, cancel).ConfigureAwait(false);
        return [1, .. Encoding.UTF8.GetBytes(name)];
    }

    private async Task<byte[]> UnborneAsync(byte[] borne, CancellationToken cancel)
    {
        if (borne is [0, ..]) return borne[1..];
        var store = await _objects.GetObjectStoreAsync(Large, cancel).ConfigureAwait(false);
        return await store.GetBytesAsync(Encoding.UTF8.GetString(borne.AsSpan(1)), cancel).ConfigureAwait(false);
    }
}
