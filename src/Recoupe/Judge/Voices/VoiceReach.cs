using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Judge.Voices;

/// <summary>
/// Tells how far a change of names and families reaches: in which articles a source may be told otherwise than before. More articles than
/// that may be told; fewer never are.
/// </summary>
internal static class VoiceReach
{
    // As territories and officials look for places: by how their names begin.
    private const int Beginning = 4;

    /// <summary>The articles in which somebody may be told otherwise, those that are new left out.</summary>
    /// <param name="before">The entities as they were, in ordinal order of their ids.</param>
    /// <param name="now">The entities as they are, likewise.</param>
    /// <param name="beginnings">How the words of each article begin, as <see cref="BeginningsOf"/> has them.</param>
    public static IReadOnlySet<ArticleId> Reached(
        ImmutableArray<Entity> before, ImmutableArray<Entity> now, IReadOnlyDictionary<ArticleId, ImmutableArray<ulong>> beginnings)
    {
        var reached = new HashSet<ArticleId>();
        if (before == now) return reached;
        var earlier = before.ToDictionary(e => e.Id, StringComparer.Ordinal);
        var changed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entity in now)
        {
            if (earlier.Remove(entity.Id, out var was)) Compare(was, entity, changed, reached);
            else Change(entity, changed, reached);
        }

        foreach (var gone in earlier.Values) Change(gone, changed, reached);
        ReachPlaces(before, now, beginnings, reached);
        ReachRoles(now, changed, reached);
        return reached;
    }

    /// <summary>The articles whose family is another than before.</summary>
    public static IEnumerable<ArticleId> Moved(ImmutableArray<Family> before, ImmutableArray<Family> now)
    {
        // A family's id is a hash of its members.
        var known = before.Select(f => (f.Id, f.Origin)).ToHashSet();
        return now.Where(f => !known.Contains((f.Id, f.Origin))).SelectMany(f => f.Members);
    }

    /// <summary>How the words of an article begin, and those of the names that its sources bear, in ascending order.</summary>
    public static ImmutableArray<ulong> BeginningsOf(FiledArticle filed)
    {
        var names = filed.Findings.Statements.SelectMany(s => s.Via.Prepend(s.Source.Name ?? ""));
        return [.. names.Prepend(filed.Article.Text).SelectMany(text => FoldedWords.Of(text)).Where(IsLong).Select(Begun).Distinct().Order()];
    }

    private static void Compare(Entity was, Entity entity, HashSet<string> changed, HashSet<ArticleId> reached)
    {
        if (ReferenceEquals(was, entity)) return;
        if (!IsAlike(was, entity))
        {
            Change(was, changed, reached);
            Change(entity, changed, reached);
            return;
        }

        // What named it and names another now.
        reached.UnionWith(was.Mentions.Except(entity.Mentions).Select(m => m.Article));
    }

    private static void Change(Entity entity, HashSet<string> changed, HashSet<ArticleId> reached)
    {
        changed.Add(entity.Id);
        reached.UnionWith(entity.Mentions.Select(m => m.Article));
    }

    private static bool IsAlike(Entity a, Entity b) =>
        a.Type == b.Type
        && string.Equals(a.Name, b.Name, StringComparison.Ordinal)
        && a.Variants.SequenceEqual(b.Variants, StringComparer.Ordinal)
        && a.Roles.Length == b.Roles.Length
        && a.Roles.Zip(b.Roles).All(r => IsAlike(r.First, r.Second));

    private static bool IsAlike(Role a, Role b) =>
        string.Equals(a.Text, b.Text, StringComparison.Ordinal) && a.Passages.SequenceEqual(b.Passages);

    private static void ReachPlaces(
        ImmutableArray<Entity> before,
        ImmutableArray<Entity> now,
        IReadOnlyDictionary<ArticleId, ImmutableArray<ulong>> beginnings,
        HashSet<ArticleId> reached)
    {
        var places = Places(before).ToHashSet();
        places.SymmetricExceptWith(Places(now));
        var first = places.Select(p => FoldedWords.Of(p.Name).FirstOrDefault(""));
        var begun = first.Where(IsLong).Select(Begun).ToHashSet();
        if (begun.Count > 0) reached.UnionWith(beginnings.Where(b => begun.Any(at => b.Value.BinarySearch(at) >= 0)).Select(b => b.Key));
    }

    private static IEnumerable<(string Id, string Name)> Places(ImmutableArray<Entity> entities) =>
        from entity in entities
        where entity.Type == NameType.Place
        from name in entity.Variants.Append(entity.Name)
        select (entity.Id, name);

    // What somebody is said to be may be read otherwise where it stands, and tells who speaks wherever he is named.
    private static void ReachRoles(ImmutableArray<Entity> now, HashSet<string> changed, HashSet<ArticleId> reached)
    {
        var held = now.Where(e => !changed.Contains(e.Id) && e.Roles.Any(r => r.Passages.Any(p => reached.Contains(p.Article)))).ToList();
        foreach (var entity in held) reached.UnionWith(entity.Mentions.Select(m => m.Article));
    }

    private static bool IsLong(string word) => word.Length >= Beginning;

    // Four letters of two bytes.
    private static ulong Begun(string word) => word.Take(Beginning).Aggregate(0ul, (all, letter) => (all << 16) | letter);
}
