using Recoupe.Tell;

namespace Recoupe.Tests.Tell;

public sealed class DayWordingTests
{
    [Theory]
    [InlineData("XXXX-XX-06", "le 6, mois inconnu")]
    [InlineData("XXXX-XX-01", "le 1er, mois inconnu")]
    [InlineData("2019-W41-WE", "week-end du 12 octobre 2019")]
    [InlineData("XXXX-WXX-6TEV", "samedi, date inconnue")]
    [InlineData("2023-SU", "été 2023")]
    [InlineData("XXXX-XX-XX", "jour inconnu")]
    [InlineData("XXXX-WXX-WE", "jour inconnu")]
    [InlineData("XXXX-W12", "jour inconnu")]
    [InlineData("T15:00", "jour inconnu")]
    [InlineData("2023-09-16TEV", "16 septembre 2023")]
    [InlineData("2023-W29", "semaine 29 de 2023")]
    public void A_value_is_told_in_words_and_never_raw(string value, string told) => Locale.For("fr").Day(value).Replace('\u00a0', ' ').ShouldBe(told);
}
