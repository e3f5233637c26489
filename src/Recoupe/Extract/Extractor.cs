using Recoupe.Extract.Figures;
using Recoupe.Extract.Times;
using Recoupe.Language;

namespace Recoupe.Extract;

/// <summary>Finds what an article names, tells, times and counts.</summary>
internal static class Extractor
{
    /// <summary>The findings of one article: a pure function of its text and its reading.</summary>
    public static Findings Extract(Article article, Reading reading)
    {
        var mentions = MentionFinder.Find(article, reading);
        var times = TimeFinder.Find(article, reading);
        var statements = StatementFinder.Find(article, reading, mentions, times);
        var figures = FigureFinder.Find(article, reading, times, statements);
        return new(mentions, times, figures, statements);
    }
}
