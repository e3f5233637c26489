using System.Reflection;
using Recoupe.Cli;
using Recoupe.Ingest.Files;
using Recoupe.Tell;
using Recoupe.Tests.Cli;

namespace Recoupe.Tests.Tell;

/// <summary>What is written in English where it arises is said in French too.</summary>
public sealed class MessageCatalogueTests
{
    private static readonly Locale French = Locale.For("fr");

    public static TheoryData<string, string> Refused => [.. Refusals().Select(r => (r.Message, r.Advice))];

    public static TheoryData<string> Described =>
        [.. Help.Symbols(CommandLine.Root(Locale.For("en"))).Select(s => s.Description!).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Every_refusal_has_its_French(string message, string advice)
    {
        French.Message(message).Equals(message, StringComparison.Ordinal).ShouldBeFalse();
        French.Message(advice).Equals(advice, StringComparison.Ordinal).ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Described))]
    public void Every_verb_and_option_has_its_French(string description) => French.Message(description).Equals(description, StringComparison.Ordinal).ShouldBeFalse();

    [Fact]
    public void What_varies_is_kept_and_translated_where_it_is_a_message_of_its_own()
    {
        French.Message("It is a PDF, not text.").ShouldBe("C’est un PDF, pas du texte.");
        French.Message("a.x is no option of this command, and no file.").ShouldBe("a.x n’est ni une option de cette commande, ni un fichier.");
        French.Message("{given} is no option of this command, and no file.").ShouldBe("{given} n’est ni une option de cette commande, ni un fichier.");
    }

    [Fact]
    public void A_message_without_a_translation_stays_as_it_is() => French.Message("Nobody wrote this.").ShouldBe("Nobody wrote this.");

    [Fact]
    public async Task Help_refusals_and_mistakes_are_told_in_the_language_asked_for()
    {
        using var folder = new Folder();
        (await Asked.Of("run", "--help", "--lang", "fr")).Output.ShouldContain("Forme\u00a0:\n  recoupe run");
        (await Asked.Of("run", "--help", "--lang", "en")).Output.ShouldContain("Usage:\n  recoupe run");
        (await Asked.Of("read", folder["none.txt"], "--lang", "fr")).Error.ShouldContain("Vérifiez le chemin");
        (await Asked.Of("verify", folder["none.recoupe"], "--lang", "fr")).Error.ShouldStartWith("STORE-8: il n’y a pas de registre");
        (await Asked.Of("run", folder.Path, "--lang", "fr", "--threads", "abc")).Error.ShouldStartWith("recoupe: --threads demande un nombre entier\u00a0; abc n’en est pas un.");
        (await Asked.Of("run", folder.Path, "--threads", "abc", "--lang", "en")).Error.ShouldStartWith("recoupe: --threads takes a whole number; abc is none.");
    }

    private static IEnumerable<Rejection> Refusals() =>
        from type in new[] { typeof(Recoupe.Ingest.Files.IngestRefusals), typeof(Recoupe.Clean.CleanRefusals) }
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.ReturnType == typeof(Rejection)
        select (Rejection)method.Invoke(null, [.. method.GetParameters().Select(Sample)])!;

    private static object Sample(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(FileSignature) ? FileSignature.Of("%PDF-"u8)!
        : parameter.ParameterType == typeof(string) ? parameter.Name!
        : Convert.ChangeType(1, parameter.ParameterType, System.Globalization.CultureInfo.InvariantCulture);
}
