namespace Recoupe.Language.Tagging;

/// <summary>What there is to choose from for each part of speech: feature sets, or ways to make a lemma; numbered from 0, the commonest first.</summary>
internal sealed class Inventory
{
    private const int Most = 256;
    private const char Separator = '\t';
    private readonly string[][] _choices;

    private Inventory(string[][] choices) => _choices = choices;

    public string this[byte tag, int choice] => choice < _choices[tag].Length ? _choices[tag][choice] : "";

    public int Count(byte tag) => _choices[tag].Length;

    /// <summary>The choice's number; −1 where it is not among them.</summary>
    public int IndexOf(byte tag, string choice) => Array.IndexOf(_choices[tag], choice);

    /// <summary>From what was seen, once for each time.</summary>
    public static Inventory Of(IEnumerable<(PartOfSpeech Tag, string Choice)> seen)
    {
        var byTag = seen.ToLookup(s => (byte)s.Tag, s => s.Choice);
        return new([.. Enumerable.Range(0, Enum.GetValues<PartOfSpeech>().Length).Select(tag => Ranked(byTag[(byte)tag]))]);
    }

    /// <summary>From the class names of a model.</summary>
    public static Inventory Parse(IReadOnlyList<string> classes)
    {
        var table = classes.Select(c => c.Split(Separator)).ToArray();
        return new([.. Enumerable.Range(0, table[0].Length).Select(tag => table.Select(row => row[tag]).TakeWhile(c => !string.Equals(c, Absent, StringComparison.Ordinal)).ToArray())]);
    }

    /// <summary>As class names for a model: the n-th holds each part of speech's n-th choice.</summary>
    public IReadOnlyList<string> ToClasses() =>
        [.. Enumerable.Range(0, _choices.Max(c => c.Length)).Select(n => string.Join(Separator, _choices.Select(c => n < c.Length ? c[n] : Absent)))];

    private const string Absent = "\u0001";

    private static string[] Ranked(IEnumerable<string> seen)
    {
        var ranked = seen.CountBy(c => c, StringComparer.Ordinal).OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal);
        string[] choices = [.. ranked.Select(p => p.Key).Take(Most)];
        return choices.Length == 0 ? [""] : choices;
    }
}
