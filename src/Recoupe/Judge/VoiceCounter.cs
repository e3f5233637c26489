using System.Collections.Immutable;
using Recoupe.Judge.Voices;

namespace Recoupe.Judge;

/// <summary>An ultimate source that takes a side.</summary>
/// <param name="Name">Who: an entity's id, a family's, a name, or nobody named.</param>
/// <param name="IsNamed">Whether it can be told who that is.</param>
/// <param name="IsFirm">Whether it was ever surer than "possibly".</param>
/// <param name="State">The state it speaks for, as <see cref="Officials"/> has it; <see langword="null"/> for whoever is no official.</param>
/// <param name="Families">The families of articles it is heard in, in ordinal order.</param>
/// <param name="Passages">Where it is heard.</param>
internal sealed record Voice(string Name, bool IsNamed, bool IsFirm, string? State, ImmutableArray<string> Families, ImmutableArray<Passage> Passages);

/// <summary>Who is heard on a claim.</summary>
/// <param name="For">Sources that say so, each once.</param>
/// <param name="Against">Sources that say that it is not so.</param>
/// <param name="OwnAgainst">The families of articles whose own voice says that it is not so.</param>
/// <param name="Uncommitted">Where somebody will not or cannot say.</param>
/// <param name="Tellings">How many statements say so.</param>
internal sealed record ClaimVoices(
    ImmutableArray<Voice> For, ImmutableArray<Voice> Against, ImmutableArray<Voice> OwnAgainst, ImmutableArray<Passage> Uncommitted, int Tellings)
{
    /// <summary>Both sides as the ledger lists them.</summary>
    public ImmutableArray<ClaimVoice> Listed { get; init; } = [];

    /// <summary>The families of articles whose own voice says so flatly: no voice for it, but one for what is contrary to another claim.</summary>
    public ImmutableArray<Voice> OwnFor { get; init; } = [];

    /// <summary>The firm and named sources that say so.</summary>
    public ImmutableArray<Voice> FirmNamed { get; } = [.. For.Where(v => v.IsFirm && v.IsNamed)];

    /// <summary>In how many families of articles the sources for it are heard.</summary>
    public int Families { get; } = For.SelectMany(v => v.Families).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>Tells voices apart. Whoever is quoted by ten outlets is one voice; so are all who are not named.</summary>
internal sealed class VoiceCounter
{
    private readonly Func<ArticleId, FiledArticle?> _filed;
    private readonly Dictionary<ArticleId, string> _families;
    private readonly Dictionary<string, ImmutableArray<string>> _roles;
    private readonly Officials _officials;
    private readonly VoiceLattice _lattice;

    public VoiceCounter(IReadOnlyList<FiledArticle> filed, IReadOnlyList<Family> families, IReadOnlyList<Entity> entities)
        : this(filed.ToDictionary(f => f.Article.Id).GetValueOrDefault, families, entities)
    {
    }

    /// <param name="filed">An article by its id, where there is one; asked for only where somebody is heard.</param>
    /// <param name="families">The families of all articles.</param>
    /// <param name="entities">Who and what they name.</param>
    public VoiceCounter(Func<ArticleId, FiledArticle?> filed, IReadOnlyList<Family> families, IReadOnlyList<Entity> entities)
    {
        _filed = filed;
        _officials = new(entities);
        _families = (from family in families from member in family.Members select (member, Telling: TellingOf(family))).ToDictionary(m => m.member, m => m.Telling);
        _roles = entities.ToDictionary(e => e.Id, e => e.Roles.Select(r => r.Text).ToImmutableArray(), StringComparer.Ordinal);
        Actors = new(filed, entities);
        _lattice = new(Actors, FamilyOf);
    }

    /// <summary>Who tells a statement.</summary>
    public ActorReader Actors { get; }

    public ClaimVoices On(Claim claim)
    {
        var positions = claim.Positions.Where(p => !p.IsRefuted).Select(p => (p.Side, IsOwn: p.Statement is null, Told: Told(p))).ToList();
        var told = positions.Where(p => p.Side == Side.For && !p.IsOwn).Select(p => p.Told).ToList();
        var own = positions.Where(p => p.IsOwn && p.Told.Statement.Certainty.IsFirm()).ToLookup(p => p.Side, p => p.Told);
        var (pro, contra) = (_lattice.Gather(told), _lattice.Gather(positions.Where(p => p.Side == Side.Against && !p.IsOwn).Select(p => p.Told)));
        return new(
            Distinct(pro),
            Distinct(contra),
            ByFamily(own[Side.Against]),
            [.. positions.Where(p => p.Side == Side.Uncommitted).SelectMany(p => Passages(p.Told)), .. pro.Public.Concat(contra.Public).SelectMany(t => Passages((t.Article, t.Statement)))],
            told.Count)
        {
            OwnFor = ByFamily(own[Side.For]),
            Listed = [.. pro.Voices.Select(v => v.On(Side.For)), .. Listed(own, Side.For), .. contra.Voices.Select(v => v.On(Side.Against)), .. Listed(own, Side.Against)],
        };
    }

    private IEnumerable<ClaimVoice> Listed(ILookup<Side, (Article Article, Statement Statement)> own, Side side) =>
        own[side].GroupBy(told => FamilyOf(told.Article), StringComparer.Ordinal).OrderBy(family => family.Key, StringComparer.Ordinal)
            .Select(family => new ClaimVoice(side, null, null, false, [.. family.Select(t => t.Article.Id).Distinct().Order().Select(a => new VoiceMember(a, null))], []));

    // An article's own voice is its family's: copies say it again.
    private ImmutableArray<Voice> ByFamily(IEnumerable<(Article Article, Statement Statement)> told) =>
    [
        .. told.GroupBy(t => FamilyOf(t.Article), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Voice("family " + g.Key, IsNamed: false, IsFirm: true, null, [g.Key], [.. g.SelectMany(Passages).Order()])),
    ];

    // What is credited to one agency is that agency's telling, in however many families.
    private static string TellingOf(Family family) =>
        family.Origin is { } origin && !family.Members.Any(m => string.Equals(m.Value, origin, StringComparison.Ordinal)) ? origin : family.Id;

    private (Article Article, Statement Statement) Told(Position position)
    {
        var (article, findings) = _filed(position.Article)!;
        if (position.Statement is null) return (article, Own(position));
        var statement = findings.Statements.First(s => string.Equals(s.Id, position.Statement, StringComparison.Ordinal));
        return (article, statement with { Content = position.Spans, Certainty = position.Certainty });
    }

    private static Statement Own(Position position) =>
        new(position.Proposition, null, position.Spans, new(null, null, SourceKind.Article), null, Manner.Indirect, [], position.Certainty, Stance.Asserts, null);

    private ImmutableArray<Voice> Distinct(HeardSide side) =>
    [
        .. side.Voices.Select(v => new Voice(
            v.Name,
            v.IsNamed && IsKnown(v),
            v.Told.Any(t => t.Statement.Certainty.IsFirm()),
            v.Camp ?? v.Told.Select(StateOf).Max(StringComparer.Ordinal),
            [.. v.Told.Select(t => FamilyOf(t.Article)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. v.Told.SelectMany(t => Passages((t.Article, t.Statement))).Order()])),
    ];

    // «The local mayor»: an office that no name tells from another of its kind may be anybody's.
    private static bool IsKnown(HeardVoice voice) =>
        voice.Entity is not null || voice.Told.Any(t => t.Actor.Office is not { Territory: null } || t.Actor.Wording.Any(char.IsUpper));

    private string? StateOf(ToldBy told)
    {
        if (told.Statement.Source.Kind is not (SourceKind.Person or SourceKind.Organisation)) return null;
        var roles = told.Actor.Entity is { } id && _roles.TryGetValue(id, out var known) ? known : [];
        return _officials.StateOf(roles.Prepend(told.Actor.Wording), isBody: told.Statement.Source.Kind == SourceKind.Organisation);
    }

    private string FamilyOf(Article article) => _families.GetValueOrDefault(article.Id, article.Id.Value);

    private static IEnumerable<Passage> Passages((Article Article, Statement Statement) told) =>
        told.Statement.Content.Select(c => new Passage(told.Article.Id, c));
}
