using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Recoupe.Desk.Accounts;
using Recoupe.Desk.Ledgers;
using Recoupe.Desk.Pages;
using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Desk.Serving;

/// <summary>
/// What forms do. Each does one thing by the same code as the command line, and leads back to the page that it was sent from.
/// </summary>
internal sealed class Posts(DeskLedger desk, DeskOptions options)
{
    private const int LongestQuestion = 300, LongestNote = 500, LongestAddress = 2000, LongestText = 20 << 20, MostValues = 2048;

    private const string ToClaim = "/claim-";

    private readonly Adder _adder = new(desk, options);

    public void Map(IEndpointRouteBuilder app, CancellationToken stopping)
    {
        var feeds = new FeedWatch(desk, _adder, stopping);
        if (!options.ReadOnly) feeds.Start();
        app.MapPost("/watch", context => Changes(context, (form, _) => Watch(feeds, form)));
        app.MapPost("/unwatch", context => Changes(context, (form, _) => Unwatch(feeds, form)));
        app.MapPost("/language", context => Choose(context, DeskView.LanguageCookie, "language"));
        app.MapPost("/keys", context => Choose(context, DeskView.KeysCookie, "keys"));
        app.MapPost("/looked", context => Does(context, (_, caller) => Looked(caller)));
        app.MapPost("/later", context => Does(context, Later));
        app.MapPost("/decide", context => Changes(context, Decide));
        app.MapPost("/undo", context => Changes(context, (form, caller) => Told(desk.Undo(Text(form, "decision", LongestNote), caller))));
        app.MapPost("/mask", context =>
            Changes(context, (form, caller) => Told(desk.Mask(Text(form, "name", LongestNote), Note(form), caller))));
        app.MapPost("/grade", context => Changes(context, Grade));
        app.MapPost("/ask", context => Changes(context, Ask));
        app.MapPost("/forget", context => Changes(context, Forget));
        app.MapPost("/add", context => Adds(context, stopping));
        app.MapPost("/sample", context => Changes(context, (_, _) => Added(_adder.Take(Files.Sample(), "", stopping))));
    }

    private delegate Answer Act(IFormCollection form, Caller caller);

    private Answer Looked(Caller caller)
    {
        desk.SeenBy(caller).Mark(desk.Now.Ledger.Claims);
        return Answer.Said("looked");
    }

    private Answer Later(IFormCollection form, Caller caller)
    {
        desk.SeenBy(caller).PutOff(Text(form, "what", LongestNote));
        return Answer.Said("later");
    }

    private Answer Decide(IFormCollection form, Caller caller)
    {
        var given = Text(form, "act", LongestNote);
        var items = form["id"].Concat(form["claim"]).OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var note = Note(form);
        // A press of one key says what would else be said by a value.
        var (name, value) = given switch
        {
            "side-for" => ("side", "for"),
            "side-against" => ("side", "against"),
            "side-uncommitted" => ("side", "uncommitted"),
            "dismiss-source" => ("dismiss", null),
            _ => (given, form["value"].ToString() is { Length: > 0 } to ? to : null),
        };
        if (given is "dismiss-source") note ??= options.Words["desk.dismiss.source.note"];
        if (!KnownActs()
            .Contains(name, StringComparer.Ordinal)) return Answer.Refused(new("DESK-3", name, "The desk knows no such act.",
            "Go back and use the page's own buttons."));
        return Told(desk.Decide(DecisionJson.Act(name), items, value, note, caller));
    }

    private static IEnumerable<string> KnownActs() =>
        Enum.GetValues<DecisionAct>().Where(a => a is not (DecisionAct.Undo or DecisionAct.Mask)).Select(DecisionJson.Spelled);

    private static Answer Watch(FeedWatch feeds, IFormCollection form)
    {
        var address = Text(form, "feed", LongestAddress);
        if (!Adder.IsAddress(address))
            return Answer.Refused(new("DESK-4", address, "This is no address of the Web.",
                "Paste the feed's address, with https:// before it."));
        feeds.Add(address);
        return Answer.To("/add.html#work");
    }

    private static Answer Unwatch(FeedWatch feeds, IFormCollection form)
    {
        feeds.Remove(Text(form, "feed", LongestAddress));
        return Answer.Said("unwatched");
    }

    private Answer Grade(IFormCollection form, Caller caller)
    {
        var (source, grade) = (Text(form, "source", LongestNote), Text(form, "grade", 1));
        if (source.Length == 0 || grade is not [>= 'A' and <= 'F'])
            return Answer.Refused(new("DESK-4", source, "A grade needs a source and a letter from A to F.", "Fill in both."));
        desk.Grade(source, grade[0], Note(form));
        return Answer.Said("graded");
    }

    private Answer Ask(IFormCollection form, Caller caller)
    {
        var question = Text(form, "question", LongestQuestion);
        if (!question.Any(char.IsLetterOrDigit)) return Answer.Refused(new("DESK-4", question, "A sentence needs words.",
            "Write a sentence in French or English."));
        desk.Writing(pipeline =>
        {
            pipeline.Ask(question);
            return true;
        });
        return Answer.To($"/question-{ContentHash.Id("question", question)}.html");
    }

    private Answer Forget(IFormCollection form, Caller caller)
    {
        var id = Text(form, "article", LongestNote);
        var header = desk.Now.Ledger.Articles.FirstOrDefault(a => string.Equals(a.Id.Value, id, StringComparison.Ordinal));
        if (header is null || !string.Equals(header.Name, Text(form, "again", LongestNote), StringComparison.Ordinal))
            return Answer.Refused(new("DESK-5", id, "The name of the article was not written again as it is.",
                "Write the article's name into the second field: what is forgotten cannot be brought back."));
        return desk.Forget(id).Rejection is { } refused ? Answer.Refused(refused) : Answer.Said("forgotten");
    }

    private async Task<Answer> Add(IFormCollection form, CancellationToken stopping)
    {
        var files = new List<(string, byte[])>();
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            using var whole = new MemoryStream();
            await file.CopyToAsync(whole, stopping).ConfigureAwait(false);
            files.Add((file.FileName, whole.ToArray()));
        }

        return Added(_adder.Take(files, form["text"].ToString().Trim(), stopping));
    }

    private static Answer Added(AddingWork? work) => work is null
        ? Answer.Refused(new("DESK-4", "", "There is nothing to add.", "Paste an address or a text, or choose files."))
        : Answer.To("/add.html#work");

    // Where a decision gave a claim another id, its page is the one to go back to.
    private Answer Told(Outcome<Decision> outcome)
    {
        if (outcome.Value is not { } made) return Answer.Refused(outcome.Rejection!);
        var standing = desk.Now.Ledger.Decisions.FirstOrDefault(d => string.Equals(d.Decision.Id, made.Id, StringComparison.Ordinal));
        return new Answer(null, null, made.Id, null) { Claims = standing?.Claims ?? [] };
    }

    private static string Text(IFormCollection form, string name, int longest)
    {
        var text = form[name].ToString().Trim();
        return text.Length <= longest ? text : text[..longest];
    }

    private static string? Note(IFormCollection form) => Text(form, "note", LongestNote) is { Length: > 0 } note ? note : null;

    private async Task Choose(HttpContext context, string cookie, string field)
    {
        var form = await Form(context).ConfigureAwait(false);
        var lasting = new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(365) };
        context.Response.Cookies.Append(cookie, Text(form, field, 8), lasting);
        Back(context, Answer.Said("chosen"));
    }

    private async Task Does(HttpContext context, Act act) =>
        await Answered(context, act(await Form(context).ConfigureAwait(false), Caller.Of(context)))
        .ConfigureAwait(false);

    private Task Adds(HttpContext context, CancellationToken stopping) => ChangesLater(context, form => Add(form, stopping));

    private Task Changes(HttpContext context, Act act) => ChangesLater(context, form => Task.FromResult(act(form, Caller.Of(context))));

    private async Task ChangesLater(HttpContext context, Func<IFormCollection, Task<Answer>> act)
    {
        await Answered(context, OnlyShown(Caller.Of(context)) is { } refused ? refused
            : await Done(context, act).ConfigureAwait(false)).ConfigureAwait(false);
    }

    private Answer? OnlyShown(Caller caller)
    {
        if (options.ReadOnly) return Answer.Refused(new("DESK-6", "", "This desk only shows the ledger.", "Open it without --readonly."));
        return caller.MayChange ? null
            : Answer.Refused(new("DESK-10", caller.Name, "This account only reads.",
            "Ask whoever keeps the accounts for the role of an analyst."));
    }

    private static async Task<Answer> Done(HttpContext context, Func<IFormCollection, Task<Answer>> act)
    {
        try
        {
            return await act(await Form(context).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (LedgerException fault)
        {
            return Answer.Refused(new(fault.Code, "", fault.Message, fault.Advice));
        }
        catch (InvalidDataException)
        {
            return Answer.Refused(new("DESK-4", "", "More was sent than the desk takes at once.",
                "Send it in parts, or add the folder with `recoupe add`."));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Answer.Refused(new("OUT-1", "", fault.Message, "Give a folder that you may write to (--out DIR)."));
        }
    }

    private static Task<IFormCollection> Form(HttpContext context)
    {
        var limits = new FormOptions { ValueCountLimit = MostValues, ValueLengthLimit = LongestText,
            MultipartBodyLengthLimit = DeskServer.LargestRequest };
        context.Features.Set<IFormFeature>(new FormFeature(context.Request, limits));
        return context.Request.ReadFormAsync(context.RequestAborted);
    }

    private Task Answered(HttpContext context, Answer answer)
    {
        if (answer.Refusal is { } refused) return Refuse(context, refused);
        Back(context, answer);
        return Task.CompletedTask;
    }

    private Task Refuse(HttpContext context, Rejection refused)
    {
        var view = new DeskView(desk, options, context.Request);
        var back = From(context) ?? "/";
        var body = Html.Of($"""<h1>{view.Words["desk.refused"]}</h1><p class="flash refused" role="alert"><code>{refused.Code}</code> {view.Words.Message(refused.Message)} {view.Words.Message(refused.Advice)}</p><p><a href="{back}">{view.Words["desk.back"]}</a></p>""");
        context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Frame.Page(view, "", "form", view.Words["desk.refused"], body));
    }

    private void Back(HttpContext context, Answer answer)
    {
        var to = answer.Address ?? Still(From(context) ?? "/", answer.Claims);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = WithNote(to, answer);
    }

    // A claim that was merged, parted or dismissed has another page, or none.
    private string Still(string from, ImmutableArray<string> claims)
    {
        if (!from.StartsWith(ToClaim, StringComparison.Ordinal)) return from;
        var id = from[ToClaim.Length..].Split('.')[0];
        if (desk.Now.Ledger.Claims.Any(c => string.Equals(c.Id, id, StringComparison.Ordinal))) return from;
        return claims is [var first, ..] ? $"{ToClaim}{first}.html" : "/claims.html";
    }

    private static string WithNote(string to, Answer answer)
    {
        var note = answer.Did is { } did ? "did=" + did : answer.What is { } said ? "said=" + said : null;
        if (note is null) return to;
        var parts = to.Split('#', 2);
        var (path, query) = parts[0].Split('?', 2) is [var bare, var asked] ? (bare, asked) : (parts[0], "");
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(q => !q.StartsWith("did=", StringComparison.Ordinal) && !q.StartsWith("said=", StringComparison.Ordinal));
        return $"{path}?{string.Join('&', kept.Append(note))}{(parts.Length > 1 ? "#" + parts[1] : "")}";
    }

    // Only pages of our own are gone back to.
    private static string? From(HttpContext context) =>
        Uri.TryCreate(context.Request.Headers.Referer.ToString(), UriKind.Absolute, out var from)
            && string.Equals(from.Authority, context.Request.Host.Value, StringComparison.OrdinalIgnoreCase)
            ? from.PathAndQuery
            : null;
}
