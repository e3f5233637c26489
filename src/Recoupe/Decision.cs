using System.Collections.Immutable;
using System.Globalization;
using Recoupe.Language;

namespace Recoupe;

/// <summary>What an analyst decided. Decisions are only ever added to; taking one back is a decision too.</summary>
/// <param name="Id">A hash of all the rest.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Act">What is done.</param>
/// <param name="Anchors">What it is done to: places in texts, never claims, whose ids change as a ledger grows.</param>
/// <param name="Value">The new wording, side or rating, the id of the question, or of the decision taken back; <see langword="null"/> where
/// the act needs none.</param>
/// <param name="Note">Why, or <see langword="null"/>.</param>
public sealed record Decision(
    string Id, DateTimeOffset At, string By, DecisionAct Act, ImmutableArray<Anchor> Anchors, string? Value, string? Note)
{
    /// <summary>A decision with its id.</summary>
    public static Decision Of(DateTimeOffset at, string by, DecisionAct act, ImmutableArray<Anchor> anchors, string? value, string? note)
    {
        var parts = anchors.Select(a => string.Create(CultureInfo.InvariantCulture, $"{Place(a)} {a.Item} {a.Statement}"));
        return new(IdOf(at, by, act, value, note, parts), at, by, act, anchors, value, note);
    }

    /// <summary>Whether the id is that of the rest: as this program makes it, or as 0.1 did, which knew places alone.</summary>
    internal bool IsAsMade() =>
        string.Equals(Of(At, By, Act, Anchors, Value, Note).Id, Id, StringComparison.Ordinal)
        || (Anchors.All(a => a is { Item: 0, Statement: null })
            && string.Equals(IdOf(At, By, Act, Value, Note, Anchors.Select(Place)), Id, StringComparison.Ordinal));

    private static string IdOf(DateTimeOffset at, string by, DecisionAct act, string? value, string? note, IEnumerable<string> places) =>
        ContentHash.Id(["decision", Time(at), by, act.ToString(), value ?? "", note ?? "", .. places]);

    private static string Place(Anchor anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"{anchor.Article} {anchor.TextHash} {anchor.Span.Start} {anchor.Span.End}");

    /// <summary>A moment as logs and exports write it: ISO 8601, UTC, whole milliseconds.</summary>
    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>What a decision does.</summary>
public enum DecisionAct
{
    /// <summary>Statements tell one proposition.</summary>
    Merge,

    /// <summary>The first statement and each of the others do not.</summary>
    Split,

    /// <summary>The claim of a statement takes another wording.</summary>
    Reword,

    /// <summary>A statement takes another side.</summary>
    Side,

    /// <summary>The claim of a statement takes another credibility.</summary>
    Rate,

    /// <summary>Statements take part in no claim.</summary>
    Dismiss,

    /// <summary>An earlier decision is taken back.</summary>
    Undo,

    /// <summary>Names are of one person, organisation or place.</summary>
    SameEntity,

    /// <summary>The first name and each of the others are not.</summary>
    DifferentEntity,

    /// <summary>
    /// A name is masked: blocks stand for it wherever it would be shown. The decision's value has hashes of the name and no word of it.
    /// </summary>
    Mask,

    /// <summary>A claim bears on a question; the decision's value is the question's id.</summary>
    Bears,

    /// <summary>A claim does not, though it was found for the question.</summary>
    BearsNot,
}

/// <summary>A place in an article's text that holds where ids do not.</summary>
/// <param name="Article">The article.</param>
/// <param name="TextHash">SHA-256 of its text.</param>
/// <param name="Span">Where in it.</param>
/// <param name="Quotation">The text there, exactly.</param>
/// <param name="Before">Up to 32 UTF-16 code units before it.</param>
/// <param name="After">Up to 32 after it.</param>
public sealed record Anchor(ArticleId Article, string TextHash, TextSpan Span, string Quotation, string Before, string After)
{
    private const int Context = 32;

    /// <summary>Which of the things that the user named it is of, from 0.</summary>
    public int Item { get; init; }

    /// <summary>Whether the user named a claim, all of whose members are anchored.</summary>
    public bool IsOfClaim { get; init; }

    /// <summary>
    /// The statement's id as it was, to tell apart two that cover one stretch; <see langword="null"/> where none is anchored.
    /// </summary>
    public string? Statement { get; init; }

    /// <summary>The anchor of a stretch of an article.</summary>
    public static Anchor Of(Article article, TextSpan span) => new(
        article.Id,
        article.Header.TextHash,
        span,
        article.Text[span.Start..span.End],
        article.Text[Math.Max(0, span.Start - Context)..span.Start],
        article.Text[span.End..Math.Min(article.Text.Length, span.End + Context)]);
}

/// <summary>A decision as a ledger has it.</summary>
/// <param name="Decision">What was decided.</param>
/// <param name="State">What became of it.</param>
/// <param name="Claims">The claims that it bears on, in ordinal order.</param>
public sealed record StandingDecision(Decision Decision, DecisionState State, ImmutableArray<string> Claims)
{
    /// <summary>The entities that it bears on, in ordinal order.</summary>
    public ImmutableArray<string> Entities { get; init; } = [];

    /// <summary>
    /// The id of the decision that it gives way to; <see langword="null"/> unless it is <see cref="DecisionState.Blocked"/> and one can be
    /// named.
    /// </summary>
    public string? BlockedBy { get; init; }
}

/// <summary>What became of a decision.</summary>
public enum DecisionState
{
    /// <summary>The ledger follows it.</summary>
    Applied,

    /// <summary>The text or the statement it was made on is no longer there: the ledger does not follow it until someone looks.</summary>
    Review,

    /// <summary>It was taken back.</summary>
    Undone,

    /// <summary>A later or contrary decision stands in its way.</summary>
    Blocked,
}

/// <summary>
/// How reliable a source is, by its user's list: the letter of NATO's scale (STANAG 2511, AJP-2.1). Nothing else grades a source.
/// </summary>
/// <param name="Source">Its name, as articles or the ledger write it.</param>
/// <param name="Grade"><c>A</c> completely reliable … <c>E</c> unreliable, <c>F</c> cannot be judged.</param>
/// <param name="Since">From which day, <c>2024-03-12</c>, or <see langword="null"/>.</param>
/// <param name="Note">Why, or <see langword="null"/>.</param>
public sealed record Reliability(string Source, char Grade, string? Since, string? Note);
