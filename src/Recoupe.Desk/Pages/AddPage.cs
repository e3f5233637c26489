using Recoupe.Desk.Ledgers;
using Recoupe.Tell;
using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Desk.Pages;

/// <summary>Where articles come in: an address or a text pasted, files dropped; how far the reading is.</summary>
internal static class AddPage
{
    public static Html Body(DeskView view)
    {
        var words = view.Words;
        return Html.Of($"""
            <h1>{words["desk.add"]}</h1>
            <p class="lead">{words["desk.add.lead"]}</p>
            {Progress(view)}
            {(!view.Caller.MayChange ? Html.Of($"""<p class="note">{words["desk.readonly"]}</p>""") : Form(words))}
            {Watching(view)}
            {Forgetting(view)}
            """);
    }

    /// <summary>What a ledger without articles shows.</summary>
    public static Html Empty(DeskView view)
    {
        var words = view.Words;
        return Html.Of($"""
            <h1>{words["desk.empty"]}</h1>
            <p class="lead">{words["desk.empty.lead"]}</p>
            <p class="meta">{words["desk.ledger"]} <code><bdi>{view.Desk.Place}</bdi></code></p>
            {Progress(view)}
            {(!view.Caller.MayChange ? Html.Of($"""<p class="note">{words["desk.readonly"]}</p>""")
                : Html.Of($"""<form method="post" action="/sample"><button>{words["desk.sample"]}</button></form>{Form(words)}"""))}
            """);
    }

    /// <summary>How far adding is: for the page, and as it goes on.</summary>
    public static Html Progress(DeskView view)
    {
        if (view.Desk.Work is not { } work) return Html.Of($"""<div id="work" aria-live="polite"></div>""");
        return Html.Of($"""<div id="work" class="work" aria-live="polite">{Told(view.Words, work)}</div>""");
    }

    public static Html Told(Locale words, AddingWork work) => work switch
    {
        { Fault: { } fault } => Html.Of($"""<p class="flash refused">{words.Message(fault)}</p>"""),
        { Summary: { } summary } =>
            Html.Of($"""<p class="flash">{string.Join(", ", Counted(words, summary))}.</p>{Refused(words, work)}"""),
        _ => Html.Of($"""<p><progress aria-label="{words["desk.add"]}"{Share(work)}></progress> {words.Say("desk.add.at", ("n", words.Number(work.Pages)), ("rate", words.Number(Math.Round((decimal)work.Rate, 1))), ("left", Left(words, work)))} <bdi>{work.Last}</bdi></p>"""),
    };

    private static Html Share(AddingWork work) =>
        work.Pages < work.Total ? Html.Of($""" max="{work.Total}" value="{work.Pages}" """) : Html.None;

    // One file may hold a thousand pages: what is left can be told only where a file is a page.
    private static string Left(Locale words, AddingWork work) => work.Pages == 0 || work.Pages >= work.Total
        ? "–"
        : words.Number((int)Math.Ceiling((work.Total - work.Pages) / work.Rate)) + " s";

    private static IEnumerable<string> Counted(Locale words, RunSummary run)
    {
        yield return words.Count("cli.added", run.Added);
        if (run.Changed > 0) yield return words.Count("cli.changed", run.Changed);
        if (run.Unchanged > 0) yield return words.Count("cli.before", run.Unchanged);
        if (!run.Refused.IsEmpty) yield return words.Count("cli.refused", run.Refused.Length);
    }

    private static Html Refused(Locale words, AddingWork work) => work.Refused.IsEmpty ? Html.None : Html.Of($"""
        <ul class="refusals">
        {work.Refused.Select(r =>
            Html.Of($"""<li><code>{r.Code}</code> <bdi>{Path.GetFileName(r.Input)}</bdi>: {words.Message(r.Message)} {words.Message(r.Advice)}</li>"""))}</ul>
        """);

    private static Html Form(Locale words) => Html.Of($"""
        <form method="post" action="/add" enctype="multipart/form-data" class="adding fields">
        <label>{words["desk.add.paste"]} <textarea name="text" rows="6" data-menu="a" data-enter="submit"></textarea></label>
        <label class="drop" id="drop">{words["desk.add.files"]} <input type="file" name="files" multiple></label>
        <button>{words["desk.add.do"]}</button> <span class="meta">{words["desk.add.enter"]}</span></form>
        """);

    private static Html Watching(DeskView view)
    {
        if (!view.Caller.MayChange) return Html.None;
        var words = view.Words;
        var feeds = FeedWatch.ReadList(view.Desk);
        return Html.Of($"""
            <section class="feeds"><h2>{words["desk.feeds"]}</h2><p class="meta">{words["desk.feeds.lead"]}</p>
            {(feeds.IsEmpty ? Html.None : Html.Of($"""<ul class="rows">{feeds.Select(feed => Feed(words, feed))}</ul>"""))}
            <form method="post" action="/watch" class="fields"><label>
            {words["desk.feeds.address"]} <input type="url" name="feed" required maxlength="2000" data-menu="w" autocomplete="off"></label>
            <button>{words["desk.feeds.watch"]}</button></form></section>
            """);
    }

    private static Html Feed(Locale words, string feed) => Html.Of($"""
        <li><div><p><bdi>{feed}</bdi></p><form method="post" action="/unwatch" class="acts"><button name="feed" value="{feed}" data-key="x">
        {words["desk.feeds.leave"]}</button></form></div></li>

        """);

    // Asked twice: the name must be written again.
    private static Html Forgetting(DeskView view)
    {
        var words = view.Words;
        if (!view.Caller.MayChange || view.Ledger.Articles.IsEmpty) return Html.None;
        return Html.Of($"""
            <section class="forgetting"><h2>{words["desk.forget"]}</h2><p class="meta">{words["desk.forget.lead"]}</p>
            <form method="post" action="/forget" class="fields"><label>{words["desk.forget.which"]} <select name="article" data-menu="o">
            {view.Ledger.Articles.Select(a => Html.Of($"""<option value="{a.Id.Value}">{a.Name}</option>"""))}</select></label>
            <label>{words["desk.forget.again"]} <input name="again" required autocomplete="off"></label> <button>
            {words["desk.forget"]}</button></form></section>
            """);
    }
}
