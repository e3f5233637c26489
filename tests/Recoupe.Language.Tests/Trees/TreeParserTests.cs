using Recoupe.Language.Parsing.Neural;

namespace Recoupe.Language.Tests.Trees;

public sealed class TreeParserTests
{
    [Theory]
    [InlineData(TreeParser.LongestPiece - 1, 0)]
    [InlineData(TreeParser.LongestPiece, 0)]
    [InlineData(TreeParser.LongestPiece + 1, 1)]
    [InlineData(3 * TreeParser.LongestPiece, 2)]
    public void A_long_sentence_is_cut_and_its_pieces_hang_on_the_first(int words, int cuts)
    {
        var reading = Readers.French.Read(string.Join(' ', Enumerable.Repeat("maison", words)));
        reading.Sentences.Length.ShouldBe(1);
        reading.Words.Length.ShouldBe(words);
        reading.Words.Count(w => w.Head == -1).ShouldBe(1);
        var top = reading.Words.ToList().FindIndex(w => w.Head == -1);
        reading.Words.Skip(TreeParser.LongestPiece).Count(w => w.Head == top && w.Relation == "parataxis").ShouldBeGreaterThanOrEqualTo(cuts);
        for (var i = 0; i < words; i++)
            Reaches(reading.Words, i, top).ShouldBeTrue();
    }

    [Fact]
    public void Many_threads_read_what_one_reads()
    {
        string[] texts = [.. Enumerable.Range(0, 40).Select(n => $"Le maire de la commune n° {n} dément avoir vendu les {n} terrains que des habitants réclamaient, selon le préfet.")];
        var one = texts.Select(t => Readers.French.Read(t).Words).ToArray();
        var many = texts.AsParallel().AsOrdered().WithDegreeOfParallelism(8).Select(t => Readers.French.Read(t).Words).ToArray();
        many.Select(w => string.Join(' ', w.Select(x => $"{x.Head}:{x.Relation}"))).ShouldBe(one.Select(w => string.Join(' ', w.Select(x => $"{x.Head}:{x.Relation}"))));
    }

    [Fact]
    public void The_linear_parser_can_be_asked_for()
    {
        var reading = Reader.Load("fr", new ReaderOptions { LinearTrees = true }).Read("Le maire dément.");
        reading.Words.Count(w => w.Head == -1).ShouldBe(1);
    }

    private static bool Reaches(IReadOnlyList<Word> words, int from, int top)
    {
        for (var steps = 0; steps <= words.Count; steps++)
        {
            if (from == top) return true;
            from = words[from].Head;
        }

        return false;
    }
}
