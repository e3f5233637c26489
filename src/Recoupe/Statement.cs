using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe;

/// <summary>One act of telling that an article reports.</summary>
/// <param name="Id">16 hex digits; stable for one article's text.</param>
/// <param name="Inside">The id of the telling it is nested in; <see langword="null"/> at the top.</param>
/// <param name="Content">What is told, in text order, without outer quotation marks; at least one span.</param>
/// <param name="Source">Who tells.</param>
/// <param name="Cue">The words that mark the telling; <see langword="null"/> where none does.</param>
/// <param name="Manner">Whether it is quoted.</param>
/// <param name="Via">Intermediaries that the article names, nearest to the source first.</param>
/// <param name="Certainty">How sure the source presents the content to be.</param>
/// <param name="Stance">What the telling does.</param>
/// <param name="Said">When it was said, as <see cref="TimeExpression.Value"/>; <see langword="null"/> where unknown.</param>
public sealed record Statement(
    string Id,
    string? Inside,
    ImmutableArray<TextSpan> Content,
    Source Source,
    TextSpan? Cue,
    Manner Manner,
    ImmutableArray<string> Via,
    Certainty Certainty,
    Stance Stance,
    string? Said)
{
    /// <summary>What it puts forward, in text order; none for a topic, a bare reaction, a question.</summary>
    public ImmutableArray<Proposition> Propositions { get => field.IsDefault ? [] : field; init; } = [];

    /// <summary>
    /// Some of its spans, with the words before them by which the article withholds its guarantee (<c>aurait</c> before
    /// <c>été capturé</c>): no passage is shown without its hedge.
    /// </summary>
    internal ImmutableArray<TextSpan> WithHedge(string text, ImmutableArray<TextSpan> spans)
    {
        if (Source.Kind is not SourceKind.Article || Cue is not { } cue || spans.IsEmpty) return spans;
        var first = spans[0];
        var isApart = cue.Start >= first.Start || (cue.End < first.Start && !text.AsSpan(cue.End, first.Start - cue.End).IsWhiteSpace());
        if (!isApart) return [new(cue.Start, Math.Max(cue.End, first.End)), .. spans.Skip(1)];
        return HedgeBefore(text, cue, first) is >= 0 and var start ? [first with { Start = start }, .. spans.Skip(1)] : spans;
    }

    // «aurait été capturé et aurait été blessé»: the second verb has the first one's hedge again; −1 where it has not.
    private static int HedgeBefore(string text, TextSpan cue, TextSpan first)
    {
        var words = cue.In(text);
        var hedge = words[..(words.IndexOf(' ') is > 0 and var end ? end : words.Length)];
        var start = first.Start - 1 - hedge.Length;
        var isThere = start > cue.End && text.AsSpan(start, hedge.Length).SequenceEqual(hedge) && char.IsWhiteSpace(text[first.Start - 1]);
        return isThere && !char.IsLetterOrDigit(text[start - 1]) ? start : -1;
    }
}

/// <summary>Who tells.</summary>
/// <param name="Span">The words that name the source; <see langword="null"/> where nobody is named.</param>
/// <param name="Name">The article's own fullest wording of who that is; <see langword="null"/> where nobody is named.</param>
/// <param name="Kind">What sort of source.</param>
public sealed record Source(TextSpan? Span, string? Name, SourceKind Kind);

/// <summary>The sorts of source.</summary>
public enum SourceKind
{
    /// <summary>A named person.</summary>
    Person,

    /// <summary>An institution, government, or capital standing for one.</summary>
    Organisation,

    /// <summary>An unnamed person or group.</summary>
    Anonymous,

    /// <summary>A newspaper, agency, broadcaster, site.</summary>
    Media,

    /// <summary>A letter, communiqué, law, report.</summary>
    Document,

    /// <summary>The article's own voice, where it withholds its guarantee.</summary>
    Article,
}

/// <summary>Whether a content is quoted.</summary>
public enum Manner
{
    /// <summary>All of it.</summary>
    Direct,

    /// <summary>Part of it.</summary>
    Mixed,

    /// <summary>None of it.</summary>
    Indirect,
}

/// <summary>How sure the source presents a content to be, on the scale of FactBank (Saurí and Pustejovsky 2009).</summary>
public enum Certainty
{
    /// <summary>CT+: it is so.</summary>
    Certain,

    /// <summary>PR+: probably.</summary>
    Probable,

    /// <summary>PS+: possibly.</summary>
    Possible,

    /// <summary>CT−: it is not so.</summary>
    CertainlyNot,

    /// <summary>PR−: probably not.</summary>
    ProbablyNot,

    /// <summary>PS−: possibly not.</summary>
    PossiblyNot,

    /// <summary>U: uncommitted.</summary>
    Uncommitted,
}

/// <summary>What can be read off a certainty.</summary>
internal static class CertaintyScale
{
    /// <summary>1 where it is said to be so, −1 where not, 0 where neither.</summary>
    public static int Sign(this Certainty certainty) => certainty switch
    {
        Certainty.Certain or Certainty.Probable or Certainty.Possible => 1,
        Certainty.Uncommitted => 0,
        _ => -1,
    };

    /// <summary>How little is said to be sure of it, either way: 0 certain, 1 probable, 2 possible, 3 uncommitted.</summary>
    public static int Doubt(this Certainty certainty) => certainty switch
    {
        Certainty.Certain or Certainty.CertainlyNot => 0,
        Certainty.Probable or Certainty.ProbablyNot => 1,
        Certainty.Possible or Certainty.PossiblyNot => 2,
        _ => 3,
    };

    /// <summary>Whether it is surer than «possibly».</summary>
    public static bool IsFirm(this Certainty certainty) => certainty.Doubt() < Certainty.Possible.Doubt();

    /// <summary>Its code in FactBank: <c>CT+</c> … <c>PS-</c>, <c>U</c>.</summary>
    public static string Code(this Certainty certainty) => certainty switch
    {
        Certainty.Certain => "CT+",
        Certainty.Probable => "PR+",
        Certainty.Possible => "PS+",
        Certainty.CertainlyNot => "CT-",
        Certainty.ProbablyNot => "PR-",
        Certainty.PossiblyNot => "PS-",
        _ => "U",
    };

    /// <summary>The certainty of a code.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public static Certainty OfCode(string code)
    {
        foreach (var certainty in Enum.GetValues<Certainty>())
        {
            if (string.Equals(certainty.Code(), code, StringComparison.Ordinal)) return certainty;
        }

        throw new FormatException($"No certainty '{code}'.");
    }
}

/// <summary>What a telling does.</summary>
public enum Stance
{
    /// <summary>Says that a thing is so.</summary>
    Asserts,

    /// <summary>Says that a thing told by others is not so.</summary>
    Denies,

    /// <summary>Says that it may not be so.</summary>
    Doubts,

    /// <summary>Tells its own action or intent.</summary>
    Announces,

    /// <summary>Threatens or forecasts on a condition.</summary>
    Warns,

    /// <summary>Will not say.</summary>
    Declines,

    /// <summary>Asks, orders, enquires.</summary>
    Asks,
}
