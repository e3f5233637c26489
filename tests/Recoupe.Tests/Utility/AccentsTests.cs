using Recoupe.Utility;

namespace Recoupe.Tests.Utility;

public sealed class AccentsTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("Élysée à Noël", "Elysee a Noel")]
    [InlineData("e\u0301", "e")]
    [InlineData("œuvre", "œuvre")]
    [InlineData("Ёлка", "Елка")]
    public void Marks_are_left_out_and_letters_stay(string text, string bare) => Accents.Without(text).ShouldBe(bare);
}
