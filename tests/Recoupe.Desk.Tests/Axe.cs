using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Recoupe.Desk.Tests;

/// <summary>What axe finds to mend on a page.</summary>
internal static class Axe
{
    // Rows of one list are made by one piece of code: those after these repeat them, and axe takes its time for each element.
    private const int RowsTried = 8;

    private static readonly string _script = new BundledAxeScriptProvider().GetScript();

    /// <param name="page">The page, as it is shown.</param>
    /// <param name="whole">Whether long lists are tried to their end.</param>
    public static async Task<string[]> Violations(IPage page, bool whole)
    {
        if (!whole)
        {
            await page.EvaluateAsync(
                "most => document.querySelectorAll('main ul, main ol, main tbody, main select').forEach(list => [...list.children].slice(most).forEach(row => row.remove()))", RowsTried);
        }

        // Set into the page by the browser itself: a page of the desk takes no script but its own.
        await page.EvaluateAsync(_script);
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .map(found => `${found.id} ${found.nodes.length}x ${found.nodes[0].html}`)
            """);
    }
}
