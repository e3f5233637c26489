using Recoupe.Language;
using Recoupe.Language.Names;
using Recoupe.Train.Trees;

namespace Recoupe.Train.Names;

/// <summary><c>train names LANGUAGE DATA SOURCES OUT</c>: the model of names, from the corpora's <c>train</c> rows and invented sentences.</summary>
internal static class NamesVerb
{
    public static int Run(string[] args)
    {
        if (args is not [var language, var data, var sources, var output])
        {
            Console.Error.WriteLine("Usage: train names LANGUAGE DATA_DIR SOURCES_DIR OUT");
            return 2;
        }

        var lexicon = Lexicon.Load(language);
        var gazetteer = Gazetteer.Load(language);
        var trainer = new ChainTrainer(new(Epochs: 6, Rate: 0.1, Decay: 1e-6, Dropout: 0.3, FewestSeen: 2, Least: 0.03));
        var refused = 0;
        foreach (var example in Examples(language, new NameCorpora(data, gazetteer), sources))
        {
            if (Withheld.Holds(example.Text))
            {
                refused++;
                continue;
            }

            var text = NameText.Of(example.Text, lexicon);
            trainer.Add(new NameContext(text, gazetteer), example.Allowed(text));
        }

        File.WriteAllBytes(output, trainer.Train(Console.WriteLine));
        Console.WriteLine($"{output}: {new FileInfo(output).Length} bytes; {refused} texts refused, because they are for measuring");
        return 0;
    }

    private static IEnumerable<NameExample> Examples(string language, NameCorpora corpora, string sources) => language is "fr"
        ? corpora.FrSemCor().Concat(corpora.Fenec()).Concat(corpora.Fenec())
            .Concat(corpora.Treebank("fr_gsd-ud-dev.conllu")).Concat(corpora.Treebank("fr_fqb-ud-test.conllu"))
            .Concat(corpora.Europeana().Where((_, i) => i % 3 == 0)).Concat(Invented(language, sources, 4500))
        : corpora.Uner("uner-en_ewt-ud-train.iob2").Concat(corpora.Gum()).Concat(Invented(language, sources, 3500));

    private static IEnumerable<NameExample> Invented(string language, string sources, int count)
    {
        var templates = new Templates(Path.Combine(AppContext.BaseDirectory, "Names", $"templates-{language}.txt"), Lists(language, sources));
        var random = new Shuffler(7);
        for (var i = 0; i < count; i++)
            yield return templates.Next(random);
    }

    private static Dictionary<string, (int Types, List<string> Items)> Lists(string language, string sources)
    {
        var names = NameSources.Read(language, sources).ToList();
        List<string> Known(NameKinds kind) => [.. names.Where(n => (n.Kinds & kind) != NameKinds.None && n.Name.Length < 25).Select(n => n.Name).Distinct(StringComparer.Ordinal)];
        return new(StringComparer.Ordinal)
        {
            ["F"] = (NameMark.Person, Known(NameKinds.GivenName)),
            ["SURNAME"] = (NameMark.Person, Known(NameKinds.Surname)),
            ["CITY"] = (NameMark.Place, Known(NameKinds.City)),
            ["TOWN"] = (NameMark.Place, Known(NameKinds.Town)),
            ["REGION"] = (NameMark.Place, Known(NameKinds.Region)),
        };
    }
}
