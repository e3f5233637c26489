using System.Collections.Immutable;
using Recoupe.Utility;

namespace Recoupe.Judge.Voices;

/// <summary>
/// Gathers the tellings of one side of a claim into ultimate voices: a body, its organs, its head and its spokesman are one; who only passes on is none;
/// all who are not named are one; a hedge or a paper of nobody adds none to another.
/// </summary>
internal sealed class VoiceLattice(IReadOnlyList<FiledArticle> filed, IReadOnlyList<Entity> entities, Func<Article, string> familyOf)
{
    private const string Unnamed = "unnamed";

    private readonly ActorReader _actors = new(filed, entities);

    /// <summary>The voices of some tellings.</summary>
    public HeardSide Gather(IEnumerable<(Article Article, Statement Statement)> tellings)
    {
        var told = tellings.Select(t => new ToldBy(t.Article, t.Statement, _actors.Of(t.Article, t.Statement))).ToList();
        var passing = PassingOn.Among(told);
        var talking = told.Where(t => !passing.Contains(t) && t.Actor.Sort != ActorSort.Public).ToList();
        var leaning = talking.Where(t => t.Actor.Sort == ActorSort.Leaning).ToList();
        var firsthand = talking.Where(t => t.Actor.Sort == ActorSort.Somebody).ToList();
        var groups = Named([.. (firsthand.Count > 0 ? firsthand : talking).Where(t => t.Actor.IsNamed && t.Actor.Sort != ActorSort.Leaning)]);
        AddUnnamed(groups, [.. talking.Where(t => !t.Actor.IsNamed && t.Actor.Sort != ActorSort.Leaning)]);
        if (firsthand.Count > 0) passing.UnionWith(talking.Where(t => t.Actor.Sort == ActorSort.Media && t.Actor.IsNamed));
        var voices = OfOneText(groups);
        if (voices.Count == 0 && leaning.Count > 0) voices.Add(new(leaning));
        else foreach (var lean in leaning) Nearest(voices, lean).Fold(lean, "FOLDED-LEANING");
        foreach (var pass in told.Where(passing.Contains))
        {
            if (voices.Count == 0) voices.Add(new([pass]));
            else Nearest(voices, pass).Fold(pass, "FOLDED-PASSING");
        }

        return new(
            [.. voices.Select(v => v.Heard()).OrderBy(v => v.Name, StringComparer.Ordinal)],
            [.. told.Where(t => t.Actor.Sort == ActorSort.Public)]);
    }

    private static List<Gathered> Named(ImmutableArray<ToldBy> told)
    {
        var sets = new DisjointSets(told.SelectMany(t => KeysOf(t.Actor)).Distinct(StringComparer.Ordinal));
        foreach (var telling in told)
        {
            var keys = KeysOf(telling.Actor).ToList();
            foreach (var key in keys) sets.Join(keys[0], key);
        }

        OfficeTies.Join(sets, told.Select(t => t.Actor.Office).OfType<Office>());
        var setOf = sets.All().Select(set => set.ToList()).SelectMany(set => set.Select(key => (key, Set: set[0]))).ToDictionary(k => k.key, k => k.Set, StringComparer.Ordinal);
        return [.. told.GroupBy(t => setOf[KeysOf(t.Actor).First()], StringComparer.Ordinal).Select(g => new Gathered([.. g]))];
    }

    private static IEnumerable<string> KeysOf(Actor actor)
    {
        if (actor.Person is { } person) yield return person;
        if (actor.Body is { } body) yield return body;
        if (actor.Office is { } office) yield return office.Key;
    }

    private static void AddUnnamed(List<Gathered> groups, ImmutableArray<ToldBy> unnamed)
    {
        var rest = new List<ToldBy>();
        foreach (var telling in unnamed)
        {
            if (groups.Find(g => g.MayHold(telling.Actor)) is { } body) body.Fold(telling, "FOLDED-ONE-BODY");
            else if (groups.Find(g => g.PassedOn(telling.Statement.Via)) is { } via) via.Fold(telling, "FOLDED-PASSING");
            else rest.Add(telling);
        }

        if (rest.Count > 0) groups.Add(new(rest));
    }

    // One text that a copy, a translation or a rewrite words otherwise ("River Watch", «Veille des fleuves») has no more voices than any one of its articles tells apart.
    private List<Gathered> OfOneText(List<Gathered> groups)
    {
        var heard = new List<Gathered>();
        foreach (var group in groups.OrderBy(g => g.IsNamed ? 0 : 1).ThenBy(g => g.Name, StringComparer.Ordinal))
        {
            if (FamilyOf(group) is { } family && heard.Find(h => string.Equals(FamilyOf(h), family, StringComparison.Ordinal) && !h.SharesArticle(group)) is { } same) same.Take(group, "FOLDED-ONE-TEXT");
            else heard.Add(group);
        }

        return heard;
    }

    private string? FamilyOf(Gathered group)
    {
        var families = group.Told.Select(t => familyOf(t.Article)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return families is [var only] ? only : null;
    }

    // That of its own text, where one is heard there.
    private Gathered Nearest(List<Gathered> voices, ToldBy told) =>
        voices.Find(v => v.Told.Exists(t => string.Equals(familyOf(t.Article), familyOf(told.Article), StringComparison.Ordinal))) ?? voices[0];

    /// <summary>A voice while it is gathered.</summary>
    private sealed class Gathered(List<ToldBy> told)
    {
        private readonly List<FoldedTelling> _folded = [];

        public List<ToldBy> Told { get; } = told;

        public bool IsNamed => Told.Exists(t => t.Actor.IsNamed);

        public string Name => IsNamed ? Told.Where(t => t.Actor.IsNamed).Select(t => t.Actor.Name).Min(StringComparer.Ordinal)! : Unnamed;

        public void Fold(ToldBy told, string why) => _folded.Add(new(told, why));

        public void Take(Gathered other, string why)
        {
            foreach (var telling in other.Told) Fold(telling, why);
            _folded.AddRange(other._folded);
        }

        public bool SharesArticle(Gathered other) => Told.Exists(t => other.Told.Exists(o => o.Article.Id == t.Article.Id));

        /// <summary>Whether somebody is heard by way of this voice alone.</summary>
        public bool PassedOn(ImmutableArray<string> via) =>
            via.Any(v => FoldedWords.Of(v) is { IsEmpty: false } words && Told.Exists(t => FoldedWords.IndexIn(FoldedWords.Of(t.Actor.Wording), words) >= 0));

        /// <summary>Whether somebody who is not named is of this body.</summary>
        public bool MayHold(Actor unnamed)
        {
            if (unnamed.Body is { } body) return Told.Exists(t => string.Equals(t.Actor.Body, body, StringComparison.Ordinal));
            return unnamed.Office is { } office && Told.Exists(t => t.Actor.Office is { } held && held.MayBe(office));
        }

        public HeardVoice Heard() => new(
            Name,
            IsNamed,
            Told.Select(t => t.Actor.Entity).FirstOrDefault(e => e is not null),
            Told.Select(t => t.Actor.Camp).Max(StringComparer.Ordinal),
            [.. Told],
            [.. _folded]);
    }
}
