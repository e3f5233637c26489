using Recoupe.Language;

namespace Recoupe.Extract;

/// <summary>Finds what an article names, tells, times and counts.</summary>
internal static class Extractor
{
    /// <summary>The findings of one article: a pure function of its text and its reading.</summary>
    public static Findings Extract(Article article, Reading reading)
    {
        var mentions = Mentions.Find(article, reading);
        var times = Times.Find(article, reading);
        var statements = Statements.Find(article, reading, mentions, times);
        var figures = Figures.Find(article, reading, times, statements);
        return new(mentions, times, figures, statements);
    }
}
