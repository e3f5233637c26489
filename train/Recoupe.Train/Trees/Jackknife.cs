using Recoupe.Language;
using Recoupe.Language.Learning;
using Recoupe.Language.Tagging;

namespace Recoupe.Train.Trees;

/// <summary>Replaces true tags and features by those of taggers that have not seen the sentence, so that a parser learns from tags as it will meet them.</summary>
internal static class Jackknife
{
    private const int Folds = 5;
    private const int TagRounds = 7;
    private const int MorphRounds = 5;

    public static Example[] Retag(Example[] examples, Lexicon? lexicon)
    {
        var retagged = new Example[examples.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            Example[] others = [.. examples.Where((_, i) => i % Folds != fold)];
            var tags = LinearModel.Load(TagTrainer.Tags(others, lexicon, TagRounds, margin: 0), out _);
            var morphs = LinearModel.Load(TagTrainer.Morphs(others, lexicon, MorphRounds, margin: 0), out _);
            var retagger = new Retagger(tags, new(morphs, Inventory.Parse(morphs.Classes)), lexicon);
            for (var i = fold; i < examples.Length; i += Folds)
                retagged[i] = retagger.Retag(examples[i]);
        }

        return retagged;
    }

    private sealed class Retagger(LinearModel tags, MorphTagger morphs, Lexicon? lexicon)
    {
        private readonly Frame _frame = new();
        private readonly FeatureSet _features = new();

        public Example Retag(Example example)
        {
            _frame.Reset(example.Words.AsSpan(), lexicon, example.Bank);
            Tagger.Tag(_frame, tags, _features);
            morphs.Tag(_frame, _features);
            return example with
            {
                Words = [.. example.Words.Select((w, i) => w with { Tag = (PartOfSpeech)_frame.Tag(i), Features = morphs.Of(_frame, i) })],
            };
        }
    }
}
