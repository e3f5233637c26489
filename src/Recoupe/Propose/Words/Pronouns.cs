using System.Collections.Concurrent;
using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Propose.Words;

/// <summary>What a pronoun or possessive may stand for.</summary>
/// <param name="Person">1, 2 or 3.</param>
/// <param name="Plural">Whether it stands for several.</param>
/// <param name="Gender">Of what it stands for.</param>
/// <param name="Human">Whether it stands for people alone.</param>
/// <param name="Thing">Whether it never stands for people.</param>
/// <param name="Bodies">Whether it, a plural, stands for one institution too.</param>
internal sealed record PersonOf(int Person, bool Plural, WordGender Gender, bool Human, bool Thing, bool Bodies);

/// <summary>The pronouns of a language that have a person (<c>Languages/xx/persons.txt</c>), by how they are used.</summary>
internal sealed class Pronouns
{
    private static readonly ConcurrentDictionary<string, Lazy<Pronouns>> Loaded = new(StringComparer.Ordinal);

    private readonly FrozenDictionary<string, PersonOf> _subjects;
    private readonly FrozenDictionary<string, PersonOf> _objects;
    private readonly FrozenDictionary<string, PersonOf> _possessives;
    private readonly FrozenDictionary<string, PersonOf> _clitics;

    private Pronouns(string language)
    {
        var lines = LanguageFile.Sections(language + "/persons.txt").ToList();
        _subjects = Table("subject");
        _objects = Table("object");
        _possessives = Table("possessive");
        _clitics = Table("clitic");

        FrozenDictionary<string, PersonOf> Table(string use) => lines
            .Where(line => line.Heading.StartsWith(use, StringComparison.Ordinal))
            .Select(line => KeyValuePair.Create(Prose.Plain(line.Entry), Read(line.Heading.Split(' '))))
            .DistinctBy(p => p.Key, StringComparer.Ordinal)
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    public static Pronouns Of(string language) => Loaded.GetOrAdd(language, l => new(() => new Pronouns(l))).Value;

    public PersonOf? Subject(string form) => _subjects.GetValueOrDefault(Prose.Plain(form));

    public PersonOf? Object(string form) => _objects.GetValueOrDefault(Prose.Plain(form));

    /// <summary>Of a third person that is accused, asked, ordered (<c>l'accuse</c>, <c>asked them</c>).</summary>
    public PersonOf? Clitic(string form) => _clitics.GetValueOrDefault(Prose.Plain(form));

    public PersonOf? Possessive(string form) => _possessives.GetValueOrDefault(Prose.Plain(form));

    private static PersonOf Read(string[] heading) => new(
        heading[1][0] - '0',
        heading.Contains("plur", StringComparer.Ordinal),
        heading.Contains("fem", StringComparer.Ordinal)
            ? WordGender.Fem
            : heading.Contains("masc", StringComparer.Ordinal)
            ? WordGender.Masc
            : WordGender.Any,
        heading.Contains("human", StringComparer.Ordinal),
        heading.Contains("thing", StringComparer.Ordinal),
        heading.Contains("bodies", StringComparer.Ordinal));
}
