using System.Globalization;
using Recoupe.Language;
using Recoupe.Tell.Pages.Markup;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages.Parts;

/// <summary>
/// An article's text with what was found marked in it. Finds may overlap, so the text is cut wherever one begins or ends and each
/// stretch takes the innermost of each layer: time n log n in the finds, whatever their nesting.
/// </summary>
internal sealed class TextMarkup
{
    private enum Layer
    {
        Content,
        Source,
        Cue,
        Figure,
        Name,
    }

    private sealed record Mark(TextSpan Span, Layer Layer, int Index, StatementView? Telling, Entity? Entity);

    private readonly string _text;
    private readonly List<Mark> _marks = [];
    private readonly SortedSet<int> _cuts = [];
    private readonly SortedSet<int> _anchors;
    private readonly ILookup<int, StatementView> _ends;

    private TextMarkup(DossierModel shelf, FiledArticle filed)
    {
        _text = filed.Article.Text;
        _anchors = shelf.AnchorsOf(filed.Article.Id);
        var tellings = shelf.TellingsOf(filed.Article.Id);
        _ends = tellings.ToLookup(telling => telling.Statement.Content[^1].End);
        foreach (var telling in tellings)
        {
            foreach (var span in telling.Statement.Content) Add(span, Layer.Content, telling, null);
            if (telling.Statement.Source.Span is { } source) Add(source, Layer.Source, telling, null);
            if (telling.Statement.Cue is { } cue) Add(cue, Layer.Cue, telling, null);
        }

        foreach (var figure in filed.Findings.Figures) Add(figure.Span, Layer.Figure, null, null);
        foreach (var mention in filed.Findings.Mentions)
        {
            if (shelf.Entities.Of(filed.Article.Id, mention) is { } entity) Add(mention.Span, Layer.Name, null, entity);
        }

        _cuts.UnionWith(_anchors);
        _marks.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    /// <summary>The blocks' texts as markup, in their order; furniture unmarked.</summary>
    public static IEnumerable<(Block Block, Html Markup)> Of(DossierModel shelf, FiledArticle filed) =>
        new TextMarkup(shelf, filed).Blocks(shelf, filed.Article);

    private void Add(TextSpan span, Layer layer, StatementView? telling, Entity? entity)
    {
        _marks.Add(new Mark(span, layer, _marks.Count, telling, entity));
        _cuts.Add(span.Start);
        _cuts.Add(span.End);
    }

    private IEnumerable<(Block Block, Html Markup)> Blocks(DossierModel shelf, Article article)
    {
        // Shorter first: the innermost of a layer is its least.
        var open = Enum.GetValues<Layer>().Select(_ => new SortedSet<(int Length, int Index)>()).ToArray();
        var byIndex = _marks.OrderBy(mark => mark.Index).ToArray();
        var closing = new PriorityQueue<Mark, int>();
        var next = 0;
        foreach (var block in article.Blocks)
        {
            var parts = new List<Html>();
            foreach (var stretch in Stretches(block.Span))
            {
                while (next < _marks.Count && _marks[next].Span.Start <= stretch.Start) Open(_marks[next++]);
                while (closing.TryPeek(out var ended, out var end) && end <= stretch.Start) Close(closing.Dequeue());
                parts.Add(Stretch(shelf, stretch, Innermost));
            }

            yield return (block, Html.Of(parts));
        }

        void Open(Mark mark)
        {
            open[(int)mark.Layer].Add((mark.Span.Length, mark.Index));
            closing.Enqueue(mark, mark.Span.End);
        }

        void Close(Mark mark) => open[(int)mark.Layer].Remove((mark.Span.Length, mark.Index));

        Mark? Innermost(Layer layer) => open[(int)layer].Count == 0 ? null : byIndex[open[(int)layer].Min.Index];
    }

    private IEnumerable<TextSpan> Stretches(TextSpan block)
    {
        var start = block.Start;
        foreach (var cut in _cuts.GetViewBetween(block.Start, block.End))
        {
            if (cut > start) yield return new TextSpan(start, cut);
            start = Math.Max(start, cut);
        }

        if (start < block.End) yield return new TextSpan(start, block.End);
    }

    private Html Stretch(DossierModel shelf, TextSpan stretch, Func<Layer, Mark?> innermost)
    {
        var shown = Html.Text(new string(stretch.In(_text)));
        if (innermost(Layer.Name)?.Entity is { } entity)
            shown = Html.Of($"""<a class="name" href="{shelf.PageOf(entity)}">{shown}</a>""");
        if (innermost(Layer.Figure) is not null) shown = Html.Of($"""<span class="num">{shown}</span>""");
        if (innermost(Layer.Source) is not null) shown = Html.Of($"""<span class="src">{shown}</span>""");
        if (innermost(Layer.Cue) is not null) shown = Html.Of($"""<span class="cue">{shown}</span>""");
        if (innermost(Layer.Content)?.Telling is { } telling)
            shown = Html.Of($"""<mark class="{Sureness(telling.Statement.Certainty)}">{shown}</mark>""");
        return Html.Of($"{Anchor(stretch.Start)}{shown}{_ends[stretch.End].Select(Number)}");
    }

    private Html Anchor(int place) => _anchors.Contains(place)
        ? Html.Of($"""<a class="at" id="p{place.ToString(CultureInfo.InvariantCulture)}"></a>""")
        : Html.None;

    private static Html Number(StatementView telling) =>
        Html.Of($"""<sup><a href="#s-{telling.Statement.Id}">{telling.Number}</a></sup>""");

    private static string Sureness(Certainty certainty) => HtmlParts.Disc(certainty) switch
    {
        "●" => "certain",
        "◐" => "probable",
        "○" => "possible",
        _ => "open",
    };
}
