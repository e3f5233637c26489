using System.Collections.Immutable;
using System.Text;
using Recoupe.Language;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Wordings;

/// <summary>A wording as it grows: own words and words in brackets, in reading order.</summary>
internal sealed class Wording(string article)
{
    private readonly List<(TextSpan? Own, string Given, TextSpan? From)> _pieces = [];
    private readonly List<TextSpan> _changed = [];

    /// <summary>Adds words of the passage.</summary>
    public Wording Own(TextSpan span)
    {
        while (span.Length > 0 && char.IsWhiteSpace(article[span.Start])) span = span with { Start = span.Start + 1 };
        while (span.Length > 0 && char.IsWhiteSpace(article[span.End - 1])) span = span with { End = span.End - 1 };
        if (span.Length > 0) _pieces.Add((span, "", null));
        return this;
    }

    /// <summary>Adds words in brackets, with where in the article they stand.</summary>
    public Wording Give(string words, TextSpan? from)
    {
        if (words.Length > 0) _pieces.Add((null, words, from));
        return this;
    }

    /// <summary>Adds words in brackets that words of the passage are changed into: <c>implication</c>, <c>est impliquée</c>.</summary>
    public Wording Change(string words, TextSpan from)
    {
        _changed.Add(from);
        return Give(words, from);
    }

    /// <summary>The passage's own words, those that were changed too, in text order; what touches is one.</summary>
    public ImmutableArray<TextSpan> Spans()
    {
        var spans = new List<TextSpan>();
        foreach (var span in _pieces.Where(p => p.Own is not null).Select(p => p.Own!.Value).Concat(_changed).Order())
        {
            if (spans.Count > 0 && article.AsSpan(spans[^1].End, Math.Max(0, span.Start - spans[^1].End)).IsWhiteSpace())
                spans[^1] = spans[^1] with { End = span.End };
            else spans.Add(span);
        }

        return [.. spans];
    }

    /// <summary>The words as they read, a capital first, and what in them was supplied.</summary>
    public (string Text, ImmutableArray<Supplied> Supplied) Read()
    {
        var text = new StringBuilder();
        var supplied = ImmutableArray.CreateBuilder<Supplied>();
        for (var i = 0; i < _pieces.Count; i++)
        {
            var (own, given, from) = _pieces[i];
            var words = own is { } span ? Phrases.Flat(span.In(article)) : given;
            if (NeedsSpace(text, words, own, i == 0 ? null : _pieces[i - 1].Own)) text.Append(' ');
            if (own is not null)
            {
                text.Append(words);
                continue;
            }

            if (i == 0 || _pieces[i - 1].Own is not null) text.Append('[');
            supplied.Add(new(text.Length, text.Length + words.Length, from));
            text.Append(words);
            if (i + 1 == _pieces.Count || _pieces[i + 1].Own is not null) text.Append(']');
        }

        Capitalise(text);
        return (text.ToString(), supplied.ToImmutable());
    }

    private static void Capitalise(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetterOrDigit(text[i])) continue;
            text[i] = char.ToUpperInvariant(text[i]);
            return;
        }
    }

    private bool NeedsSpace(StringBuilder text, string words, TextSpan? own, TextSpan? before)
    {
        if (text.Length == 0 || words.Length == 0 || words[0] is ',' or '.' or ')' or '…' or '\'' or '’') return false;
        if (own is { } span && before?.End == span.Start) return false;
        if (words[0] == '-' && words.Length > 1 && char.IsLetter(words[1])) return false;
        return text[^1] is not (' ' or '\'' or '’' or '(' or '“');
    }
}
