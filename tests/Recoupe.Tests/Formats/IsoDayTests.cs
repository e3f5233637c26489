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

    [Theory]
    [InlineData("121742 GMT MAR 24", "2024-03-12")]
    [InlineData("ORVEC, (AOP) 121742 GMT MAR 24", "2024-03-12")]
    [InlineData("321742 GMT MAR 24", "XXXX-03-24")]
    [InlineData("12174 GMT MAR 24", "XXXX-03-24")]
    public void The_stamp_at_the_end_of_a_wire_is_its_day(string line, string day) => WrittenDay.In(LineWords.Of(line))!.Value.Value.ShouldBe(day);

    [Theory]
    [InlineData("1710262920", "2024-03-12")]
    [InlineData("1710262920000", "2024-03-12")]
    [InlineData("1710262920.5", "2024-03-12")]
    [InlineData("17102629", null)]
    [InlineData("171026292000000", null)]
    [InlineData("-1710262920", null)]
    public void A_count_of_seconds_is_a_day(string text, string? day) => IsoDay.OfCount(text).ShouldBe(day);
}
