using System.Collections.Immutable;
using Recoupe.Language;

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
    /// <summary>The firm and named sources that say so.</summary>
    public ImmutableArray<Voice> FirmNamed { get; } = [.. For.Where(v => v.IsFirm && v.IsNamed)];

    /// <summary>In how many families of articles the sources for it are heard.</summary>
    public int Families { get; } = For.SelectMany(v => v.Families).Distinct(StringComparer.Ordinal).Count();
}

/// <summary>Tells voices apart. Whoever is quoted by ten outlets is one voice; so are all who are not named.</summary>
internal sealed class VoiceCounter
{
    private readonly Dictionary<(ArticleId, string), (Article Article, Statement Statement)> _statements;
    private readonly Dictionary<ArticleId, string> _families;
    private readonly Dictionary<ArticleId, List<(TextSpan Span, Entity Entity)>> _entities;
    private readonly Officials _officials;

    public VoiceCounter(IReadOnlyList<FiledArticle> filed, IReadOnlyList<Family> families, IReadOnlyList<Entity> entities)
    {
        _officials = new(entities);
        _statements = (from file in filed from s in file.Findings.Statements select (file.Article, s)).ToDictionary(f => (f.Article.Id, f.s.Id));
        _families = (from family in families from member in family.Members select (member, family.Id)).ToDictionary(m => m.member, m => m.Id);
        _entities = (
            from entity in entities
            from mention in entity.Mentions
            select (mention, entity)).GroupBy(m => m.mention.Article).ToDictionary(g => g.Key, g => g.Select(m => (m.mention.Span, m.entity)).ToList());
    }

    public ClaimVoices On(Claim claim)
    {
        var positions = claim.Positions.Select(p => (p.Side, Told: Told(p))).ToList();
        var told = positions.Where(p => p.Side == Side.For).Select(p => p.Told).ToList();
        return new(
            Distinct(told),
            Distinct(positions.Where(p => p.Side == Side.Against).Select(p => p.Told)),
            [],
            [.. positions.Where(p => p.Side == Side.Uncommitted).SelectMany(p => Passages(p.Told))],
            told.Count);
    }

    private (Article Article, Statement Statement) Told(Position position)
    {
        var (article, statement) = _statements[(position.Article, position.Statement)];
        return (article, position.Of(statement));
    }

    private ImmutableArray<Voice> Distinct(IEnumerable<(Article Article, Statement Statement)> told)
    {
        var voices = told.GroupBy(t => VoiceOf(t.Article, t.Statement)).OrderBy(v => v.Key.IsNamed ? 0 : 1).ThenBy(v => v.Key.Name, StringComparer.Ordinal).ToList();
        var heard = new List<((string Name, bool IsNamed) Key, List<(Article Article, Statement Statement)> Told)>();
        foreach (var voice in voices)
        {
            if (heard.Find(h => AreOne(h.Told, voice)) is { Told: { } same }) same.AddRange(voice);
            else heard.Add((voice.Key, [.. voice]));
        }

        return
        [
            .. heard.OrderBy(v => v.Key.Name, StringComparer.Ordinal).Select(v => new Voice(
                v.Key.Name, v.Key.IsNamed, v.Told.Exists(t => IsFirm(t.Statement.Certainty)), v.Told.Select(t => StateOf(t.Article, t.Statement)).Max(StringComparer.Ordinal), FamiliesOf(v.Told), [.. v.Told.SelectMany(Passages).Order()])),
        ];
    }

    // One text that a copy, a translation or a rewrite words otherwise ("River Watch", «Veille des fleuves») has no more voices than any one of its articles tells apart.
    private bool AreOne(List<(Article Article, Statement Statement)> one, IEnumerable<(Article Article, Statement Statement)> other)
    {
        var family = FamilyOf(one[0].Article);
        return one.TrueForAll(t => string.Equals(FamilyOf(t.Article), family, StringComparison.Ordinal))
            && other.All(t => string.Equals(FamilyOf(t.Article), family, StringComparison.Ordinal) && !one.Exists(o => o.Article.Id == t.Article.Id));
    }

    private (string Name, bool IsNamed) VoiceOf(Article article, Statement statement) => statement.Source.Kind switch
    {
        // Who stands behind a rumour that an article passes on with a hedge is not told either.
        SourceKind.Article or SourceKind.Anonymous => ("unnamed", false),
        _ when statement.Source.Name is null => ("unnamed", false),
        _ => (Named(article, statement.Source), true),
    };

    private string? StateOf(Article article, Statement statement)
    {
        if (statement.Source is not { Kind: SourceKind.Person or SourceKind.Organisation, Name: { } name }) return null;
        var roles = EntityOf(article, statement.Source)?.Roles.Select(r => r.Text) ?? [];
        return _officials.StateOf(roles.Prepend(name));
    }

    private ImmutableArray<string> FamiliesOf(IEnumerable<(Article Article, Statement Statement)> told) =>
        [.. told.Select(t => FamilyOf(t.Article)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private string FamilyOf(Article article) => _families.GetValueOrDefault(article.Id, article.Id.Value);

    private string Named(Article article, Source source) => EntityOf(article, source)?.Id ?? "name " + Letters(source.Name!);

    private Entity? EntityOf(Article article, Source source) => Within(article, source, _entities.GetValueOrDefault(article.Id, []));

    // The source's words name it best; where they are a pronoun, its fullest name elsewhere in the article does.
    private static Entity? Within(Article article, Source source, List<(TextSpan Span, Entity Entity)> known) =>
        Best(known.Where(k => source.Span is { } span && span.Contains(k.Span)).Select(k => k.Entity), source.Kind) ??
        Best(known.Where(k => source.Name!.Contains(k.Span.In(article.Text).ToString(), StringComparison.Ordinal)).Select(k => k.Entity), source.Kind);

    private static Entity? Best(IEnumerable<Entity> entities, SourceKind kind) =>
        entities.OrderBy(e => Fits(e.Type, kind) ? 0 : 1).ThenByDescending(e => e.Name.Length).ThenBy(e => e.Id, StringComparer.Ordinal)
            .FirstOrDefault(e => Fits(e.Type, kind) || IsActor(e.Type, kind));

    private static bool Fits(NameType type, SourceKind kind) => kind switch
    {
        SourceKind.Person => type == NameType.Person,
        SourceKind.Organisation or SourceKind.Media => type is NameType.Organisation or NameType.Place,
        _ => false,
    };

    // A company's name may be taken for a person's in one article and not in the next.
    private static bool IsActor(NameType type, SourceKind kind) =>
        kind is SourceKind.Person or SourceKind.Organisation && type is NameType.Person or NameType.Organisation;

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));

    private static bool IsFirm(Certainty certainty) => certainty is not (Certainty.Possible or Certainty.PossiblyNot or Certainty.Uncommitted);

    private static IEnumerable<Passage> Passages((Article Article, Statement Statement) told) =>
        told.Statement.Content.Select(c => new Passage(told.Article.Id, c));
}
