using System.Runtime.InteropServices;
using System.Text;

namespace Recoupe.Train.Lexicons;

/// <summary>
/// Packs forms into the file that <see cref="Recoupe.Language.Lexicon"/> reads: each form's analyses become one numbered set, and the forms an
/// automaton minimised as they come in order (Daciuk et al., «Incremental construction of minimal acyclic finite-state automata», 2000).
/// </summary>
internal sealed class LexiconBuilder
{
    private const uint Magic = 0x31584C52;

    private readonly OrderedTable<string> _strings = new(StringComparer.Ordinal);
    private readonly OrderedTable<(byte Tag, int Class, byte Cut, int Ending)> _analyses = new(EqualityComparer<(byte, int, byte, int)>.Default);
    private readonly OrderedTable<string> _sets = new(StringComparer.Ordinal);
    private readonly List<(int[] Analyses, uint Coarse, uint Full)> _setContents = [];
    private readonly List<(string Form, int Set)> _forms = [];

    public LexiconBuilder(IEnumerable<LexiconForm> forms)
    {
        foreach (var group in forms.Distinct().GroupBy(f => f.Form, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            _forms.Add((group.Key, SetOf(group.Order(ByClass).ToList())));
    }

    public int FormCount => _forms.Count;

    public int SetCount => _setContents.Count;

    private static IComparer<LexiconForm> ByClass { get; } = Comparer<LexiconForm>.Create((a, b) =>
        (string.CompareOrdinal(ClassOf(a), ClassOf(b)), string.CompareOrdinal(a.Lemma, b.Lemma)) switch
        {
            (0, var byLemma) => byLemma,
            var (byClass, _) => byClass,
        });

    public void Write(Stream stream, string bareCapitals)
    {
        var alphabet = string.Concat(_forms.SelectMany(f => f.Form).Distinct().Where(c => c < 0x300).Order());
        var automaton = Automaton.Build(_forms.Where(f => f.Form.All(alphabet.Contains)), alphabet);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(alphabet);
        writer.Write(bareCapitals);
        WriteStrings(writer);
        WriteAnalyses(writer);
        WriteSets(writer);
        writer.Write(automaton.Length);
        writer.Write(MemoryMarshal.AsBytes(automaton.AsSpan()));
    }

    private static string ClassOf(LexiconForm form) => form.Morphology.Length == 0 ? form.Category : $"{form.Category}:{form.Morphology}";

    private int SetOf(List<LexiconForm> forms)
    {
        var analyses = forms.Select(AnalysisOf).ToArray();
        var set = _sets.IdOf(string.Join(' ', analyses));
        if (set == _setContents.Count)
            _setContents.Add((analyses, HashOf(forms.Select(f => f.Category)), HashOf(forms.Select(ClassOf))));
        return set;
    }

    private int AnalysisOf(LexiconForm form)
    {
        var shared = form.Form.AsSpan().CommonPrefixLength(form.Lemma);
        return _analyses.IdOf(
            ((byte)form.Tag, _strings.IdOf(ClassOf(form)), (byte)(form.Form.Length - shared), _strings.IdOf(form.Lemma[shared..])));
    }

    // FNV-1a over UTF-16 units: written into features of trained models, so it never changes.
    private static uint HashOf(IEnumerable<string> names)
    {
        var hash = 2166136261u;
        foreach (var c in string.Join('|', names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)))
            hash = (hash ^ c) * 16777619u;
        return Math.Max(hash, 1);
    }

    private void WriteStrings(BinaryWriter writer)
    {
        writer.Write(_strings.Items.Count);
        foreach (var text in _strings.Items)
            writer.Write(text);
    }

    private void WriteAnalyses(BinaryWriter writer)
    {
        writer.Write(_analyses.Items.Count);
        foreach (var (tag, @class, cut, ending) in _analyses.Items)
        {
            writer.Write(tag);
            writer.Write(@class);
            writer.Write(cut);
            writer.Write(ending);
        }
    }

    private void WriteSets(BinaryWriter writer)
    {
        writer.Write(_setContents.Count);
        var first = 0;
        foreach (var (analyses, coarse, full) in _setContents)
        {
            writer.Write(first);
            writer.Write(analyses.Length);
            writer.Write(coarse);
            writer.Write(full);
            first += analyses.Length;
        }

        writer.Write(first);
        foreach (var analysis in _setContents.SelectMany(s => s.Analyses))
            writer.Write(analysis);
    }

    /// <summary>Numbers things in the order in which they are first seen.</summary>
    private sealed class OrderedTable<T>(IEqualityComparer<T> comparer)
        where T : notnull
    {
        private readonly Dictionary<T, int> _ids = new(comparer);

        public List<T> Items { get; } = [];

        public int IdOf(T item)
        {
            if (!_ids.TryGetValue(item, out var id))
            {
                _ids.Add(item, id = Items.Count);
                Items.Add(item);
            }

            return id;
        }
    }
}
