using Recoupe.Train.Trees;

namespace Recoupe.Language.Tests;

public sealed class RemixTests
{
    private static readonly Reading _text = Readers.French.Read(string.Join(" ", Enumerable.Range(1, 40).Select(n => $"Le maire a reçu {n} lettres.")));

    [Fact]
    public void Every_sentence_is_kept_whole_but_for_its_stop()
    {
        var remix = Remix.Of(_text, seed: 1);
        string[] Sentences(Reading reading) => [.. reading.Sentences.Select(s => s.Span.In(reading.Text).TrimEnd('.').ToString())];
        Sentences(remix).ShouldBe(Sentences(_text), ignoreOrder: true);
        Sentences(remix).ShouldNotBe(Sentences(_text));
        remix.Sentences.Count(s => !s.Span.In(remix.Text).EndsWith(".")).ShouldBeInRange(1, 15);
        remix.Tokens.ShouldAllBe(t => !remix.Text.Substring(t.Span.Start, t.Span.Length).Contains(' '));
    }

    [Fact]
    public void The_same_seed_gives_the_same_order() => Remix.Of(_text, seed: 2).Text.ShouldBe(Remix.Of(_text, seed: 2).Text);
}
