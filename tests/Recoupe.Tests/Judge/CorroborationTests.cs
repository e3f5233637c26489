using Recoupe.Judge;

namespace Recoupe.Tests.Judge;

public sealed class CorroborationTests
{
    [Fact]
    public void Two_voices_of_one_text_are_one() => Of(Heard("a", null, "f"), Heard("b", null, "f")).ShouldBe(1);

    [Fact]
    public void Two_voices_of_two_texts_are_two() => Of(Heard("a", null, "f"), Heard("b", null, "g")).ShouldBe(2);

    [Fact]
    public void Two_officials_of_one_state_are_one() => Of(Heard("a", "karv", "f"), Heard("b", "karv", "g")).ShouldBe(1);

    [Fact]
    public void Officials_of_two_states_are_two() => Of(Heard("a", "karv", "f"), Heard("b", "lorv", "g")).ShouldBe(2);

    [Fact]
    public void An_official_of_some_state_bears_out_no_other_official()
    {
        Of(Heard("a", "karv", "f"), Heard("b", "", "g")).ShouldBe(1);
        Of(Heard("a", null, "f"), Heard("b", "", "g")).ShouldBe(2);
        Of(Heard("a", "", "f"), Heard("b", "", "g")).ShouldBe(1);
    }

    [Fact]
    public void Voices_are_given_the_families_that_leave_others_theirs()
    {
        Of(Heard("a", null, "f", "g"), Heard("b", null, "f")).ShouldBe(2);
        Of(Heard("a", null, "f", "g"), Heard("b", null, "f"), Heard("c", null, "g")).ShouldBe(2);
        Of(Heard("a", null, "f", "g"), Heard("b", null, "f", "h"), Heard("c", null, "f")).ShouldBe(3);
    }

    [Fact]
    public void Nobody_is_none() => Of().ShouldBe(0);

    private static int Of(params Voice[] voices) => Corroboration.Of([.. voices]);

    private static Voice Heard(string name, string? state, params string[] families) => new(name, IsNamed: true, IsFirm: true, state, [.. families], []);
}
