using Recoupe.Extract.Figures;
using Recoupe.Extract.Statements;
using Recoupe.Extract.Times;
using Recoupe.Language;

namespace Recoupe.Extract;

/// <summary>Finds what an article names, tells, times and counts.</summary>
internal static class Extractor
{
    /// <summary>The findings of one article: a pure function of its text and its reading.</summary>
    public static Findings Extract(Article article, Reading reading) => Extract(article, reading, out _);

    /// <summary>As <see cref="Extract(Article, Reading)"/>, with the trees as they were mended on the way.</summary>
    public static Findings Extract(Article article, Reading reading, out DependencyTrees trees)
    {
        var mentions = MentionFinder.Find(article, reading);
        var times = TimeFinder.Find(article, reading);
        var prose = new StatementContext(article, reading, mentions, times);
        var statements = StatementFinder.Find(article, prose);
        var figures = FigureFinder.Find(article, reading, times, statements);
        trees = prose.Trees;
        return new(mentions, times, figures, statements);
    }
}
