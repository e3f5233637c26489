namespace Recoupe.Language;

/// <summary>A syntactic word of a reading (UD v2). The words of a multiword token (<c>du</c> = <c>de</c> + <c>le</c>) share its span.</summary>
/// <param name="Span">The characters of the word, or of the multiword token it is part of.</param>
/// <param name="Form">The word as written; in a multiword token, the word it stands for.</param>
/// <param name="Lemma">The dictionary form.</param>
/// <param name="Tag">The universal part of speech.</param>
/// <param name="Features">The morphological features.</param>
/// <param name="Head">The index in <see cref="Reading.Words"/> of the word this one depends on; −1 for a sentence's root.</param>
/// <param name="Relation">The universal dependency relation to the head, subtype included (<c>aux:pass</c>).</param>
public readonly record struct Word(
    TextSpan Span, string Form, string Lemma, PartOfSpeech Tag, Features Features, int Head, string Relation)
{
    /// <summary>A word of which only its characters are known.</summary>
    internal static Word Bare(TextSpan span, string form) => new(span, form, form, PartOfSpeech.X, Features.None, -1, "dep");
}

/// <summary>A token as written: one word, or a multiword token of several.</summary>
/// <param name="Span">Its characters.</param>
/// <param name="FirstWord">The index of its first word in <see cref="Reading.Words"/>.</param>
/// <param name="WordCount">How many words it stands for; 1 but for multiword tokens.</param>
public readonly record struct Token(TextSpan Span, int FirstWord, int WordCount);

/// <summary>A sentence.</summary>
/// <param name="Span">From its first token's start to its last token's end.</param>
/// <param name="FirstWord">The index of its first word in <see cref="Reading.Words"/>.</param>
/// <param name="WordCount">How many words it has; at least 1.</param>
public readonly record struct Sentence(TextSpan Span, int FirstWord, int WordCount)
{
    /// <summary>One past the index of its last word.</summary>
    public int EndWord => FirstWord + WordCount;
}

/// <summary>A name in a text.</summary>
public readonly record struct Name(TextSpan Span, NameType Type);

/// <summary>What a name names.</summary>
public enum NameType : byte
{
    /// <summary>A human being, real or not.</summary>
    Person,

    /// <summary>An institution, company, party, army, team, media outlet.</summary>
    Organisation,

    /// <summary>A country, town, region, river, building.</summary>
    Place,

    /// <summary>Any other name: a work, an event, a law, a product.</summary>
    Other,
}

/// <summary>The universal parts of speech of UD v2 (https://universaldependencies.org/u/pos/).</summary>
#pragma warning disable CS1591 // The names are the standard's own.
public enum PartOfSpeech : byte
{
    X, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb,
}
#pragma warning restore CS1591
