namespace Recoupe.Language.Tests;

public sealed class DoubtfulWordTests
{
    private static readonly string[] _subjects = ["habitants", "témoins", "riverains", "proches de la victime", "élus locaux", "experts", "policiers", "voisins", "salariés du groupe", "sources concordantes"];
    private static readonly string[] _deeds = ["affirment que le pont est fermé.", "ont vu un homme s’enfuir.", "disent ne rien savoir.", "craignent une nouvelle crue.", "assurent avoir prévenu la mairie.", "seraient en fuite."];

    [Theory]
    [InlineData("")]
    [InlineData("Le maire se tait. ")]
    [InlineData("« C’est faux », dit le maire. « Nous partirons. » ")]
    [InlineData("Crue dans la vallée\n\n")]
    [InlineData("Selon le préfet, ")]
    [InlineData("« ")]
    public void Des_that_opens_a_sentence_is_one_word(string before) => Share(before + "Des").ShouldBe(1, 0.001, before);

    [Theory]
    [InlineData("Le maire se tait, mais ", 0.95)]
    [InlineData("Le maire se tait et ", 0.9)]
    [InlineData("Le maire dit que ", 0.95)]
    public void Des_that_opens_a_clause_is_one_word(string before, double least) => Share(before + "des").ShouldBeGreaterThanOrEqualTo(least, before);

    [Theory]
    [InlineData("La colère {0} grandit.")]
    [InlineData("Les enfants {0} sont rentrés.")]
    [InlineData("La plupart {0} sont partis.")]
    [InlineData("Le maire a parlé au nom {0} hier.")]
    [InlineData("Le départ {0} est prévu lundi.")]
    [InlineData("À propos {0}, le maire se tait.")]
    public void Des_after_what_asks_for_de_stands_for_two_words(string text)
    {
        var wholes = _subjects.Select(subject => string.Format(System.Globalization.CultureInfo.InvariantCulture, text, "des " + subject));
        wholes.Where(whole => !Readers.French.Split(whole).Contains("de+les|", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // Of all subjects with all deeds.
    private static double Share(string opening)
    {
        var right = 0;
        foreach (var subject in _subjects)
            right += _deeds.Count(deed => !Readers.French.Split($"{opening} {subject} {deed}").Contains("+les|" + subject.Split(' ')[0], StringComparison.Ordinal));
        return (double)right / (_subjects.Length * _deeds.Length);
    }
}
