using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Fingerprints;

/// <summary>All that comparing an article with another needs, without its text.</summary>
internal sealed class Fingerprint(
    ArticleId article,
    string language,
    string? address,
    Outlet outlet,
    string? day,
    bool isCorrected,
    ImmutableArray<FingerprintLine> lines,
    ImmutableArray<FingerprintQuotation> quotations,
    ImmutableArray<Credit> credits,
    ImmutableArray<StatementFingerprint> statements)
{
    private ImmutableArray<ulong> _shingles;
    private TermSet? _terms;

    public ArticleId Article { get; } = article;

    /// <summary>ISO 639-1, or <c>und</c>.</summary>
    public string Language { get; } = language;

    /// <summary>Its URL without scheme, query and fragment; <see langword="null"/> where it is not known.</summary>
    public string? Address { get; } = address;

    /// <summary>Who published it.</summary>
    public Outlet Outlet { get; } = outlet;

    /// <summary>The full day it came out; <see langword="null"/> where unknown or doubted.</summary>
    public string? Day { get; } = day;

    /// <summary>Whether its title or first line says that it corrects or updates an earlier one.</summary>
    public bool IsCorrected { get; } = isCorrected;

    /// <summary>Its sentences, titles and furniture left out.</summary>
    public ImmutableArray<FingerprintLine> Lines { get; } = lines;

    /// <summary>What it quotes at length.</summary>
    public ImmutableArray<FingerprintQuotation> Quotations { get; } = quotations;

    /// <summary>Whom it credits.</summary>
    public ImmutableArray<Credit> Credits { get; } = credits;

    /// <summary>The outlets that its prose has things from, without being theirs.</summary>
    public ImmutableArray<Credit> Cited { get; init; } = [];

    /// <summary>Its statements.</summary>
    public ImmutableArray<StatementFingerprint> Statements { get; } = statements;

    /// <summary>Its own words, five in a row, ascending and distinct.</summary>
    public ImmutableArray<ulong> Shingles => _shingles.IsDefault ? _shingles = Recoupe.Link.Fingerprints.Shingles.Of(Lines) : _shingles;

    /// <summary>The terms of all its lines.</summary>
    public TermSet Terms => _terms ??= new(Lines.SelectMany(l => l.Terms.Terms));

    /// <summary>Whether bytes are a fingerprint that this program can compare with its own.</summary>
    public static bool IsOurs(ReadOnlySpan<byte> bytes) => FingerprintSerializer.IsOurs(bytes);

    public byte[] ToBytes() => FingerprintSerializer.Write(this);

    /// <exception cref="InvalidDataException">The bytes are of another version, or none of ours.</exception>
    public static Fingerprint FromBytes(ReadOnlySpan<byte> bytes) => FingerprintSerializer.Read(bytes);
}

/// <summary>Who published an article, as keys to compare credits with; 0 where unknown.</summary>
internal readonly record struct Outlet(ulong Host, ulong Site)
{
    public bool Is(ulong name) => name != 0 && (name == Host || name == Site);

    public bool IsSame(Outlet other) => Is(other.Host) || Is(other.Site);
}

/// <summary>A sentence of an article.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Words">Hashes of its words outside quotations, in order.</param>
/// <param name="Terms">What its words outside quotations stand for.</param>
/// <param name="Traits">How it is told.</param>
internal sealed record FingerprintLine(TextSpan Span, ImmutableArray<uint> Words, TermSet Terms, LineTraits Traits);

/// <summary>How a sentence is told.</summary>
[Flags]
internal enum LineTraits : byte
{
    None = 0,

    /// <summary>It is turned into its contrary.</summary>
    Negated = 1,

    /// <summary>It is less than certain.</summary>
    Hedged = 2,
}

/// <summary>A long quotation: where it stands and a hash of its words.</summary>
internal readonly record struct FingerprintQuotation(TextSpan Span, ulong Words);

/// <summary>An outlet or agency that an article credits.</summary>
/// <param name="Name">As known in <c>Languages/agencies.txt</c>, or as written.</param>
/// <param name="Key">To compare with <see cref="Outlet"/>.</param>
/// <param name="IsKnown">Whether it is surely an outlet: a listed agency or a web host. Others count only where an article of that outlet is at hand.</param>
/// <param name="Span">Where it is credited.</param>
internal sealed record Credit(string Name, ulong Key, bool IsKnown, TextSpan Span);

/// <summary>What is told, ready for comparison.</summary>
/// <param name="Id">The proposition's id.</param>
/// <param name="Statement">The id of the statement that tells it; <see langword="null"/> where the article does itself.</param>
/// <param name="Content">Where its words stand.</param>
/// <param name="Terms">What its wording stands for, supplied words too.</param>
/// <param name="Roles">Who does what to whom.</param>
/// <param name="Sign">1 where its teller says that the thing is so, −1 where not, 0 where neither; without regard to how it is worded.</param>
/// <param name="Wording">A hash of its words where they are quoted, or the article's own, at some length; else 0.</param>
/// <param name="IsFrame">Whether it says that something is told, kept as a telling of its own.</param>
/// <param name="IsOwn">Whether the article tells it in its own voice.</param>
/// <param name="Alternative">Which of the explanations that its source lays out it belongs to, from 1; else 0.</param>
/// <param name="Source">A key of its source's name, 0 where unnamed.</param>
/// <param name="When">The full day on which it happened, or <see langword="null"/>.</param>
/// <param name="Figures">The quantities that it gives.</param>
internal sealed record StatementFingerprint(
    string Id,
    string? Statement,
    ImmutableArray<TextSpan> Content,
    TermSet Terms,
    Roles Roles,
    int Sign,
    ulong Wording,
    bool IsFrame,
    bool IsOwn,
    int Alternative,
    ulong Source,
    string? When,
    ImmutableArray<FigureFingerprint> Figures)
{
    /// <summary>What it says of another telling of its article; <see langword="null"/> where it is not about a telling.</summary>
    public Bearing? Bears { get; init; }

    /// <summary>What it says that the thing came of; empty where it does not.</summary>
    public TermSet Cause { get; init; } = TermSet.Empty;

    /// <summary>Whether it grants only a part of something (<c>only two of the three</c>).</summary>
    public bool IsPartial { get; init; }
}

/// <summary>Who does what to whom, as terms.</summary>
/// <param name="Predicate">What is done or is so.</param>
/// <param name="Subject">Who does it.</param>
/// <param name="Object">To whom or what.</param>
/// <param name="Other">Whatever else takes part, but for where it comes from.</param>
/// <param name="Place">Where; empty where it is not told.</param>
/// <param name="Kind">What sort of thing is put forward.</param>
/// <param name="Tense">When, seen from the telling.</param>
/// <param name="Outlook">Whether it is told as what is or was, or as what is to come.</param>
internal sealed record Roles(TermSet Predicate, TermSet Subject, TermSet Object, TermSet Other, TermSet Place, PropositionKind Kind, Tense Tense, Outlook Outlook);

/// <summary>Whether a thing is told as what is or was, or as what is to come.</summary>
internal enum Outlook : byte
{
    /// <summary>What is or was.</summary>
    Record,

    /// <summary>Either: a conditional is hearsay of the present here, and what is to come there.</summary>
    Open,

    /// <summary>What may be or must be.</summary>
    Supposed,

    /// <summary>What will be.</summary>
    Ahead,

    /// <summary>What was told to be so on an earlier day, which is not told.</summary>
    Before,
}

/// <summary>A quantity, ready for comparison.</summary>
/// <param name="Counted">A key of what is counted and which measure of it; 0 where unknown.</param>
/// <param name="IsMeasured">Whether the measure is told (killed, wounded), which an event has one of.</param>
/// <param name="IsPart">Whether it is told as a part of something, or besides it (<c>170 elsewhere</c>).</param>
/// <param name="Stated">The number as it stands; of a range, its end.</param>
/// <param name="Min">The least it can be; <see cref="decimal.MinValue"/> where open.</param>
/// <param name="Max">The most it can be; <see cref="decimal.MaxValue"/> where open.</param>
/// <param name="AsOf">The day of the count, or <see langword="null"/>.</param>
/// <param name="Span">Where it is given.</param>
internal readonly record struct FigureFingerprint(
    ulong Counted, bool IsMeasured, bool IsPart, decimal Stated, decimal Min, decimal Max, string? AsOf, TextSpan Span)
{
    // A number of so many digits that say something is seldom given twice by chance.
    private const int TellingNumber = 1_000, TellingDigits = 3;

    /// <summary>Whether two who give it for one measure hardly do so by chance.</summary>
    public bool IsTelling => Stated >= TellingNumber && FigureFingerprinter.Digits(Stated) >= TellingDigits;

    /// <summary>Whether it is told as a bound that more may stand behind (<c>more than 200</c>).</summary>
    public bool IsOpen => Max > Stated * 3 / 2;

    /// <summary>Whether it counts a known thing, and is not an hour.</summary>
    public bool IsCount => Counted != 0 && Counted != FigureFingerprinter.Clock;
}
