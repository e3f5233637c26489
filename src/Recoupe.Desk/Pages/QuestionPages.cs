using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Desk.Pages;

/// <summary>The questions asked of the ledger.</summary>
internal static class QuestionPages
{
    public static Html List(DeskView view)
    {
        var words = view.Words;
        var ask = !view.Caller.MayChange ? Html.None : Html.Of($"""
            <form method="post" action="/ask" class="fields"><label>
            {words["desk.ask.words"]} <input name="question" required maxlength="300" autocomplete="off"></label> <button>
            {words["desk.ask.do"]}</button></form>
            """);
        return Html.Of($"""
            <h1>{words["questions"]}</h1>
            <p class="lead">{words[view.Ledger.Questions.IsEmpty ? "desk.questions.none" : "desk.questions.lead"]}</p>
            {ask}
            <ul class="rows questions">
            {view.Ledger.Questions.Select(q =>
                Html.Of($"""<li><div><p><a href="{HtmlParts.Page(q)}"><bdi>{q.Text}</bdi></a></p><p class="meta">{words.Count("questions.claims", q.Claims.Length)}</p></div></li>"""))}</ul>
            """);
    }
}
