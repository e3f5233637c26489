using Microsoft.AspNetCore.Http;
using Recoupe.Desk.Accounts;
using Recoupe.Desk.Ledgers;
using Recoupe.Tell;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Desk.Pages;

/// <summary>What a page is made of: the ledger at one moment, in the reader's language, and what the address asks.</summary>
internal sealed class DeskView(DeskLedger desk, DeskOptions options, HttpRequest request)
{
    /// <summary>The names of cookies that a reader's choices are kept in.</summary>
    public const string LanguageCookie = "recoupe-lang", KeysCookie = "recoupe-keys";

    public DeskLedger Desk => desk;

    public DeskOptions Options => options;

    /// <summary>The same for all that one page shows, whatever is swapped meanwhile.</summary>
    public Snapshot Snapshot { get; } = desk.Now;

    /// <summary>Who asks.</summary>
    public Caller Caller { get; } = Caller.Of(request.HttpContext);

    /// <summary>What they have looked at.</summary>
    public SeenClaims Seen => desk.SeenBy(Caller);

    public Locale Words { get; } = WordsOf(request, options);

    public DossierModel Shelf => Snapshot.Model(Words, Caller);

    public Ledger Ledger => Snapshot.Ledger;

    /// <summary>Whether keys do anything.</summary>
    public bool HasKeys => request.Cookies[KeysCookie] is not "off";

    /// <summary>The address that was asked for, with its query.</summary>
    public string Here => request.Path + request.QueryString;

    /// <summary>The language that a reader chose, else the desk's.</summary>
    public static Locale WordsOf(HttpRequest request, DeskOptions options) => request.Cookies[LanguageCookie] is { } chosen
        && Locale.Available.Contains(chosen, StringComparer.Ordinal) ? Locale.For(chosen) : options.Words;

    /// <summary>What the address says under a name; nothing is <c>""</c>.</summary>
    public string Asked(string name) => request.Query[name].ToString().Trim();
}
