using Recoupe.Language;
using Recoupe.Language.Learning;
using Recoupe.Language.Tokenising;
using Recoupe.Train.Learning;

namespace Recoupe.Train.Trees;

/// <summary>Trains the tokeniser: where words begin, where sentences end, which doubtful tokens stand for several words.</summary>
internal static class WordTrainer
{
    // A language's first treebanks hold running text. After them come lists of questions, where no other sentence is known, and transcripts of speech.
    private const int Running = 2;

    // For sentence ends a text without paragraphs is also read in this many other orders.
    private const int Remixes = 4;

    // A true answer must lead by this much, or it is learnt again.
    private const int EndMargin = 3;
    private const int DoubtMargin = 10;

    public static byte[] Train(IReadOnlyList<Reading> readings, WordTable table, Lexicon? lexicon, int rounds) =>
        [.. Boundaries(readings, lexicon, rounds), .. Ends([.. readings.Take(Running).SelectMany(Remixed)], lexicon, rounds), .. DoubtsOf(readings, table, lexicon, rounds)];

    private static IEnumerable<Reading> Remixed(Reading reading) =>
        reading.Text.Contains('\n') ? [reading] : [reading, .. Enumerable.Range(1, Remixes).Select(n => Remix.Of(reading, (ulong)n))];

    private static byte[] Boundaries(IReadOnlyList<Reading> readings, Lexicon? lexicon, int rounds)
    {
        var lesson = new Lesson(Recoupe.Language.Tokenising.Boundaries.Classes);
        foreach (var reading in readings)
        {
            var starts = reading.Tokens.Select(t => t.Span.Start).ToHashSet();
            var keys = new AtomKeys(reading.Text, Atoms.Of(reading.Text));
            var first = 0;
            for (var i = 1; i < keys.Atoms.Count; i++)
            {
                var part = starts.Contains(keys.Atoms[i].Start);
                if (Recoupe.Language.Tokenising.Boundaries.IsOpen(keys, i))
                {
                    Recoupe.Language.Tokenising.Boundaries.Collect(keys, i, first, lexicon, lesson.Features);
                    lesson.Add(part ? Recoupe.Language.Tokenising.Boundaries.Part : Recoupe.Language.Tokenising.Boundaries.Join);
                }

                if (part) first = i;
            }
        }

        return lesson.Learn(rounds);
    }

    private static byte[] Ends(IReadOnlyList<Reading> readings, Lexicon? lexicon, int rounds)
    {
        var lesson = new Lesson(SentenceEnds.Classes);
        foreach (var reading in readings)
        {
            TextSpan[] spans = [.. reading.Tokens.Select(t => t.Span)];
            var ends = reading.Sentences.Select(s => s.Span.End).ToHashSet();
            var (course, lines) = (new Course(), new Line(reading.Text));
            for (var i = 0; i + 1 < spans.Length; i++)
            {
                course.Add(spans[i].In(reading.Text));
                var settled = SentenceEnds.ByGap(reading.Text, lines, spans[i], spans[i + 1]);
                if (settled is null && SentenceEnds.IsOpen(reading.Text, spans[i], spans[i + 1]))
                {
                    SentenceEnds.Collect(reading.Text, spans, i, course, lexicon, lesson.Features);
                    lesson.Add(ends.Contains(spans[i].End) ? 1 : 0);
                }

                if (settled == true) course.Forget();
                if (ends.Contains(spans[i].End)) course.Restart(i + 1);
            }
        }

        return lesson.Learn(rounds, EndMargin);
    }

    /// <summary>The model of doubtful tokens alone.</summary>
    public static byte[] DoubtsOf(IReadOnlyList<Reading> readings, WordTable table, Lexicon? lexicon, int rounds)
    {
        var lesson = new Lesson(Doubts.Classes);
        foreach (var reading in readings)
        {
            TextSpan[] spans = [.. reading.Tokens.Select(t => t.Span)];
            var starts = reading.Sentences.Select(s => s.Span.Start).ToHashSet();
            var first = 0;
            for (var i = 0; i < spans.Length; i++)
            {
                if (starts.Contains(spans[i].Start)) first = i;
                var (form, isSeveral) = Doubt(reading, i, table);
                if (form is null) continue;
                Doubts.Collect(reading.Text, spans, i, first, lexicon, lesson.Features, form);
                lesson.Add(isSeveral ? 1 : 0);
            }
        }

        return lesson.Learn(rounds, DoubtMargin);
    }

    // A doubtful token; or one that stands where a doubtful one would be one word.
    private static (string? Form, bool IsSeveral) Doubt(Reading reading, int at, WordTable table)
    {
        var (form, token) = (reading.Tokens[at].Span.In(reading.Text).ToString(), reading.Tokens[at]);
        if (table.Find(form) is { Doubtful: true }) return (form, token.WordCount > 1);
        var word = reading.Words[token.FirstWord];
        var isSubjects = word is { Tag: PartOfSpeech.Det, Head: >= 0 } && reading.Words[word.Head].Relation.StartsWith("nsubj", StringComparison.Ordinal);
        return isSubjects && OpensClause(reading, token.FirstWord) ? (table.AlikeOf(form), false) : (null, false);
    }

    private static bool OpensClause(Reading reading, int word) =>
        word == 0 || reading.Words[word - 1].Tag is PartOfSpeech.Cconj or PartOfSpeech.Sconj or PartOfSpeech.Punct || reading.Sentences.Any(s => s.FirstWord == word);

    // Decisions of one kind, each with its features and the right answer.
    private sealed class Lesson(string[] classes)
    {
        private readonly List<(ulong[] Keys, int Truth)> _examples = [];

        public FeatureSet Features { get; } = new();

        public void Add(int truth) => _examples.Add((Features.Keys.ToArray(), truth));

        public byte[] Learn(int rounds, int margin = 0)
        {
            var perceptron = new Perceptron(classes.Length);
            var random = new SplitMix(7);
            Span<int> scores = stackalloc int[2];
            for (var round = 0; round < rounds; round++)
            {
                random.Shuffle(_examples);
                foreach (var (keys, truth) in _examples)
                {
                    perceptron.Step();
                    scores.Clear();
                    perceptron.Score(keys, scores);
                    var wrong = scores[1] > scores[0] != (truth == 1);
                    if (wrong || scores[truth] - scores[1 - truth] < margin) perceptron.Update(keys, better: truth, worse: 1 - truth);
                }
            }

            return perceptron.Write(classes);
        }
    }
}
