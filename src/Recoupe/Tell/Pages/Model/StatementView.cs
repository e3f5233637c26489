using System.Collections.Immutable;

namespace Recoupe.Tell.Pages.Model;

/// <summary>A statement where it stands, with what the pages show of it.</summary>
/// <param name="Article">The article it stands in.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Number">Its number in the article, from 1, in text order.</param>
/// <param name="Wording">The words of its content.</param>
/// <param name="Source">The entity its source is, or <see langword="null"/>.</param>
internal sealed record StatementView(ArticleHeader Article, Statement Statement, int Number, string Wording, Entity? Source)
{
    /// <summary>The day it was said, or else the day its article came out, where that is believed.</summary>
    public string? Day => Statement.Said ?? Article.BelievedDay();

    public static int ByDay(StatementView a, StatementView b)
    {
        var byDay = string.CompareOrdinal(a.Day ?? "~", b.Day ?? "~");
        if (byDay != 0) return byDay;
        var byArticle = a.Article.Id.CompareTo(b.Article.Id);
        return byArticle != 0 ? byArticle : a.Number.CompareTo(b.Number);
    }
}

/// <summary>A voice on one side of a claim, as the ledger lists it, with its tellings by day.</summary>
/// <param name="Voice">The voice; <see langword="null"/> for what none is listed for.</param>
/// <param name="Told">Its tellings; at least one.</param>
internal readonly record struct VoiceView(ClaimVoice? Voice, ImmutableArray<StatementView> Told);

/// <summary>A figure where it stands.</summary>
/// <param name="Article">The article it stands in.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Wording">The words of it.</param>
/// <param name="By">The statement that gives it; <see langword="null"/> where the article itself does.</param>
internal sealed record LocatedFigure(ArticleHeader Article, Figure Figure, string Wording, StatementView? By)
{
    /// <summary>The day it is given as of: its own, or else that of its statement or of its article, where that is believed.</summary>
    public string? Day => Figure.AsOf ?? By?.Day ?? Article.BelievedDay();
}

internal static class ArticleHeaders
{
    public static string Headline(this ArticleHeader article) => string.IsNullOrWhiteSpace(article.Title) ? article.Name : article.Title;
}
