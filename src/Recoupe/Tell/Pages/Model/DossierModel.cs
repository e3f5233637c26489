using System.Collections.Immutable;
using Recoupe.Tell.Pages.Markup;

namespace Recoupe.Tell.Pages.Model;

/// <summary>
/// A ledger laid out for the pages: everything can be found from everything, and articles' texts stay where they are kept.
/// </summary>
internal sealed class DossierModel
{
    private const int AloneOnPage = 100; // each with its passages: some hundred kilobytes
    private const int NamesOnPage = 300; // a row each: some hundred kilobytes

    private readonly Func<ArticleId, FiledArticle> _filed;
    private readonly Dictionary<ArticleId, ArticleHeader> _headers = [];
    private readonly Dictionary<ArticleId, ImmutableArray<StatementView>> _tellings = [];
    private readonly Dictionary<(ArticleId, string), StatementView> _tellingById = [];
    private readonly Dictionary<(ArticleId, string), List<Claim>> _claimsOf = [];
    private readonly Dictionary<string, Claim> _claimById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _claimPages = new(StringComparer.Ordinal);
    private readonly Dictionary<ArticleId, Family> _familyOf = [];
    private readonly ILookup<string, Lineage> _ties;
    private readonly Dictionary<string, AbsentOrigin> _absent = new(StringComparer.Ordinal);
    private readonly Dictionary<ArticleId, SortedSet<int>> _anchors = [];
    private readonly Dictionary<string, List<StatementView>> _saidBy = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _entities = new(StringComparer.Ordinal);
    private readonly ILookup<string, Suggestion> _suggestions;
    private readonly Dictionary<string, string> _entityPages = new(StringComparer.Ordinal);
    private readonly List<LocatedFigure> _figures = [];
    private readonly Dictionary<string, Reliability> _grades = new(StringComparer.OrdinalIgnoreCase);

    public DossierModel(Ledger ledger, Func<ArticleId, FiledArticle> filed, Locale words, bool share, string made, string version)
    {
        _filed = filed;
        if (share) ledger = DiscreetLedger.Of(ledger, words["decisions.analyst"]);
        (Ledger, Words, Share, Made, Version) = (ledger, words, share, made, version);
        Entities = EntityIndex.Of(ledger);
        foreach (var article in ledger.Articles) (_headers[article.Id], _anchors[article.Id]) = (article, []);
        foreach (var article in ledger.Articles) Shelve(article, filed(article.Id));
        foreach (var family in ledger.Families) Shelve(family);
        _ties = ledger.Lineage.SelectMany(Ends).ToLookup(end => end.Id, end => end.Tie, StringComparer.Ordinal);
        foreach (var entity in ledger.Entities) _entities[entity.Id] = entity;
        _suggestions = ledger.Suggestions.SelectMany(s => new[] { (s.First, Suggestion: s), (s.Second, Suggestion: s) })
            .ToLookup(s => s.Item1, s => s.Suggestion, StringComparer.Ordinal);
        foreach (var grade in ledger.Reliability) _grades[grade.Source] = grade;
        foreach (var origin in ledger.Absent) _absent[origin.Id] = origin;
        foreach (var claim in ledger.Claims) Shelve(claim);
        foreach (var passage in Referred()) AnchorsOf(passage.Article).Add(passage.Span.Start);
        Claims = [.. ledger.Claims.OrderBy(c => c, Comparer<Claim>.Create(ByInterest))];
        Alone = [.. Claims.Where(StandsAlone)];
        Several = [.. Claims.Where(claim => !StandsAlone(claim))];
        AloneLots = Pager.Chunks(Alone, AloneOnPage);
        NameLots = Pager.Chunks(InOrder(ledger.Entities), NamesOnPage);
        Place();
    }

    /// <summary>What is shown beside; of a dossier nothing.</summary>
    public PageHooks Hooks { get; init; } = PageHooks.None;

    public Ledger Ledger { get; }

    public Locale Words { get; }

    /// <summary>Whether the dossier is to leave the house: short passages with source and link instead of whole texts.</summary>
    public bool Share { get; }

    public string Made { get; }

    public string Version { get; }

    public EntityIndex Entities { get; }

    /// <summary>All claims, those a reader should see first in front.</summary>
    public ImmutableArray<Claim> Claims { get; }

    /// <summary>The claims told more than once or contradicted: each has a page.</summary>
    public ImmutableArray<Claim> Several { get; }

    /// <summary>The claims told once that nothing contradicts: they share pages.</summary>
    public ImmutableArray<Claim> Alone { get; }

    /// <summary>The claims told once, in lots of a page.</summary>
    public ImmutableArray<ImmutableArray<Claim>> AloneLots { get; }

    /// <summary>The entities in the order of their pages, in lots of a page.</summary>
    public ImmutableArray<ImmutableArray<Entity>> NameLots { get; }

    public IReadOnlyList<LocatedFigure> Figures => _figures;

    public FiledArticle Filed(ArticleId article) => _filed(article);

    public ArticleHeader? Header(ArticleId article) => _headers.GetValueOrDefault(article);

    public AbsentOrigin? Absent(string id) => _absent.GetValueOrDefault(id);

    public Family? FamilyOf(ArticleId article) => _familyOf.GetValueOrDefault(article);

    /// <summary>The ties of an article or an absent origin, both ways, in the ledger's order.</summary>
    public IEnumerable<Lineage> TiesOf(string id) => _ties[id];

    public Claim? Claim(string id) => _claimById.GetValueOrDefault(id);

    public Question? Question(string? id) => Ledger.Questions.FirstOrDefault(q => string.Equals(q.Id, id, StringComparison.Ordinal));

    public string PageOf(Claim claim) => Hooks.PageEach ? OwnPage(claim) : _claimPages[claim.Id];

    public Entity? Entity(string id) => _entities.GetValueOrDefault(id);

    public string PageOf(Entity entity) => Hooks.PageEach ? $"name-{entity.Id}.html" : _entityPages[entity.Id];

    /// <summary>The entities that may be the same as one, with why, the likeliest first.</summary>
    public IEnumerable<(Entity Other, Reason Reason)> PerhapsSame(Entity entity) =>
        from suggestion in _suggestions[entity.Id]
        let other = _entities.GetValueOrDefault(
            string.Equals(suggestion.First, entity.Id, StringComparison.Ordinal) ? suggestion.Second : suggestion.First)
        where other is not null
        orderby suggestion.Score descending
        select (other, suggestion.Reasons[0]);

    public StatementView? Telling(ArticleId article, string statement) => _tellingById.GetValueOrDefault((article, statement));

    public ImmutableArray<StatementView> TellingsOf(ArticleId article) => _tellings.GetValueOrDefault(article, []);

    public IReadOnlyList<StatementView> SaidBy(Entity entity) => _saidBy.GetValueOrDefault(entity.Id) ?? [];

    public IReadOnlyList<Claim> ClaimsOf(StatementView telling) =>
        _claimsOf.GetValueOrDefault((telling.Article.Id, telling.Statement.Id)) ?? [];

    /// <summary>
    /// The user's grade of a telling's source, under any of its names; the latest where there are several; <see langword="null"/> for
    /// none.
    /// </summary>
    public Reliability? GradeOf(StatementView telling)
    {
        if (_grades.Count == 0) return null;
        var source = telling.Statement.Source;
        var outlet = source.Kind == SourceKind.Article ? telling.Article.Site : null;
        return new[] { source.Name, outlet }.Concat(telling.Source?.Variants ?? []).OfType<string>()
            .Select(name => _grades.GetValueOrDefault(name)).FirstOrDefault(grade => grade is not null);
    }

    /// <summary>The places of an article's text that some page leads to, in order.</summary>
    public SortedSet<int> AnchorsOf(ArticleId article)
    {
        if (!_anchors.TryGetValue(article, out var places)) _anchors[article] = places = [];
        return places;
    }

    /// <summary>A claim's tellings on one side, by day.</summary>
    public ImmutableArray<StatementView> On(Claim claim, Side side) =>
    [
        .. claim.Positions
            .Where(p => p.Side == side)
            .Select(TellingAt)
            .OfType<StatementView>()
            .Order(Comparer<StatementView>.Create(Recoupe.Tell.Pages.Model.StatementView.ByDay)),
    ];

    /// <summary>
    /// A claim's tellings on one side by voice, as it was judged who is one; the voice heard first in front, what is no voice last.
    /// </summary>
    public ImmutableArray<VoiceView> VoicesOn(Claim claim, Side side)
    {
        var voices = claim.Voices.Where(v => v.Side == side && IsCounted(v)).ToList();
        var members = voices.SelectMany(v => v.Members.Select(member => (member, v)));
        var folded = voices.SelectMany(v => v.Folded.Select(f => (f.Told, v)));
        var voiceOf = new Dictionary<VoiceMember, ClaimVoice>();
        foreach (var (telling, voice) in members.Concat(folded)) voiceOf.TryAdd(telling, voice);
        return
        [
            .. On(claim, side)
                .GroupBy(telling => voiceOf.GetValueOrDefault(new(telling.Article.Id, telling.Number == 0 ? null : telling.Statement.Id)))
                .OrderBy(heard => heard.Key is null)
                .Select(heard => new VoiceView(heard.Key, [.. heard])),
        ];
    }

    // What articles say themselves counts against a claim only.
    private static bool IsCounted(ClaimVoice voice) => voice.Side == Side.Against || voice.Members.Any(m => m.Statement is not null);

    // A position shows what its proposition tells; where the article says it itself there is no statement to show it of.
    private StatementView? TellingAt(Position position)
    {
        if (Header(position.Article) is not { } header) return null;
        var article = _filed(position.Article).Article;
        var telling = position.Statement is { } id ? Telling(position.Article, id) : Own(header, position);
        if (telling is null) return null;
        var part = telling.Statement with { Content = position.Spans, Certainty = position.Certainty };
        return telling with { Statement = part, Wording = Wording(article, part) };
    }

    private static StatementView Own(ArticleHeader header, Position position) => new(
        header, new(
            position.Proposition,
            null,
            position.Spans,
            new(null, null, SourceKind.Article),
            null,
            Manner.Indirect,
            [],
            position.Certainty,
            Stance.Asserts,
            null), 0, "", null);

    private static bool StandsAlone(Claim claim) => claim.Positions.Length < 2 && claim.Contradicts.IsEmpty;

    // Contested before agreed, many voices before few: what a desk checks first.
    private static int ByInterest(Claim a, Claim b)
    {
        var order = b.IsContested.CompareTo(a.IsContested);
        if (order == 0) order = (b.Independent.For + b.Independent.Against).CompareTo(a.Independent.For + a.Independent.Against);
        if (order == 0) order = b.Positions.Length.CompareTo(a.Positions.Length);
        if (order == 0) order = string.CompareOrdinal(a.First ?? "~", b.First ?? "~");
        return order != 0 ? order : string.CompareOrdinal(a.Id, b.Id);
    }

    // The header is the ledger's: it names articles of one name apart.
    private void Shelve(ArticleHeader header, FiledArticle kept)
    {
        var (article, findings) = kept;
        var told = findings.Statements
            .OrderBy(s => s.Content[0])
            .Select((s, i) => new StatementView(header, s, i + 1, Wording(article, s), Entities.Of(article.Id, s.Source, findings)))
            .ToImmutableArray();
        _tellings[article.Id] = told;
        foreach (var telling in told) Shelve(telling);
        foreach (var figure in findings.Figures)
        {
            var by = figure.Statement is { } statement ? Telling(article.Id, statement) : null;
            _figures.Add(new LocatedFigure(header, figure, new string(figure.Span.In(article.Text)), by));
            AnchorsOf(article.Id).Add(figure.Span.Start);
        }
    }

    private void Shelve(StatementView telling)
    {
        _tellingById[(telling.Article.Id, telling.Statement.Id)] = telling;
        if (telling.Source is not { } source) return;
        if (!_saidBy.TryGetValue(source.Id, out var said)) _saidBy[source.Id] = said = [];
        said.Add(telling);
    }

    private void Shelve(Family family)
    {
        foreach (var member in family.Members) _familyOf[member] = family;
    }

    private void Shelve(Claim claim)
    {
        _claimById[claim.Id] = claim;
        foreach (var position in claim.Positions)
        {
            if (position.Statement is not { } statement) continue;
            var key = (position.Article, statement);
            if (!_claimsOf.TryGetValue(key, out var claims)) _claimsOf[key] = claims = [];
            claims.Add(claim);
        }
    }

    // Who decided, and the notes made for the house, stay in the house.
    private void Place()
    {
        foreach (var claim in Claims) _claimPages[claim.Id] = OwnPage(claim);
        for (var i = 0; i < NameLots.Length; i++)
        {
            foreach (var entity in NameLots[i]) _entityPages[entity.Id] = $"{Pager.Page("names", i)}#e-{entity.Id}";
        }

        for (var i = 0; i < AloneLots.Length; i++)
        {
            foreach (var claim in AloneLots[i]) _claimPages[claim.Id] = $"{Pager.Page("once", i)}#c-{claim.Id}";
        }
    }

    private static string OwnPage(Claim claim) => $"claim-{claim.Id}.html";

    private static ImmutableArray<Entity> InOrder(IEnumerable<Entity> entities) =>
    [
        .. entities
            .OrderBy(e => e.Type)
            .ThenByDescending(e => e.Mentions.Length)
            .ThenBy(e => e.Name, StringComparer.Ordinal)
            .ThenBy(e => e.Id, StringComparer.Ordinal),
    ];

    private IEnumerable<Passage> Referred() =>
    [
        .. Ledger.Claims.SelectMany(
            c => c.Wording.Concat(Passages(c.Credibility.Reasons)).Concat(c.Contradicts.SelectMany(x => Passages(x.Reasons)))),
        .. Ledger.Claims.SelectMany(c => c.Positions).Where(p => p.Statement is null).Select(p => new Passage(p.Article, p.Spans[0])),
        .. Ledger.Disputes.SelectMany(d => d.Relations).SelectMany(r => Passages(r.Reasons)),
        .. Ledger.Lineage.SelectMany(l => Passages(l.Reasons)),
        .. Ledger.Absent.SelectMany(a => Passages(a.Reasons)),
        .. Ledger.Claims.SelectMany(c => c.Voices).SelectMany(v => v.Folded).SelectMany(f => f.Why.Passages),
        .. Ledger.Suggestions.SelectMany(s => Passages(s.Reasons)),
        .. Ledger.Entities.SelectMany(e => e.Mentions.Concat(e.Roles.SelectMany(r => r.Passages))),
        .. Ledger.Articles.SelectMany(a => a.Published?.Doubted is { } doubt ? doubt.Passages : []),
    ];

    private static IEnumerable<(string Id, Lineage Tie)> Ends(Lineage tie) => [(tie.From, tie), (tie.To.Value, tie)];

    private static IEnumerable<Passage> Passages(ImmutableArray<Reason> reasons) => reasons.SelectMany(r => r.Passages);

    private static string Wording(Article article, Statement statement) =>
        article.Quote(statement.WithHedge(article.Text, statement.Content));
}
