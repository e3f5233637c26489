using System.Collections.Immutable;
using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Desk.Pages;

/// <summary>What can be done, and with which keys.</summary>
internal static class HelpPage
{
    private static readonly ImmutableArray<(string Keys, string Word)> Keys =
    [
        ("j k", "desk.help.move"), ("⏎", "desk.help.open"), ("p", "desk.help.passage"), ("/", "desk.help.search"),
            ("c C", "desk.help.cite"), ("o n l", "desk.help.suggestion"),
        ("f", "desk.help.filter"), ("x + - 0 s", "desk.help.telling"), ("g n", "desk.help.new"),
            ("a", "desk.help.add"), ("g w", "desk.help.feeds"),
            ("q", "desk.help.ask"), ("n o", "desk.help.bears"), ("r 1–6", "desk.help.rate"),
        ("e", "desk.help.reword"), ("m 1–9", "desk.help.merge"), ("v ⏎", "desk.help.split"), ("v E", "desk.help.hand"),
            ("g m, g o, g s", "desk.help.name"), ("J K", "desk.help.neighbour"), ("z", "desk.help.undo"), ("?", "desk.help.help"),
            ("Esc", "desk.help.leave"),
    ];

    public static Html Body(DeskView view)
    {
        var words = view.Words;
        return Html.Of($"""
            <h1>{words["desk.help"]}</h1>
            <p class="lead">{words["desk.help.lead"]}</p>
            <div class="wide"><table class="stack keys"><thead><tr><th scope="col">{words["desk.help.key"]}</th><th scope="col">
            {words["desk.help.does"]}</th></tr></thead><tbody>
            {Keys.Select(k =>
                Html.Of($"""<tr><td>{k.Keys.Split(' ').Select(key => Html.Of($"<kbd>{key}</kbd> "))}</td><td>{words[k.Word]}</td></tr>"""))}
            {Frame.Ways.Select(w =>
                Html.Of($"""<tr><td><kbd>g</kbd> <kbd>{w.Key}</kbd></td><td><a href="{w.Page}">{words[w.Word]}</a></td></tr>"""))}
            </tbody></table></div>
            <p>{words["desk.help.off"]}</p>
            """);
    }
}
