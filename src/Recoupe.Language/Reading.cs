using System.Collections.Immutable;

namespace Recoupe.Language;

/// <summary>What a <c>Reader</c> makes of a text: its sentences, tokens, words with their heads, and names. Immutable.</summary>
/// <param name="Text">The text as given; every span points into it.</param>
/// <param name="Language">The ISO 639-1 code of the models used: <c>fr</c> or <c>en</c>.</param>
/// <param name="Sentences">In text order; they never overlap.</param>
/// <param name="Tokens">In text order; every character but white space lies in one.</param>
/// <param name="Words">In text order, sentence by sentence.</param>
/// <param name="Names">In text order; they never overlap.</param>
public sealed record Reading(
    string Text,
    string Language,
    ImmutableArray<Sentence> Sentences,
    ImmutableArray<Token> Tokens,
    ImmutableArray<Word> Words,
    ImmutableArray<Name> Names);
