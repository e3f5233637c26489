using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Tell.Pages;

/// <summary>Ids as pages show them.</summary>
internal static class ShownIds
{
    // As many characters as `recoupe decide` and `recoupe explain` need to tell one from others.
    private const int Shown = 8;

    /// <summary>The first characters of an id.</summary>
    public static Html Of(string id) => Html.Of($"<code>{id[..Math.Min(Shown, id.Length)]}</code>");
}
