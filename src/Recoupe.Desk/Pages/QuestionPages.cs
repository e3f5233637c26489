using System.Collections.Immutable;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Desk.Pages;

/// <summary>The questions asked of the ledger.</summary>
internal static class QuestionPages
{
    // As many as are looked through for one that was missed.
    private const int OthersShown = 8;

    /// <summary>A question: the claims that answer it, and those that share most with it and were not found to.</summary>
    public static Html Body(DeskView view, Question question) =>
        Html.Of($"{QuestionPage.Body(view.Shelf, question)}{Others(view, question)}");

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

    private static Html Others(DeskView view, Question question)
    {
        if (!view.Caller.MayChange) return Html.None;
        var words = view.Words;
        ImmutableArray<Claim> others =
        [
            .. view.Snapshot.Index.Near(question.Text, OthersShown + question.Claims.Length)
                .Except(question.Claims, StringComparer.Ordinal).Select(view.Shelf.Claim).OfType<Claim>().Take(OthersShown),
        ];
        return others.IsEmpty ? Html.None : Html.Of($"""
            <section class="others"><h2>{words["desk.bears.others"]}</h2><p class="meta">{words["desk.bears.others.lead"]}</p>
            {others.Select(claim => Other(view, question, claim))}
            </section>
            """);
    }

    private static Html Other(DeskView view, Question question, Claim claim) => Html.Of($"""
        <article class="claim"><h3>{HtmlParts.Link(view.Shelf, claim)}</h3>{Acts.OnOther(view.Words, question, claim)}</article>

        """);
}
