using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Propose.Denying;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Words;

namespace Recoupe.Propose;

/// <summary>
/// What an article puts forward itself: the main clauses of headline and lead, hedged or not, and the sentences in which nobody else tells
/// anything.
/// </summary>
internal sealed class OwnVoice(Prose prose, Antecedents antecedents, Told told)
{
    private const int LeadSentences = 3; // the first of them that puts something forward is the lead: before it stand questions and places
    private const int MostlyQuoted = 4; // times as many letters in marks as out of them: «Une « catastrophe ».» has a word of its own
    private const int Longest = 60; // words: what runs on longer is a list, a table or no sentence

    private bool[]? _quoted;

    /// <summary>In text order.</summary>
    public ImmutableArray<Proposition> Propositions()
    {
        var found = ImmutableArray.CreateBuilder<Proposition>();
        var statements = prose.Findings.Statements.SelectMany(s => s.Cue is { } cue ? s.Content.Append(cue) : s.Content).Order().ToList();
        var others = Others();
        var leads = 0;
        var hasLead = false;
        foreach (var (sentence, isHeadline) in Sentences())
        {
            var place = isHeadline
                ? OwnPlace.Headline
                : leads < LeadSentences && !hasLead
                ? OwnPlace.Lead
                : OwnPlace.Body;
            if (!isHeadline) leads++;
            if (Questions.IsOne(prose, sentence) || IsQuoted(sentence)) continue;
            var isTold = place == OwnPlace.Body && IsTold(statements, Span(sentence));
            var isVerdict = isTold && IsVerdict(sentence);
            var put = Of(sentence, place).Where(p => !isTold || (isVerdict && p.Side == Side.Against) || IsApart(statements, p)).ToList();
            if (place == OwnPlace.Lead) hasLead |= put.Count > 0;
            found.AddRange(put.Where(p => p.Side == Side.Against || !IsOfOthers(p, others)));
        }

        return found.ToImmutable();
    }

    // What others tell and put forward, in text order.
    private List<TextSpan> Others() => [.. told.OfOthers().Order()];

    // «Le pont a cédé, a dit le maire»: most of it is the mayor's word, and stands in his statement.
    private static bool IsOfOthers(Proposition proposition, List<TextSpan> others)
    {
        var theirs = proposition.Spans.Sum(span => others.Where(span.Overlaps).Select(o => Shared(o, span)).DefaultIfEmpty().Max());
        return 2 * theirs > proposition.Spans.Sum(s => s.Length);
    }

    private static int Shared(TextSpan a, TextSpan b) => Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start);

    // What stands in quotation marks is not the article's own word, told by somebody or not.
    private bool IsQuoted(Stretch sentence)
    {
        var quoted = _quoted ??= Quoted(prose.Article);
        var (outside, inside) = (0, 0); // letters
        for (var at = prose.Trees[sentence.First].Span.Start; at < prose.Trees[sentence.Last].Span.End; at++)
        {
            if (!char.IsLetter(prose.Text[at])) continue;
            if (quoted[at]) inside++;
            else outside++;
        }

        return inside > outside * MostlyQuoted;
    }

    // By character, whether it stands within marks that open in its block.
    private static bool[] Quoted(Article article)
    {
        var quoted = new bool[article.Text.Length];
        foreach (var block in article.Blocks)
        {
            var depth = 0;
            for (var at = block.Span.Start; at < block.Span.End; at++)
            {
                var c = article.Text[at];
                if (c is '«' or '“' || (c is '"' && depth == 0)) depth++;
                else if (c is '»' or '”' or '"') depth = Math.Max(0, depth - 1);
                quoted[at] = depth > 0;
            }
        }

        return quoted;
    }

    private IEnumerable<Proposition> Of(Stretch sentence, OwnPlace place)
    {
        var teller = new Standpoint(null, null, null, Side.For, Certainty.Certain, null, sentence.First) { Place = place, Hearsay = true };
        var verdicts = Verdicts.Of(prose, sentence, teller, told);
        if (Verdicts.IsOne(prose, sentence) || (!verdicts.IsEmpty && told.In(sentence) is not null)) return verdicts;
        var passage = new ProposedPassage(prose, antecedents, $"{prose.Article.Header.TextHash} own", [Span(sentence)]);
        return verdicts.Concat(passage.Propositions(sentence, teller).Where(p => !IsDenial(p)));
    }

    // «La ligue dément un bilan de 12 morts»: that somebody denies it is no word of the article's for it.
    private bool IsDenial(Proposition proposition) => prose.Words.Has("denials", proposition.Predicate.Lemma) && !proposition.Predicate.Negated;

    // In a sentence in which others tell something, only a verdict is the article's own.
    private bool IsVerdict(Stretch sentence)
    {
        var teller = new Standpoint(null, null, null, Side.For, Certainty.Certain, null, sentence.First);
        var cut = VerdictTails.Cut(prose, Denials.Opened(prose, sentence, ref teller), ref teller);
        // «le ministre a assuré que cette information était fausse»: what others tell to its last word ends in their verdict.
        if (cut.Last < sentence.Last && TellsTo(sentence.Last)) return false;
        return cut != sentence
            || prose.Words.Frames.Find(prose, sentence, 0) is { Effect: { Side: Side.Against, Own: false } }
            || prose.Words.Frames.Find(prose, sentence) is { Effect.Verdict: true }
            || prose.Words.Contraries.Find(prose, sentence, 0) is not null;
    }

    private bool TellsTo(int last)
    {
        while (last > 0 && !prose.IsWord(last)) last--;
        var word = prose.Trees[last].Span;
        return prose.Findings.Statements.Any(s => !told.IsPublic(s.Source) && s.Content.Any(c => c.Contains(word)));
    }

    private TextSpan Span(Stretch sentence) => prose.Trees.Span(sentence.First, sentence.Last);

    private IEnumerable<(Stretch Words, bool IsHeadline)> Sentences()
    {
        foreach (var block in prose.Article.Blocks.Where(b => b.Kind is BlockKind.Title or BlockKind.Body))
        {
            foreach (var words in prose.Stretches([block.Span]).Where(w => w.Last - w.First < Longest))
            {
                yield return (words, block.Kind == BlockKind.Title);
            }
        }
    }

    // «Le pont a cédé mais le maire assure que P»: a clause that no telling stands in.
    private static bool IsApart(List<TextSpan> statements, Proposition proposition) =>
        proposition.Side == Side.For && proposition.Spans.All(span => !IsTold(statements, span));

    private static bool IsTold(List<TextSpan> statements, TextSpan sentence)
    {
        var at = Utility.BinarySearch.First(statements.Count, i => statements[i].Start >= sentence.Start);
        if (at < statements.Count && statements[at].Overlaps(sentence)) return true;
        return at > 0 && statements.Take(at).Skip(Math.Max(0, at - 12)).Any(s => s.Overlaps(sentence));
    }
}
