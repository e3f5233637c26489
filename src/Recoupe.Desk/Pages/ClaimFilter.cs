using System.Collections.Immutable;
using Recoupe.Desk.Ledgers;
using Recoupe.Tell;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Desk.Pages;

/// <summary>Which claims a list shows: all of it is in the address, so that a list can be pasted into a note.</summary>
internal sealed record ClaimFilter(string Contested, string Unseen, string Since, string Who, string Outlet, string Language,
    string Rating, string Side)
{
    private const string Yes = "1";

    /// <summary>What an address asks for.</summary>
    public static ClaimFilter Of(DeskView view) => new(
        view.Asked("contested"), view.Asked("unseen"), view.Asked("since"), view.Asked("who"), view.Asked("outlet"), view.Asked("lang"),
            view.Asked("rating"), view.Asked("side"));

    public bool IsEmpty => Parts.All(p => p.Value.Length == 0);

    /// <summary>The query that asks for the same; nothing where all is shown.</summary>
    public string Query => string.Join('&', Parts.Where(p => p.Value.Length > 0).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));

    private ImmutableArray<(string Name, string Value)> Parts =>
    [
        ("contested", Contested), ("unseen", Unseen), ("since", Since), ("who", Who), ("outlet", Outlet), ("lang", Language),
            ("rating", Rating), ("side", Side),
    ];

    /// <summary>The claims that it lets through, what a desk checks first in front.</summary>
    public ImmutableArray<Claim> In(DeskView view) => [.. view.Shelf.Claims.Where(claim => Lets(view, claim))];

    private bool Lets(DeskView view, Claim claim) =>
        IsAsStanding(view, claim) && IsAsRated(claim) && IsAsTold(view.Shelf, claim);

    private bool IsAsStanding(DeskView view, Claim claim)
    {
        if (Contested is Yes && !claim.IsContested) return false;
        if (Unseen is Yes && view.Seen.Of(claim) == Novelty.Same) return false;
        return Since.Length == 0 || string.CompareOrdinal(claim.Last ?? "", Since) >= 0;
    }

    private bool IsAsRated(Claim claim)
    {
        if (Language.Length > 0 && !string.Equals(claim.Language, Language, StringComparison.Ordinal)) return false;
        if (Rating.Length > 0
            && !string.Equals(Rating, claim.Credibility.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
            StringComparison.Ordinal)) return false;
        return Side.Length == 0 || claim.Positions.Any(p => string.Equals(EnumNames.Of(p.Side), Side, StringComparison.Ordinal));
    }

    private bool IsAsTold(DossierModel shelf, Claim claim)
    {
        if (Outlet.Length > 0
            && !claim.Positions.Any(p => string.Equals(shelf.Header(p.Article)?.Site, Outlet, StringComparison.Ordinal))) return false;
        return Who.Length == 0
            || claim.Positions.Any(p => p.Statement is { } id
            && string.Equals(shelf.Telling(p.Article, id)?.Source?.Id, Who, StringComparison.Ordinal));
    }
}
