using System.Collections.Immutable;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Propose;

/// <summary>A wording as it grows: own words and words in brackets, in reading order.</summary>
internal sealed class Wording(string article)
{
    private readonly List<(TextSpan? Own, string Given, TextSpan? From)> _pieces = [];

    /// <summary>Adds words of the passage.</summary>
    public Wording Own(TextSpan span)
    {
        if (span.Length <= 0) return this;
        if (_pieces.Count > 0 && _pieces[^1].Own is { } last && last.End == span.Start) _pieces[^1] = (last with { End = span.End }, "", null);
        else _pieces.Add((span, "", null));
        return this;
    }

    /// <summary>Adds words in brackets, with where in the article they stand.</summary>
    public Wording Give(string words, TextSpan? from)
    {
        if (words.Length > 0) _pieces.Add((null, words, from));
        return this;
    }

    /// <summary>The passage's own words, in text order.</summary>
    public ImmutableArray<TextSpan> Spans() => [.. _pieces.Where(p => p.Own is not null).Select(p => p.Own!.Value).Order()];

    /// <summary>The words as they read, a capital first, and what in them was supplied.</summary>
    public (string Text, ImmutableArray<Supplied> Supplied) Read()
    {
        var text = new StringBuilder();
        var supplied = ImmutableArray.CreateBuilder<Supplied>();
        for (var i = 0; i < _pieces.Count; i++)
        {
            var (own, given, from) = _pieces[i];
            var words = own is { } span ? Flat(span.In(article)) : given;
            if (NeedsSpace(text, words, own, i == 0 ? null : _pieces[i - 1].Own)) text.Append(' ');
            if (own is not null)
            {
                text.Append(words);
                continue;
            }

            var opens = i == 0 || _pieces[i - 1].Own is not null;
            if (opens) text.Append('[');
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
        if (text.Length == 0 || words.Length == 0 || words[0] is ',' or '.' or ';' or ')' or '…' or '\'' or '’') return false;
        if (own is { } span && before is not null && span.Start > 0 && !char.IsWhiteSpace(article[span.Start - 1]) && before.Value.End == span.Start) return false;
        return text[^1] is not (' ' or '\'' or '’' or '(' or '«' or '“');
    }

    private static string Flat(ReadOnlySpan<char> text) => string.Join(' ', text.ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
