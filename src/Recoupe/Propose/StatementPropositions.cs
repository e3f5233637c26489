using System.Collections.Immutable;
using Recoupe.Propose.Referents;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Telling;
using Recoupe.Propose.Words;

namespace Recoupe.Propose;

/// <summary>What one statement puts forward.</summary>
internal static class StatementPropositions
{
    /// <summary>In text order; none where nothing in it can be read alone.</summary>
    public static ImmutableArray<Proposition> Of(Prose prose, Antecedents antecedents, Statement statement)
    {
        // «ce que dément la mairie»: what is denied stands elsewhere.
        if (statement.Content is [var only] && only == statement.Cue) return [];
        var stretches = prose.Stretches(statement.Content).ToList();
        if (stretches.Count == 0) return [];
        var voice = Voice(prose, statement);
        var teller = new Standpoint(
            antecedents.Speaker(statement.Source),
            antecedents.Group(statement.Source),
            statement,
            Sides.Of(statement),
            statement.Certainty,
            null,
            stretches[0].First)
        {
            Hearsay = statement.Source.Kind == SourceKind.Article || statement.Source.Name is null || Sides.Of(statement) != Side.For,
            Whole = stretches.Count == 1,
            Me = voice.Source.Kind is SourceKind.Person or SourceKind.Anonymous && antecedents.Speaker(voice.Source) is { Plural: false } me
                ? me
                : null,
            Us = antecedents.Group(voice.Source),
        };
        var passage = new ProposedPassage(prose, antecedents, statement.Id, statement.Content);
        return [.. stretches.Where(s => !Questions.IsOne(prose, s)).SelectMany(s => passage.Propositions(s, CueEffects.Of(prose, s, teller)))];
    }

    // «I was told that I needed to leave»: in a quotation, whoever is quoted says «I», were it of what others told.
    private static Statement Voice(Prose prose, Statement statement)
    {
        var outer = statement.Manner == Manner.Direct ? null : prose.StatementOf(statement.Inside);
        return outer is { Manner: Manner.Direct } ? outer : statement;
    }
}
