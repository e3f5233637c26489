using System.Collections.Frozen;

namespace Recoupe.Extract.Statements.Lexicons;

/// <summary>How one who tells says whom he has it from.</summary>
internal sealed class CitingFile
{
    private readonly FrozenDictionary<string, string[][]> _citing, _passedOn;
    private readonly FrozenSet<string> _papers, _quoting;

    private CitingFile(IReadOnlyCollection<(string Heading, string Line)> lines)
    {
        _citing = Phrases(lines, "citing");
        _passedOn = Phrases(lines, "passed on by");
        _quoting = lines.Where(l => l.Heading == "quoting verb").Select(l => l.Line).ToFrozenSet(StringComparer.Ordinal);
        _papers = lines.Where(l => l.Heading == "paper").Select(l => l.Line).ToFrozenSet(StringComparer.Ordinal);
    }

    public static CitingFile Read(string path) => new([.. SectionedFile.Read(path)]);

    /// <summary>What may stand before whoever is cited, by its first word, the longest first (<c>citing</c>, <c>which cites</c>).</summary>
    public string[][] CitingWith(string first) => _citing.GetValueOrDefault(first, []);

    /// <summary>What may stand before the one who passes it on, likewise (<c>quoted by</c>).</summary>
    public string[][] PassedOnWith(string first) => _passedOn.GetValueOrDefault(first, []);

    /// <summary>Whether a text or number of this name speaks for the body beside it.</summary>
    public bool IsPaper(string lemma) => _papers.Contains(lemma);

    /// <summary>Whether somebody is quoted with this verb as telling something (<c>quoted X as saying that P</c>).</summary>
    public bool IsQuoting(string lemma) => _quoting.Contains(lemma);

    private static FrozenDictionary<string, string[][]> Phrases(IEnumerable<(string Heading, string Line)> lines, string heading) =>
        lines.Where(l => l.Heading == heading).Select(l => SectionedFile.Words(l.Line)).GroupBy(w => w[0], StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(w => w.Length).ToArray(), StringComparer.Ordinal);
}
