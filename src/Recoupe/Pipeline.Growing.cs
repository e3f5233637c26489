using System.Collections.Immutable;
using Recoupe.Ingest;
using Recoupe.Judge;
using Recoupe.Judge.Disputes;
using Recoupe.Judge.Figures;
using Recoupe.Judge.Voices;
using Recoupe.Link.Claims;
using Recoupe.Link.Decisions;
using Recoupe.Link.Entities;
using Recoupe.Link.Fingerprints;
using Recoupe.Link.Questions;
using Recoupe.Link.TextReuse;
using Recoupe.Run;
using Recoupe.Store;

namespace Recoupe;

/// <content>A ledger that is derived once and then follows what comes: what a change does not touch stays as it was derived.</content>
public sealed partial class Pipeline
{
    /// <summary>
    /// All that was derived, with what it rests on, so that a decision or an article costs what it touches. Growing comes to the same as
    /// starting over; what it cannot follow (an article that is gone or was read again, another name that is masked) starts over.
    /// </summary>
    private sealed class Growth(Pipeline pipeline, bool stays)
    {
        private readonly MetRows _met = new(pipeline._file);
        private readonly SortedDictionary<ArticleId, FiledArticle> _raw = [];
        private readonly SortedDictionary<ArticleId, Signature> _signatures = [];
        private readonly Dictionary<ArticleId, ImmutableArray<ulong>> _beginnings = [];
        private readonly EntityResolver _names = new();
        private readonly ClaimBuilder _claims = new(Rulings.None);
        private readonly StandingRatings _ratings = new();
        private readonly StandingDisputes _disputes = new();
        private readonly GivenFigures _figures = new();
        private readonly Dictionary<ArticleId, FiledArticle> _shown = [];
        private ImmutableArray<Lineage> _lineage = [];
        private MaskedView? _view;
        private Rulings _rulings = Rulings.None;
        private FamilyTree _tree = new([], []);
        private ResolvedEntities _named = new([], [], ImmutableDictionary<string, string>.Empty);
        private ImmutableArray<Entity> _entities = [];
        private VoiceCounter? _voices;
        private Stories? _stories;
        private bool _isCounted;
        private ImmutableArray<Count> _counts = [];

        /// <summary>The articles as they may be shown, in ordinal order of their ids.</summary>
        public ImmutableArray<FiledArticle> Shown { get; private set; } = [];

        /// <summary>The key of what was derived last.</summary>
        public string Key { get; private set; } = "";

        /// <summary>What the ledger comes to now; <see langword="null"/> where all is to be derived anew.</summary>
        public DerivedLedger? Derived(string key)
        {
            var rows = _met.Follow();
            if (rows.IsAnew && _view is not null) return null;
            Take(rows.Articles);
            var (rulings, log) = DecisionReplay.Of(pipeline._decisions.Read(), _raw.GetValueOrDefault);
            if (_view is not null && !rulings.Masked.SetEquals(_rulings.Masked)) return null;
            var isGrown = !rows.Articles.IsEmpty || !rows.Gone.IsEmpty;
            var (entities, families) = (_entities, _tree.Families);
            if (isGrown || _view is null) Tie(rows);
            var added = Show(rows.Articles);
            Name(rows.Articles, rulings);
            var changes = _claims.Change(
                added, rows.Ties.SelectMany(t => t.Statements), [.. rows.Gone.SelectMany(t => t.Statements)], rulings);
            Rate(changes, rulings, entities, families, added);
            (_rulings, Key) = (rulings, key);
            return new(Made(log, rulings), _ratings.Changes);
        }

        private void Take(ImmutableArray<(long Serial, ArticleId Id)> articles)
        {
            // At first all come, one after another as they lie in the file.
            var read = _raw.Count == 0 ? pipeline.RawArticles() : articles.Select(a => pipeline.Raw(a.Id));
            foreach (var filed in read) _raw.Add(filed.Article.Id, filed);
            foreach (var (serial, id) in articles)
                _signatures.Add(id, Signature.Of(Fingerprint.FromBytes(pipeline._file.Fingerprint(serial))));
        }

        private void Tie(RowChanges rows)
        {
            var gone = rows.Gone.SelectMany(t => t.Lineage).ToHashSet<Lineage>(ReferenceEqualityComparer.Instance);
            var all = _lineage.Where(l => !gone.Contains(l)).Concat(rows.Ties.SelectMany(t => t.Lineage));
            _lineage = [.. all.OrderBy(l => l.From, StringComparer.Ordinal).ThenBy(l => l.To).ThenBy(l => l.Kind)];
            _tree = FamilyBuilder.Of(_signatures.Values, _lineage);
        }

        // From here on nothing bears a name that is masked.
        private List<FiledArticle> Show(ImmutableArray<(long Serial, ArticleId Id)> articles)
        {
            if (_view is null || !articles.IsEmpty) _view = pipeline.View([.. _raw.Values]);
            var added = articles.Select(a => _view.Of(_raw[a.Id])).ToList();
            if (added.Count == 0) return added;
            Shown = [.. Shown.Concat(added).OrderBy(f => f.Article.Id)];
            foreach (var filed in added) _shown.Add(filed.Article.Id, filed);
            if (!stays) return added;
            foreach (var filed in added) _beginnings.Add(filed.Article.Id, VoiceReach.BeginningsOf(filed));
            return added;
        }

        private void Name(ImmutableArray<(long Serial, ArticleId Id)> articles, Rulings rulings)
        {
            foreach (var (_, id) in articles) _names.Add(_raw[id]);
            if (_voices is not null && articles.IsEmpty && rulings.AreOfSameNames(_rulings)) return;
            _named = _names.Gather(rulings);
            _entities = [.. _named.Entities.Select(_view!.Of)];
        }

        // Whoever is heard in what the change does not reach is heard as before.
        private void Rate(
            ClaimChanges changes, Rulings rulings, ImmutableArray<Entity> entities, ImmutableArray<Family> families, List<FiledArticle> added)
        {
            var unheard = changes.Gathered.ToHashSet(StringComparer.Ordinal);
            if (_voices is null || added.Count > 0 || entities != _entities || families != _tree.Families)
            {
                var reached = _voices is null ? [] : Reached(entities, families);
                unheard.UnionWith(_claims.In(reached));
                _voices = new(_shown.GetValueOrDefault, _tree.Families, _entities);
                _stories = new(_tree.Families, _entities, StatedIn, _ratings.Find);
                _figures.Follow(reached.Select(id => _shown[id]).Concat(added), new(_voices.Actors, _entities, _stories));
                _isCounted = false;
            }

            var turned = changes.Turned.Concat(_claims.With(rulings.OtherRatings(_rulings)));
            var (tied, rated) = _ratings.Follow(_voices, id => _claims.Find(id)!, changes.Gone, unheard, turned, rulings);
            _disputes.Follow([.. rated, .. changes.Gone], _ratings.Find);
            if (_isCounted && !_stories!.AskAgain(tied)) return;
            // Counts rest on articles, names and what ties articles, and on nothing else of claims.
            _counts = CountBuilder.Gathered(_figures, _stories!, [.. _lineage.Select(_view!.Of)]);
            _isCounted = true;
        }

        private HashSet<ArticleId> Reached(ImmutableArray<Entity> entities, ImmutableArray<Family> families) =>
            [.. VoiceReach.Reached(entities, _entities, _beginnings), .. VoiceReach.Moved(families, _tree.Families)];

        private IEnumerable<Claim> StatedIn(ArticleId article) => _claims.In([article]).Select(id => _ratings.Find(id)!)
            .Where(c => c.Positions.Any(p => p.Article == article && p.Statement is not null));

        private Ledger Made(ImmutableArray<Replayed> log, Rulings rulings)
        {
            var (view, claims) = (_view!, _ratings.Claims);
            var listed = pipeline._file.Questions().Select(q => q.Text).Concat(QuestionList.Beside(pipeline._home));
            var questions = QuestionMatcher.Of(listed, Shown, claims, _entities, rulings, view.Of);
            return new Ledger(
                ArticleNames.Apart(Shown.Select(f => f.Article.Header)),
                [.. _tree.Absent.Select(view.Of)],
                [.. _lineage.Select(view.Of)],
                _tree.Families,
                _entities,
                claims,
                questions)
            {
                Suggestions = [.. _named.Suggestions.Select(view.Of)],
                Disputes = _disputes.InOrder(claims.Select(c => c.Last).OfType<string>().Max(StringComparer.Ordinal)),
                Counts = _counts,
                Decisions = DecisionStatus.Of(log, key => _claims.With([key]).FirstOrDefault(), questions, _named.ByWording),
                Reliability = SourceList.Beside(pipeline._home),
            };
        }
    }
}
