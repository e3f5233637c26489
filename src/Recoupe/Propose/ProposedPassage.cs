using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Language;
using Recoupe.Propose.Completing;
using Recoupe.Propose.Denying;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Wordings;
using Recoupe.Propose.Words;

namespace Recoupe.Propose;

/// <summary>
/// A passage that puts something forward, and what is made of it: frames stripped, clauses split and completed, what cannot be read alone
/// left out.
/// </summary>
/// <param name="prose">The article.</param>
/// <param name="antecedents">What its pronouns stand for.</param>
/// <param name="key">What tells the passage from others of the article.</param>
/// <param name="spans">The passage's words.</param>
internal sealed class ProposedPassage(Prose prose, Antecedents antecedents, string key, ImmutableArray<TextSpan> spans)
{
    private const int Deepest = 3; // frames inside frames

    /// <summary>What a stretch of it puts forward, in text order.</summary>
    public IEnumerable<Proposition> Propositions(Stretch stretch, Standpoint teller) =>
        Propositions(stretch, teller, 0).Concat(teller.Side == Side.For ? CountedBeside(stretch, teller) : []);

    // «un naufrage qui a fait 82 morts»: what a relative clause counts is put forward too, whatever is told of the noun.
    private IEnumerable<Proposition> CountedBeside(Stretch stretch, Standpoint teller)
    {
        foreach (var clause in Clauses.Relative(prose, stretch))
        {
            if (!prose.FiguresIn(prose.Trees.Span(clause.Head, clause.Words.Last)).Any(f => f.Measure is not null)) continue;
            if (Worded(clause, teller, alone: false) is { } counted) yield return counted;
        }
    }

    private IEnumerable<Proposition> Propositions(Stretch stretch, Standpoint teller, int depth)
    {
        stretch = Anaphors.WithoutBeside(prose, stretch);
        stretch = Denials.Opened(prose, stretch, ref teller);
        stretch = VerdictTails.Cut(prose, stretch, ref teller);
        if (Nominals.IsAboutNoun(prose, stretch, out var rest)) return Propositions(rest, teller with { Hearsay = true }, depth);
        var clauses = IsNominal(stretch) ? [] : Clauses.Of(prose, stretch, spans);
        if (clauses.Count == 0) return Unfinished(stretch, teller, depth);
        return Each(clauses, stretch, teller, depth);
    }

    // «une incursion dans le Sud, au cours de laquelle ils ont pris la ville»: its only verb is that of a relative clause.
    private bool IsNominal(Stretch stretch)
    {
        var before = Nominals.BeforeRelative(prose, stretch);
        return before != stretch && Enumerable.Range(before.First, before.Last - before.First + 1).All(w =>
            prose.Trees[w].Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux))
            && Clauses.Of(prose, stretch, spans).TrueForAll(c => c.Subject < 0 || c.Subject > before.Last);
    }

    // A frame is stripped, and what it stands before is put forward in its stead.
    private IEnumerable<Proposition> Each(List<Clause> clauses, Stretch stretch, Standpoint teller, int depth)
    {
        for (var i = 0; i < clauses.Count; i++)
        {
            if (depth < Deepest && Frames.Of(prose, antecedents, clauses[i], stretch.Last, teller) is { } frame)
            {
                while (i + 1 < clauses.Count && clauses[i].Words.Last < frame.Left.First) i++;
                foreach (var inner in Propositions(frame.Left with { Last = clauses[i].Words.Last }, frame.Standpoint, depth + 1))
                    yield return inner;
            }
            else if (IsIdle(clauses[i], stretch))
            {
            }
            else if (Demands.Of(prose, antecedents, clauses[i], teller, spans) is { } demand)
            {
                if (Made(demand, teller) is { } demanded) yield return demanded;
            }
            else
            {
                foreach (var worded in Readings(clauses[i], teller, clauses.Count == 1)) yield return worded;
            }
        }
    }

    // «n'est pas X mais Y» puts two things forward.
    private IEnumerable<Proposition> Readings(Clause clause, Standpoint teller, bool alone)
    {
        var corrected = Corrections.In(prose, clause);
        var readings = corrected.Select(part => Worded(clause, teller, alone, part)).OfType<Proposition>().ToList();
        if (corrected.Count > 0 && readings.Count == corrected.Count) return readings;
        return Worded(clause, teller, alone) is { } whole ? [whole] : [];
    }

    // «Nous avons été clairs : P», «je n'entrerai pas dans ce débat», «nous l'avons fait».
    private bool IsIdle(Clause clause, Stretch stretch)
    {
        var last = Math.Min(stretch.Last, clause.Words.Last + 1);
        var marked = clause.Words with { Last = prose.Trees[last].Form is ":" ? last : clause.Words.Last };
        return prose.Words.Idle.Find(prose, marked) is { } idle && idle.Words.First <= clause.Head;
    }

    private IEnumerable<Proposition> Unfinished(Stretch stretch, Standpoint teller, int depth)
    {
        if (Nominals.Parted(prose, stretch) is { } two) return Unfinished(two.First, teller, depth).Concat(Unfinished(two.Second, teller, depth));
        if (teller.Statement is not null && Tolls.Parted(prose, stretch) is { } counts)
            return Unfinished(counts.First, teller, depth).Concat(Unfinished(counts.Second, teller, depth));
        if (Infinitives.Parted(prose, stretch) is { } deeds)
            return Unfinished(deeds.First, teller, depth).Concat(Unfinished(deeds.Second, teller, depth));
        if (depth < Deepest && Frames.InNoun(prose, stretch, teller) is { } frame)
            return Propositions(frame.Left, frame.Standpoint, depth + 1);
        var made = Nominals.IsUnwanted(prose, stretch, teller)
            ? Nominals.Unwanted(prose, antecedents, stretch, teller, spans)
            : Blames.Worded(prose, antecedents, stretch, teller, spans)
            ?? Headlines.Of(prose, stretch, teller, spans)
            ?? Tolls.Of(prose, stretch, teller, spans)
            ?? Tolls.Counted(prose, stretch, teller, spans)
            ?? Predicatives.Of(prose, stretch, teller, spans)
            ?? Infinitives.Of(prose, antecedents, stretch, teller, spans)
            ?? Nominals.Of(prose, antecedents, stretch, teller, spans);
        return made is { } draft && Made(draft, teller) is { } proposition ? [proposition] : [];
    }

    private Proposition? Worded(Clause clause, Standpoint teller, bool alone, CorrectedClause? part = null)
    {
        var edits = new Edits();
        foreach (var left in part?.LeftOut ?? []) edits.Drop(left.First, left.Last);
        if (part is not null) clause = clause with { Words = part.Words };
        var denial = Denials.Of(prose, clause, teller, edits);
        teller = PressConditionals.Of(prose, clause, denial ?? teller);
        var completion = new Completion(prose, antecedents, teller, spans);
        if (completion.Finite(clause, edits) is not { } worded) return null;
        var certainty = Certainties.Of(prose, clause, teller, alone);
        var draft = new Draft(
            worded.Wording,
            Predicate(clause, teller, denial is not null, part),
            Arguments.Of(prose, clause, worded.Subject, part),
            Kinds.Of(prose, clause, teller, worded.Subject),
            teller.Side,
            certainty);
        return Made(draft, teller);
    }

    // What is worded positively is not negated.
    private Predicate Predicate(Clause clause, Standpoint teller, bool isDenied, CorrectedClause? part)
    {
        var predicate = Arguments.PredicateOf(prose, clause, teller.Hearsay, part);
        var isTurned = isDenied || (teller.Says != Verdict.None && teller.Side != Side.For);
        return isTurned ? predicate with { Negated = false } : predicate;
    }

    private Proposition? Made(Draft draft, Standpoint teller)
    {
        var (text, supplied) = draft.Wording.Read();
        var own = draft.Wording.Spans();
        if (own.IsEmpty || !Gate.Passes(prose, text)) return null;
        return new(
            ContentHash.Id(key, text, string.Join(';', own.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Start}-{s.End}")))),
            text,
            own,
            supplied,
            draft.Predicate,
            draft.Arguments,
            draft.Side,
            draft.Certainty,
            teller.Evidence,
            draft.Kind,
            own.SelectMany(prose.TimesIn).FirstOrDefault(t => t.Type is TimeType.Date or TimeType.Time)?.Value,
            own.SelectMany(prose.MentionsIn).FirstOrDefault(m => m.Type == NameType.Place && IsWhere(m))?.Name)
        {
            Figures = [.. own.SelectMany(prose.FiguresIn).Select(f => f.Span)],
            Through = [.. teller.Through],
            Place = teller.Place,
        };
    }

    // «à Sarle», «in Vessa»: behind a preposition of place.
    private bool IsWhere(Mention mention)
    {
        var word = prose.Trees.WordAt(mention.Span.Start);
        return word < prose.Trees.Count
            && prose.Trees.Children(word).Any(c => prose.Trees.Is(c, "case") && prose.Words.Has("places", prose.Trees[c].Lemma));
    }
}
