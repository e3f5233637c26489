using Recoupe.Link.Questions;
using Recoupe.Link.Terms;

namespace Recoupe.Bench;

/// <summary>
/// Finds the translation of each of many sentences among many: likeness of their terms, a term weighing the more the fewer sentences have it
/// (inverse document frequency), set against how like the nearest others are (the margin of Artetxe and Schwenk, 2019), so that a sentence of common words is
/// not everybody's translation.
/// </summary>
internal sealed class TranslationSearch
{
    private const int Neighbours = 4;

    private readonly double[][] _likeness;
    private readonly double[] _nearFrench, _nearEnglish;

    public TranslationSearch(IReadOnlyList<ComparedSentence> french, IReadOnlyList<ComparedSentence> english)
    {
        var rarity = Rarity([.. french, .. english]);
        _likeness = [.. french.Select(f => english.Select(e => Dice(f.Terms, e.Terms, rarity)).ToArray())];
        _nearFrench = [.. _likeness.Select(Near)];
        _nearEnglish = [.. Enumerable.Range(0, english.Count).Select(j => Near(_likeness.Select(row => row[j])))];
    }

    /// <summary>The English sentence that is likest to a French one.</summary>
    public int Best(int french) =>
        Enumerable.Range(0, _nearEnglish.Length).MaxBy(j => _likeness[french][j] / (_nearFrench[french] + _nearEnglish[j] + 1e-9));

    private static double Near(IEnumerable<double> likeness) => likeness.OrderDescending().Take(Neighbours).Average();

    private static Dictionary<Term, double> Rarity(IReadOnlyList<ComparedSentence> sentences) =>
        sentences.SelectMany(s => s.Terms.Terms).GroupBy(t => t).ToDictionary(g => g.Key, g => Math.Max(1, (int)g.Key.Weight) * Math.Log(1 + (double)sentences.Count / g.Count()));

    private static double Dice(TermSet a, TermSet b, Dictionary<Term, double> rarity)
    {
        var whole = a.Terms.Sum(t => rarity[t]) + b.Terms.Sum(t => rarity[t]);
        return whole == 0 ? 0 : 2 * a.Shared(b).Sum(t => rarity[t]) / whole;
    }
}
