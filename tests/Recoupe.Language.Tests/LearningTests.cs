using Recoupe.Language.Learning;
using Recoupe.Train.Learning;

namespace Recoupe.Language.Tests;

public sealed class LearningTests
{
    private static readonly string[] _classes = ["even", "odd"];

    [Fact]
    public void A_model_learns_what_a_feature_tells_and_ships_it()
    {
        var model = Trained().ToModel(_classes);
        Enumerable.Range(0, 1000).Count(n => Guess(model, n) == n % 2).ShouldBe(1000);
        model.Classes.ShouldBe(_classes);
    }

    [Fact]
    public void Trained_twice_it_is_the_same_file() =>
        Trained().Write(_classes).ShouldBe(Trained().Write(_classes));

    [Fact]
    public void The_mean_of_models_weighs_what_each_says()
    {
        var mean = LinearModel.Load(LinearModel.Mean([Trained().ToModel(_classes), Silent()], least: 1), out _);
        Enumerable.Range(0, 1000).Count(n => Guess(mean, n) == n % 2).ShouldBe(1000);
    }

    [Fact]
    public void The_mean_of_a_model_and_itself_scores_alike()
    {
        var model = Trained().ToModel(_classes);
        var mean = LinearModel.Load(LinearModel.Mean([model, model], least: 1), out _);
        foreach (var n in Enumerable.Range(0, 1000))
            Scores(mean, n).ShouldBe(Scores(model, n));
    }

    private static int[] Scores(IScorer scorer, int n)
    {
        var scores = new int[2];
        scorer.Score(Features(n), scores);
        return scores;
    }

    private static LinearModel Silent() => LinearModel.Load(LinearModel.Write(_classes, []), out _);

    private static Perceptron Trained()
    {
        var perceptron = new Perceptron(2);
        for (var n = 0; n < 1000; n++)
        {
            perceptron.Step();
            var guess = Guess(perceptron, n);
            if (guess != n % 2) perceptron.Update(Features(n), better: n % 2, worse: guess);
        }

        return perceptron;
    }

    private static int Guess(IScorer scorer, int n)
    {
        Span<int> scores = stackalloc int[2];
        scorer.Score(Features(n), scores);
        return scores[1] > scores[0] ? 1 : 0;
    }

    private static ReadOnlySpan<ulong> Features(int n)
    {
        var features = new FeatureSet();
        features.Add(0, (ulong)(n % 10));
        features.Add(1, (ulong)n);
        return features.Keys;
    }
}
