using Recoupe.Extract;
using Recoupe.Language;

namespace Recoupe.Tests.Extract;

public sealed class NameTrimmerTests
{
    [Theory]
    [InlineData("Wagner Yevgeny Prigozhin", NameType.Person, "Yevgeny Prigozhin")]
    [InlineData("of the Joe Morel", NameType.Person, "Joe Morel")]
    [InlineData("Lundi Jean Morel", NameType.Person, "Jean Morel")]
    [InlineData("Jean Morel Monday", NameType.Person, "Jean Morel")]
    [InlineData("Pentagone Brig", NameType.Organisation, "Pentagone")]
    [InlineData("Jean Morel", NameType.Person, "Jean Morel")]
    [InlineData("Wagner Moura", NameType.Person, "Wagner Moura")]
    [InlineData("Jordan Keller", NameType.Person, "Jordan Keller")]
    [InlineData("Lundi", NameType.Person, "Lundi")]
    public void A_name_loses_what_stands_beside_it(string written, NameType type, string kept)
    {
        var name = NameTrimmer.Trim(written, [new(new(0, written.Length), type)]).ShouldHaveSingleItem();
        name.Span.In(written).ToString().ShouldBe(kept);
        name.Type.ShouldBe(type);
    }

    [Theory]
    [InlineData("Storm Daniel")]
    [InlineData("La tempête Daniel")]
    [InlineData("ouragan Daniel")]
    public void A_storm_is_no_person(string written)
    {
        var text = written + ". Daniel a frappé.";
        var at = text.IndexOf(written.StartsWith("La ", StringComparison.Ordinal) ? "tempête" : written, StringComparison.Ordinal);
        Name[] names = [new(new(at, written.Length), NameType.Person), new(new(text.LastIndexOf("Daniel", StringComparison.Ordinal), text.LastIndexOf("Daniel", StringComparison.Ordinal) + 6), NameType.Person)];
        NameTrimmer.Trim(text, names).ShouldAllBe(n => n.Type == NameType.Other);
        NameTrimmer.Trim("Jean Daniel. Daniel a parlé.", [new(new(0, 11), NameType.Person), new(new(13, 19), NameType.Person)]).ShouldAllBe(n => n.Type == NameType.Person);
    }
}
