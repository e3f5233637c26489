using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements;

/// <summary>A telling as found, before its source is resolved and it is told how sure it is.</summary>
internal sealed class StatementDraft
{
    /// <summary>The word the cue turns on; −1 where there is no cue.</summary>
    public int CueWord { get; init; } = -1;

    /// <summary>The characters of the cue.</summary>
    public TextSpan? Cue { get; init; }

    /// <summary>What the cue does.</summary>
    public required Effect Effect { get; init; }

    /// <summary>What is told.</summary>
    public required List<TextSpan> Content { get; init; }

    /// <summary>The verb or noun that the content turns on; −1 where unknown.</summary>
    public int ContentHead { get; init; } = -1;

    /// <summary>Who tells, as worded; <see langword="null"/> where nobody is.</summary>
    public NounPhrase? Source { get; set; }

    /// <summary>The sort of source, where it does not follow from the words.</summary>
    public SourceKind? Kind { get; init; }

    /// <summary>Whether the cue's content was found in quotation marks.</summary>
    public bool Quoted { get; init; }

    /// <summary>Whether a preposition gives the content to its source (<c>selon lui</c>).</summary>
    public bool Attributed { get; init; }

    /// <summary>The outermost quotation the cue itself stands in; −1 outside.</summary>
    public int Within { get; init; } = -1;

    /// <summary>Who passes on what the source tells, as worded (<c>X</c> of «X, citant Y»).</summary>
    public NounPhrase? PassedOnBy { get; set; }

    /// <summary>Whoever passes it on telling it as his own.</summary>
    public StatementDraft AsPassedOn => new()
    {
        CueWord = CueWord,
        Cue = Cue,
        Effect = Effect,
        Content = Content,
        Source = PassedOnBy,
        Quoted = Quoted,
        Attributed = Attributed,
        Within = Within,
    };

    public int Start => Content[0].Start;

    public int End => Content[^1].End;

    public bool Covers(TextSpan span)
    {
        foreach (var part in Content)
        {
            if (part.Contains(span)) return true;
        }

        return false;
    }
}
