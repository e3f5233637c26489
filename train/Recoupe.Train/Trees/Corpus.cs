using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Language.Conllu;

namespace Recoupe.Train.Trees;

/// <summary>A sentence to learn from. Heads are numbers within the sentence; −1 is the root.</summary>
/// <param name="Words">Its words, with their true tags, heads and relations.</param>
/// <param name="Bank">The number of the treebank it comes from, by the order of <c>corpora.txt</c>.</param>
internal sealed record Example(ImmutableArray<Word> Words, ulong Bank)
{
    /// <summary>The tree to be revised, for a parser that revises.</summary>
    public ImmutableArray<Drafted> Draft { get; init; }
}

/// <summary>What a first parser said of a word: its head within the sentence, −1 for the root, its relation, and how sure it was.</summary>
internal readonly record struct Drafted(int Head, string Relation, int Lead);

/// <summary>Reads treebanks for training, without the sentences withheld for measuring.</summary>
internal static class Corpus
{
    private const string TextMark = "# text = ";
    private const string DocumentMark = "# newdoc id = GUM_";

    private static readonly string[] _subtypes = ["nsubj:pass", "aux:pass", "obl:agent", "acl:relcl", "expl:subj"];

    /// <summary>All that a language's models are trained on, in the order of <c>corpora.txt</c>.</summary>
    /// <param name="language">The language.</param>
    /// <param name="folder">Where the treebanks are.</param>
    /// <param name="without">A file to leave out, so as to be tested on; the others keep their numbers.</param>
    public static Example[] Training(string language, string folder, string? without = null) =>
        [.. Sources(language).Index().Where(s => !string.Equals(s.Item.File, without, StringComparison.Ordinal)).SelectMany(s => Examples(Load(language, folder, s.Item), (ulong)s.Index))];

    /// <summary>A treebank to measure on, with the tags that the reader gives its words.</summary>
    public static Example[] Gold(string language, string path)
    {
        var gold = ConlluReader.Read(new StringReader(File.ReadAllText(path)), language);
        var tagged = Reader.Load(language).Annotate(gold);
        Word[] words = [.. gold.Words.Select((w, i) => w with { Tag = tagged.Words[i].Tag, Features = tagged.Words[i].Features, Lemma = tagged.Words[i].Lemma })];
        return [.. Examples(gold with { Words = [.. words] }, bank: 0)];
    }

    /// <summary>The texts of the treebanks, to learn words from.</summary>
    public static Reading[] Texts(string language, string folder) =>
        [.. Sources(language).Select(s => Load(language, folder, s))];

    private static Reading Load(string language, string folder, Source source)
    {
        string[] all = [.. OfGenres(File.ReadAllText(Path.Combine(folder, source.File)).Split("\n\n"), source.Genres)];
        string[] kept = [.. all.Where(b => !Withheld.Holds(TextOf(b)))];
        // Treebanks repeat some sentences of their test files; a file where most are withheld is a test file.
        if (kept.Length < 0.9 * all.Length) throw new InvalidDataException($"{source.File} is withheld for measuring, so it must not be trained on.");
        return ConlluReader.Read(new StringReader(string.Join("\n\n", kept)), language);
    }

    private static string TextOf(string block) =>
        block.Split('\n').FirstOrDefault(l => l.StartsWith(TextMark, StringComparison.Ordinal))?[TextMark.Length..] ?? "";

    private static IEnumerable<string> OfGenres(IEnumerable<string> blocks, string[] genres)
    {
        var wanted = true;
        foreach (var block in blocks)
        {
            var at = genres.Length == 0 ? -1 : block.IndexOf(DocumentMark, StringComparison.Ordinal);
            if (at >= 0) wanted = genres.Any(g => block.AsSpan(at + DocumentMark.Length).StartsWith(g + "_", StringComparison.Ordinal));
            if (wanted) yield return block;
        }
    }

    private static IEnumerable<Example> Examples(Reading reading, ulong bank)
    {
        foreach (var sentence in reading.Sentences)
        {
            var words = reading.Words.AsSpan(sentence.FirstWord, sentence.WordCount).ToArray();
            yield return new([.. words.Select(w => w with { Head = w.Head < 0 ? -1 : w.Head - sentence.FirstWord, Relation = Plain(w.Relation) })], bank);
        }
    }

    // Treebanks disagree on most subtypes of relations, and learning them costs accuracy; these tell who did what.
    private static string Plain(string relation) => _subtypes.Contains(relation) ? relation : relation.Split(':')[0];

    private static IEnumerable<Source> Sources(string language)
    {
        using var stream = typeof(Corpus).Assembly.GetManifestResourceStream("corpora.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.StartsWith(language + " ", StringComparison.Ordinal))
            .Select(l => l.Split(' ')).Select(f => new Source(f[1], f[2..]))];
    }

    private sealed record Source(string File, string[] Genres);
}
