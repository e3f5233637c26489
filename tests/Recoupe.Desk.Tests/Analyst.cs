using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Recoupe.Store;

namespace Recoupe.Desk.Tests;

/// <summary>An analyst at a desk in Chromium who has a keyboard and no mouse; the keys pressed are counted, words written are not.</summary>
internal sealed class Analyst : IAsyncDisposable
{
    // The row of digits as a French keyboard gives it without Shift, from 0.
    private const string Azerty = "à&é\"'(-è_ç";

    private readonly DeskServer _desk;
    private readonly ICDPSession? _french;

    private Analyst(DeskServer desk, IPage page, string ledger, ICDPSession? french) => (_desk, Page, Ledger, _french) = (desk, page, ledger, french);

    public IPage Page { get; }

    public string Ledger { get; }

    /// <summary>How many keys were pressed.</summary>
    public int Keys { get; private set; }

    public string Root => new Uri(_desk.Address).GetLeftPart(UriPartial.Authority);

    public static async Task<Analyst> At(Desks desks, string language, string path, Func<DeskOptions, DeskOptions>? with = null)
    {
        var page = await desks.Window();
        var options = desks.Options(language: language);
        if (with is not null) options = with(options);
        var desk = await DeskServer.StartAsync(options);
        var session = language == "fr" ? await page.Context.NewCDPSessionAsync(page) : null;
        var at = new Analyst(desk, page, options.Ledger, session);
        await page.Context.APIRequest.GetAsync(desk.Address, new() { MaxRedirects = 0 }); // for the cookie alone: a page takes its time
        await page.GotoAsync(at.Root + path);
        return at;
    }

    public async Task Press(string key)
    {
        Keys++;
        await Page.WaitForLoadStateAsync(LoadState.Load); // a page that is not whole yet has no keys
        if (_french is not null && key.StartsWith("Digit", StringComparison.Ordinal)) await PressAzerty(key[^1] - '0');
        else await Page.Keyboard.PressAsync(key);
        await Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
    }

    /// <summary>Waits for a page whose address is like that: a star stands for anything.</summary>
    public async Task Reach(string address)
    {
        var pattern = "^" + Regex.Escape(address).Replace("\\*\\*", ".*", StringComparison.Ordinal).Replace("\\*", ".*", StringComparison.Ordinal) + "$";
        await Assertions.Expect(Page).ToHaveURLAsync(new Regex(pattern, RegexOptions.None, TimeSpan.FromSeconds(5)), new() { Timeout = Desks.Patience });
        await Page.WaitForLoadStateAsync(LoadState.Load);
    }

    /// <summary>Opens a page in a window of its own: the one at hand may just show itself anew, which would interrupt the way to another.</summary>
    public async Task<IPage> Beside(string path)
    {
        var page = await Page.Context.NewPageAsync();
        await page.GotoAsync(Root + path);
        return page;
    }

    public Task Write(string words) => Page.Keyboard.TypeAsync(words);

    /// <summary>Opens the first link of a kind with keys.</summary>
    public async Task Follow(string link)
    {
        await Page.Locator(link).First.FocusAsync();
        await Press("Enter");
        await Reach("**/claim-*");
    }

    public Task<string> Copied() => Page.EvaluateAsync<string>("new Promise(done => setTimeout(() => navigator.clipboard.readText().then(done), 150))");

    /// <summary>What was decided, by the log: nothing is derived for it.</summary>
    public IReadOnlyList<Decision> Log() => new DecisionLog(Ledger).Read();

    /// <summary>Waits until what was decided is like that, and the page that says so is there.</summary>
    public async Task Until(Func<IReadOnlyList<Decision>, bool> isSo)
    {
        for (var i = 0; i < Desks.Patience / 50 && !isSo(Log()); i++) await Task.Delay(50, TestContext.Current.CancellationToken);
        isSo(Log()).ShouldBeTrue();
        await Reach("*did=" + Log()[^1].Id + "*");
        await Assertions.Expect(Page.Locator("#main")).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.CloseAsync();
        await _desk.DisposeAsync();
    }

    private async Task PressAzerty(int digit)
    {
        var given = new Dictionary<string, object>(StringComparer.Ordinal) { ["key"] = Azerty[digit].ToString(), ["code"] = $"Digit{digit}" };
        await _french!.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object>(given, StringComparer.Ordinal) { ["type"] = "rawKeyDown" });
        await _french.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object>(given, StringComparer.Ordinal) { ["type"] = "keyUp" });
    }
}
