namespace Recoupe;

/// <summary>Something that can be found, with what it is found by.</summary>
/// <param name="Found">What it is.</param>
/// <param name="Words">Its words, folded, with spaces between.</param>
/// <param name="Meant">What its words stand for, whatever their language and ending, with spaces between.</param>
internal sealed record FoundWords(Found Found, string Words, string Meant);

/// <summary>A name or a claim at its place in the index.</summary>
/// <param name="Place">Its place: of what is found as well, the lower comes first.</param>
/// <param name="Found">What it is.</param>
/// <param name="Words">What it is found by, which takes time to say.</param>
internal sealed record FoundItem(long Place, Found Found, Func<FoundWords> Words);

/// <summary>A word that is looked for.</summary>
/// <param name="Word">Folded.</param>
/// <param name="Meant">What it may stand for.</param>
internal sealed record AskedWord(string Word, IReadOnlyList<string> Meant);

/// <summary>An article as the index has it.</summary>
/// <param name="Passages">Its sentences.</param>
/// <param name="Terms">All that a sentence of the user's is held against in it, ascending.</param>
internal sealed record FoundArticle(IReadOnlyList<FoundWords> Passages, IReadOnlyList<uint> Terms);
