using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;
using Recoupe.Tell.Pages.Parts;

namespace Recoupe.Tell.Pages;

/// <summary>The voices of a claim, side by side with what was folded into each and why.</summary>
internal static class VoiceList
{
    public static Html Of(DossierModel shelf, Claim claim) => claim.Voices.IsEmpty ? Html.None : Html.Of($"""
        <details class="legend voices-heard"><summary>{shelf.Words["voices.heard"]}</summary>
        <ul class="reasons">{claim.Voices.Select(voice => Voice(shelf, voice))}</ul></details>

        """);

    private static Html Voice(DossierModel shelf, ClaimVoice voice)
    {
        var words = shelf.Words;
        var name = voice.Name is { } named ? Html.Of($"<bdi>{HtmlParts.Short(named, 120)}</bdi>") : Html.Text(words["voices.unnamed"]);
        var folded = voice.Folded.IsEmpty
            ? Html.None
            : Html.Of($"""<ul class="reasons">{voice.Folded.Select(f => Folded(shelf, f))}</ul>""");
        return Html.Of($"""<li><b>{name}</b> <span class="meta">{words["side." + EnumNames.Of(voice.Side)]} · {words.Count("tellings", voice.Members.Length)}</span>{folded}</li>""");
    }

    private static Html Folded(DossierModel shelf, FoldedMember folded)
    {
        var source = folded.Source is { } named
            ? Html.Of($"<bdi>{HtmlParts.Short(named, 120)}</bdi>")
            : Html.Text(shelf.Words["voices.unnamed"]);
        return Html.Of($"<li>{source}: {HtmlParts.Reason(shelf, folded.Why)}</li>");
    }
}
