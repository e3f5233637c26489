using System.Text;
using Recoupe.Tests.Ingest;

namespace Recoupe.Tests.Link.Questions;

/// <summary>What pages answer to a question: sides are sides on the question, and what does not bear on it takes none.</summary>
public sealed class QuestionSideTests
{
    private const string Captured = "Le général Odo Brack a-t-il été capturé à Sarle ?", Count = "Les inondations de Montrel ont-elles fait 1 250 morts ?", Entering = "La Norvège va-t-elle entrer en guerre contre la Suède ?";

    [Theory]
    [InlineData(Captured, "Selon le ministère de la Défense, le général Odo Brack a été capturé à Sarle.", AnswerSide.Yes)]
    [InlineData(Captured, "Le général Odo Brack pourrait avoir été capturé à Sarle, a dit le ministère de la Défense.", AnswerSide.Yes)]
    [InlineData(Captured, "General Odo Brack was captured in Sarle, the defence ministry said.", AnswerSide.Yes)]
    [InlineData(Captured, "Le général Odo Brack n'a pas été capturé à Sarle, a dit le ministère de la Défense.", AnswerSide.No)]
    [InlineData(Captured, "General Odo Brack was not captured in Sarle, the defence ministry said.", AnswerSide.No)]
    [InlineData(Captured, "Le ministère de la Défense a démenti que le général Odo Brack ait été capturé à Sarle.", AnswerSide.No)]
    [InlineData(Count, "Les inondations de Montrel ont fait 1 250 morts, a dit la mairie.", AnswerSide.Yes)]
    [InlineData(Count, "Les inondations de Montrel ont fait 300 morts, a dit le préfet.", AnswerSide.No)]
    [InlineData(Count, "La mairie a démenti que les inondations de Montrel aient fait 1 250 morts.", AnswerSide.No)]
    [InlineData(Entering, "La Norvège entrera en guerre contre la Suède, a dit un ministre.", AnswerSide.Yes)]
    [InlineData(Entering, "La Norvège n'entrera pas en guerre contre la Suède, a dit le ministre Olav Berg.", AnswerSide.No)]
    [InlineData(Entering, "Norway will not go to war against Sweden, minister Olav Berg said.", AnswerSide.No)]
    public void A_claim_takes_its_side_on_the_question(string question, string text, AnswerSide side) => Answers(question, text).ShouldContain(side, text);

    [Theory]
    [InlineData(Captured, "Le général Odo Brack est à son poste à Sarle, a dit le ministère de la Défense.")]
    [InlineData(Captured, "General Odo Brack is at his post in Sarle, the defence ministry said.")]
    [InlineData(Count, "Les inondations de Montrel ont fait 1 250 blessés, a dit la mairie.")]
    [InlineData(Count, "Les inondations de Montrel pourraient faire 2 000 morts, a dit le préfet.")]
    [InlineData(Entering, "La Russie entrera en guerre contre la Suède, a dit un ministre.")] // somebody else
    public void What_does_not_answer_takes_neither_side(string question, string text) => Answers(question, text).ShouldNotContain(s => s == AnswerSide.Yes || s == AnswerSide.No, text);

    private static List<AnswerSide> Answers(string question, string text)
    {
        using var folder = new TemporaryFolder();
        using var pipeline = Pipeline.Open(folder.Path("l.recoupe"), threads: 1);
        pipeline.Add([(Outcome<Page>)new Page("", "page", PageKind.Text, [.. Encoding.UTF8.GetBytes(text)], PageFacts.None)], null, default);
        pipeline.Ask(question);
        return [.. pipeline.Ledger().Questions.Single().Answers.Select(a => a.Side)];
    }
}
