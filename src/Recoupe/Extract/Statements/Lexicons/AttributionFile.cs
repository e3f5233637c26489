using System.Collections.Frozen;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>The words that give a clause to a source, and what follows them without being one.</summary>
internal sealed class AttributionFile
{
    private readonly FrozenDictionary<string, Attribution[]> _byFirst;
    private readonly FrozenSet<string> _noSource;
    private readonly FrozenSet<string> _wordings;

    private AttributionFile(string[] lines)
    {
        _byFirst = lines.Where(l => l[0] is not ('!' or '=')).Select(Parse).GroupBy(a => a.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(a => a.Words.Length).ToArray(), StringComparer.Ordinal);
        _noSource = Marked(lines, '!');
        _wordings = Marked(lines, '=');
    }

    public static AttributionFile Read(string path) => new([.. LanguageFile.Entries(path)]);

    /// <summary>The attributions that may begin with a word, longest first.</summary>
    public Attribution[] BeginningWith(string word) => _byFirst.GetValueOrDefault(word, []);

    /// <summary>Whether a noun after the preposition is a measure or manner, not a source.</summary>
    public bool IsNoSource(string lemma) => _noSource.Contains(lemma);

    /// <summary>Whether a noun names somebody's words as worded (<c>selon les termes du maire</c>, <c>selon ses propres mots</c>).</summary>
    public bool IsWording(string lemma) => _wordings.Contains(lemma);

    private static FrozenSet<string> Marked(string[] lines, char mark) =>
        lines.Where(l => l[0] == mark).Select(l => l[1..].Trim()).ToFrozenSet(StringComparer.Ordinal);

    private static Attribution Parse(string line)
    {
        var fields = SectionedFile.Fields(line);
        return new(SectionedFile.Words(fields[0]), fields.Length > 1 ? CueFile.EffectOf(fields[1]) : Effect.Assertion, fields.Length > 2 && fields[2] == "opening");
    }
}

/// <summary>Words that give a clause to a source (<c>selon</c>), and what the telling does.</summary>
/// <param name="Words">Forms or lemmas.</param>
/// <param name="Effect">What it does and commits to.</param>
/// <param name="Opening">Whether it attributes only at the head of a sentence, or before a relative pronoun.</param>
internal sealed record Attribution(string[] Words, Effect Effect, bool Opening);
