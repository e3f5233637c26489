using System.Collections.Frozen;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>Words of estimative probability, on one scale.</summary>
internal sealed class HedgeFile
{
    private readonly FrozenDictionary<string, Hedge[]> _byFirst;

    private HedgeFile(IEnumerable<Hedge> hedges) =>
        _byFirst = hedges.GroupBy(h => h.Words[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(h => h.Words.Length).ToArray(), StringComparer.Ordinal);

    public static HedgeFile Read(string path) =>
        new(SectionedFile.Read(path).Select(l => Parse(SectionedFile.Fields(l.Heading), l.Line)));

    /// <summary>The hedges that may begin with a lemma, longest first.</summary>
    public Hedge[] BeginningWith(string lemma) => _byFirst.GetValueOrDefault(lemma, []);

    private static Hedge Parse(string[] group, string line)
    {
        var form = line.StartsWith("verb:", StringComparison.Ordinal) ? HedgeForm.Verb
            : line.StartsWith("cond:", StringComparison.Ordinal) ? HedgeForm.Conditional : HedgeForm.Words;
        var words = form == HedgeForm.Words ? line : line[5..];
        return new(SectionedFile.Words(words), form, CertaintyScale.OfCode(group[0]), SectionedFile.Words(group[1]).Contains("article", StringComparer.Ordinal));
    }
}

/// <summary>A word or words that lower the certainty of a clause.</summary>
/// <param name="Words">Lemmas.</param>
/// <param name="Form">Whether they are words, or a verb that governs the clause.</param>
/// <param name="Certainty">The band.</param>
/// <param name="OfArticle">Whether they also make the article's own clause a telling.</param>
internal sealed record Hedge(string[] Words, HedgeForm Form, Certainty Certainty, bool OfArticle);

/// <summary>The forms of a hedge.</summary>
internal enum HedgeForm
{
    /// <summary>Any words of the clause.</summary>
    Words,

    /// <summary>A verb that governs the clause.</summary>
    Verb,

    /// <summary>Such a verb, in the conditional only.</summary>
    Conditional,
}
