using System.Collections.Immutable;
using Recoupe.Utility;

namespace Recoupe.Judge.Voices;

/// <summary>
/// Gathers the tellings of one side of a claim into ultimate voices: a body, its organs, its head and its spokesman are one; who only passes on is none;
/// all who are not named are one; a hedge or a paper of nobody adds none to another.
/// </summary>
internal sealed class VoiceLattice(ActorReader actors, Func<Article, string> familyOf)
{
    private const string Unnamed = "unnamed";

    /// <summary>The voices of some tellings.</summary>
    public HeardSide Gather(IEnumerable<(Article Article, Statement Statement)> tellings)
    {
        var told = tellings.Select(t => new ToldBy(t.Article, t.Statement, actors.Of(t.Article, t.Statement))).ToList();
        var passing = PassingOn.Among(told);
        var talking = told.Where(t => !passing.Contains(t) && t.Actor.Sort != ActorSort.Public).ToList();
        var leaning = talking.Where(t => t.Actor.Sort == ActorSort.Leaning).ToList();
        var firsthand = talking.Where(t => t.Actor.Sort == ActorSort.Somebody).ToList();
        var speaking = firsthand.Count > 0 ? firsthand : talking.FindAll(t => t.Actor.Sort != ActorSort.Leaning);
        var groups = Named([.. speaking.Where(t => t.Actor.IsNamed)]);
        FoldUntold(groups);
        AddUnnamed(groups, [.. speaking.Where(t => !t.Actor.IsNamed)]);
        if (firsthand.Count > 0) passing.UnionWith(talking.Where(t => t.Actor.Sort == ActorSort.Media));
        var voices = OfOneText(OfSameWords(groups));
        if (voices.Count == 0 && leaning.Count > 0) voices.Add(new([.. leaning]));
        else FoldAll(voices, leaning, "FOLDED-LEANING");
        FoldAll(voices, [.. told.Where(passing.Contains)], "FOLDED-PASSING");
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

    // «le porte-parole, Ana Keller»: of whom is not told, so it may be the body that is heard beside her.
    private static void FoldUntold(List<Gathered> groups)
    {
        var untold = groups.FindAll(g => g.Told.TrueForAll(t => t.Actor.SpeaksForUntold));
        if (groups.Find(g => !untold.Contains(g) && g.Told.Exists(t => t.Actor.IsOfInstitution)) is not { } body) return;
        foreach (var group in untold)
        {
            body.Take(group, "FOLDED-ONE-BODY");
            groups.Remove(group);
        }
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
        var found = new Dictionary<(string?, string?, string), (Gathered? Group, string Why)>();
        foreach (var telling in unnamed)
        {
            var alike = (telling.Actor.Body, telling.Actor.Office?.Key, string.Join('|', telling.Statement.Via));
            if (!found.TryGetValue(alike, out var place)) found.Add(alike, place = PlaceOf(groups, telling));
            if (place.Group is { } group) group.Fold(telling, place.Why);
            else rest.Add(telling);
        }

        if (rest.Count > 0) groups.Add(new(rest));
    }

    private static (Gathered? Group, string Why) PlaceOf(List<Gathered> groups, ToldBy telling) =>
        groups.Find(g => g.MayHold(telling.Actor)) is { } body ? (body, "FOLDED-ONE-BODY") : (groups.Find(g => g.PassedOn(telling.Statement.Via)), "FOLDED-PASSING");

    // Words that two are quoted with alike were said once: one of them passed on what the other wrote, or a paper gives them to another mouth.
    private static List<Gathered> OfSameWords(List<Gathered> groups)
    {
        if (groups.Count < 2) return groups;
        var heard = new List<Gathered>();
        var speakerOf = new Dictionary<string, Gathered>(StringComparer.Ordinal);
        foreach (var group in InOrder(groups))
        {
            var runs = group.Told.SelectMany(QuotedRuns.Of).Distinct(StringComparer.Ordinal).ToList();
            var same = runs.Select(run => speakerOf.GetValueOrDefault(run)).FirstOrDefault(speaker => speaker?.SharesArticle(group) == false);
            if (same is not null) same.Take(group, "FOLDED-SAME-WORDS");
            else heard.Add(group);
            foreach (var run in runs) speakerOf.TryAdd(run, same ?? group);
        }

        return heard;
    }

    private static IEnumerable<Gathered> InOrder(List<Gathered> groups) => groups.OrderBy(g => g.IsNamed ? 0 : 1).ThenBy(g => g.Name, StringComparer.Ordinal);

    // One text that a copy, a translation or a rewrite words otherwise ("River Watch", «Veille des fleuves») has no more voices than any one of its articles tells apart.
    private List<Gathered> OfOneText(List<Gathered> groups)
    {
        var heard = new List<Gathered>();
        var inFamily = new Dictionary<string, List<Gathered>>(StringComparer.Ordinal);
        foreach (var group in InOrder(groups))
        {
            var ofText = FamilyOf(group) is not { } family ? [] : inFamily.TryGetValue(family, out var known) ? known : inFamily[family] = [];
            if (ofText.Find(h => !h.SharesArticle(group)) is { } same)
            {
                same.Take(group, "FOLDED-ONE-TEXT");
                continue;
            }

            heard.Add(group);
            ofText.Add(group);
        }

        return heard;
    }

    private string? FamilyOf(Gathered group)
    {
        var families = group.Told.Select(t => familyOf(t.Article)).Distinct(StringComparer.Ordinal).Take(2).ToList();
        return families is [var only] ? only : null;
    }

    // Each into the voice of its own text, where one is heard there; else into the first.
    private void FoldAll(List<Gathered> voices, List<ToldBy> told, string why)
    {
        if (told.Count == 0) return;
        var isFirst = voices.Count == 0;
        if (isFirst) voices.Add(new([told[0]]));
        var byFamily = new Dictionary<string, Gathered>(StringComparer.Ordinal);
        foreach (var voice in voices)
            foreach (var member in voice.Told) byFamily.TryAdd(familyOf(member.Article), voice);
        foreach (var telling in told.Skip(isFirst ? 1 : 0)) byFamily.GetValueOrDefault(familyOf(telling.Article), voices[0]).Fold(telling, why);
    }

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

        public bool SharesArticle(Gathered other) => Told.Select(t => t.Article.Id).Intersect(other.Told.Select(o => o.Article.Id)).Any();

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
