using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Names;
using Recoupe.Utility;

namespace Recoupe.Link.Entities;

/// <summary>
/// Gathers mentions, over the whole ledger, into who or what they name. Wordings are compared, never articles, so that the cost grows
/// with the number of distinct wordings; the result is the same in whatever order the articles came. A doubtful tie is none.
/// </summary>
internal static class EntityResolver
{
    /// <summary>The entities, in ordinal order of their ids.</summary>
    public static ImmutableArray<Entity> Of(IEnumerable<FiledArticle> articles) => Gather(articles).Entities;

    /// <summary>The entities, by their names as articles write them, and which of them may be one, each in ordinal order of ids.</summary>
    public static (ImmutableArray<Entity> Entities, ImmutableArray<Suggestion> Suggestions) Gather(IEnumerable<FiledArticle> articles, Rulings? decided = null)
    {
        var rulings = decided ?? Rulings.None;
        var forms = new EntityForms(articles);
        var sets = new DisjointSets(forms.All.Select(f => f.Id));
        foreach (var (a, b) in rulings.DifferentEntity) sets.Part(a, b);
        foreach (var (a, b) in rulings.SameEntity)
            if (sets.Has(a) && sets.Has(b)) sets.Join(a, b);
        EntityMerger.Join(forms, sets);
        var byId = forms.All.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var gathered = sets.All().Select(set => set.ToList()).Select(set => (Forms: set, Entity: Entity([.. set.Select(id => byId[id])], taken))).ToList();
        var entityOf = gathered.SelectMany(g => g.Forms.Select(form => (form, g.Entity.Id))).ToDictionary(f => f.form, f => f.Id, StringComparer.Ordinal);
        var settled = rulings.DifferentEntity.Where(p => entityOf.ContainsKey(p.A) && entityOf.ContainsKey(p.B)).Select(p => InOrder(entityOf[p.A], entityOf[p.B])).ToHashSet();
        return (
            [.. gathered.Select(g => g.Entity).OrderBy(e => e.Id, StringComparer.Ordinal)],
            [.. EntitySuggestions.Of(forms, entityOf).Where(s => !settled.Contains((s.First, s.Second)))]);
    }

    private static (string, string) InOrder(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);

    private static Entity Entity(IReadOnlyList<EntityForm> forms, HashSet<string> taken)
    {
        // A lone word that one article takes for a person is what the others know it to be.
        var type = forms.Where(f => f.Type != NameType.Person).Select(f => (NameType?)f.Type).FirstOrDefault() ?? NameType.Person;
        var alias = forms.Select(f => f.Alias).FirstOrDefault(a => a is not null);
        var least = forms.Select(f => f.Key).Min(StringComparer.Ordinal)!;
        var id = ContentHash.Id("entity", type.ToString(), alias ?? least);
        // Of two that an analyst holds apart, both may be worded as one well-known thing or alike.
        if (!taken.Add(id)) taken.Add(id = ContentHash.Id("entity", type.ToString(), least, forms[0].Id));
        return new(
            id,
            type,
            Name(forms),
            [.. forms.SelectMany(f => f.Wordings.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Roles(forms),
            [.. forms.SelectMany(f => f.Mentions).Order()]);
    }

    // The commonest of the fullest wordings: a country's name before its capital's, a full name before a surname.
    private static string Name(IReadOnlyList<EntityForm> forms) => forms
        .OrderByDescending(f => f.IsFull)
        .ThenByDescending(f => f.Mentions.Count)
        .ThenByDescending(f => f.Key.Length).ThenBy(f => f.Key, StringComparer.Ordinal)
        .First().Name;

    private static ImmutableArray<Role> Roles(IReadOnlyList<EntityForm> forms) =>
    [
        .. forms.SelectMany(f => f.Roles).GroupBy(r => NameFolding.Key(r.Text), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Role(g.Select(r => r.Text).Min(StringComparer.Ordinal)!, [.. g.Select(r => r.Passage).Order()])),
    ];
}
