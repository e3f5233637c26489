using System.Collections.Immutable;
using Recoupe.Link.Entities;

namespace Recoupe.Link.Decisions;

/// <summary>What an analyst asks to decide, by the ids that a ledger shows today, made into a decision whose anchors hold tomorrow.</summary>
internal sealed class DecisionBuilder(Ledger ledger, Func<ArticleId, FiledArticle> filed)
{
    private const int LongestWording = 500, ShortestId = 4;

    /// <summary>The decision; or why there is none.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="items">Claims or statements, by id or by the beginning of one.</param>
    /// <param name="value">The new wording, side or rating; the question.</param>
    /// <param name="note">Why.</param>
    /// <param name="by">Who decides.</param>
    /// <param name="at">When.</param>
    public Outcome<Decision> Of(DecisionAct act, IReadOnlyList<string> items, string? value, string? note, string by, DateTimeOffset at)
    {
        if (Lacking(act, items, value, note) is { } lacking) return DecisionRefusals.Lacking(DecisionJson.Spelled(act), lacking);
        if (act is DecisionAct.SameEntity or DecisionAct.DifferentEntity) return OfNames(act, items, note, by, at);
        if (act is DecisionAct.Bears or DecisionAct.BearsNot)
        {
            var asked = Question(value!);
            if (asked.Rejection is { } unknown) return unknown;
            value = asked.Value!.Id;
        }

        var named = new List<Found>();
        foreach (var item in items)
        {
            var found = Find(item, act);
            if (found.Rejection is { } rejection) return rejection;
            named.Add(found.Value!);
        }

        var anchors = Anchors(act, named);
        if (act is DecisionAct.Merge or DecisionAct.Split && anchors.DistinctBy(a => a.Item).Count() < 2)
            return DecisionRefusals.Lacking(DecisionJson.Spelled(act), "two different statements or claims");
        return Decision.Of(at, by, act, anchors, value, note);
    }

    // A statement that is named by itself and with its claim is named by itself: it is what is parted from the rest.
    private ImmutableArray<Anchor> Anchors(DecisionAct act, List<Found> named)
    {
        var alone = named.Where(n => !n.IsClaim).SelectMany(n => n.Keys).ToHashSet();
        var taken = new HashSet<TellingKey>();
        var anchors = ImmutableArray.CreateBuilder<Anchor>();
        foreach (var (item, found) in named.Index())
        {
            foreach (var key in found.Keys.Where(k => !found.IsClaim || act != DecisionAct.Split || !alone.Contains(k)))
            {
                if (taken.Add(key)) anchors.Add(AnchorOf(key) with { Item = item, IsOfClaim = found.IsClaim, Statement = key.Proposition });
            }
        }

        return anchors.ToImmutable();
    }

    // By its words, whole, or by the first characters of its id.
    private Outcome<Question> Question(string asked) =>
        ledger.Questions.FirstOrDefault(q => string.Equals(q.Text, asked.Trim(), StringComparison.Ordinal)) is { } question ? question
            : asked.Length < ShortestId ? DecisionRefusals.Unknown(asked)
            : IdPrefix.Only(asked, ledger.Questions, q => q.Id);

    /// <summary>An entity by its id, by the first characters of it, or by one of its names, with where it is named so; or why there is not one.</summary>
    public Outcome<Named> Name(string item)
    {
        var entities = ledger.Entities.Where(e => e.Variants.Append(e.Name).Contains(item, StringComparer.OrdinalIgnoreCase)).ToList();
        if (entities.Count == 0 && item.Length >= ShortestId) entities = [.. ledger.Entities.Where(e => e.Id.StartsWith(item, StringComparison.OrdinalIgnoreCase))];
        if (entities is not [var entity]) return entities.Count == 0 ? DecisionRefusals.Unknown(item) : DecisionRefusals.Ambiguous(item);
        // Where the item is a name, a place that is worded so; else one that has the entity's full name.
        return new Named(entity, WordedAs(entity, item) ?? WordedAs(entity, entity.Name) ?? entity.Mentions[0]);
    }

    private Passage? WordedAs(Entity entity, string name) => entity.Mentions
        .Where(m => m.Span.In(filed(m.Article).Article.Text).Equals(name, StringComparison.OrdinalIgnoreCase)).Select(m => (Passage?)m).FirstOrDefault();

    private Outcome<Decision> OfNames(DecisionAct act, IReadOnlyList<string> items, string? note, string by, DateTimeOffset at)
    {
        var on = new List<Passage>();
        foreach (var item in items)
        {
            var found = Name(item);
            if (found.Value is not { } named) return found.Rejection!;
            on.Add(named.At);
        }

        var names = on.Select(p => EntityForms.IdOf(filed(p.Article).Findings.Mentions.First(m => m.Span == p.Span))).Distinct(StringComparer.Ordinal).Count();
        return names < items.Count
            ? DecisionRefusals.Lacking(DecisionJson.Spelled(act), "names that are written differently")
            : Decision.Of(at, by, act, [.. on.Select(p => Anchor.Of(filed(p.Article).Article, p.Span))], null, note);
    }

    private static string? Lacking(DecisionAct act, IReadOnlyList<string> items, string? value, string? note) => act switch
    {
        DecisionAct.SameEntity or DecisionAct.DifferentEntity when items.Count < 2 => "two or more names or entities",
        DecisionAct.Merge or DecisionAct.Split when items.Count < 2 => "two or more claims or statements",
        DecisionAct.Bears or DecisionAct.BearsNot when string.IsNullOrWhiteSpace(value) => "a question: its words, or its id",
        _ when items.Count == 0 => "a claim or a statement",
        DecisionAct.Reword when string.IsNullOrWhiteSpace(value) || value.Length > LongestWording => "a wording of at most 500 characters",
        DecisionAct.Side when !Enum.GetNames<Side>().Contains(value, StringComparer.OrdinalIgnoreCase) => "a side: for, against or uncommitted",
        DecisionAct.Rate when value is not [>= '1' and <= '6'] => "a rating from 1 to 6",
        DecisionAct.Rate when string.IsNullOrWhiteSpace(note) => "a note that says why",
        _ => null,
    };

    private Outcome<Found> Find(string item, DecisionAct act)
    {
        if (item.Length < ShortestId) return DecisionRefusals.Unknown(item);
        var claims = ledger.Claims.Where(c => c.Id.StartsWith(item, StringComparison.OrdinalIgnoreCase)).ToList();
        var told = ledger.Claims.SelectMany(c => c.Positions).Where(p => Begins(p.Proposition, item) || Begins(p.Statement, item)).ToList();
        var isOneTeller = told.Select(p => (p.Article, p.Statement ?? p.Proposition)).Distinct().Count() == 1;
        return (claims, told) switch
        {
            ([], []) => DecisionRefusals.Unknown(item),
            ([var claim], []) => new Found(IsOfAll(act) ? [.. claim.Positions.Select(p => p.Key)] : [Clearest(claim)], IsClaim: true),
            ([], _) when isOneTeller => new Found([.. told.Select(p => p.Key)], IsClaim: false),
            _ => DecisionRefusals.Ambiguous(item),
        };
    }

    private static bool IsOfAll(DecisionAct act) => act is DecisionAct.Merge or DecisionAct.Split or DecisionAct.Dismiss;

    private static bool Begins(string? id, string item) => id is not null && id.StartsWith(item, StringComparison.OrdinalIgnoreCase);

    // The telling that words the claim.
    private static TellingKey Clearest(Claim claim) => claim.Positions
        .Where(p => claim.Wording.Any(w => w.Article == p.Article && p.Spans.Contains(w.Span)))
        .Select(p => p.Key)
        .DefaultIfEmpty(claim.Positions[0].Key)
        .First();

    private Anchor AnchorOf(TellingKey key)
    {
        var (article, findings) = filed(key.Article);
        var told = ToldProposition.In(findings).First(t => string.Equals(t.Id, key.Proposition, StringComparison.Ordinal));
        return Anchor.Of(article, DecisionReplay.Whole(told));
    }

    /// <summary>An entity and a place that names it.</summary>
    public sealed record Named(Entity Entity, Passage At);

    private sealed record Found(ImmutableArray<TellingKey> Keys, bool IsClaim);
}

/// <summary>Every way that a decision is refused; <c>docs/refusals.md</c> lists them.</summary>
internal static class DecisionRefusals
{
    private const string SeeExport = "Take an id from the dossier or from `recoupe export`; its first characters are enough.";

    public static Rejection Unknown(string item) => new("DECIDE-1", item, "The ledger has nothing of this id.", SeeExport);

    public static Rejection Ambiguous(string item) => new("DECIDE-2", item, "More than one id begins like this.", "Give more of it.");

    public static Rejection ArticleOrName(string item) => new("DECIDE-2", item, "An article and a name are both called so.", "Give the whole id of the article, or an id of the name, from `recoupe export`.");

    public static Rejection Lacking(string act, string what) => new("DECIDE-3", act, $"It needs {what}.", "See `recoupe decide --help`.");
}
