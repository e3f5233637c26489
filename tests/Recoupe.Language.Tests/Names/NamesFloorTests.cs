using System.Text.Json;
using Recoupe.Language.Names;
using Recoupe.Train.Names;

namespace Recoupe.Language.Tests.Names;

/// <summary>Floors on texts with gold, where the folders are at hand; <c>docs/quality.md</c> has the figures.</summary>
public sealed class NamesFloorTests
{
    [Theory]
    [InlineData("en", "uner-en_ewt-ud-test.iob2", 0.67)]
    [InlineData("fr", "wikineural-fr.test.conllu", 0.65)]
    [InlineData("en", "wikineural-en.test.conllu", 0.60)]
    public void Names_of_the_web_and_of_Wikipedia_reach_their_floor(string language, string file, double floor)
    {
        var data = Environment.GetEnvironmentVariable("RECOUPE_DATA");
        Assert.SkipWhen(data is null, "RECOUPE_DATA names no folder of corpora.");
        var (right, found, gold) = NamesEvalVerb.Score(NameRecogniser.Load(language, Lexicon.Load(language))!, Path.Combine(data, "ner", file));
        (2.0 * right.Sum() / (found.Sum() + gold.Sum())).ShouldBeGreaterThan(floor);
    }

    [Theory]
    [InlineData("fr", "names/seeds.gold.jsonl", "RECOUPE_SEEDS", "", 0.91)]
    [InlineData("fr", "names/estrepublicain.gold.jsonl", "RECOUPE_DATA", "statements/fr", 0.86)]
    [InlineData("en", "names/wikinews.gold.jsonl", "RECOUPE_DATA", "statements/en", 0.81)]
    public void Names_of_press_articles_reach_their_floor(string language, string gold, string root, string folder, double floor)
    {
        var (texts, eval) = (Environment.GetEnvironmentVariable(root), Environment.GetEnvironmentVariable("RECOUPE_EVAL"));
        Assert.SkipWhen(texts is null || eval is null, $"{root} or RECOUPE_EVAL names no folder.");
        var recogniser = NameRecogniser.Load(language, Lexicon.Load(language))!;
        var expected = File.ReadLines(Path.Combine(eval, gold)).Select(line => JsonDocument.Parse(line).RootElement).ToLookup(
            e => Path.GetFileNameWithoutExtension(e.GetProperty("doc").GetString()!),
            e => (e.GetProperty("start").GetInt32(), e.GetProperty("end").GetInt32(), e.GetProperty("type").GetString()!), StringComparer.Ordinal);
        var (right, found) = (0, 0);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(texts, folder), "*.txt"))
        {
            var names = recogniser.Find(File.ReadAllText(path));
            var known = expected[Path.GetFileNameWithoutExtension(path)].ToHashSet();
            found += names.Length;
            right += names.Count(n => known.Contains((n.Span.Start, n.Span.End, n.Type.ToString().ToLowerInvariant())));
        }

        (2.0 * right / (found + expected.Sum(e => e.Count()))).ShouldBeGreaterThan(floor);
    }
}
