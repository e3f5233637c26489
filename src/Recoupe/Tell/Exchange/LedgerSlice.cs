using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Recoupe.Tell.Exchange;

/// <summary>What of a ledger is to be told: some disputes, questions, claims, articles, by the first characters of their ids.</summary>
/// <param name="Disputes">Disputes, each with its claims.</param>
/// <param name="Questions">Questions, each with the claims that answer it.</param>
/// <param name="Claims">Claims.</param>
/// <param name="Articles">Articles, each with the claims that it tells.</param>
public sealed record LedgerSlice(
    ImmutableArray<string> Disputes, ImmutableArray<string> Questions, ImmutableArray<string> Claims, ImmutableArray<string> Articles)
{
    private const string Dispute = "dispute", Question = "question", Claim = "claim", Article = "article";

    /// <summary>All of a ledger.</summary>
    public static LedgerSlice Whole { get; } = new([], [], [], []);

    /// <summary>Whether nothing was named, so that the whole ledger is meant.</summary>
    public bool IsWhole => Disputes.IsEmpty && Questions.IsEmpty && Claims.IsEmpty && Articles.IsEmpty;

    /// <summary>
    /// The slice that words name: a kind (<c>dispute</c>, <c>question</c>, <c>claim</c>, <c>article</c>), then ids, then perhaps another
    /// kind.
    /// </summary>
    /// <returns><see langword="null"/> where no kind stands first, or no id after one.</returns>
    public static LedgerSlice? Parse(IReadOnlyList<string> words)
    {
        var ids = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? current = null;
        foreach (var word in words)
        {
            if (word is Dispute or Question or Claim or Article)
            {
                if (current is { Count: 0 }) return null;
                if (!ids.TryGetValue(word, out current)) ids[word] = current = [];
            }
            else if (current is null)
            {
                return null;
            }
            else
            {
                current.Add(word);
            }
        }

        return current is { Count: 0 } ? null : new(Of(Dispute), Of(Question), Of(Claim), Of(Article));

        ImmutableArray<string> Of(string kind) => [.. ids.GetValueOrDefault(kind) ?? []];
    }

    /// <summary>The part of a ledger that was named, in the ledger's order; every id in it is of a thing that is in it.</summary>
    /// <returns>A refusal where an id names nothing, or more than one thing.</returns>
    public Outcome<Ledger> Of(Ledger ledger)
    {
        if (IsWhole) return ledger;
        var named = new Selection();
        foreach (var id in Disputes) named.Add(id, ledger.Disputes, d => d.Id, d => d.Claims);
        foreach (var id in Questions) named.Add(id, ledger.Questions, q => q.Id, q => q.Claims);
        foreach (var id in Claims) named.Add(id, ledger.Claims, c => c.Id, c => [c.Id]);
        foreach (var id in Articles) named.Add(id, ledger.Articles, a => a.Id.Value, a => named.Tells(ledger, a.Id));
        return named.Refusal is { } refusal
            ? refusal
            : Kept(ledger, named.Claims.ToFrozenSet(StringComparer.Ordinal), named.Articles.ToFrozenSet());
    }

    /// <summary>What the ids come to, and the first that cannot be followed.</summary>
    private sealed class Selection
    {
        public HashSet<string> Claims { get; } = new(StringComparer.Ordinal);

        public HashSet<ArticleId> Articles { get; } = [];

        public Rejection? Refusal { get; private set; }

        public void Add<T>(string start, ImmutableArray<T> things, Func<T, string> id, Func<T, ImmutableArray<string>> claims)
        {
            var named = things.Where(thing => id(thing).StartsWith(start, StringComparison.Ordinal)).Take(2).ToList();
            if (named.Count == 1) Claims.UnionWith(claims(named[0]));
            else Refusal ??= named.Count == 0 ? ExportRefusals.Unknown(start) : ExportRefusals.Ambiguous(start);
        }

        public ImmutableArray<string> Tells(Ledger ledger, ArticleId article)
        {
            Articles.Add(article);
            return [.. ledger.Claims.Where(c => c.Positions.Any(p => p.Article == article)).Select(c => c.Id)];
        }
    }

    private static Ledger Kept(Ledger ledger, FrozenSet<string> claims, FrozenSet<ArticleId> articles)
    {
        ImmutableArray<Claim> told = [.. ledger.Claims.Where(c => claims.Contains(c.Id)).Select(c => Within(c, claims))];
        var texts = articles.Concat(told.SelectMany(c => c.Positions.Select(p => p.Article))).ToFrozenSet();
        var origins = texts.Select(t => t.Value).Concat(ledger.Absent.Select(a => a.Id)).ToFrozenSet(StringComparer.Ordinal);
        ImmutableArray<Lineage> ties = [.. ledger.Lineage.Where(t => texts.Contains(t.To) && origins.Contains(t.From))];
        ImmutableArray<Family> families = [.. ledger.Families.Select(f => Within(f, texts, origins)).Where(f => !f.Members.IsEmpty)];
        var used = ties.Select(t => t.From).Concat(families.Select(f => f.Origin).OfType<string>()).ToFrozenSet(StringComparer.Ordinal);
        ImmutableArray<Entity> entities = [.. ledger.Entities.Select(e => Within(e, texts)).Where(e => !e.Mentions.IsEmpty)];
        var names = entities.Select(e => e.Id).ToFrozenSet(StringComparer.Ordinal);
        return ledger with
        {
            Articles = [.. ledger.Articles.Where(a => texts.Contains(a.Id))],
            Absent = [.. ledger.Absent.Where(a => used.Contains(a.Id))],
            Lineage = ties,
            Families = families,
            Entities = entities,
            Claims = told,
            Questions = [.. ledger.Questions.Select(q => Within(q, claims)).Where(q => !q.Claims.IsEmpty)],
            Suggestions = [.. ledger.Suggestions.Where(s => names.Contains(s.First) && names.Contains(s.Second))],
            Disputes = [.. ledger.Disputes.Where(d => d.Claims.All(claims.Contains))],
            Counts = Within(ledger.Counts, texts),
            Decisions = [.. ledger.Decisions.Where(d => d.Claims.Any(claims.Contains))],
        };
    }

    private static Claim Within(Claim claim, FrozenSet<string> claims) => claim with
    {
        Contradicts = [.. claim.Contradicts.Where(c => claims.Contains(c.Claim))],
        Bearing = [.. claim.Bearing.Where(c => claims.Contains(c.Claim))],
    };

    private static Entity Within(Entity entity, FrozenSet<ArticleId> texts) => entity with
    {
        Mentions = [.. entity.Mentions.Where(m => texts.Contains(m.Article))],
        Roles =
        [
            .. entity.Roles.Select(r => r with { Passages = [.. r.Passages.Where(p => texts.Contains(p.Article))] })
                .Where(r => !r.Passages.IsEmpty),
        ],
    };

    private static Family Within(Family family, FrozenSet<ArticleId> texts, FrozenSet<string> origins) => family with
    {
        Members = [.. family.Members.Where(texts.Contains)],
        Origin = family.Origin is { } origin && origins.Contains(origin) ? origin : null,
    };

    private static ImmutableArray<Count> Within(ImmutableArray<Count> counts, FrozenSet<ArticleId> texts)
    {
        ImmutableArray<Count> given = [.. counts.Where(c => c.Passages.Any(p => texts.Contains(p.Article)))];
        var ids = given.Select(c => c.Id).ToFrozenSet(StringComparer.Ordinal);
        return
        [
            .. given.Select(c => c with
            {
                Passages = [.. c.Passages.Where(p => texts.Contains(p.Article))],
                Relations = [.. c.Relations.Where(r => ids.Contains(r.To))],
            }),
        ];
    }

    private static Question Within(Question question, FrozenSet<string> claims) => question with
    {
        Claims = [.. question.Claims.Where(claims.Contains)],
        Answers = [.. question.Answers.Where(a => claims.Contains(a.Claim))],
    };
}
