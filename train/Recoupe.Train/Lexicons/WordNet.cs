using System.Globalization;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Train.Lexicons;

/// <summary>
/// English forms from Princeton WordNet 3.0: its lemmas, the irregular forms of its exception lists, the regular ones by rule; and the closed
/// classes, which WordNet lacks, from a hand-written list.
/// </summary>
internal static class WordNet
{
    private const int ClearlyUsed = 5;

    public static IEnumerable<LexiconForm> Read(string folder, string closedClass)
    {
        var counts = SenseCounts(Path.Combine(folder, "cntlist.rev"));
        var lemmas = Lemmas(folder).Distinct().Where(l => !IsMarginal(l, counts)).ToList();
        var irregular = "noun verb adj adv".Split(' ').ToDictionary(
            part => part, part => Exceptions(Path.Combine(folder, $"{part}.exc")), StringComparer.Ordinal);
        return lemmas.SelectMany(l => Forms(l, irregular[l.Part])).Concat(Closed(closedClass));
    }

    private readonly record struct Lemma(string Text, string Part, bool IsProper);

    private static IEnumerable<Lemma> Lemmas(string folder) =>
        from part in (string[])["noun", "verb", "adj", "adv"]
        from line in File.ReadLines(Path.Combine(folder, $"data.{part}"), Encoding.ASCII)
        where !line.StartsWith(' ')
        let fields = line.Split(' ')
        from i in Enumerable.Range(0, int.Parse(fields[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture))
        let word = WithoutMarker(fields[4 + (2 * i)])
        where !word.Contains('_', StringComparison.Ordinal) && word.Length < 40
        select new Lemma(word, part, part is "noun" && char.IsUpper(word[0]));

    // Adjectives carry their position: «galore(ip)».
    private static string WithoutMarker(string word) => word.Split('(')[0];

    private static Dictionary<(string Lemma, string Part), int> SenseCounts(string path)
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (var line in File.ReadLines(path, Encoding.ASCII))
        {
            var percent = line.IndexOf('%', StringComparison.Ordinal);
            var part = line[percent + 1] switch { '1' => "noun", '2' => "verb", '4' => "adv", _ => "adj" };
            var count = int.Parse(line.Split(' ')[2], CultureInfo.InvariantCulture);
            var key = (line[..percent], part);
            counts[key] = counts.GetValueOrDefault(key) + count;
        }

        return counts;
    }

    // «have» is a noun in WordNet, but never in its tagged texts, where the verb is common: such a reading only blurs the word's class.
    private static bool IsMarginal(Lemma lemma, Dictionary<(string, string), int> counts)
    {
        var text = lemma.Text.ToLowerInvariant();
        return !counts.ContainsKey((text, lemma.Part))
            && ((string[])["noun", "verb", "adj", "adv"]).Any(part => counts.GetValueOrDefault((text, part)) >= ClearlyUsed);
    }

    private static ILookup<string, string> Exceptions(string path) =>
        (from line in File.ReadLines(path, Encoding.ASCII)
         let fields = line.Split(' ')
         from lemma in fields.Skip(1)
         where !line.Contains('_', StringComparison.Ordinal)
         select (lemma, form: fields[0])).ToLookup(p => p.lemma, p => p.form, StringComparer.Ordinal);

    private static IEnumerable<LexiconForm> Forms(Lemma lemma, ILookup<string, string> irregular) => lemma.Part switch
    {
        "noun" when lemma.IsProper => [Form(lemma, lemma.Text, PartOfSpeech.Propn, "np", "")],
        "noun" => NounForms(lemma, irregular[lemma.Text].ToList()),
        "verb" => VerbForms(lemma, irregular[lemma.Text].ToList()),
        "adj" => AdjectiveForms(lemma, irregular[lemma.Text].ToList()),
        _ => [Form(lemma, lemma.Text, PartOfSpeech.Adv, "r", ""), .. irregular[lemma.Text].Select(f => Form(lemma, f, PartOfSpeech.Adv, "r", "cmp"))],
    };

    private static LexiconForm Form(Lemma lemma, string form, PartOfSpeech tag, string category, string morphology) =>
        new(form, lemma.Text, tag, category, morphology);

    private static IEnumerable<LexiconForm> NounForms(Lemma lemma, List<string> irregular)
    {
        yield return Form(lemma, lemma.Text, PartOfSpeech.Noun, "n", "sg");
        foreach (var form in irregular.Count > 0 ? irregular : [WithS(lemma.Text)])
            yield return Form(lemma, form, PartOfSpeech.Noun, "n", "pl");
    }

    private static IEnumerable<LexiconForm> VerbForms(Lemma lemma, List<string> irregular)
    {
        var pasts = irregular.Where(f => !f.EndsWith("ing", StringComparison.Ordinal)).ToList();
        var gerunds = irregular.Where(f => f.EndsWith("ing", StringComparison.Ordinal)).ToList();
        yield return Form(lemma, lemma.Text, PartOfSpeech.Verb, "v", "base");
        yield return Form(lemma, WithS(lemma.Text), PartOfSpeech.Verb, "v", "3sg");
        foreach (var form in pasts.Count > 0 ? pasts : [With(lemma.Text, "ed")])
            yield return Form(lemma, form, PartOfSpeech.Verb, "v", "past");
        foreach (var form in gerunds.Count > 0 ? gerunds : [With(lemma.Text, "ing")])
            yield return Form(lemma, form, PartOfSpeech.Verb, "v", "ing");
    }

    private static IEnumerable<LexiconForm> AdjectiveForms(Lemma lemma, List<string> irregular)
    {
        yield return Form(lemma, lemma.Text, PartOfSpeech.Adj, "a", "");
        var compared = irregular.Count > 0 ? irregular
            : lemma.Text.Length <= 6 && char.IsLower(lemma.Text[0]) ? [With(lemma.Text, "er"), With(lemma.Text, "est")]
            : [];
        foreach (var form in compared)
            yield return Form(lemma, form, PartOfSpeech.Adj, "a", form.EndsWith("st", StringComparison.Ordinal) ? "sup" : "cmp");
    }

    private static string WithS(string lemma) => lemma switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => lemma + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => lemma[..^1] + "ies",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'o'] => lemma + "es",
        _ => lemma + "s",
    };

    private static string With(string lemma, string ending) => lemma switch
    {
        [.., 'i', 'e'] when ending[0] == 'i' => lemma[..^2] + "y" + ending,
        [.., 'e' or 'o' or 'y', 'e'] when ending[0] == 'i' => lemma + ending,
        [.., 'e'] => lemma[..^1] + ending,
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] when ending[0] == 'e' => lemma[..^1] + "i" + ending,
        _ => lemma + ending,
    };

    private static IEnumerable<LexiconForm> Closed(string path) =>
        from line in File.ReadLines(path)
        where line.Length > 0 && line[0] != '#'
        let fields = line.Split('\t')
        from form in fields[2].Split(' ')
        let pair = form.Split('>')
        select new LexiconForm(pair[0], pair[^1], Enum.Parse<PartOfSpeech>(fields[0]), fields[1], "");
}
