using System.Collections.Immutable;
using Recoupe.Judge.Disputes;

namespace Recoupe.Tests.Judge;

public sealed class DisputeWorthTests
{
    [Theory]
    [InlineData("2024-03-19", "2024-03-18", "2024-03-17")] // one day before the last word, and two
    [InlineData("2024-03-19", "2024-03-12", "2024-03-11")] // seven, and eight
    public void What_is_newer_by_a_step_is_worth_more(string latest, string newer, string older)
    {
        Worth(newer, latest).ShouldBeGreaterThan(Worth(older, latest));
        Worth(latest, latest).ShouldBe(Worth("2024-03-18", latest));
        Worth(null, latest).ShouldBe(Worth("2023-01-01", latest));
    }

    [Fact]
    public void Twelve_voices_are_worth_more_than_eleven_and_no_less_than_forty() =>
        new[] { 11, 12, 40 }.Select(voices => Worth("2024-03-19", "2024-03-19", voices)).ShouldBe([11 * 6, 12 * 6, 12 * 6]);

    private static int Worth(string? last, string latest, int voices = 2) => DisputeWorth.Of([Claimed(last, voices)], latest).Value;

    private static Claim Claimed(string? last, int voices) => new(
        "00000000000000c1", "The dam broke.", [], "en", null, null, [], new VoiceCount(voices, 0), [], new Credibility(3, ImmutableArray<Reason>.Empty), last, last);
}
