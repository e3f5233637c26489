namespace Recoupe.Language.Tests;

public sealed class TokeniserTests
{
    [Theory]
    [InlineData("L'usine n'a pas fermé.", "L'|usine|n'|a|pas|fermé|.")]
    [InlineData("L’usine n’a pas fermé.", "L’|usine|n’|a|pas|fermé|.")]
    [InlineData("Le maire a-t-il menti ?", "Le|maire|a|-t-il|menti|?")]
    [InlineData("« Nous partirons », dit-il.", "«|Nous|partirons|»|,|dit|-il|.")]
    [InlineData("Il parle du projet aux élus.", "Il|parle|de+le|projet|à+les|élus|.")]
    [InlineData("Aujourd'hui, le rendez-vous est annulé.", "Aujourd'hui|,|le|rendez-vous|est|annulé|.")]
    [InlineData("Elle a vendu 12 000 livres.", "Elle|a|vendu|12 000|livres|.")]
    [InlineData("Voir https://exemple.fr/page?id=3, svp.", "Voir|https://exemple.fr/page?id=3|,|svp|.")]
    [InlineData("Il ne veut pas être “découpé” par eux.", "Il|ne|veut|pas|être|“|découpé|”|par|eux|.")]
    [InlineData("Écrire à jean.dupont@exemple.fr.", "Écrire|à|jean.dupont@exemple.fr|.")]
    public void French_words_are_told_apart(string text, string words) => Readers.French.Split(text).ShouldBe(words);

    [Theory]
    [InlineData("They don't know it's over.", "They|do+n't|know|it+'s|over|.")]
    [InlineData("The mayor’s car can’t move.", "The|mayor+’s|car|ca+n’t|move|.")]
    [InlineData("We cannot stay.", "We|can+not|stay|.")]
    [InlineData("\"It broke,\" its owner said.", "\"|It|broke|,|\"|its|owner|said|.")]
    [InlineData("A well-known firm (in Leeds) closed.", "A|well|-|known|firm|(|in|Leeds|)|closed|.")]
    [InlineData("Mr. Smith paid $12.50 for it.", "Mr.|Smith|paid|$|12.50|for|it|.")]
    public void English_words_are_told_apart(string text, string words) => Readers.English.Split(text).ShouldBe(words);

    [Theory]
    [InlineData("Il a vu des maisons.", "Il|a|vu|des|maisons|.")]
    [InlineData("Le prix des maisons monte.", "Le|prix|de+les|maisons|monte|.")]
    public void The_two_words_des_are_told_apart_by_their_neighbours(string text, string words) => Readers.French.Split(text).ShouldBe(words);

    [Fact]
    public void A_capital_stays_with_the_first_word_of_a_multiword_token() =>
        Readers.French.Split("Du pain. AUX ARMES !").ShouldStartWith("De+le|pain|.|");

    [Theory]
    [InlineData("Le maire dément. La mairie se tait.", 2)]
    [InlineData("M. Dupont est venu. Mme Martin aussi.", 2)]
    [InlineData("Grève à la mairie\n\nLes agents ont cessé le travail.", 2)]
    [InlineData("Grève à la mairie\nLes agents de la ville ont cessé le travail lundi matin.", 2)]
    [InlineData("Les agents de la ville ont cessé\nle travail lundi matin.", 1)]
    public void French_sentences_are_told_apart(string text, int count) => Readers.French.Read(text).Sentences.Length.ShouldBe(count);

    [Theory]
    [InlineData("He left. She stayed.", 2)]
    [InlineData("Dr. Jones met Mr. Smith.", 1)]
    [InlineData("\"We won,\" he said. \"It is over.\"", 2)]
    public void English_sentences_are_told_apart(string text, int count) => Readers.English.Read(text).Sentences.Length.ShouldBe(count);

    [Fact]
    public void Text_of_white_space_alone_holds_nothing()
    {
        var reading = Readers.French.Read(" \n\t\u00A0\u202F ");
        reading.Tokens.ShouldBeEmpty();
        reading.Sentences.ShouldBeEmpty();
    }
}
