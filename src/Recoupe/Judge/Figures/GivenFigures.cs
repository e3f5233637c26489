using System.Collections.Immutable;

namespace Recoupe.Judge.Figures;

/// <summary>The figures of a heap of articles with who gives each, which no claim changes. They stand until something they rest on does.</summary>
internal sealed class GivenFigures
{
    private static readonly Comparer<GivenFigure> ByDay = Comparer<GivenFigure>.Create(GivenFigure.ByDay);

    private readonly Dictionary<ArticleId, ImmutableArray<(GivenFigure Given, FigureVoice Voice)>> _byArticle = [];

    /// <summary>Who gives them.</summary>
    public FigureVoices? Voices { get; private set; }

    /// <summary>The figures that somebody is told to give, then those of articles themselves, each by day.</summary>
    public IEnumerable<(GivenFigure Given, FigureVoice Voice)> InOrder =>
        _byArticle.Values.SelectMany(f => f).OrderBy(f => f.Voice.IsOwn).ThenBy(f => f.Given, ByDay);

    /// <summary>Reads anew who gives the figures of some articles, new ones among them.</summary>
    public GivenFigures Follow(IEnumerable<FiledArticle> filed, FigureVoices voices)
    {
        Voices = voices;
        foreach (var article in filed)
            _byArticle[article.Article.Id] = [.. GivenFigure.In(article).Select(given => (given, voices.Of(given)))];
        return this;
    }
}
