using Recoupe.Language.Conllu;

namespace Recoupe.Language.Tests;

public sealed class ConlluTests
{
    private const string Rows = """
        # sent_id = 1
        # text = Il va au port.
        1	Il	il	PRON	_	Gender=Masc|Number=Sing	2	nsubj	_	_
        2	va	aller	VERB	_	_	0	root	_	_
        3-4	au	_	_	_	_	_	_	_	_
        3	à	à	ADP	_	_	5	case	_	_
        4	le	le	DET	_	_	5	det	_	_
        5	port	port	NOUN	_	_	2	obl:arg	_	SpaceAfter=No
        6	.	.	PUNCT	_	_	2	punct	_	_


        """;

    [Fact]
    public void What_is_read_is_written_again()
    {
        var rows = Rows.ReplaceLineEndings("\n").TrimEnd('\n') + "\n\n";
        var written = new StringWriter();
        ConlluWriter.Write(ConlluReader.Read(new StringReader(rows), "fr"), written);
        written.ToString().ShouldBe(rows);
    }

    [Fact]
    public void The_words_of_a_multiword_token_share_its_span()
    {
        var reading = ConlluReader.Read(new StringReader(Rows), "fr");
        reading.Text.ShouldBe("Il va au port.");
        reading.Words[2].Span.ShouldBe(new TextSpan(6, 8));
        reading.Words[3].Span.ShouldBe(new TextSpan(6, 8));
    }

    [Fact]
    public void A_broken_line_is_named() =>
        Should.Throw<FormatException>(() => ConlluReader.Read(new StringReader("1\tIl"), "fr")).Message.ShouldContain("Line 1");
}
