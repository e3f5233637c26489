using System.Diagnostics;
using System.Globalization;

namespace Recoupe.Language.Tests;

public sealed class LexiconTests
{
    private static readonly Lexicon French = Lexicon.Load("fr")!;
    private static readonly Lexicon English = Lexicon.Load("en")!;

    [Theory]
    [InlineData("portail", "nc:ms=portail")]
    [InlineData("parties", "nc:fp=partie nc:fp=party v:Kfp=partir")]
    [InlineData("aujourd’hui", "adv=aujourd'hui")]
    [InlineData("-t-il", "cln:3ms=-t-il ilimp:3ms=-t-il")]
    public void French_forms_are_found_with_class_and_lemma(string form, string expected) => Told(French, form).ShouldBe(expected);

    [Theory]
    [InlineData("ran", "v:past=run")]
    [InlineData("ministries", "n:pl=ministry")]
    [InlineData("stopped", "a=stopped v:past=stop")]
    [InlineData("whom", "pron=who")]
    [InlineData("Paris", "np=Paris")]
    public void English_forms_are_found_with_class_and_lemma(string form, string expected) => Told(English, form).ShouldBe(expected);

    [Theory]
    [InlineData("Portails", "portail")]
    [InlineData("PORTAILS", "portail")]
    [InlineData("Eglise", "église")]
    [InlineData("ECOLES", "école")]
    public void Capitals_do_not_hide_a_word(string form, string lemma)
    {
        var entry = French.Find(form);
        Lexicon.Lemma(form, entry, French.Analyses(entry)[0]).ShouldBe(lemma);
    }

    [Fact]
    public void A_proper_noun_is_not_found_in_small_letters() => French.Find("paris").CoarseClass.ShouldNotBe(French.Find("Paris").CoarseClass);

    [Theory]
    [InlineData("")]
    [InlineData("Loukachenko")]
    [InlineData("Лукашенко")]
    [InlineData("\ud83d")]
    [InlineData("\0")]
    public void An_unknown_form_is_said_to_be_unknown(string form)
    {
        var entry = French.Find(form);
        entry.IsKnown.ShouldBeFalse();
        French.Analyses(entry).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_form_as_long_as_a_book_is_unknown_at_once() => French.Find(new string('a', 1_000_000)).IsKnown.ShouldBeFalse();

    [Fact]
    public void The_class_of_a_form_never_changes_with_the_build_of_the_lexicon()
    {
        // Trained models hold these numbers.
        French.Find("chevaux").FullClass.ShouldBe(Hash("nc:mp"));
        French.Find("parties").CoarseClass.ShouldBe(Hash("nc|v"));
    }

    [Fact]
    public void Turkish_rules_for_capitals_are_not_followed()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Told(English, "INDUSTRIES").ShouldBe("n:pl=industry");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_lookup_allocates_nothing()
    {
        French.Find("Ministère");
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            French.Analyses(French.Find("MINISTÈRES"));
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    [Fact]
    public void A_lexicon_loads_in_a_blink()
    {
        var clock = Stopwatch.StartNew();
        Lexicon.Load("fr");
        clock.ElapsedMilliseconds.ShouldBeLessThan(200);
    }

    private static string Told(Lexicon lexicon, string form)
    {
        var entry = lexicon.Find(form);
        var told = new List<string>();
        foreach (var analysis in lexicon.Analyses(entry))
            told.Add($"{analysis.Class}={Lexicon.Lemma(form, entry, analysis)}");
        return string.Join(' ', told);
    }

    private static uint Hash(string classes) => classes.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u);
}
