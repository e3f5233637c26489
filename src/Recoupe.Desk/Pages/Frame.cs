using System.Collections.Immutable;
using Recoupe.Tell;
using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Desk.Pages;

/// <summary>
/// What every screen has: the ways to the others, a place to search and one to ask, what was done last and how to take it back.
/// </summary>
internal static class Frame
{
    /// <summary>The screens, each with the letter that leads to it after <c>g</c>.</summary>
    public static ImmutableArray<(string Page, string Key, string Word)> Ways { get; } =
    [
        ("/", "i", "desk.inbox"),
        ("/disputes.html", "d", "nav.disputes"),
        ("/claims.html", "c", "nav.claims"),
        ("/articles.html", "a", "nav.articles"),
        ("/names.html", "p", "nav.names"),
        ("/figures.html", "f", "nav.figures"),
        ("/families.html", "r", "nav.families"),
        ("/questions.html", "q", "questions"),
        ("/decisions.html", "x", "decisions"),
        ("/add.html", "j", "desk.add"),
    ];

    /// <summary>A whole page.</summary>
    /// <param name="view">What is shown.</param>
    /// <param name="way">The screen that the navigation shows as the current one.</param>
    /// <param name="kind">What the style and the keys know the page by.</param>
    /// <param name="title">What the page is of.</param>
    /// <param name="body">Its main part.</param>
    public static string Page(DeskView view, string way, string kind, string title, Html body)
    {
        var words = view.Words;
        var fresh = Novelties.Count(view);
        var counted = fresh > 0 ? FormattableString.Invariant($"({fresh}) ") : "";
        return Html.Of($"""
            <!DOCTYPE html>
            <html lang="{words.Language}">
            {Head(counted + title, Html.Of($"""<script src="/keys.js" defer></script>{Waiting(view)}"""))}
            <body data-page="{kind}" data-version="{view.Snapshot.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)}" data-keys="{(view.HasKeys ? "on" : "off")}">
            <a class="skip" href="#main">{words["nav.skip"]}</a>
            <header class="top">
            <p class="brand"><a href="/">Recoupe</a></p>
            <nav aria-label="{words["nav.label"]}"><ul>{Ways.Select(w => Way(words, w, way, fresh))}</ul></nav>
            {Tools(view, fresh)}
            </header>
            <main id="main" tabindex="-1">
            {Told(view)}
            {body}
            </main>
            <footer>
            <p>{words["fair.rates"]} {words["fair.said"]}</p>
            {Place(view)}
            {Reader(view)}
            </footer>
            </body>
            </html>

            """).Markup;
    }

    /// <summary>What every page has before its body.</summary>
    /// <param name="title">What the page is of.</param>
    /// <param name="more">What this one has beside.</param>
    public static Html Head(string title, Html more) => Html.Of($"""
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="same-origin">
        <meta name="color-scheme" content="light dark">
        <title>{title} · Recoupe</title>
        <link rel="icon" href="/icon.svg">
        <link rel="stylesheet" href="/dossier.css">
        <link rel="stylesheet" href="/desk.css">
        {more}
        </head>
        """);

    // Without script a page that waits for work asks again by itself.
    private static Html Waiting(DeskView view) => view.Desk.Work is { IsDone: false }
        && view.Here.StartsWith("/add.html", StringComparison.Ordinal)
        ? Html.Of($"""<noscript><meta http-equiv="refresh" content="2"></noscript>""")
        : Html.None;

    private static Html Way(Locale words, (string Page, string Key, string Word) way, string current, int fresh)
    {
        var here = string.Equals(way.Page, current, StringComparison.Ordinal) ? Html.Of($""" aria-current="page" """) : Html.None;
        var count = way.Page is "/" && fresh > 0 ? Html.Of($""" <b class="count">{words.Number(fresh)}</b>""") : Html.None;
        return Html.Of($"""<li><a href="{way.Page}" data-go="{way.Key}"{here}>{words[way.Word]}{count}<kbd class="hint" aria-hidden="true">{way.Key}</kbd></a></li>""");
    }

    private static Html Tools(DeskView view, int fresh)
    {
        var words = view.Words;
        var ask = !view.Caller.MayChange ? Html.None : Html.Of($"""
            <details class="menu ask" data-menu="q"><summary>{words["desk.ask"]} <kbd class="key">q</kbd></summary>
            <form method="post" action="/ask" class="fields"><label>
            {words["desk.ask.words"]} <input name="question" required maxlength="300" autocomplete="off"></label> <button>
            {words["desk.ask.do"]}</button></form></details>
            """);
        return Html.Of($"""
            <div class="tools">
            <form class="search" action="/search.html" role="search"><label><span class="unseen">{words["desk.search"]}</span>
            <input type="search" name="q" value="{view.Asked("q")}" placeholder="{words["desk.search.in"]}" data-menu="/" autocomplete="off" maxlength="300">
            </label> <button>{words["desk.search.do"]}</button><div class="found" id="found" hidden></div></form>
            {ask}
            <a href="/new.html" data-go="n" class="act">{words.Count("desk.new.count", fresh)}<kbd class="hint" aria-hidden="true">n</kbd>
            </a>
            <a href="/help.html" class="act" data-key="?">{words["desk.help"]} <kbd class="key">?</kbd></a>
            </div>
            """);
    }

    // What was done last stands in front until the next page.
    private static Html Told(DeskView view)
    {
        var words = view.Words;
        var fault = view.Snapshot.Fault is { } why
            ? Html.Of($"""<p class="flash refused" role="alert">{words["desk.stale"]} {words.Message(why)}</p>""") : Html.None;
        var said = view.Asked("said") is { Length: > 0 } key && words.Has("desk.said." + key)
            ? Html.Of($"""<p class="flash" role="status">{words["desk.said." + key]}</p>""") : Html.None;
        return Html.Of($"{fault}{Done(view)}{said}<p class=\"flash changed\" id=\"changed\" role=\"status\" hidden>{words["desk.changed"]} <a href=\"{view.Here}\">{words["desk.reload"]}</a></p>");
    }

    private static Html Done(DeskView view)
    {
        var id = view.Asked("did");
        if (id.Length == 0
            || view.Ledger.Decisions.FirstOrDefault(d =>
            string.Equals(d.Decision.Id, id, StringComparison.Ordinal)) is not { } standing) return Html.None;
        var back = !view.Caller.MayChange || standing.State == DecisionState.Undone
            ? Html.None
            : Html.Of($"""<form method="post" action="/undo"><button name="decision" value="{id}">{view.Words["desk.undo"]} <kbd class="key">z</kbd></button></form>""");
        return Html.Of($"""<div class="flash" role="status"><p>{view.Words["desk.done"]} {view.Words.Of(standing.Decision.Act)} · {view.Words.Of(standing.State)}</p>{back}</div>""");
    }

    // Where a ledger lies on a machine of others is not for its readers.
    private static Html Place(DeskView view) => view.Caller.HasAccount
        ? Html.None : Html.Of($"""<p>{view.Words["desk.ledger"]} <code><bdi>{view.Desk.Place}</bdi></code></p>""");

    private static Html Reader(DeskView view)
    {
        var words = view.Words;
        var last = !view.Caller.MayChange ? null : view.Desk.LastOf(view.Caller);
        var undo = last is null ? Html.None
            : Html.Of($"""<button formaction="/undo" name="decision" value="{last.Decision.Id}" data-key="z">{words["desk.undo.last"]} ({words.Of(last.Decision.Act)})</button>""");
        var languages = Locale.Available.Where(l => !string.Equals(l, words.Language, StringComparison.Ordinal))
            .Select(l =>
            Html.Of($"""<button formaction="/language" name="language" value="{l}" lang="{l}">{Locale.For(l).LanguageName(l)}</button> """));
        var keys = view.HasKeys ? Html.Of($"""<button formaction="/keys" name="keys" value="off">{words["desk.keys.off"]}</button>""")
            : Html.Of($"""<button formaction="/keys" name="keys" value="on">{words["desk.keys.on"]}</button>""");
        var leave = view.Caller.HasAccount
            ? Html.Of($"""{words["desk.login.as"]} <bdi>{view.Caller.Name}</bdi> <button formaction="/logout">{words["desk.logout"]}</button> """) : Html.None;
        return Html.Of($"""<form method="post" class="reader">{leave}{languages}{keys} {undo}</form>""");
    }
}
