using Recoupe.Language;

namespace Recoupe.Utility;

/// <summary>Spans that do not overlap, to ask which one a place lies in.</summary>
internal sealed class SpanIndex
{
    private readonly List<TextSpan> _spans;

    public SpanIndex(IEnumerable<TextSpan> spans) => _spans = [.. spans.Order()];

    /// <summary>In text order.</summary>
    public IReadOnlyList<TextSpan> All => _spans;

    /// <summary>Whether one of them contains the span.</summary>
    public bool Contains(TextSpan span) => At(span.Start) is { } found && found.Contains(span);

    /// <summary>Those that overlap the span, cut to it.</summary>
    public IEnumerable<TextSpan> Within(TextSpan span)
    {
        var first = _spans.BinarySearch(new(span.Start, span.Start));
        if (first < 0) first = ~first;
        if (first > 0 && _spans[first - 1].End > span.Start) first--;
        for (var i = first; i < _spans.Count && _spans[i].Start < span.End; i++)
            yield return new(Math.Max(_spans[i].Start, span.Start), Math.Min(_spans[i].End, span.End));
    }

    private TextSpan? At(int place)
    {
        var at = _spans.BinarySearch(new(place, int.MaxValue));
        var before = (at < 0 ? ~at : at) - 1;
        return before >= 0 ? _spans[before] : null;
    }
}
