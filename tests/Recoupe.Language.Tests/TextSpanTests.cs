namespace Recoupe.Language.Tests;

public sealed class TextSpanTests
{
    [Fact]
    public void Touching_spans_do_not_overlap() =>
        new TextSpan(0, 3).Overlaps(new TextSpan(3, 5)).ShouldBeFalse();

    [Fact]
    public void A_feature_is_found_by_its_whole_name()
    {
        var features = new Features("Number=Sing|Number[psor]=Plur|VerbForm=Fin");
        features.Has("Number", "Sing").ShouldBeTrue();
        features.Has("VerbForm", "Fin").ShouldBeTrue();
        features["Form"].IsEmpty.ShouldBeTrue();
    }
}
