using System.Text.Encodings.Web;
using System.Text.Json;
using Recoupe.Language;
using Recoupe.Language.Names;

namespace Recoupe.Train.Names;

/// <summary>
/// <c>train names-eval LANGUAGE TEXTS_DIR OUT_DIR</c> writes each text's names in the product's article JSON;
/// <c>train names-eval LANGUAGE FILE.iob2|FILE.conllu</c> prints F1 over exact spans and types of a file of one token a row;
/// <c>train names-eval LANGUAGE FILE.txt</c> prints the speed on a text.
/// </summary>
internal static class NamesEvalVerb
{
    private const int Rounds = 5;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static int Run(string[] args)
    {
        if (args.Length is not (2 or 3) || NameRecogniser.Load(args[0], Lexicon.Load(args[0])) is not { } recogniser)
        {
            Console.Error.WriteLine("Usage: train names-eval LANGUAGE TEXTS_DIR OUT_DIR | LANGUAGE FILE.iob2|FILE.txt");
            return 2;
        }

        if (args.Length == 3)
            WriteArticles(recogniser, args[1], args[2]);
        else
            (args[1].EndsWith(".txt", StringComparison.Ordinal) ? (Action<NameRecogniser, string>)Time : Report)(recogniser, args[1]);
        return 0;
    }

    private static void WriteArticles(NameRecogniser recogniser, string folder, string output)
    {
        Directory.CreateDirectory(output);
        foreach (var path in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path);
            var mentions = recogniser.Find(text).Select(n => new
            {
                start = n.Span.Start, end = n.Span.End, type = n.Type.ToString().ToLowerInvariant(), entity = (string?)null, text = n.Span.In(text).ToString(),
            });
            File.WriteAllText(Path.Combine(output, Path.GetFileNameWithoutExtension(path) + ".json"), JsonSerializer.Serialize(new { text, mentions }, Json));
        }
    }

    private static void Report(NameRecogniser recogniser, string path)
    {
        var score = Score(recogniser, path);
        foreach (var type in Enum.GetValues<NameType>())
            Console.WriteLine($"{type,-13}{Told(score.Right[(int)type], score.Found[(int)type], score.Gold[(int)type])}");
        Console.WriteLine($"{"all",-13}{Told(score.Right.Sum(), score.Found.Sum(), score.Gold.Sum())}");
    }

    // Processor time on one thread, after one round to warm up.
    private static void Time(NameRecogniser recogniser, string path)
    {
        var text = File.ReadAllText(path);
        recogniser.Find(text);
        var before = Environment.CpuUsage.UserTime;
        for (var round = 0; round < Rounds; round++)
            recogniser.Find(text);
        var seconds = (Environment.CpuUsage.UserTime - before).TotalSeconds / Rounds;
        var atoms = NameText.Of(text, lexicon: null).Count;
        Console.WriteLine($"{atoms} atoms in {seconds:F3} s of one processor: {atoms / seconds:F0} a second");
    }

    /// <summary>Counts names by type: right in span and type, found, and told by the file.</summary>
    public static (int[] Right, int[] Found, int[] Gold) Score(NameRecogniser recogniser, string path)
    {
        // UNER tells no other names but demonyms and such; WikiNEuRal tells them, without documents.
        var isUner = path.EndsWith(".iob2", StringComparison.Ordinal);
        var (right, found, gold) = (new int[4], new int[4], new int[4]);
        foreach (var document in RowFile.Read(path, 1, '\t', isUner ? "# newdoc" : null))
        {
            var names = recogniser.Find(document.Text);
            var expected = document.Sentences.SelectMany(Names).Where(n => !isUner || n.Type != NameType.Other).ToHashSet();
            foreach (var name in names.Where(n => !isUner || n.Type != NameType.Other))
            {
                found[(int)name.Type]++;
                right[(int)name.Type] += expected.Contains(name) ? 1 : 0;
            }

            foreach (var name in expected)
                gold[(int)name.Type]++;
        }

        return (right, found, gold);
    }

    private static string Told(int right, int found, int gold) =>
        $"P {(double)right / Math.Max(1, found):F3}  R {(double)right / Math.Max(1, gold):F3}  F1 {2.0 * right / Math.Max(1, found + gold):F3}  of {gold}";

    private static IEnumerable<Name> Names(List<Row> rows)
    {
        for (var i = 0; i < rows.Count;)
        {
            var end = i + 1;
            if (rows[i].Fields[2] is ['B', '-', .. var type] && TypeOf(type) is { } known)
            {
                while (end < rows.Count && rows[end].Fields[2] is ['I', '-', ..])
                    end++;
                yield return new(new(rows[i].Start, rows[end - 1].End), known);
            }

            i = end;
        }
    }

    private static NameType? TypeOf(string type) => type switch
    {
        "PER" => NameType.Person,
        "ORG" => NameType.Organisation,
        "LOC" => NameType.Place,
        "MISC" => NameType.Other,
        _ => null,
    };
}
