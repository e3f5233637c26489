namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>What a cue does and what it commits its subject to.</summary>
internal readonly record struct Effect(Stance Stance, Certainty Certainty)
{
    /// <summary>Says that a thing is so.</summary>
    public static Effect Assertion { get; } = new(Stance.Asserts, Certainty.Certain);

    /// <summary>Will not say.</summary>
    public static Effect Refusal { get; } = new(Stance.Declines, Certainty.Uncommitted);
}

/// <summary>A form that a cue's content may have.</summary>
/// <param name="Kind">Which form.</param>
/// <param name="Word">The word that opens it: the <c>de</c> of an infinitive, the preposition of an object; empty where none does.</param>
internal readonly record struct Complement(ComplementKind Kind, string Word);

/// <summary>The forms of content.</summary>
internal enum ComplementKind
{
    /// <summary>A quotation, or the clause that an incise stands in.</summary>
    Quote,

    /// <summary>A finite clause.</summary>
    That,

    /// <summary>An infinitive.</summary>
    Infinitive,

    /// <summary>A gerund.</summary>
    Gerund,

    /// <summary>An indirect question.</summary>
    Question,

    /// <summary>The object.</summary>
    Object,

    /// <summary>The object of a preposition.</summary>
    Oblique,

    /// <summary>An object and what is predicated of it.</summary>
    Predicate,

    /// <summary>An object that is itself a thing told.</summary>
    Told,

    /// <summary>Nothing: with these words the verb tells nothing.</summary>
    Nothing,
}

/// <summary>An entry of the lexicon of cues: a verb or noun, the words that go with it, what it takes and does.</summary>
/// <param name="Lemma">The verb or noun.</param>
/// <param name="Rest">Lemmas that must follow it, in order.</param>
/// <param name="Reflexive">Whether it needs a reflexive pronoun.</param>
/// <param name="Takes">The forms of its content.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Negated">What its negation does.</param>
internal sealed record CueEntry(string Lemma, string[] Rest, bool Reflexive, Complement[] Takes, Effect Effect, Effect Negated)
{
    /// <summary>Whether it tells only where it is negated: <c>n'a pas commenté</c> the leak.</summary>
    public bool OnlyNegated { get; init; }


    public bool May(ComplementKind kind) => Array.Exists(Takes, t => t.Kind == kind);

    public bool May(ComplementKind kind, string word) => Array.Exists(Takes, t => t.Kind == kind && t.Word == word);
}
