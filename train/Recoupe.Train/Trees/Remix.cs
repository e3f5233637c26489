using System.Collections.Immutable;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Train.Trees;

/// <summary>
/// The sentences of a text in another order, in one paragraph, some without their full stop: a treebank shows each of its headlines and list items
/// before one neighbour only, and most of its sentences with a stop.
/// </summary>
internal static class Remix
{
    // One full stop in this many is left out.
    private const ulong Unstopped = 10;

    /// <summary>A text with its tokens and sentences; of words it holds none.</summary>
    public static Reading Of(Reading reading, ulong seed)
    {
        var random = new SplitMix(seed);
        TextSpan[][] order = [.. Sentences(reading)];
        random.Shuffle(order);
        var text = new StringBuilder();
        var (sentences, tokens) = (ImmutableArray.CreateBuilder<Sentence>(), ImmutableArray.CreateBuilder<Token>());
        foreach (var sentence in order)
        {
            var kept = EndsInStop(reading, sentence) && random.Next() % Unstopped == 0 ? sentence[..^1] : sentence;
            if (text.Length > 0) text.Append(' ');
            var shift = text.Length - kept[0].Start;
            text.Append(reading.Text, kept[0].Start, kept[^1].End - kept[0].Start);
            tokens.AddRange(kept.Select(t => new Token(new(t.Start + shift, t.End + shift), 0, 0)));
            sentences.Add(new(new(kept[0].Start + shift, text.Length), 0, 0));
        }

        return new(text.ToString(), reading.Language, sentences.ToImmutable(), tokens.ToImmutable(), [], []);
    }

    private static IEnumerable<TextSpan[]> Sentences(Reading reading)
    {
        var next = 0;
        foreach (var sentence in reading.Sentences)
        {
            var first = next;
            while (next < reading.Tokens.Length && reading.Tokens[next].Span.Start < sentence.Span.End) next++;
            yield return [.. reading.Tokens[first..next].Select(t => t.Span)];
        }
    }

    private static bool EndsInStop(Reading reading, TextSpan[] sentence) =>
        sentence.Length > 2 && sentence[^1].In(reading.Text) is ".";
}
