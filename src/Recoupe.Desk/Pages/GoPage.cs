using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Desk.Pages;

/// <summary>What is done seldom: to mask a name, to grade a source.</summary>
internal static class GoPage
{
    public static Html Mask(DeskView view)
    {
        var words = view.Words;
        return Html.Of($"""
            <h1>{words["desk.mask"]}</h1><p class="lead">{words["desk.mask.lead"]}</p>
            <form method="post" action="/mask" class="fields"><label>
            {words["desk.mask.name"]} <input name="name" required maxlength="200" autocomplete="off"{Start(view)}></label>
            <label>{words["desk.note"]} <input name="note" maxlength="500" autocomplete="off"></label> <button>{words["desk.mask"]}</button>
            </form>
            """);
    }

    public static Html Grade(DeskView view)
    {
        var words = view.Words;
        return Html.Of($"""
            <h1>{words["desk.grade"]}</h1><p class="lead">{words["desk.grade.lead"]}</p>
            <form method="post" action="/grade" class="fields"><label>
            {words["desk.grade.source"]} <input name="source" required maxlength="200" autocomplete="off"{Start(view)}></label>
            {Acts.Grades(words)}<button>{words["desk.grade"]}</button></form>
            <ul>{view.Ledger.Reliability.Select(r =>
                Html.Of($"""<li><b>{r.Grade.ToString()}</b> <bdi>{r.Source}</bdi> <span class="meta">{r.Since} {r.Note}</span></li>"""))}</ul>
            """);
    }

    // One begins to write at once; once it is done, keys are keys again.
    private static Html Start(DeskView view) => view.Asked("did").Length + view.Asked("said").Length > 0 ? Html.None : Html.Of($" autofocus");
}
