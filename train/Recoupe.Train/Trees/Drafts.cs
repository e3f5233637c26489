using Recoupe.Language;
using Recoupe.Language.Learning;
using Recoupe.Language.Parsing;
using Recoupe.Language.Tagging;

namespace Recoupe.Train.Trees;

/// <summary>Gives examples the trees of parsers that have not seen them, so that a reviser learns from drafts as it will meet them; and turns them round, as it reads from the end.</summary>
internal static class Drafts
{
    private const int Folds = 3;

    public static Example[] Of(Example[] examples, Lexicon? lexicon, Inventory morphs, int rounds)
    {
        var drafted = new Example[examples.Length];
        for (var fold = 0; fold < Folds; fold++)
        {
            Example[] others = [.. examples.Where((_, i) => i % Folds != fold)];
            var model = LinearModel.Load(ParserTrainer.Train(ParserTrainer.Weighted(others), lexicon, morphs, rounds, Rounds.Seed), out _);
            var drafter = new Drafter(new(model, new(model.Classes)), lexicon, morphs);
            for (var i = fold; i < examples.Length; i += Folds)
                drafted[i] = Mirrored(drafter.Draft(examples[i]));
        }

        return drafted;
    }

    private static Example Mirrored(Example example)
    {
        var last = example.Words.Length - 1;
        return example with
        {
            Words = [.. example.Words.Reverse().Select(w => w with { Head = w.Head < 0 ? -1 : last - w.Head })],
            Draft = [.. example.Draft.Reverse().Select(d => d with { Head = d.Head < 0 ? -1 : last - d.Head })],
        };
    }

    private sealed class Drafter(Parser parser, Lexicon? lexicon, Inventory morphs)
    {
        private readonly Frame _frame = new();
        private readonly ParseState _tree = new();
        private readonly ParseFeatures _between = new();
        private readonly FeatureSet _features = new();

        public Example Draft(Example example)
        {
            ParserTrainer.Fill(_frame, example, lexicon, morphs);
            parser.Parse(_frame, _tree, _between, _features);
            return example with { Draft = [.. Enumerable.Range(0, example.Words.Length).Select(Drafted)] };
        }

        private Drafted Drafted(int word)
        {
            ref readonly var node = ref _tree[word];
            return new(node.Head == _tree.Count ? -1 : node.Head, parser.Relation(node.Label), node.Lead);
        }
    }
}
