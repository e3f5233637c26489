using Recoupe.Tell;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Desk.Pages;

/// <summary>What an analyst pastes into a note: words, speaker, article, day, address, and the hash that pins the text.</summary>
internal static class Citation
{
    private const int HashShown = 16; // hex digits, as the page of an article shows them

    public static string Of(Locale words, StatementView telling)
    {
        var article = telling.Article;
        string?[] parts =
        [
            telling.Statement.Source.Name ?? words.Of(telling.Statement.Source.Kind),
            words.Say("quoted", ("text", article.Headline())),
            article.Site,
            article.BelievedDay() is { } day ? words.Told(day) : words["day.undated"],
            article.Url ?? article.Name,
            "sha256 " + article.TextHash[..Math.Min(HashShown, article.TextHash.Length)],
        ];
        return $"{words.Say("quoted", ("text", telling.Wording.ReplaceLineEndings(" ")))} — {string.Join(", ", parts.OfType<string>())}";
    }

    /// <summary>A claim with all that is told on both sides.</summary>
    public static string Of(DossierModel shelf, Claim claim)
    {
        var lines = new List<string> { claim.Text };
        foreach (var side in Enum.GetValues<Side>())
        {
            var told = shelf.On(claim, side);
            if (told.IsEmpty) continue;
            lines.Add("");
            lines.Add(shelf.Words["side." + EnumNames.Of(side)]);
            lines.AddRange(told.Select(t => "- " + Of(shelf.Words, t)));
        }

        return string.Join('\n', lines);
    }
}
