using Microsoft.Playwright;
using Recoupe.Tell;
using Recoupe.Tell.Pages;
using Recoupe.Tests.Tell;

namespace Recoupe.Browser.Tests;

/// <summary>Dossiers on disk, and Debian's Chromium to open them with.</summary>
public sealed class Dossiers : IAsyncLifetime
{
    // Without the window that nobody sees it takes half the time.
    private const string Chromium = "/usr/bin/chromium-headless-shell";

    private readonly string folder = Directory.CreateTempSubdirectory("recoupe-browser-").FullName;
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>Pages of the sample story's dossier: all lists, and a few of each kind that has a page a thing.</summary>
    public static IReadOnlyList<string> Pages { get; } =
    [
        .. Files("story-en").Select(f => f.Path).Where(p => p.EndsWith(".html", StringComparison.Ordinal))
            .GroupBy(p => p.Split('-')[0], StringComparer.Ordinal).SelectMany(kind => kind.Take(3)),
    ];

    public async ValueTask InitializeAsync()
    {
        foreach (var which in new[] { "story-en", "story-fr", "shared-fr", "hostile-en" })
        {
            foreach (var file in Files(which))
            {
                Directory.CreateDirectory(Path.Combine(folder, which));
                await File.WriteAllTextAsync(Path.Combine(folder, which, file.Path), file.Text);
            }
        }

        if (!File.Exists(Chromium)) return;
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(30_000); // a machine that builds beside it is slow
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null) await browser.DisposeAsync();
        playwright?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    public string Address(string which, string page) => "file://" + Path.Combine(folder, which, page);

    /// <summary>A fresh window; the test is skipped where there is no browser.</summary>
    public async Task<IPage> Window(int width = 1280, bool script = true, ColorScheme colours = ColorScheme.Light)
    {
        Assert.SkipWhen(browser is null, $"There is no {Chromium}: ./test installs it.");
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            JavaScriptEnabled = script,
            ColorScheme = colours,
        });
        return await context.NewPageAsync();
    }

    private static IEnumerable<DossierFile> Files(string which)
    {
        var words = Locale.For(which.Split('-')[1]);
        var options = new DossierOptions { Words = words, Share = which.StartsWith("shared", StringComparison.Ordinal) };
        return which.StartsWith("hostile", StringComparison.Ordinal)
            ? Dossier.Files(HostileLedger.Ledger, _ => HostileLedger.Filed, options)
            : Dossier.Files(StoryLedger.Whole.Ledger, StoryLedger.Whole.Filed, options);
    }
}
