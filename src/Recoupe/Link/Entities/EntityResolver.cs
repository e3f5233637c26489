using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Names;
using Recoupe.Utility;

namespace Recoupe.Link.Entities;

/// <summary>
/// Gathers mentions, over the whole ledger, into who or what they name. Wordings are compared, never articles, so that the cost grows
/// with the number of distinct wordings; the result is the same in whatever order the articles came. A doubtful tie is none. It grows:
/// what an article does not name stays as it was gathered.
/// </summary>
internal sealed class EntityResolver
{
    private readonly EntityForms _forms = new();

    // By the id of the first of its wordings.
    private Dictionary<string, Gathered> _gathered = new(StringComparer.Ordinal);

    /// <summary>The entities, in ordinal order of their ids.</summary>
    public static ImmutableArray<Entity> Of(IEnumerable<FiledArticle> articles) => Gather(articles).Entities;

    /// <summary>The entities of some articles.</summary>
    public static ResolvedEntities Gather(IEnumerable<FiledArticle> articles, Rulings? decided = null)
    {
        var resolver = new EntityResolver();
        foreach (var filed in articles) resolver.Add(filed);
        return resolver.Gather(decided ?? Rulings.None);
    }

    /// <summary>Adds the names of an article.</summary>
    public void Add(FiledArticle filed) => _forms.Add(filed);

    /// <summary>The entities of all articles that were added.</summary>
    public ResolvedEntities Gather(Rulings rulings)
    {
        var sets = new DisjointSets(_forms.All.Select(f => f.Id));
        foreach (var (a, b) in rulings.DifferentEntity) sets.Part(a, b);
        foreach (var (a, b) in rulings.SameEntity)
            if (sets.Has(a) && sets.Has(b)) sets.Join(a, b);
        EntityMerger.Join(_forms, sets);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        _gathered = sets.All().Select(set => Resolved([.. set], taken)).ToDictionary(g => g.Forms[0], StringComparer.Ordinal);
        _forms.Stirred.Clear();
        var entityOf = _gathered.Values.SelectMany(g => g.Forms.Select(form => (form, g.Entity.Id)))
            .ToDictionary(f => f.form, f => f.Id, StringComparer.Ordinal);
        var settled = rulings.DifferentEntity.Where(p => entityOf.ContainsKey(p.A) && entityOf.ContainsKey(p.B))
            .Select(p => InOrder(entityOf[p.A], entityOf[p.B])).ToHashSet();
        return new(
            [.. _gathered.Values.Select(g => g.Entity).OrderBy(e => e.Id, StringComparer.Ordinal)],
            [.. EntitySuggestions.Of(_forms, entityOf).Where(s => !settled.Contains((s.First, s.Second)))],
            entityOf);
    }

    private Gathered Resolved(ImmutableArray<string> ids, HashSet<string> taken)
    {
        var known = _gathered.GetValueOrDefault(ids[0]);
        var isAsItWas = known is not null && known.Forms.AsSpan().SequenceEqual(ids.AsSpan()) && !ids.Any(_forms.Stirred.Contains);
        ImmutableArray<EntityForm> forms = [.. ids.Select(_forms.Find)];
        var ownId = isAsItWas ? known!.OwnId : IdOf(forms);
        // Of two that an analyst holds apart, both may be worded as one well-known thing or alike.
        var id = taken.Add(ownId) ? ownId : ContentHash.Id("entity", TypeOf(forms).ToString(), LeastKey(forms), forms[0].Id);
        taken.Add(id);
        return isAsItWas && string.Equals(known!.Entity.Id, id, StringComparison.Ordinal) ? known : new(ids, ownId, Entity(forms, id));
    }

    private static string IdOf(ImmutableArray<EntityForm> forms) => ContentHash.Id(
        "entity", TypeOf(forms).ToString(), forms.Select(f => f.Alias).FirstOrDefault(a => a is not null) ?? LeastKey(forms));

    private static string LeastKey(ImmutableArray<EntityForm> forms) => forms.Select(f => f.Key).Min(StringComparer.Ordinal)!;

    // A lone word that one article takes for a person is what the others know it to be.
    private static NameType TypeOf(ImmutableArray<EntityForm> forms) =>
        forms.Where(f => f.Type != NameType.Person).Select(f => (NameType?)f.Type).FirstOrDefault() ?? NameType.Person;

    private static (string, string) InOrder(string a, string b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);

    private static Entity Entity(ImmutableArray<EntityForm> forms, string id) => new(
        id,
        TypeOf(forms),
        Name(forms),
        [.. forms.SelectMany(f => f.Wordings.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Roles(forms),
        [.. forms.SelectMany(f => f.Mentions).Order()]);

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

    /// <summary>An entity and the wordings it was gathered from.</summary>
    /// <param name="Forms">The ids of the wordings, in ordinal order.</param>
    /// <param name="OwnId">The id that it has where no other takes it.</param>
    /// <param name="Entity">The entity.</param>
    private sealed record Gathered(ImmutableArray<string> Forms, string OwnId, Entity Entity);
}

/// <summary>Who and what a ledger's articles name.</summary>
/// <param name="Entities">By their names as articles write them, in ordinal order of their ids.</param>
/// <param name="Suggestions">Which of them may be one, in ordinal order of their ids.</param>
/// <param name="ByWording">The id of the entity of each wording, by the id of the wording.</param>
internal sealed record ResolvedEntities(
    ImmutableArray<Entity> Entities, ImmutableArray<Suggestion> Suggestions, IReadOnlyDictionary<string, string> ByWording)
{
    public void Deconstruct(out ImmutableArray<Entity> entities, out ImmutableArray<Suggestion> suggestions) =>
        (entities, suggestions) = (Entities, Suggestions);
}
