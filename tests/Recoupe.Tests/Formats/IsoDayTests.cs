using Recoupe.Formats;

namespace Recoupe.Tests.Formats;

public sealed class IsoDayTests
{
    [Theory]
    [InlineData("2022-04-07", "2022-04-07")]
    [InlineData(" 2022-04-07T23:30:00-05:00 ", "2022-04-07")]
    [InlineData("2022-04-07 10:00:00", "2022-04-07")]
    [InlineData("XXXX-04-07", "XXXX-04-07")]
    [InlineData("2022-04", "2022-04")]
    [InlineData("20220407", "2022-04-07")]
    [InlineData("Thu, 07 Apr 2022 08:00:00 +0200", "2022-04-07")]
    [InlineData("2022-02-30", null)]
    [InlineData("0001-01-01T00:00:00", null)]
    [InlineData("hier", null)]
    [InlineData("", null)]
    public void A_day_is_read_as_its_writer_saw_it(string text, string? day) => IsoDay.Read(text).ShouldBe(day);
}
