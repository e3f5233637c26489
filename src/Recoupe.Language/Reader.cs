using System.Collections.Immutable;
using Recoupe.Language.Models;
using Recoupe.Language.Names;
using Recoupe.Language.Tokenising;

namespace Recoupe.Language;

/// <summary>Reads texts of one language: sentences, words, tags, trees and names. Safe to share among threads; costly to load, so load it once.</summary>
/// <example>
/// <code>
/// var reader = Reader.Load("fr");
/// foreach (var word in reader.Read("Le maire a-t-il démenti ?").Words)
///     Console.WriteLine($"{word.Form} {word.Tag} {word.Lemma}");
/// </code>
/// </example>
public sealed class Reader
{
    private readonly Tokeniser _tokeniser;
    private readonly Analyst? _analyst;
    private readonly NameRecogniser? _names;

    private Reader(string language, ReaderOptions options)
    {
        Language = language;
        var lexicon = Lexicon.Load(language);
        _tokeniser = Tokeniser.Load(language, lexicon);
        _analyst = options.WordsOnly ? null : new(language, lexicon, options.LinearTrees);
        _names = options.WordsOnly ? null : NameRecogniser.Load(language, lexicon);
    }

    /// <summary>The ISO 639-1 codes of the languages that can be loaded, in ordinal order.</summary>
    public static ImmutableArray<string> Languages { get; } =
        [.. ModelFiles.Names.Where(n => n.EndsWith("/words.txt", StringComparison.Ordinal)).Select(n => n[..n.IndexOf('/')])];

    /// <summary>The ISO 639-1 code of the language read.</summary>
    public string Language { get; }

    /// <summary>Loads the models of a language, one of <see cref="Languages"/>. Needs no network and no file.</summary>
    /// <exception cref="ArgumentException">There is no model for the language.</exception>
    public static Reader Load(string language, ReaderOptions options = default) =>
        Languages.Contains(language, StringComparer.Ordinal)
            ? new(language, options)
            : throw new ArgumentException($"No models for '{language}'; there are {string.Join(", ", Languages)}.", nameof(language));

    /// <summary>Reads a text. Any string will do, ill-formed UTF-16 included; time grows with its length.</summary>
    public Reading Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Annotate(_tokeniser.Tokenise(WithPlainHyphens(text)));
    }

    // Hyphens that no line breaks at are hyphens, or «porte‑parole» is no word that the models have met.
    private static string WithPlainHyphens(string text) => text.Replace('\u2011', '-').Replace('\u2010', '-');

    /// <summary>Reads a text whose sentences and words are known, and keeps them; whatever else the reading holds is found anew.</summary>
    public Reading Annotate(Reading given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return given with { Words = _analyst?.Analyse(given) ?? given.Words, Names = _names?.Find(given.Text) ?? given.Names };
    }

    /// <summary>Reads many texts on all cores, a few ahead of the consumer; the readings come in the texts' order.</summary>
    public IEnumerable<Reading> ReadAll(IEnumerable<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return ReadAhead(texts);
    }

    private IEnumerable<Reading> ReadAhead(IEnumerable<string> texts)
    {
        var ahead = new Queue<Task<Reading>>();
        foreach (var text in texts)
        {
            if (ahead.Count == 2 * Environment.ProcessorCount)
                yield return ahead.Dequeue().GetAwaiter().GetResult();
            ahead.Enqueue(Task.Run(() => Read(text)));
        }

        while (ahead.TryDequeue(out var next))
            yield return next.GetAwaiter().GetResult();
    }
}
