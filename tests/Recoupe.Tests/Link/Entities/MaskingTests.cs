using Recoupe.Language;
using Recoupe.Link.Entities;

namespace Recoupe.Tests.Link.Entities;

public sealed class MaskingTests
{
    private const string Name = "Agence Norvik";

    private static readonly MaskedView Masked = View([]);

    [Fact]
    public void An_absent_origin_whose_name_is_masked_has_none()
    {
        var origin = new AbsentOrigin("0123456789abcdef", "Agence Norvik", []);
        Masked.Of(origin).Name.ShouldBe("█ 012345");
        new MaskedView([], () => []).Of(origin).ShouldBe(origin);
    }

    [Fact]
    public void A_name_that_is_masked_is_covered_in_whatever_was_found_of_it()
    {
        var filed = Stories.File("Selon Agence Norvik, le pont est fermé.", tellings: [new("le pont est fermé", "Agence Norvik", SourceKind.Media)]);
        var statement = filed.Findings.Statements.Single() with { Via = ["Agence Norvik", "Echo"] };
        var named = filed with { Findings = filed.Findings with { Mentions = [new(new(6, 19), NameType.Organisation, "Agence Norvik")], Statements = [statement] } };
        var masked = Masked.Of(named);
        masked.Article.Text.ShouldBe("Selon ██████ ██████, le pont est fermé.");
        masked.Findings.Mentions.Single().Name.ShouldBe("██████ ██████");
        masked.Findings.Statements.Single().Source.Name.ShouldBe("██████ ██████");
        masked.Findings.Statements.Single().Via.ShouldBe(["██████ ██████", "Echo"]);
    }

    [Fact]
    public void A_name_within_that_of_an_absent_origin_and_in_its_reasons_is_covered()
    {
        var origin = new AbsentOrigin("0123456789abcdef", "Courrier d'Agence Norvik", [Reason.Of("CREDIT", [("name", "Agence Norvik")])]);
        var masked = View([Naming("Agence Norvik tait tout.")]).Of(origin);
        masked.Name.ShouldBe("Courrier d'██████ ██████");
        masked.Reasons[0].Arguments["name"].ShouldBe("██████ ██████");
    }

    [Fact]
    public void A_name_within_that_of_another_entity_in_its_roles_and_in_what_it_may_be_is_covered()
    {
        var view = View([Naming("Agence Norvik tait tout.")]);
        var named = new Entity("0123456789abcdef", NameType.Person, "Amis d'Agence Norvik", ["Amis d'Agence Norvik"], [new Role("chef d'Agence Norvik", [])], []);
        var masked = view.Of(named);
        masked.Name.ShouldBe("Amis d'██████ ██████");
        masked.Variants.ShouldBe(["Amis d'██████ ██████"]);
        masked.Roles.Single().Text.ShouldBe("chef d'██████ ██████");
        view.Of(new Suggestion("0", "1", 0.5m, [Reason.Of("ALIKE", [("a", "Agence Norvik")])])).Reasons[0].Arguments["a"].ShouldBe("██████ ██████");
        view.Of("AGENCE NORVIK, Agence Norvikson").ShouldBe("██████ ██████, Agence Norvikson");
    }

    [Fact]
    public void A_place_that_is_masked_is_in_no_figure()
    {
        var filed = Naming("Agence Norvik, 12 morts.");
        var figure = new Figure(new(15, 17), 12, true, 12, true, false, null, "morts d'Agence Norvik", "killed", null, null, "Agence Norvik");
        var masked = Masked.Of(filed with { Findings = filed.Findings with { Figures = [figure] } }).Findings.Figures.Single();
        (masked.What, masked.Place).ShouldBe(("morts d'██████ ██████", "██████ ██████"));
    }

    [Fact]
    public void No_field_of_what_was_found_keeps_a_masked_name()
    {
        var filed = Naming($"{Name} tait tout.");
        var proposition = new Proposition(
            "p", $"{Name} se tait", [new(0, 13)], [], new Predicate($"taire {Name}", new(14, 18), false, null, Tense.Past),
            [new Argument(ArgumentRole.Subject, null, "Norvik", null, Name, NameType.Organisation), new Argument(ArgumentRole.Object, null, $"tout d'{Name}", null, null, null)],
            Side.For, Certainty.Certain, null, PropositionKind.Fact, null, $"près d'{Name}") { Through = [Name] };
        var statement = new Statement("s", null, [new(0, 13)], new Source(null, Name, SourceKind.Organisation), null, Manner.Indirect, [Name], Certainty.Certain, Stance.Asserts, null) { Propositions = [proposition] };
        var header = filed.Article.Header with { Title = $"{Name} se tait", Authors = [Name], Notes = [Reason.Of("OTHER-TITLE", [("title", Name)])] };
        var masked = Masked.Of(new FiledArticle(filed.Article with { Header = header }, filed.Findings with { Statements = [statement], Own = [proposition] }));
        Strings(masked).Where(s => s.Contains("Norvik", StringComparison.Ordinal)).ShouldBeEmpty();
        Strings(masked).Count(s => s.Contains('█')).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void No_word_of_a_decision_keeps_a_masked_name()
    {
        var article = Naming($"{Name} tait tout.").Article;
        var decision = Decision.Of(default, "ann", DecisionAct.Reword, [Anchor.Of(article, new(0, 13)), Anchor.Of(article, new(14, 18))], $"{Name} a parlé", $"dit {Name}");
        Strings(MaskedView.Of(decision, [Name], _ => article)).Concat(Strings(MaskedView.Of(decision, [Name], _ => null)))
            .Where(s => s.Contains("Norvik", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // Of whatever hangs on a record, wherever a field is added.
    private static IEnumerable<string> Strings(object? value) => value switch
    {
        null => [],
        string text => [text],
        System.Collections.IEnumerable many => many.Cast<object?>().SelectMany(Strings),
        _ when value.GetType() is { Namespace: "Recoupe" or "System.Collections.Generic" } type => type.GetProperties().Where(p => p.GetIndexParameters().Length == 0 && !p.GetMethod!.IsStatic)
            .SelectMany(p => Strings(p.GetValue(value))),
        _ => [],
    };

    private static MaskedView View(FiledArticle[] filed) => new([Masking.HashOf("Agence Norvik")], () => filed);

    private static FiledArticle Naming(string text)
    {
        var filed = Stories.File(text);
        return filed with { Findings = filed.Findings with { Mentions = [new(new(0, 13), NameType.Organisation, "Agence Norvik")] } };
    }
}
