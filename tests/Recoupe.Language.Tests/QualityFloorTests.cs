using Recoupe.Language.Conllu;

namespace Recoupe.Language.Tests;

/// <summary>Accuracy on the treebanks' own words must not fall below what has been measured (docs/quality.md). Needs RECOUPE_DATA; AnalysisTests hold the same on our own sentences.</summary>
public sealed class QualityFloorTests
{
    [Theory]
    [InlineData("fr_sequoia-ud-test.conllu", 98.6, 97.8, 99.1, 88.0)]
    [InlineData("en_ewt-ud-test.conllu", 95.8, 95.9, 97.0, 82.4)]
    public void Accuracy_on_given_words_does_not_fall(string file, double tags, double features, double lemmas, double arcs)
    {
        var (reader, gold) = Gold(file);
        var read = reader.Annotate(gold);
        (Word Gold, Word Read)[] pairs = [.. gold.Words.Zip(read.Words)];
        Percent(pairs, p => p.Gold.Tag == p.Read.Tag).ShouldBeGreaterThanOrEqualTo(tags);
        Percent(pairs, p => p.Gold.Features.ToString() == p.Read.Features.ToString()).ShouldBeGreaterThanOrEqualTo(features);
        Percent(pairs, p => p.Gold.Lemma == p.Read.Lemma).ShouldBeGreaterThanOrEqualTo(lemmas);
        Percent(pairs, p => p.Gold.Head == p.Read.Head && Plain(p.Gold) == Plain(p.Read)).ShouldBeGreaterThanOrEqualTo(arcs);
    }

    [Theory]
    [InlineData("fr_sequoia-ud-test.conllu", 99.4, 86.0)]
    [InlineData("en_ewt-ud-test.conllu", 98.9, 87.0)]
    public void Tokens_and_sentences_of_raw_text_do_not_fall(string file, double tokens, double sentences)
    {
        var (reader, gold) = Gold(file);
        var read = reader.Read(gold.Text);
        Alike(gold.Tokens.Select(t => (t.Span, t.WordCount)), read.Tokens.Select(t => (t.Span, t.WordCount))).ShouldBeGreaterThanOrEqualTo(tokens);
        Alike(gold.Sentences.Select(s => s.Span), read.Sentences.Select(s => s.Span)).ShouldBeGreaterThanOrEqualTo(sentences);
    }

    private static (Reader Reader, Reading Gold) Gold(string file)
    {
        var data = Environment.GetEnvironmentVariable("RECOUPE_DATA");
        Assert.SkipWhen(data is null, "RECOUPE_DATA names no folder");
        using var input = File.OpenText(Path.Combine(data, "ud", file));
        var reader = file.StartsWith("fr", StringComparison.Ordinal) ? Readers.French : Readers.English;
        return (reader, ConlluReader.Read(input, reader.Language));
    }

    private static double Percent((Word Gold, Word Read)[] pairs, Func<(Word Gold, Word Read), bool> right) => 100.0 * pairs.Count(right) / pairs.Length;

    // F1, in percent.
    private static double Alike<T>(IEnumerable<T> gold, IEnumerable<T> read)
    {
        var (wanted, found) = (gold.ToHashSet(), read.ToHashSet());
        return 200.0 * wanted.Intersect(found).Count() / (wanted.Count + found.Count);
    }

    private static string Plain(Word word) => word.Relation.Split(':')[0];
}
