using Recoupe.Language;
using Recoupe.Language.Learning;
using Recoupe.Language.Tagging;
using Recoupe.Train.Learning;

namespace Recoupe.Train.Trees;

/// <summary>Trains the taggers of parts of speech and of features, and the lemmatiser.</summary>
internal static class TagTrainer
{
    // A true class must lead by this much, or it is learnt again: it makes up for the few trees there are.
    private const int Margin = 12;

    private static readonly string[] _tagNames = Enum.GetNames<PartOfSpeech>();

    public static byte[] Tags(Example[] examples, Lexicon? lexicon, int rounds, int margin = Margin, ulong seed = Rounds.Seed)
    {
        var perceptron = new Perceptron(_tagNames.Length);
        var (frame, features) = (new Frame(), new FeatureSet());
        Rounds.Run(examples, rounds, example =>
        {
            frame.Reset(example.Words.AsSpan(), lexicon, example.Bank);
            for (var i = 0; i < frame.Count; i++)
            {
                TagFeatures.Collect(frame, i, features);
                frame.Tag(i) = (byte)perceptron.Learn(features, (int)example.Words[i].Tag, _tagNames.Length, margin);
            }
        }, seed);
        return perceptron.Write(_tagNames);
    }

    public static byte[] Morphs(Example[] examples, Lexicon? lexicon, int rounds, int margin = Margin)
    {
        var inventory = Inventory.Of(examples.SelectMany(e => e.Words).Select(w => (w.Tag, w.Features.Value ?? "")));
        var classes = inventory.ToClasses();
        var perceptron = new Perceptron(classes.Count);
        var (frame, features) = (new Frame(), new FeatureSet());
        Rounds.Run(examples, rounds, example =>
        {
            SetTags(frame, example, lexicon);
            for (var i = 0; i < frame.Count; i++)
            {
                var truth = inventory.IndexOf(frame.Tag(i), example.Words[i].Features.Value ?? "");
                if (truth < 0 || inventory.Count(frame.Tag(i)) < 2) continue;
                MorphFeatures.Collect(frame, i, features);
                frame.Morph(i) = (ushort)perceptron.Learn(features, truth, inventory.Count(frame.Tag(i)), margin);
            }
        });
        return perceptron.Write(classes);
    }

    public static byte[] Lemmas(Example[] examples, Lexicon? lexicon, Inventory morphs, int rounds)
    {
        var rules = Inventory.Of(examples.SelectMany(e => e.Words).Select(w => (w.Tag, LemmaRule.Between(w.Form, w.Lemma))));
        var classes = rules.ToClasses();
        var perceptron = new Perceptron(classes.Count);
        var (frame, features) = (new Frame(), new FeatureSet());
        Rounds.Run(examples, rounds, example =>
        {
            SetTags(frame, example, lexicon);
            for (var i = 0; i < frame.Count; i++)
                frame.Morph(i) = (ushort)Math.Max(0, morphs.IndexOf(frame.Tag(i), example.Words[i].Features.Value ?? ""));
            for (var i = 0; i < frame.Count; i++)
            {
                var truth = rules.IndexOf(frame.Tag(i), LemmaRule.Between(example.Words[i].Form, example.Words[i].Lemma));
                if (truth < 0 || rules.Count(frame.Tag(i)) < 2) continue;
                Lemmatiser.Collect(frame, i, lexicon, features);
                perceptron.Learn(features, truth, rules.Count(frame.Tag(i)), margin: 0);
            }
        });
        return perceptron.Write(classes);
    }

    private static void SetTags(Frame frame, Example example, Lexicon? lexicon)
    {
        frame.Reset(example.Words.AsSpan(), lexicon, example.Bank);
        for (var i = 0; i < frame.Count; i++)
            frame.Tag(i) = (byte)example.Words[i].Tag;
    }

    // Returns the guess made before learning, as the model will have to live with its own guesses.
    private static int Learn(this Perceptron perceptron, FeatureSet features, int truth, int count, int margin)
    {
        perceptron.Step();
        Span<int> scores = stackalloc int[perceptron.ClassCount];
        perceptron.Score(features.Keys, scores);
        scores = scores[..count];
        var guess = Scoring.Best(scores);
        var lead = scores[truth];
        scores[truth] = int.MinValue;
        var rival = Scoring.Best(scores);
        if (guess != truth || lead - scores[rival] < margin) perceptron.Update(features.Keys, better: truth, worse: rival);
        return guess;
    }
}
