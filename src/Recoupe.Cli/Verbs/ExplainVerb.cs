using System.Collections.Immutable;
using System.CommandLine;
using Recoupe.Tell;

namespace Recoupe.Cli.Verbs;

/// <summary><c>recoupe explain</c>: why a claim is rated as it is.</summary>
internal static class ExplainVerb
{
    private const int PassagesShown = 3; // more repeat the reason

    public static Command Command()
    {
        var (ledger, language) = (SharedOptions.Ledger(), SharedOptions.Language());
        var claim =
            new Argument<string>("CLAIM") { Description = "A claim's id, or its first characters, as the dossier and the export show it." };
        var command = new Verb(
            "explain",
            "Tells why a claim is rated as it is, with the passages, and what would change it.",
            "recoupe explain out/ledger.recoupe 4f2a")
        {
            ledger, claim, language,
        };
        command.SetAction(asked =>
        {
            var words = asked.Wording(language);
            using var pipeline = Pipeline.OpenToRead(asked.GetRequiredValue(ledger));
            using var notices = new Notices(pipeline, asked.InvocationConfiguration.Error, asked.Wording(language));
            var outcome = pipeline.Explain(asked.GetRequiredValue(claim));
            if (outcome.Value is not { } explanation)
            {
                RefusalPrinter.Tell(asked.InvocationConfiguration.Error, words, [outcome.Rejection!]);
                return (int)Exit.Unusable;
            }

            Tell(asked.InvocationConfiguration.Output, words, explanation, pipeline.Required);
            return (int)Exit.Done;
        });
        return command;
    }

    private static void Tell(TextWriter output, Locale words, Explanation explanation, Func<ArticleId, FiledArticle> filed)
    {
        var claim = explanation.Claim;
        output.WriteLine(Printable.Line(claim.Text));
        output.WriteLine($"{claim.Credibility.Value}  {words[FormattableString.Invariant($"rating.{claim.Credibility.Value}")]}");
        output.WriteLine();
        output.WriteLine(words["cli.explain.why"]);
        foreach (var reason in claim.Credibility.Reasons) Tell(output, words, reason, filed);
        output.WriteLine();
        Tell(output, words, claim.Voices);
        output.WriteLine(words["cli.explain.change"]);
        foreach (var change in explanation.Changes) output.WriteLine("  " + words.Reason(change));
        if (explanation.Changes.IsEmpty) output.WriteLine("  " + words["cli.explain.nothing"]);
    }

    private static void Tell(TextWriter output, Locale words, ImmutableArray<ClaimVoice> voices)
    {
        if (voices.IsEmpty) return;
        output.WriteLine(words["cli.explain.voices"]);
        foreach (var voice in voices)
        {
            output.WriteLine($"  {Printable.Line(voice.Name ?? words["voices.unnamed"])} ({words[voice.Side == Side.For ? "side.for" : "side.against"]})");
            foreach (var folded in voice.Folded)
                output.WriteLine(
                    $"    – {Printable.Line(folded.Source ?? words["voices.unnamed"])}: {Printable.Line(words.Reason(folded.Why))}");
        }

        output.WriteLine();
    }

    private static void Tell(TextWriter output, Locale words, Reason reason, Func<ArticleId, FiledArticle> filed)
    {
        output.WriteLine("  " + Printable.Line(words.Reason(reason)));
        foreach (var passage in reason.Passages.Take(PassagesShown))
        {
            var article = filed(passage.Article).Article;
            output.WriteLine(
                $"    {Printable.Line(article.Header.Name)}: {Printable.Line(passage.Span.In(article.Text).Trim().ToString())}");
        }
    }
}
