using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Recoupe.Desk.Ledgers;
using Recoupe.Ingest.Fetch;
using Recoupe.Tell;
using Recoupe.Tests.Tell;

[assembly: AssemblyFixture(typeof(Recoupe.Desk.Tests.Desks))]

namespace Recoupe.Desk.Tests;

/// <summary>Desks over copies of one ledger of the sample story, and Debian's Chromium to open them with: made once for all tests.</summary>
public sealed class Desks : IAsyncLifetime
{
    /// <summary>How many milliseconds a test waits for what ought to be there at once: a machine that builds beside it is slow, and slowness is measured elsewhere.</summary>
    public const int Patience = 30_000;

    // Without the window that nobody sees it takes half the time.
    private const string Chromium = "/usr/bin/chromium-headless-shell";

    private readonly string folder = Directory.CreateTempSubdirectory("recoupe-desk-tests-").FullName;
    private int made;
    private IPlaywright? playwright;
    private IBrowser? browser;

    public static string Sample { get; } = Path.GetFullPath(Path.Combine(Here(), "../../samples/story"));

    public async ValueTask InitializeAsync()
    {
        using (var pipeline = Pipeline.Open(Path.Combine(folder, "story.recoupe")))
        {
            pipeline.Add([Sample]);
            pipeline.Ask("Le colonel Zarovitch a-t-il été capturé ?");
        }

        if (!File.Exists(Chromium)) return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Patience);
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A folder of a test's own.</summary>
    public string Folder()
    {
        var own = Path.Combine(folder, FormattableString.Invariant($"{Interlocked.Increment(ref made)}"));
        Directory.CreateDirectory(own);
        return own;
    }

    /// <summary>A copy of the sample's ledger.</summary>
    public string Ledger()
    {
        var path = Path.Combine(Folder(), "ledger.recoupe");
        File.Copy(Path.Combine(folder, "story.recoupe"), path);
        return path;
    }

    public DeskOptions Options(string? ledger = null, string language = "en") =>
        new() { Ledger = ledger ?? Ledger(), Words = Locale.For(language), By = "analyst", DataFolder = Folder() };

    /// <summary>Fetches from this machine alone, and waits for nothing.</summary>
    internal Fetcher Fetcher(CancellationToken stop) =>
        new(new FetchOptions { CacheFolder = Folder() }, TimeProvider.System, _ => { }, System.Net.IPAddress.IsLoopback, stop);

    public Task<DeskServer> Open(string language = "en") => DeskServer.StartAsync(Options(language: language));

    /// <summary>A desk over the ledger that attacks whoever shows it.</summary>
    public Task<DeskServer> Hostile(string language)
    {
        var options = Options(Path.Combine(Folder(), "none.recoupe"), language);
        return DeskServer.StartAsync(DeskLedger.Of(HostileLedger.Ledger, [HostileLedger.Filed], options), options);
    }

    /// <summary>A fresh window; the test is skipped where there is no browser.</summary>
    public async Task<IPage> Window(int width = 1280, bool script = true, ColorScheme colours = ColorScheme.Light)
    {
        Assert.SkipWhen(browser is null, $"There is no {Chromium}: ./test installs it.");
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = colours,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        return await context.NewPageAsync();
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
