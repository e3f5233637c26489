using System.Collections.Immutable;
using Recoupe.Judge;
using Recoupe.Judge.Disputes;
using Recoupe.Judge.Figures;
using Recoupe.Link.Claims;
using Recoupe.Link.Decisions;

namespace Recoupe;

/// <content>What is kept of a ledger follows the decisions that came since: only the articles that they can reach are read.</content>
public sealed partial class Pipeline
{
    // So many lines of the log at most may have come since; more are derived anew as fast.
    private const int MostDecisions = 64;

    private Continuation? _continuation;

    // What was derived of a shorter log, brought to where the log is now; null where nothing such is there, or what came cannot be followed.
    private DerivedLedger? Continued(string key)
    {
        var log = _decisions.Read();
        if (!Continuation.MayFollow(log)) return null;
        var continuation = _continuation is { } held && LogUnder(held.Key) is not null ? held : Taken();
        _continuation = null; // left half way by a fault, it would not be whole
        if (continuation is null) return null;
        var derived = continuation.Follow(key, log);
        if (_stays) _continuation = continuation;
        return derived;
    }

    private Continuation? Taken()
    {
        if ((_derived?.Key ?? _file.Derived.Key()) is not { } kept || LogUnder(kept) is not { } log) return null;
        var derived = _derived?.Derived ?? _file.Derived.Read(kept);
        return derived is { Ledger.Questions.IsEmpty: true } ? new(this, derived, log()) : null;
    }

    // The log as it was under a key.
    private Func<ImmutableArray<Decision>>? LogUnder(string key) =>
        _decisions.Before(MostDecisions).FirstOrDefault(b => string.Equals(Key(b.Mark), key, StringComparison.Ordinal)).Decisions;

    /// <summary>A ledger as it was derived, of which as much is taken up again as decisions touch.</summary>
    private sealed class Continuation
    {
        private readonly Pipeline _pipeline;
        private readonly Dictionary<ArticleId, FiledArticle> _articles = [];
        private readonly Dictionary<ArticleId, ImmutableArray<StatementTie>> _ties = [];
        private readonly Dictionary<long, ImmutableArray<BlockingKey>> _crowdedKeys = [];
        private readonly Dictionary<ArticleId, HashSet<string>> _laterIn = [];
        private readonly Dictionary<TellingKey, string> _claimOf;
        private readonly ClaimBuilder _claims;
        private readonly StandingRatings _ratings = new();
        private readonly StandingDisputes _disputes = new();
        private readonly Lazy<VoiceCounter> _voices;
        private readonly Lazy<ILookup<ArticleId, string>> _claimsIn;
        private readonly Stories _stories;
        private readonly Lazy<GivenFigures> _figures;
        private DerivedLedger _derived;
        private Rulings _rulings;

        public Continuation(Pipeline pipeline, DerivedLedger derived, ImmutableArray<Decision> log)
        {
            (_pipeline, _derived) = (pipeline, derived);
            var ledger = derived.Ledger;
            _rulings = DecisionReplay.Of(log, Article).Rulings;
            _claims = new(_rulings);
            _claimOf = ledger.Claims.SelectMany(c => c.Positions.Select(p => (p.Key, c.Id))).ToDictionary(p => p.Key, p => p.Id);
            _ratings.Seed(ledger.Claims.Zip(derived.Changes));
            _disputes.Follow([.. ledger.Claims.Select(c => c.Id)], _ratings.Find);
            _voices = new(() => new(Article, ledger.Families, ledger.Entities));
            _claimsIn = new(() => ledger.Claims.SelectMany(c => c.Positions.Select(p => (p.Article, c.Id)).Distinct())
                .ToLookup(c => c.Article, c => c.Id));
            _stories = new(ledger.Families, ledger.Entities, StatedIn, _ratings.Find);
            _figures = new(() => new GivenFigures().Follow(pipeline.RawArticles(), new(_voices.Value.Actors, ledger.Entities, _stories)));
        }

        /// <summary>The key of what was derived last.</summary>
        public string Key { get; private set; } = "";

        /// <summary>Whether all of a log is about statements: what is decided of names reaches further.</summary>
        public static bool MayFollow(ImmutableArray<Decision> log) =>
            !log.Any(d => d.Act is DecisionAct.Mask or DecisionAct.SameEntity or DecisionAct.DifferentEntity);

        /// <summary>What the ledger comes to with a longer log.</summary>
        public DerivedLedger Follow(string key, ImmutableArray<Decision> log)
        {
            var (rulings, replayed) = DecisionReplay.Of(log, Article);
            ImmutableArray<TellingKey> rated = [.. rulings.OtherRatings(_rulings)];
            var dismissed = rulings.Dismissed.SymmetricExcept(_rulings.Dismissed);
            Reach([.. rulings.OtherSteps(_rulings), .. rulings.OtherWords(_rulings), .. dismissed, .. rated], rulings);
            var changes = _claims.Change([], [], [], rulings);
            var decided = _claims.With(rated).ToList();
            _claims.Turn(decided);
            var (tied, touched) = AskBefore(changes, decided, rulings);
            _disputes.Follow([.. touched, .. changes.Gone], _ratings.Find);
            var claims = _ratings.Claims;
            var ledger = _derived.Ledger with
            {
                Claims = claims,
                Disputes = _disputes.InOrder(claims.Select(c => c.Last).OfType<string>().Max(StringComparer.Ordinal)),
                Counts = tied ? CountBuilder.Gathered(_figures.Value, _stories, _derived.Ledger.Lineage) : _derived.Ledger.Counts,
                Decisions = DecisionStatus.Of(replayed, ClaimOf, [], ImmutableDictionary<string, string>.Empty),
            };
            (_rulings, Key, _derived) = (rulings, key, new(ledger, _ratings.Changes));
            return _derived;
        }

        // What ties the articles of a claim is asked before it changes, to be held against what ties them then.
        private (bool IsTiedOtherwise, IReadOnlySet<string> Touched) AskBefore(ClaimChanges changes, IEnumerable<string> decided, Rulings rulings)
        {
            var turned = changes.Turned.Concat(decided).ToList();
            foreach (var id in changes.Gone.Concat(turned))
                if (_ratings.Find(id) is { } was) _stories.Ask(was.Positions.Select(p => p.Article));
            foreach (var id in changes.Gathered) _stories.Ask(_claims.Find(id)!.Positions.Select(p => p.Article));
            var (tied, touched) = _ratings.Follow(
                _voices.Value, id => _claims.Find(id) ?? _ratings.Find(id)!, changes.Gone, changes.Gathered, turned, rulings);
            foreach (var id in changes.Gathered)
                foreach (var position in _claims.Find(id)!.Positions) Note(position.Article, id);
            return (_stories.AskAgain(tied), touched);
        }

        private void Note(ArticleId article, string claim)
        {
            if (!_laterIn.TryGetValue(article, out var claims)) _laterIn.Add(article, claims = new(StringComparer.Ordinal));
            claims.Add(claim);
        }

        // No name is masked here.
        private FiledArticle? Article(ArticleId id)
        {
            if (_articles.TryGetValue(id, out var known)) return known;
            return _pipeline.RawOrNone(id) is { } filed ? _articles[id] = filed : null;
        }

        private string? ClaimOf(TellingKey key) =>
            _ties.ContainsKey(key.Article) ? _claims.With([key]).FirstOrDefault() : _claimOf.GetValueOrDefault(key);

        private IEnumerable<Claim> StatedIn(ArticleId article)
        {
            var ids = _claimsIn.Value[article].Concat(_laterIn.GetValueOrDefault(article, [])).Distinct(StringComparer.Ordinal);
            return ids.Select(_ratings.Find).OfType<Claim>().Where(c => c.Positions.Any(p => p.Article == article && p.Statement is not null));
        }

        // The groups of what is decided and of what faces it; whatever faces one of these, with its claim; and what faces that.
        private void Reach(ImmutableArray<TellingKey> decided, Rulings rulings)
        {
            if (decided.IsEmpty) return;
            var near = Grouped([.. decided, .. Facing(decided)], rulings);
            var claims = Facing(near).Select(ClaimOf).OfType<string>().Distinct(StringComparer.Ordinal).Select(id => _ratings.Find(id)!);
            Facing([.. claims.SelectMany(c => c.Positions).Select(p => p.Key)]);
        }

        // All that ties of one proposition, and merges, reach.
        private HashSet<TellingKey> Grouped(ImmutableArray<TellingKey> keys, Rulings rulings)
        {
            var together = _rulings.Together.Concat(rulings.Together).SelectMany(p => new[] { p, (A: p.B, B: p.A) }).ToLookup(p => p.A, p => p.B);
            var (found, next) = (keys.ToHashSet(), keys.ToList());
            while (next.Count > 0)
            {
                Take(next);
                next = next.SelectMany(key => Ends(key, isSame: true).Concat(together[key])).Where(found.Add).ToList();
            }

            return found;
        }

        private HashSet<TellingKey> Facing(IReadOnlyCollection<TellingKey> keys)
        {
            Take(keys);
            var facing = keys.SelectMany(key => Ends(key, isSame: false)).ToHashSet();
            Take(facing);
            return facing;
        }

        private IEnumerable<TellingKey> Ends(TellingKey key, bool isSame) =>
            from tie in _ties[key.Article]
            where (tie.A == key || tie.B == key) && tie.Kind == StatementTieKind.Same == isSame
            select tie.A == key ? tie.B : tie.A;

        // An article with all ties that it has with those that were taken.
        private void Take(IEnumerable<TellingKey> keys)
        {
            foreach (var id in keys.Select(k => k.Article).Distinct().ToList())
            {
                if (_ties.ContainsKey(id)) continue;
                _ties[id] = [.. _pipeline._file.TiesOf(id, _crowdedKeys).SelectMany(t => t.Statements)];
                var ties = _ties[id].Where(t => _ties.ContainsKey(t.A.Article) && _ties.ContainsKey(t.B.Article));
                _claims.Seed([Article(id)!], ties, key => _claimOf.GetValueOrDefault(key), claim => _ratings.Find(claim)!);
            }
        }
    }
}
