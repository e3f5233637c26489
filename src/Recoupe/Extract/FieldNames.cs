using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract;

/// <summary>Parts the field of a role from the name beside it: <c>le ministre de la Pêche Marc Dol</c> names Marc Dol, and nobody called Pêche.</summary>
internal static class FieldNames
{
    private const int Fewest = 3; // words: the field, a given name, a surname
    private const int Before = 3; // words: the role, a preposition, an article

    /// <summary>The names of a text, in text order, without the fields they were taken together with.</summary>
    public static List<Name> Part(Reading reading, List<Name> names)
    {
        var kinds = CueLexicon.Of(reading.Language).Kinds;
        return [.. names.Select(n => PersonIn(reading, kinds, n) is { } person ? n with { Span = person, Type = NameType.Person } : n)];
    }

    private static TextSpan? PersonIn(Reading reading, KindFile kinds, Name name)
    {
        var words = reading.Words;
        var field = BinarySearch.First(words.Length, i => words[i].Span.Start >= name.Span.Start);
        var end = BinarySearch.First(words.Length, i => words[i].Span.Start >= name.Span.End);
        if (field < Before || end - field < Fewest || words[field].Tag != PartOfSpeech.Noun) return null;
        if (!FollowsRole(reading, kinds, field) || kinds.Of(words[field].Lemma) != NounKind.None) return null;
        for (var i = field + 1; i < end; i++)
        {
            if (words[i].Tag != PartOfSpeech.Propn || !char.IsUpper(words[i].Form[0])) return null;
        }

        return new(words[field + 1].Span.Start, name.Span.End);
    }

    private static bool FollowsRole(Reading reading, KindFile kinds, int field)
    {
        var words = reading.Words;
        var (role, preposition, article) = (words[field - Before], words[field - 2], words[field - 1]);
        if (article.Tag != PartOfSpeech.Det || preposition.Tag != PartOfSpeech.Adp) return false;
        return role.Tag == PartOfSpeech.Noun && kinds.Of(role.Lemma) == NounKind.Person;
    }
}
