using Recoupe.Language;
using Recoupe.Tell.Pages.Model;

namespace Recoupe.Tell.Pages;

/// <summary>Tells who gives a figure: who speaks for an organisation counts as it does; an article without a source counts as its family does.</summary>
internal sealed class CountVoices
{
    // A role of more words than this is a sentence.
    private const int MostWords = 24;

    private readonly Stories stories;
    private readonly ILookup<string, Entity> organisations;
    private readonly Dictionary<string, Entity> speaksFor = new(StringComparer.Ordinal);

    public CountVoices(DossierModel shelf, Stories stories)
    {
        this.stories = stories;
        organisations = (
            from entity in shelf.Ledger.Entities
            where entity.Type == NameType.Organisation
            from wording in entity.Variants.Select(Folded).Distinct(StringComparer.Ordinal)
            select (wording, entity)).ToLookup(o => o.wording, o => o.entity, StringComparer.Ordinal);
    }

    public CountVoice Of(LocatedFigure given)
    {
        if (given.By is not { Statement.Source: { Kind: not SourceKind.Article } source } telling) return Own(given);
        if (telling.Source is { } entity) return Named(Principal(entity));
        return source is { Kind: not SourceKind.Anonymous, Name: { } name }
            ? new("wording " + Folded(name), name, true, false)
            : new("unnamed", source.Name, false, false);
    }

    private CountVoice Own(LocatedFigure given) => new("family " + stories.FamilyOf(given.Article.Id), null, true, true);

    private static CountVoice Named(Entity entity) => new("entity " + entity.Id, entity.Name, true, false);

    // «Milena Dostra, porte-parole du ministère de l'Intérieur»: of the organisations that a person's roles name, the one named most.
    private Entity Principal(Entity entity)
    {
        if (entity.Type != NameType.Person) return entity;
        if (speaksFor.TryGetValue(entity.Id, out var known)) return known;
        var named = entity.Roles.SelectMany(role => role.Passages.Select(_ => Organisation(role.Text))).OfType<Entity>()
            .GroupBy(o => o.Id, StringComparer.Ordinal)
            .OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.First());
        return speaksFor[entity.Id] = named.FirstOrDefault() ?? entity;
    }

    // The longest run of words of a role that is a wording of one organisation, and of no other.
    private Entity? Organisation(string role)
    {
        var text = Folded(role);
        var ends = Enumerable.Range(0, text.Length + 1).Where(i => i == text.Length || text[i] is ' ' or '\'').ToList();
        if (ends.Count > MostWords) return null;
        var runs =
            from start in ends.Select(e => e + 1).Prepend(0)
            from end in ends
            where end > start
            orderby end - start descending, start
            select organisations[text[start..end]].Take(2).ToList();
        return runs.FirstOrDefault(found => found.Count == 1)?[0];
    }

    private static string Folded(string text) => text.Replace('’', '\'').ToUpperInvariant();
}
