using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Link;

/// <summary>
/// Gathers mentions, over the whole ledger, into who or what they name. Wordings are compared, never articles, so that the cost grows
/// with the number of distinct wordings; the result is the same in whatever order the articles came. A doubtful tie is none.
/// </summary>
internal static class Entities
{
    /// <summary>The entities, in ordinal order of their ids.</summary>
    public static ImmutableArray<Entity> Of(IEnumerable<Filed> articles) => Gather(articles).Entities;

    /// <summary>The entities, and which of them may be one, each in ordinal order of ids.</summary>
    public static (ImmutableArray<Entity> Entities, ImmutableArray<Suggestion> Suggestions) Gather(IEnumerable<Filed> articles)
    {
        var forms = new EntityForms(articles);
        var sets = new DisjointSets(forms.All.Select(f => f.Id));
        EntityTies.Join(forms, sets);
        var byId = forms.All.ToDictionary(f => f.Id, StringComparer.Ordinal);
        var gathered = sets.All().Select(set => set.ToList()).Select(set => (Forms: set, Entity: Entity([.. set.Select(id => byId[id])]))).ToList();
        var entityOf = gathered.SelectMany(g => g.Forms.Select(form => (form, g.Entity.Id))).ToDictionary(f => f.form, f => f.Id, StringComparer.Ordinal);
        return ([.. gathered.Select(g => g.Entity).OrderBy(e => e.Id, StringComparer.Ordinal)], EntityDoubts.Of(forms, entityOf));
    }

    private static Entity Entity(IReadOnlyList<EntityForm> forms)
    {
        // A lone word that one article takes for a person is what the others know it to be.
        var type = forms.Where(f => f.Type != NameType.Person).Select(f => (NameType?)f.Type).FirstOrDefault() ?? NameType.Person;
        var alias = forms.Select(f => f.Alias).FirstOrDefault(a => a is not null);
        return new(
            ContentHash.Id("entity", type.ToString(), alias ?? forms.Select(f => f.Key).Min(StringComparer.Ordinal)!),
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
        .. forms.SelectMany(f => f.Roles).GroupBy(r => NameScript.Key(r.Text), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Role(g.Select(r => r.Text).Min(StringComparer.Ordinal)!, [.. g.Select(r => r.Passage).Order()])),
    ];
}
