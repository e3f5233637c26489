using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Judge.Voices;

/// <summary>An entity where its name stands in a row of words.</summary>
internal readonly record struct NamedWords(int At, int Length, Entity Entity)
{
    public int End => At + Length;

    public bool IsPerson => Entity.Type == NameType.Person;

    public bool IsOrganisation => Entity.Type == NameType.Organisation;

    /// <summary>The names that stand in some words: of those that overlap the longer, each once, in order.</summary>
    public static ImmutableArray<NamedWords> In(ImmutableArray<string> words, IEnumerable<(string Wording, Entity Entity)> known)
    {
        var found = new List<NamedWords>();
        foreach (var (wording, entity) in known)
        {
            var name = FoldedWords.Of(wording);
            if (FoldedWords.IndexIn(words, name) is var at and >= 0) found.Add(new(at, name.Length, entity));
        }

        var kept = new List<NamedWords>();
        foreach (var name in found.OrderByDescending(n => n.Length).ThenBy(n => n.At).ThenBy(n => n.Entity.Id, StringComparer.Ordinal))
        {
            if (!kept.Exists(k => k.At < name.End && name.At < k.End)) kept.Add(name);
        }

        return [.. kept.OrderBy(k => k.At)];
    }
}
