using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Names;

namespace Recoupe.Link.Entities;

/// <summary>
/// Finds wordings that may name one referent and are not joined: a surname or initials that several bear, an acronym of several long forms,
/// names that are nearly alike. Candidates share a key made of the wording alone.
/// </summary>
internal static class EntitySuggestions
{
    // A surname that very many bear suggests nothing.
    private const int MostBearers = 8;

    /// <summary>The suggestions, each pair of entities once, by the ids of the two.</summary>
    public static ImmutableArray<Suggestion> Of(EntityForms forms, IReadOnlyDictionary<string, string> entityOf) =>
    [
        .. EntityMerger.Buckets(forms.All, Keys).Values.Where(bucket => bucket.Count is > 1 and <= BlockingKey.BucketLimit)
            .SelectMany(bucket => Doubtful(bucket, forms, entityOf))
            .GroupBy(s => (s.First, s.Second))
            .Select(same => same.OrderByDescending(s => s.Score).ThenBy(s => s.Reasons[0].Code, StringComparer.Ordinal).ThenBy(s => s.Reasons[0].Passages[0]).ThenBy(s => s.Reasons[0].Passages[1]).First())
            .OrderBy(s => s.First, StringComparer.Ordinal).ThenBy(s => s.Second, StringComparer.Ordinal),
    ];

    private static IEnumerable<Suggestion> Doubtful(
        List<EntityForm> bucket, EntityForms forms, IReadOnlyDictionary<string, string> entityOf)
    {
        foreach (var form in bucket)
        {
            var found = bucket.Where(other => IsBefore(form, other))
                .Where(other => !string.Equals(entityOf[form.Id], entityOf[other.Id], StringComparison.Ordinal))
                .Select(other => Suggested(form, other, forms, entityOf)).OfType<Suggestion>().ToList();
            if (found.DistinctBy(s => (s.First, s.Second)).Count() > MostBearers) continue;
            foreach (var suggestion in found) yield return suggestion;
        }
    }

    // The shorter name is held against the longer, and of two as long the one against the other once.
    private static bool IsBefore(EntityForm a, EntityForm b) =>
        a.Type == b.Type && (a.Key.Length < b.Key.Length || (a.Key.Length == b.Key.Length && string.CompareOrdinal(a.Key, b.Key) < 0));

    private static Suggestion? Suggested(EntityForm a, EntityForm b, EntityForms forms, IReadOnlyDictionary<string, string> entityOf)
    {
        if (forms.Doubtful(a.Name, b.Name, a.Type) is not { } verdict) return null;
        var (first, second) = (entityOf[a.Id], entityOf[b.Id]);
        if (string.CompareOrdinal(first, second) > 0) (first, second) = (second, first);
        return new(first, second, verdict.Score, [.. verdict.Reasons.Select(r => r with { Passages = [a.First, b.First] })]);
    }

    private static IEnumerable<string> Keys(EntityForm form)
    {
        foreach (var key in form.Keys) yield return key;
        if (form.Type != NameType.Organisation) yield break;
        var words = NameFolding.Words(form.Key).ToList();
        if (words.Count == 1) yield return "initials|" + words[0];
        if (words.Count < 2) yield break;
        yield return "initials|" + string.Concat(words.Select(w => w[0]));
        yield return "initials|" + string.Concat(words.Where(w => !NameLists.Shipped.IsParticle(w)).Select(w => w[0]));
    }
}
