using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Recoupe.Desk.Ledgers;
using Recoupe.Desk.Pages;
using Recoupe.Tell.Pages;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Desk.Serving;

/// <summary>
/// Which address shows what. A claim, an article, a dispute, a question have the addresses that their pages have in a dossier.
/// </summary>
internal sealed class DeskRoutes(DeskLedger desk, DeskOptions options)
{
    private delegate (string Way, string Kind, string Title, Html Body)? Screen(DeskView view, string id);

    public void Map(IEndpointRouteBuilder app, CancellationToken stopping)
    {
        Files.Map(app);
        Lists(app);
        Things(app);
        app.MapGet("/found", context => Send(context, SearchPage.Brief(View(context))));
        app.MapGet("/hand-over", context => HandOver.Send(context, View(context)));
        var events = new Events(desk);
        app.MapGet("/events", context => events.Send(context, View(context), stopping));
        new Posts(desk, options).Map(app, stopping);
        app.MapFallback(context => NotFound(context));
    }

    private void Lists(IEndpointRouteBuilder app)
    {
        Show(app, "/", "list", v => v.Words["desk.inbox"], InboxPage.Body);
        Show(app, "/new.html", "list", v => v.Words["desk.new"], Novelties.Body);
        Show(app, "/disputes.html", "list", v => v.Words["disputes"], v => DisputePages.List(v.Shelf));
        Show(app, "/claims.html", "claims", v => v.Words["claims"], ClaimListPage.Body);
        Show(app, "/articles.html", "list", v => v.Words["articles"], v => ArticlePages.List(v.Shelf));
        Show(app, "/names.html", "list", v => v.Words["names"], NamePages.List);
        Show(app, "/families.html", "list", v => v.Words["families"], v => FamiliesPage.Body(v.Shelf));
        Show(app, "/questions.html", "list", v => v.Words["questions"], QuestionPages.List);
        Show(app, "/decisions.html", "list", v => v.Words["decisions"], v => DecisionsPage.Body(v.Shelf));
        Show(app, "/search.html", "list", v => v.Words["desk.search"], SearchPage.Body);
        Show(app, "/compare.html", "form", v => v.Words["desk.compare"], ComparePage.Body);
        Show(app, "/add.html", "form", v => v.Words["desk.add"], AddPage.Body);
        Show(app, "/help.html", "form", v => v.Words["desk.help"], HelpPage.Body);
        Show(app, "/mask.html", "form", v => v.Words["desk.mask"], GoPage.Mask);
        Show(app, "/grade.html", "form", v => v.Words["desk.grade"], GoPage.Grade);
    }

    private void Things(IEndpointRouteBuilder app)
    {
        Show(app, "/claim-{id}.html", Claim);
        Show(app, "/article-{id}.html", Article);
        Show(app, "/dispute-{id}.html", Dispute);
        Show(app, "/name-{id}.html", Name);
        Show(app, "/question-{id}.html", Question);
        Show(app, "/figures.html", (view, _) => Figures(view, 0));
        Show(app, "/figures-{id:int:min(2)}.html", (view, id) => Figures(view, int.Parse(id, CultureInfo.InvariantCulture) - 1));
    }

    private static (string, string, string, Html)? Claim(DeskView view, string id)
    {
        if (view.Shelf.Claim(id) is not { } claim) return null;
        var page = ("/claims.html", "claim", HtmlParts.Short(claim.Text, 80), ClaimPage.Body(view, claim));
        view.Seen.Mark([claim]);
        return page;
    }

    private static (string, string, string, Html)? Article(DeskView view, string id) => view.Shelf.Header(new(id)) is { } article
        ? ("/articles.html", "article", article.Headline(),
            Html.Of($"{ComparePage.Ways(view, article)}{ArticlePages.Body(view.Shelf, article)}"))
        : null;

    private static (string, string, string, Html)? Dispute(DeskView view, string id)
    {
        if (view.Ledger.Disputes.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.Ordinal)) is not { } dispute) return null;
        view.Seen.Mark(dispute.Claims.Select(view.Shelf.Claim).OfType<Claim>());
        return ("/disputes.html", "dispute", HtmlParts.Short(dispute.Text, 80), DisputePages.Body(view.Shelf, dispute));
    }

    private static (string, string, string, Html)? Name(DeskView view, string id) =>
        view.Shelf.Entity(id) is { } entity ? ("/names.html", "name", entity.Name, NamePages.Body(view, entity)) : null;

    private static (string, string, string, Html)? Question(DeskView view, string id) =>
        view.Ledger.Questions.FirstOrDefault(q => string.Equals(q.Id, id, StringComparison.Ordinal)) is { } question
            ? ("/questions.html", "question", question.Text, QuestionPages.Body(view, question))
            : null;

    private static (string, string, string, Html)? Figures(DeskView view, int index)
    {
        var counts = view.Snapshot.Counts(view.Words, view.Caller);
        return index < counts.Lots.Length
            ? ("/figures.html", "list", view.Words["figures"], FiguresPages.Body(view.Shelf, counts, index)) : null;
    }

    private void Show(IEndpointRouteBuilder app, string path, string kind, Func<DeskView, string> title, Func<DeskView, Html> body) =>
        Show(app, path, (view, _) => (path, kind, title(view), body(view)));

    private void Show(IEndpointRouteBuilder app, string path, Screen screen) => app.MapGet(path, context =>
    {
        var view = View(context);
        var shown = screen(view, context.Request.RouteValues["id"] as string ?? "");
        return shown is var (way, kind, said, body) ? Send(context, Frame.Page(view, way, kind, said, body)) : NotFound(context);
    });

    private Task NotFound(HttpContext context)
    {
        var view = View(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        var body = Html.Of($"""<h1>{view.Words["desk.gone"]}</h1><p class="lead">{view.Words["desk.gone.lead"]}</p><p><a href="/claims.html">{view.Words["claims"]}</a> · <a href="/">{view.Words["desk.inbox"]}</a></p>""");
        return Send(context, Frame.Page(view, "", "form", view.Words["desk.gone"], body));
    }

    private DeskView View(HttpContext context) => new(desk, options, context.Request);

    private static Task Send(HttpContext context, string page)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(page);
    }
}
