using System.Text;
using System.Text.Json;
using Recoupe.Tell;

namespace Recoupe.Tests.Judge.Figures;

/// <summary>Counts in the ledger and its exports; how they come to be is shown on the figures page too.</summary>
public sealed class CountTests
{
    [Fact]
    public void A_count_is_the_same_whatever_the_order_of_arrival()
    {
        ToldCount[] told = [ToldCount.Of("a", "2024-03-12", 12, "Ministry"), ToldCount.Of("b", "2024-03-13", 15, "Ana Lisk"), ToldCount.Of("c", null, 70, "Committee"), ToldCount.Of("d", null, 12, null, family: "a")];
        var (one, other) = (Json(ToldCount.Ledger(told).Ledger), Json(ToldCount.Ledger([.. told.Reverse()]).Ledger));
        one.GetArrayLength().ShouldBe(3);
        one.GetRawText().ShouldBe(other.GetRawText());
    }

    [Fact]
    public void Exports_tell_who_counts_what_and_how_it_stands_to_what_was_counted_before()
    {
        var counts = Json(ToldCount.Ledger(ToldCount.Of("a", "2024-03-12", 12, "Ministry"), ToldCount.Of("b", "2024-03-13", 15, "Ana Lisk") with { Place = "Orvec" }).Ledger);
        var (first, later) = (counts[0], counts[1]);
        first.GetProperty("measure").GetString().ShouldBe("killed");
        first.GetProperty("voice").GetString().ShouldBe("Ministry");
        first.GetProperty("asOf").GetString().ShouldBe("2024-03-12");
        first.GetProperty("value").GetProperty("min").GetInt32().ShouldBe(12);
        first.GetProperty("relations").GetArrayLength().ShouldBe(0);
        later.GetProperty("where").GetString().ShouldBe("Orvec");
        later.GetProperty("voiceId").GetString().ShouldBe(first.GetProperty("voiceId").GetString());
        later.GetProperty("kind").GetString().ShouldBe("count");
        later.GetProperty("relations")[0].GetProperty("to").GetString().ShouldBe(first.GetProperty("id").GetString());
        later.GetProperty("relations")[0].GetProperty("kind").GetString().ShouldBe("update");
        later.GetProperty("passages").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("Committee", 70, false, new[] { CountRelationKind.Disagrees })]
    [InlineData("Committee", 12, false, new[] { CountRelationKind.Same })]
    [InlineData("Ministry", 15, false, new CountRelationKind[0])]
    [InlineData("Committee", 70, true, new CountRelationKind[0])]
    [InlineData("Committee", 12, true, new CountRelationKind[0])]
    public void What_is_foretold_is_held_against_no_count(string voice, int value, bool isForetold, CountRelationKind[] relations)
    {
        var counts = ToldCount.Ledger(ToldCount.Of("a", "2024-03-12", 12, "Ministry"), ToldCount.Of("b", "2024-03-12", value, voice) with { IsForetold = isForetold }).Ledger.Counts;
        counts.Length.ShouldBe(2);
        counts.Count(c => c.Kind == CountKind.Forecast).ShouldBe(isForetold ? 1 : 0);
        counts.SelectMany(c => c.Relations).Select(r => r.Kind).ShouldBe(relations);
    }

    [Fact]
    public void Whoever_is_not_named_shares_a_voice_with_all_who_are_not() =>
        ToldCount.Ledger(ToldCount.Of("a", "2024-03-12", 12, "residents"), ToldCount.Of("b", "2024-03-12", 15, "medics")).Ledger.Counts
            .Select(c => (c.Voice.IsNamed, c.Voice.Name, c.Relations.Length)).ShouldBe([(false, null, 0), (false, null, 0)]);

    [Theory]
    [InlineData("2024-03-19", 1)]
    [InlineData("2024-03-20", 2)] // eight days later, in another story for all that is known
    public void A_voice_that_gives_a_value_again_within_a_week_counts_the_same(string again, int counts) =>
        ToldCount.Ledger(ToldCount.Of("a", "2024-03-12", 12, "Ministry") with { Tied = false }, ToldCount.Of("b", again, 12, "Ministry") with { Tied = false })
            .Ledger.Counts.Length.ShouldBe(counts);

    private static JsonElement Json(Ledger ledger)
    {
        using var output = new MemoryStream();
        LedgerJson.Write(output, ledger);
        return JsonDocument.Parse(Encoding.UTF8.GetString(output.ToArray())).RootElement.GetProperty("counts");
    }
}
