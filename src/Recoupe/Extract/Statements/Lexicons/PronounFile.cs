using System.Collections.Frozen;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>The pronouns that may stand for a source.</summary>
internal sealed class PronounFile
{
    private readonly FrozenDictionary<string, Pronoun> _pronouns;

    private PronounFile(IEnumerable<(string Heading, string Line)> lines) =>
        _pronouns = lines.DistinctBy(l => l.Line, StringComparer.Ordinal)
            .ToFrozenDictionary(l => l.Line, l => Parse(l.Heading), StringComparer.OrdinalIgnoreCase);

    public static PronounFile Read(string path) => new(SectionedFile.Read(path));

    public Pronoun? Of(string form) => _pronouns.TryGetValue(Bare(form), out var pronoun) ? pronoun : null;

    /// <summary>Whether a pronoun stands for a human being only, as its language uses it.</summary>
    public bool IsHuman(string form) => _pronouns.TryGetValue(Bare(form), out var pronoun) && pronoun.Human;

    /// <summary>The pronoun as it stands alone: the hyphens of an inversion (<c>a-t-il</c>) are not of it.</summary>
    public static string Bare(string form) => form.StartsWith("-t-", StringComparison.Ordinal) ? form[3..] : form.TrimStart('-');

    private static Pronoun Parse(string heading) => heading switch
    {
        "nobody" => new(PronounRole.Nobody, false, Gender.Any, false, false),
        "relative" => new(PronounRole.Relative, false, Gender.Any, false, false),
        _ => Personal(SectionedFile.Words(heading)),
    };

    private static Pronoun Personal(string[] words) => new(
        words[0] == "1" ? PronounRole.Speaker : PronounRole.Third, words[1] == "plur", Enum.Parse<Gender>(words[2], ignoreCase: true),
        words.Contains("human", StringComparer.Ordinal), words.Contains("last", StringComparer.Ordinal))
    {
        Thing = words.Contains("thing", StringComparer.Ordinal),
    };
}

/// <summary>What a pronoun may stand for.</summary>
/// <param name="Role">Its person.</param>
/// <param name="Plural">Whether it stands for several.</param>
/// <param name="Gender">The gender it agrees with.</param>
/// <param name="Human">Whether it stands for a human being only.</param>
/// <param name="Last">Whether it stands for whoever was named last (<c>ce dernier</c>), subject or not.</param>
internal readonly record struct Pronoun(PronounRole Role, bool Plural, Gender Gender, bool Human, bool Last)
{
    /// <summary>Whether it stands for an institution or a text, never for a person (<c>it</c>).</summary>
    public bool Thing { get; init; }
}

/// <summary>The persons of a pronoun that may stand for a source.</summary>
internal enum PronounRole
{
    /// <summary>Somebody named before.</summary>
    Third,

    /// <summary>Whoever is speaking.</summary>
    Speaker,

    /// <summary>The noun that the clause hangs on.</summary>
    Relative,

    /// <summary>Nobody in particular.</summary>
    Nobody,
}

/// <summary>Grammatical gender; <c>Any</c> agrees with both.</summary>
internal enum Gender
{
    /// <summary>Either, or unknown.</summary>
    Any,

    /// <summary>Masculine.</summary>
    Masc,

    /// <summary>Feminine.</summary>
    Fem,
}
