using System.Collections.Immutable;

namespace Recoupe.Judge.Figures;

/// <summary>A figure where it stands, with who gives it.</summary>
/// <param name="Article">The article it stands in.</param>
/// <param name="Figure">The figure.</param>
/// <param name="By">The statement that gives it; <see langword="null"/> where the article itself does.</param>
/// <param name="IsForecast">Whether it is told of what is to come.</param>
internal sealed record GivenFigure(Article Article, Figure Figure, Statement? By, bool IsForecast)
{
    /// <summary>The day it is given as of: its own, or else that of its statement or of its article, where that is believed.</summary>
    public string? Day { get; } = Figure.AsOf ?? By?.Said ?? Article.Header.BelievedDay();

    public ArticleId ArticleId => Article.Id;

    public Passage Passage => new(Article.Id, Figure.Span);

    /// <summary>The figures of an article.</summary>
    public static IEnumerable<GivenFigure> In(FiledArticle filed)
    {
        var statements = filed.Findings.Statements.ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (var figure in filed.Findings.Figures)
        {
            var by = figure.Statement is { } statement ? statements.GetValueOrDefault(statement) : null;
            yield return new(filed.Article, figure, by, IsForetold(figure, by?.Propositions ?? filed.Findings.Own));
        }
    }

    /// <summary>By day, those of no known day last; then by article and place.</summary>
    public static int ByDay(GivenFigure a, GivenFigure b)
    {
        var order = string.CompareOrdinal(a.Day ?? "~", b.Day ?? "~");
        if (order == 0) order = a.ArticleId.CompareTo(b.ArticleId);
        return order != 0 ? order : a.Figure.Span.CompareTo(b.Figure.Span);
    }

    // Whoever tells of days to come counts nothing yet.
    private static bool IsForetold(Figure figure, ImmutableArray<Proposition> told)
    {
        var giving = told.Where(p => p.Figures.Contains(figure.Span)).ToList();
        return giving.Count > 0 && giving.TrueForAll(p => p.Kind == PropositionKind.Forecast);
    }
}
