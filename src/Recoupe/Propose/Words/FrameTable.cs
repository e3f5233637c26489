using System.Collections.Frozen;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Propose.Words;

/// <summary>What a frame does to the clause that it stands before.</summary>
/// <param name="Side">The teller's side.</param>
/// <param name="Certainty">How sure the teller is; <see langword="null"/> where the frame leaves that as it is.</param>
/// <param name="Evidence">What is said of the evidence.</param>
/// <param name="Own">Whether it holds only where its subject is who tells (<c>je pense que</c>).</param>
/// <param name="Verdict">Whether it is the verdict of whoever words it on what its subject tells (<c>affirment à tort que</c>).</param>
internal sealed record FrameEffect(Side Side, Certainty? Certainty, Evidence? Evidence, bool Own, bool Verdict);

/// <summary>
/// Patterns of words and what they do (<c>Languages/xx/frames.txt</c>). A word of a pattern is a form or a lemma, or several parted by
/// bars; <c>…</c> stands for up to
/// eight words, <c>(inf)</c> for an infinitive with the small words before it, <c>(end)</c> for the end of the clause.
/// </summary>
internal sealed class FrameTable
{
    private const string Ending = "(end)";
    private const string Infinitive = "(inf)";
    private const int SmallWords = 3; // «de ne pas le fermer»
    private const int Gap = 8;

    // So many words may stand before a frame in its clause: who has seen no sign of it, and when.
    private const int Lead = 14;

    private readonly FrozenDictionary<string, Pattern[]> _byFirst;

    private FrameTable(IEnumerable<Pattern> patterns) =>
        _byFirst = patterns.SelectMany(p => p.Words[0].Select(first => (first, p)))
            .GroupBy(p => p.first, p => p.p, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Words.Length).ToArray(), StringComparer.Ordinal);

    private sealed record Pattern(string[][] Words, FrameEffect Effect);

    public static FrameTable Read(string path) => new(LanguageFile.Sections(path).Select(line => new Pattern(
        [.. Prose.Plain(line.Entry).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => w.Split('|'))], EffectOf(line.Heading))));

    /// <summary>The first frame in a stretch, from where it begins to where it ends; <see langword="null"/> where there is none.</summary>
    public (Stretch Words, FrameEffect Effect)? Find(Prose prose, Stretch stretch, int lead = Lead)
    {
        for (var word = stretch.First; word <= Math.Min(stretch.Last, stretch.First + lead); word++)
        {
            if (Starting(prose, word, prose.Form(word), stretch.Last) is { } byForm) return byForm;
            if (Starting(prose, word, prose.Lemma(word), stretch.Last) is { } byLemma) return byLemma;
        }

        return null;
    }

    private (Stretch Words, FrameEffect Effect)? Starting(Prose prose, int word, string first, int last)
    {
        foreach (var pattern in _byFirst.GetValueOrDefault(first) ?? [])
        {
            if (End(prose, pattern.Words, 1, word + 1, last) is >= 0 and var end) return (new(word, end), pattern.Effect);
        }

        return null;
    }

    private static int End(Prose prose, string[][] words, int at, int word, int last)
    {
        if (at == words.Length) return word - 1;
        if (words[at] is ["…"])
        {
            for (var skip = 0; skip <= Gap && word + skip <= last; skip++)
            {
                if (End(prose, words, at + 1, word + skip, last) is >= 0 and var end) return end;
            }

            return -1;
        }

        if (words[at] is [Ending]) return word > last ? word - 1 : -1;
        while (word <= last && prose.Trees[word].Form is "«" or "\"" or "“" or ",") word++;
        if (words[at] is [Infinitive]) return EndOfInfinitive(prose, word, last) is >= 0 and var verb ? End(prose, words, at + 1, verb + 1, last) : -1;
        return word <= last && Fits(prose, words[at], word) ? End(prose, words, at + 1, word + 1, last) : -1;
    }

    // «de ne pas le fermer», "to quickly close it"; not «du port», "to the port".
    private static int EndOfInfinitive(Prose prose, int word, int last)
    {
        for (var at = word; at <= Math.Min(last, word + SmallWords); at++)
        {
            if (prose.Trees[at].Features.Has("VerbForm", "Inf")) return at;
            if (prose.Trees[at].Tag is not (PartOfSpeech.Adv or PartOfSpeech.Pron or PartOfSpeech.Part)) return -1;
        }

        return -1;
    }

    private static bool Fits(Prose prose, string[] alternatives, int word)
    {
        var (form, lemma) = (prose.Form(word), prose.Lemma(word));
        return Array.Exists(alternatives, a => string.Equals(a, form, StringComparison.Ordinal)
            || string.Equals(a, lemma, StringComparison.Ordinal));
    }

    private static FrameEffect EffectOf(string heading)
    {
        var words = heading.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var side = words[0] switch { "against" => Side.Against, "uncommitted" => Side.Uncommitted, _ => Side.For };
        Certainty? certainty = Array.Find(words, w => w[^1] is '+' or '-' || w is "U") is { } code ? CertaintyScale.OfCode(code) : null;
        Evidence? evidence = words.Contains("none", StringComparer.Ordinal) ? Evidence.None
            : words.Contains("no-information", StringComparer.Ordinal) ? Evidence.NoInformation : null;
        return new(
            side, certainty, evidence, words.Contains("own", StringComparer.Ordinal), words.Contains("verdict", StringComparer.Ordinal));
    }
}
