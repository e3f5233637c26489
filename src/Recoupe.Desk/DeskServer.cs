using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Recoupe.Desk.Ledgers;
using Recoupe.Desk.Serving;

namespace Recoupe.Desk;

/// <summary>A desk that is open: pages over one ledger, on this machine alone unless accounts are given.</summary>
public sealed class DeskServer : IAsyncDisposable
{
    private const int UsualPort = 7411, PortsTried = 50;

    // Beyond what a page may be: some files at once.
    internal const long LargestRequest = 64L << 20;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly WebApplication _app;
    private readonly DeskLedger _ledger;
    private readonly DeskMetrics? _metrics;

    private DeskServer(WebApplication app, DeskLedger ledger, DeskMetrics? metrics, string address)
    {
        (_app, _ledger, _metrics) = (app, ledger, metrics);
        Address = address;
    }

    /// <summary>The address that opens it, with a token that no other program knows.</summary>
    public string Address { get; }

    /// <summary>Where the ledger lies.</summary>
    public string Ledger => _ledger.Place;

    /// <summary>Opens a ledger and begins to answer.</summary>
    /// <param name="options">How.</param>
    /// <exception cref="LedgerException">The ledger, the accounts or the certificate cannot be used, or the place that was asked for is taken.</exception>
    public static Task<DeskServer> StartAsync(DeskOptions options)
    {
        var ledger = DeskLedger.Open(options);
        if (!options.ReadOnly) UserData.KeepLast(options.DataFolder, options.Ledger);
        return StartAsync(ledger, options);
    }

    internal static async Task<DeskServer> StartAsync(DeskLedger ledger, DeskOptions options)
    {
        var metrics = options.Metrics ? new DeskMetrics(ledger) : null;
        try
        {
            foreach (var at in Places(options))
            {
                IGate gate = options.Listening is { } listening ? new AccountGate(listening, options) : TokenGate.Of(at.Port, options);
                if (await Started(ledger, options, at, gate, metrics).ConfigureAwait(false) is { } app)
                    return new DeskServer(app, ledger, metrics, gate.Address);
            }
        }
        catch
        {
            metrics?.Dispose();
            ledger.Dispose();
            throw;
        }

        metrics?.Dispose();
        ledger.Dispose();
        var place = options.Listening?.At.ToString() ?? options.Port?.ToString(CultureInfo.InvariantCulture)
            ?? FormattableString.Invariant($"{UsualPort}-{UsualPort + PortsTried - 1}");
        throw new LedgerException("DESK-1", $"port {place} is taken by another program",
            "give another port (--port N), or leave --port out: then the next free one is taken");
    }

    /// <summary>Waits until it is asked to stop, then ends what is under way and closes the ledger.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            await _app.StopAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync().ConfigureAwait(false);
        _metrics?.Dispose();
        _ledger.Dispose();
    }

    private static IEnumerable<IPEndPoint> Places(DeskOptions options)
    {
        if (options.Listening is { } listening) return [listening.At];
        var ports = options.Port is { } asked ? [asked] : Enumerable.Range(UsualPort, PortsTried);
        return ports.Select(port => new IPEndPoint(IPAddress.Loopback, port));
    }

    // Nothing where the place is taken.
    private static async Task<WebApplication?> Started(
        DeskLedger ledger, DeskOptions options, IPEndPoint at, IGate gate, DeskMetrics? metrics)
    {
        var app = App(at, options.Listening?.ReadCertificate(), gate, new DeskRoutes(ledger, options), metrics);
        try
        {
            await app.StartAsync().ConfigureAwait(false);
            return app;
        }
        catch (Exception fault) when (IsTaken(fault))
        {
            await app.DisposeAsync().ConfigureAwait(false);
            return null;
        }
    }

    // Of two that take a place at one moment, Linux tells the second only when it begins to listen, and the server passes that on as it is.
    private static bool IsTaken(Exception fault) => fault is IOException { InnerException: AddressInUseException }
        or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };

    // Nothing of the environment is read: neither settings files nor variables move the desk to another address.
    private static WebApplication App(IPEndPoint at, X509Certificate2? certificate, IGate gate, DeskRoutes routes, DeskMetrics? metrics)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
            kestrel.Listen(at, listen =>
            {
                if (certificate is not null) listen.UseHttps(certificate);
            });
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, Unheeded>(); // signals are the program's
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Grace);
        var app = builder.Build();
        if (metrics is not null) app.Use((context, next) => metrics.Measure(context, next));
        app.Use((context, next) => gate.Pass(context, next));
        metrics?.Map(app);
        routes.Map(app, app.Lifetime.ApplicationStopping);
        return app;
    }

    private sealed class Unheeded : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
