using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Recoupe.Language;

namespace Recoupe.Train.Identification;

/// <summary>Text in each language, by ISO 639-1 code; all languages without such a code together under <c>und</c>.</summary>
internal static partial class LanguageTexts
{
    private static readonly string[] Treebanks =
    [
        "fr_sequoia-ud-train.conllu", "fr_gsd-ud-dev.conllu", "fr_fqb-ud-test.conllu", "fr_rhapsodie-ud-train.conllu",
        "en_ewt-ud-train.conllu",
    ];

    public static Dictionary<string, List<string>> Read(string udhr, string stopwords, string treebanks)
    {
        var texts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (language, text) in Declarations(udhr).Concat(Stopwords(stopwords)).Concat(Sentences(treebanks)))
        {
            if (!texts.TryGetValue(language, out var list))
                texts.Add(language, list = []);
            list.Add(text);
        }

        return texts;
    }

    private static IEnumerable<(string Language, string Text)> Declarations(string folder) =>
        from path in Directory.EnumerateFiles(folder, "*.html").Order(StringComparer.Ordinal)
        let html = File.ReadAllText(path)
        select (CodeOf(LanguageAttribute().Match(html).Groups["code"].Value), WebUtility.HtmlDecode(Tag().Replace(html, " ")));

    private static string CodeOf(string tag) => tag.Split('-')[0] switch
    {
        "nb" or "nn" => "no",
        "bs" or "hr" => "hr",
        "cmn" => "zh",
        "arb" => "ar",
        { Length: 2 } code => code,
        _ => LanguageGuess.Unknown,
    };

    private static IEnumerable<(string Language, string Text)> Stopwords(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var language in json.RootElement.EnumerateObject())
            yield return (CodeOf(language.Name), string.Join(' ', language.Value.EnumerateArray().Select(w => w.GetString())));
    }

    private static IEnumerable<(string Language, string Text)> Sentences(string folder) =>
        from name in Treebanks
        from line in File.ReadLines(Path.Combine(folder, name))
        where line.StartsWith("# text = ", StringComparison.Ordinal)
        select (name[..2], line["# text = ".Length..]);

    [GeneratedRegex("""<html[^>]* lang="(?<code>[^"]*)""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LanguageAttribute();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
