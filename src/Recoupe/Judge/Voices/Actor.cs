namespace Recoupe.Judge.Voices;

/// <summary>What sort of voice a telling has.</summary>
internal enum ActorSort
{
    /// <summary>Somebody, named or not.</summary>
    Somebody,

    /// <summary>A newspaper, an agency, a site: it passes on unless nobody else is heard.</summary>
    Media,

    /// <summary>A paper whose issuer is not told, or the hedge of an article that leans on nobody: it adds no voice to another.</summary>
    Leaning,

    /// <summary>Talk of nobody in particular.</summary>
    Public,
}

/// <summary>An office or organ: the mayor of a town, a ministry of a state. What is not told of it may be anything.</summary>
/// <param name="Name">What it is (<c>ministry</c>).</param>
/// <param name="Portfolio">What a ministry is over.</param>
/// <param name="Territory">The state or town that it is of.</param>
/// <param name="IsOfState">Whether it is an organ of a state.</param>
internal sealed record Office(string Name, string? Portfolio, string? Territory, bool IsOfState)
{
    /// <summary>The whole of a government, which any organ of it belongs to.</summary>
    public const string WholeState = "state";

    /// <summary>What tells it from every other.</summary>
    public string Key => $"{Name}/{Portfolio}@{Territory}";

    /// <summary>How much is told of it.</summary>
    public int Told => (Portfolio is null ? 0 : 1) + (Territory is null ? 0 : 1);

    /// <summary>Whether nothing that is told of two parts them.</summary>
    public bool MayBe(Office other)
    {
        if (!MayBeOf(other)) return false;
        var isWhole = Is(Name, WholeState) || Is(other.Name, WholeState);
        if (isWhole) return IsOfState && other.IsOfState;
        return Is(Name, other.Name) && (Portfolio is null || other.Portfolio is null || Is(Portfolio, other.Portfolio));
    }

    // Of a state that is not told an organ may be; the whole of an untold state too.
    private bool MayBeOf(Office other) => Territory is null || other.Territory is null || Is(Territory, other.Territory);

    private static bool Is(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}

/// <summary>Who a source is, as its wording and the roles that articles give it tell.</summary>
/// <param name="Sort">What sort of voice.</param>
/// <param name="Wording">The source's wording; empty where there is none.</param>
/// <param name="Person">A key of the person who speaks.</param>
/// <param name="Body">A key of the organisation that speaks or is spoken for.</param>
/// <param name="Office">The office that speaks or is spoken for.</param>
/// <param name="IsNamed">Whether it can be told who that is.</param>
/// <param name="Camp">Those who do not bear it out; <see langword="null"/> where it is a camp alone.</param>
/// <param name="Entity">The entity of its institution, or else of the person.</param>
internal sealed record Actor(ActorSort Sort, string Wording, string? Person, string? Body, Office? Office, bool IsNamed, string? Camp, string? Entity)
{
    /// <summary>A name that is the same wherever this institution or person is heard.</summary>
    public string Name => Body ?? Office?.Key ?? Person ?? "unnamed";

    /// <summary>Whether an institution is known that speaks.</summary>
    public bool IsOfInstitution => Body is not null || Office is not null || Person?.StartsWith("name ", StringComparison.Ordinal) != false;

    /// <summary>Whether it speaks for a body that is not told here (<c>its spokesman</c>): it may be anybody's who is heard.</summary>
    public bool SpeaksForUntold { get; init; }
}
