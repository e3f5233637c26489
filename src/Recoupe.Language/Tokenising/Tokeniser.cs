using System.Collections.Immutable;
using Recoupe.Language.Learning;
using Recoupe.Language.Models;

namespace Recoupe.Language.Tokenising;

/// <summary>Cuts a text into sentences and words that are not yet analysed: atoms are joined into tokens, tokens into sentences, and a token that stands for several words is undone.</summary>
internal sealed class Tokeniser(string language, WordTable table, Lexicon? lexicon, IScorer boundaries, IScorer ends, IScorer doubts)
{
    // Where so many words run on without an end they are a list or no prose at all, and whatever looks through a sentence must not look through a whole book.
    private const int LongestSentence = 500;

    public static Tokeniser Load(string language, Lexicon? lexicon)
    {
        var bytes = ModelFiles.Read($"{language}/words.bin").AsMemory();
        var boundaries = LinearModel.Load(bytes, out var length);
        var ends = LinearModel.Load(bytes = bytes[length..], out length);
        var doubts = LinearModel.Load(bytes[length..], out _);
        return new(language, WordTable.Load(language), lexicon, boundaries, ends, doubts);
    }

    public Reading Tokenise(string text)
    {
        var features = new FeatureSet();
        var spans = Tokens(text, features);
        var course = new Course();
        var lines = new Line(text);
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        var tokens = ImmutableArray.CreateBuilder<Token>(spans.Count);
        var words = ImmutableArray.CreateBuilder<Word>(spans.Count + spans.Count / 16);
        var firstWord = 0;
        for (var i = 0; i < spans.Count; i++)
        {
            course.Add(spans[i].In(text));
            AddToken(text, spans, i, course.FirstToken, features, tokens, words);
            if (i + 1 < spans.Count && words.Count - firstWord < LongestSentence && !Ends(text, spans, i, course, lines, features)) continue;
            sentences.Add(new(new(spans[course.FirstToken].Start, spans[i].End), firstWord, words.Count - firstWord));
            firstWord = words.Count;
            course.Restart(i + 1);
        }

        return new(text, language, sentences.ToImmutable(), tokens.ToImmutable(), words.ToImmutable(), []);
    }

    private List<TextSpan> Tokens(string text, FeatureSet features)
    {
        var keys = new AtomKeys(text, Atoms.Of(text));
        var atoms = keys.Atoms;
        var spans = new List<TextSpan>(atoms.Count);
        var first = 0;
        for (var i = 1; i <= atoms.Count; i++)
        {
            if (i < atoms.Count && Joins(keys, i, first, features)) continue;
            spans.Add(new(atoms[first].Start, atoms[i - 1].End));
            first = i;
        }

        if (atoms.Count == 0) spans.Clear();
        return spans;
    }

    private bool Joins(AtomKeys keys, int at, int first, FeatureSet features)
    {
        if (!Boundaries.IsOpen(keys, at) || keys.Atoms[at].End - keys.Atoms[first].Start > Boundaries.LongestToken) return false;
        Boundaries.Collect(keys, at, first, lexicon, features);
        return boundaries.Best(features.Keys) == Boundaries.Join;
    }

    private bool Ends(string text, List<TextSpan> spans, int at, Course course, Line lines, FeatureSet features)
    {
        if (SentenceEnds.ByGap(text, lines, spans[at], spans[at + 1]) is { } settled)
        {
            if (settled) course.Forget();
            return settled;
        }

        if (!SentenceEnds.IsOpen(text, spans[at], spans[at + 1]) || SentenceEnds.IsBeforeAside(text, spans, at)) return false;
        SentenceEnds.Collect(text, spans, at, course, lexicon, features);
        Span<int> scores = stackalloc int[2];
        ends.Score(features.Keys, scores);
        return scores[1] - scores[0] > SentenceEnds.Margin(text, spans[at]);
    }


    private void AddToken(string text, List<TextSpan> spans, int at, int first, FeatureSet features, ImmutableArray<Token>.Builder tokens, ImmutableArray<Word>.Builder words)
    {
        var span = spans[at];
        var form = span.In(text);
        var firstWord = words.Count;
        if (table.Find(form) is { } multiword && (!multiword.Doubtful || IsSeveral(text, spans, at, first, features)))
        {
            foreach (var word in multiword.As(form))
                words.Add(Word.Bare(span, word));
        }
        else if (table.EndingStart(form) is var start and > 0)
        {
            words.Add(Word.Bare(span, form[..start].ToString()));
            words.Add(Word.Bare(span, form[start..].ToString()));
        }
        else
        {
            words.Add(Word.Bare(span, form.ToString()));
        }

        tokens.Add(new(span, firstWord, words.Count - firstWord));
    }

    private bool IsSeveral(string text, List<TextSpan> spans, int at, int first, FeatureSet features)
    {
        Doubts.Collect(text, spans, at, first, lexicon, features);
        return doubts.Best(features.Keys) == 1;
    }
}
