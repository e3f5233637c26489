using Recoupe.Extract.Statements.Lexicons;

namespace Recoupe.Extract.Statements;

/// <summary>A verb that may mark a telling.</summary>
/// <param name="Word">The verb.</param>
/// <param name="First">The first word of its group, auxiliaries and negation included.</param>
/// <param name="Last">The last word of its group, with the words that belong to the cue (<c>en garde</c>).</param>
/// <param name="Tellings">What the lexicon says of it, the best match first.</param>
/// <param name="Negated">Whether it is denied.</param>
/// <param name="Passive">Whether its subject is what is told or whom, not who tells.</param>
internal sealed record Cue(int Word, int First, int Last, CueEntry[] Tellings, bool Negated, bool Passive)
{
    /// <summary>The first entry that takes a form.</summary>
    public CueEntry? Taking(ComplementKind kind) => Array.Find(Tellings, t => t.May(kind));

    /// <summary>Whether it is one of two that are denied together: «n'a ni confirmé ni démenti».</summary>
    public bool Neither { get; init; }

    /// <summary>What the cue does as that entry.</summary>
    public Effect EffectOf(CueEntry telling)
    {
        if (Neither) return Effect.Refusal;
        return Negated ? telling.Negated : telling.Effect;
    }
}
