using Recoupe.Desk.Accounts;
using Recoupe.Tell;
using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Desk.Pages;

/// <summary>The page before all others, of a desk that has accounts. It shows nothing of the ledger.</summary>
internal static class LoginPage
{
    /// <summary>What came of the last try.</summary>
    public enum State
    {
        /// <summary>There was none.</summary>
        Asked,

        /// <summary>Name and password are no account's.</summary>
        Wrong,

        /// <summary>There were too many.</summary>
        Waits,
    }

    public static string Page(Locale words, State state)
    {
        var told = state switch
        {
            State.Wrong => Told(words["desk.login.wrong"]),
            State.Waits => Told(words.Count("desk.login.waits", (int)Attempts.Pause.TotalMinutes)),
            _ => Html.None,
        };
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{words.Language}">
            {Frame.Head(words["desk.login"], Html.None)}
            <body data-page="form">
            <header class="top"><p class="brand">Recoupe</p></header>
            <main id="main">
            <h1>{words["desk.login"]}</h1>
            {told}
            <form method="post" action="/login" class="fields">
            <label>{words["desk.login.name"]} <input name="name" required autocomplete="username" maxlength="80" autofocus></label>
            <label>{words["desk.login.password"]} <input name="password" type="password" required autocomplete="current-password" maxlength="500"></label>
            <button>{words["desk.login.do"]}</button>
            </form>
            </main>
            </body>
            </html>

            """).Markup;
    }

    private static Html Told(string text) => Html.Of($"""<p class="flash refused" role="alert">{text}</p>""");
}
