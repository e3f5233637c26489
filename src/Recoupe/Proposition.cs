using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe;

/// <summary>
/// What a statement, or the article in its own voice, puts forward: one predicate with its arguments, worded to be read alone. It leaves
/// out who tells it and how: those are the statement's.
/// </summary>
/// <param name="Id">16 hex digits; stable for one article's text.</param>
/// <param name="Text">A finite clause: the passage's own words and, in square brackets, what stands elsewhere in the article or was changed
/// in form.</param>
/// <param name="Spans">The passage's own words, in text order; at least one span.</param>
/// <param name="Supplied">What stands in brackets, in the order of <paramref name="Text"/>.</param>
/// <param name="Predicate">What it says of its arguments.</param>
/// <param name="Arguments">Who does what to whom, with what, where; the subject first, the rest in text order.</param>
/// <param name="Side">Whether its teller puts it forward.</param>
/// <param name="Certainty">How sure its teller presents it to be.</param>
/// <param name="Evidence">What its teller says of the evidence for it; <see langword="null"/> where nothing.</param>
/// <param name="Kind">What sort of thing is put forward.</param>
/// <param name="When">When it happened or will, as <see cref="TimeExpression.Value"/>; <see langword="null"/> where it does not
/// say.</param>
/// <param name="Where">The place that it names, in the article's fullest wording; <see langword="null"/> where it names none.</param>
public sealed record Proposition(
    string Id,
    string Text,
    ImmutableArray<TextSpan> Spans,
    ImmutableArray<Supplied> Supplied,
    Predicate Predicate,
    ImmutableArray<Argument> Arguments,
    Side Side,
    Certainty Certainty,
    Evidence? Evidence,
    PropositionKind Kind,
    string? When,
    string? Where)
{
    /// <summary>The spans of the article's <see cref="Findings.Figures"/> that it gives.</summary>
    public ImmutableArray<TextSpan> Figures { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>
    /// Those inside the passage whose telling was stripped off (<c>l'alliance estime que</c>), outermost first, as the article words them.
    /// </summary>
    public ImmutableArray<string> Through { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>Where it stands, of the article's own voice; <see langword="null"/> in a statement.</summary>
    public OwnPlace? Place { get; init; }

    /// <summary>
    /// Whether the article tells it only on the word of a public (<c>des internautes affirment</c>) and says itself that it is not so.
    /// </summary>
    public bool Refuted { get; init; }

    /// <summary>What it says of another telling, where it is about that and not about what is told; <see langword="null"/> elsewhere.</summary>
    public Bearing? Bears { get; init; }
}

/// <summary>What a proposition says of another telling of its article.</summary>
/// <param name="Kind">Never told by its teller: <see cref="RelationKind.Disowns"/>; taken back: <see cref="RelationKind.Retracts"/>.</param>
/// <param name="Proposition">The id of what was told.</param>
public sealed record Bearing(RelationKind Kind, string Proposition);

/// <summary>Words in brackets.</summary>
/// <param name="Start">Where they begin in the proposition's text, in UTF-16 units, the bracket itself left out.</param>
/// <param name="End">Where they end, exclusive.</param>
/// <param name="From">Where in the article they were taken from; <see langword="null"/> for a bare auxiliary or a changed person or
/// tense.</param>
public sealed record Supplied(int Start, int End, TextSpan? From);

/// <summary>What a proposition says of its arguments.</summary>
/// <param name="Lemma">
/// The dictionary form in small letters, whatever form it stood in: the verb of a noun (<c>participation</c>: <c>participer</c>), without
/// its auxiliaries and modals, in the active (<c>a été capturé</c>: <c>capturer</c>); <c>être prêt</c>, <c>be ready</c> for a predicate
/// that is no verb.
/// </param>
/// <param name="Span">The words it was read from; <see langword="null"/> where it was supplied.</param>
/// <param name="Negated">Whether the words themselves say that it is not so; a telling's own denial is the proposition's side.</param>
/// <param name="Modal">The lemma of the modal verb or adverb that qualifies it (<c>pouvoir</c>, <c>probablement</c>, <c>must</c>);
/// <see langword="null"/> where none does.</param>
/// <param name="Tense">When, seen from the telling.</param>
public sealed record Predicate(string Lemma, TextSpan? Span, bool Negated, string? Modal, Tense Tense);

/// <summary>The tenses, without aspect.</summary>
public enum Tense
{
    /// <summary>Now, always, or not told.</summary>
    Present,

    /// <summary>Before.</summary>
    Past,

    /// <summary>After, a future in the past too.</summary>
    Future,
}

/// <summary>
/// What takes part in a proposition, by the roles of the active: what a passive says of its subject is said of the object.
/// </summary>
/// <param name="Role">How it takes part.</param>
/// <param name="Span">Its words in the article; of what was supplied, where that stands; <see langword="null"/> where it stands
/// nowhere.</param>
/// <param name="Head">The lemma of its main noun, in small letters; a name's as written.</param>
/// <param name="Preposition">The lemma of what introduces it, in small letters (<c>à</c>, <c>against</c>); <see langword="null"/> where
/// nothing does.</param>
/// <param name="Name">The article's fullest wording of the name in it; <see langword="null"/> where it has none.</param>
/// <param name="Type">What that name names; <see langword="null"/> where there is none.</param>
public sealed record Argument(ArgumentRole Role, TextSpan? Span, string Head, string? Preposition, string? Name, NameType? Type);

/// <summary>How an argument takes part.</summary>
public enum ArgumentRole
{
    /// <summary>Who does it, or what is so.</summary>
    Subject,

    /// <summary>What it is done to.</summary>
    Object,

    /// <summary>Whatever else, behind a preposition or bare: to whom, where, when, with what.</summary>
    Oblique,

    /// <summary>A clause that the predicate governs; its head is that clause's predicate.</summary>
    Clause,
}

/// <summary>What a teller says of the evidence for a proposition.</summary>
public enum Evidence
{
    /// <summary>There is none (<c>aucune preuve que</c>, <c>no sign of</c>).</summary>
    None,

    /// <summary>The teller has no information on it (<c>ne peut confirmer</c>).</summary>
    NoInformation,
}

/// <summary>What sort of thing is put forward; the first that fits, in the order wish, act, forecast, figure, opinion, fact.</summary>
public enum PropositionKind
{
    /// <summary>What is or was so, laws too.</summary>
    Fact,

    /// <summary>What is so, the number being the point.</summary>
    Figure,

    /// <summary>A deed or plan of one's own.</summary>
    Act,

    /// <summary>What will be.</summary>
    Forecast,

    /// <summary>What no record or count could settle.</summary>
    Opinion,

    /// <summary>What ought to be.</summary>
    Wish,
}

/// <summary>Where in an article its own voice puts something forward.</summary>
public enum OwnPlace
{
    /// <summary>The headline.</summary>
    Headline,

    /// <summary>The first sentence of the prose.</summary>
    Lead,

    /// <summary>A later sentence.</summary>
    Body,
}
