using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Fingerprints;

/// <summary>
/// Tells of an article's candidates whether a comparison may find a tie, by their sketches. It says <i>no</i> only where a comparison would hardly find one;
/// what it says of two articles depends on the two alone, and is the same whichever of them looks.
/// </summary>
internal sealed class CandidateFilter
{
    // Articles made one from the other share a part of their keys at least.
    private const int KeysPerShared = 16;

    private readonly Sketch _mine;
    private readonly HashFilter _keys = new(), _statements = new();

    public CandidateFilter(Sketch mine)
    {
        _mine = mine;
        foreach (var key in mine.Keys) _keys.Add(key.Code, Bit(key));
        var at = 0;
        foreach (var statement in mine.Parts.Statements)
        {
            foreach (var term in statement.Terms) _statements.Add(term, Bit(at));
            at++;
        }
    }

    /// <summary>Whether a comparison with the other may find a tie.</summary>
    public bool MayTie(Sketch other)
    {
        if (_mine.Address != 0 && _mine.Address == other.Address) return true;
        if (Shared(other) > Math.Min(_mine.Keys.Length, other.Keys.Length) / KeysPerShared) return true;
        SketchParts own = _mine.Parts, its = other.Parts;
        return own.Measured.ContainsAny(its.Measured) || own.Outlets.ContainsAny(its.Named) || own.Named.ContainsAny(its.Outlets) || ShareStatement(own, its);
    }

    /// <summary>How many keys the two share.</summary>
    public int Shared(Sketch other)
    {
        var shared = 0;
        foreach (var key in other.Keys)
            if ((_keys.Get(key.Code) & Bit(key)) != 0 && _mine.Keys.BinarySearch(key) >= 0) shared++;
        return shared;
    }

    private bool ShareStatement(SketchParts own, SketchParts its)
    {
        foreach (var t in its.Statements)
        {
            var alike = Alike(t.Terms);
            if (alike == 0 && t.Wording == 0) continue;
            var at = 0;
            foreach (var s in own.Statements)
            {
                if (s.Wording != 0 && s.Wording == t.Wording) return true;
                if ((alike & Bit(at++)) != 0 && MayTellOneThing(s, t)) return true;
            }
        }

        return false;
    }

    // A bit for each own telling that may share as many terms as it takes.
    private ulong Alike(ReadOnlySpan<uint> terms)
    {
        ulong once = 0, twice = 0;
        foreach (var term in terms)
        {
            var met = _statements.Get(term);
            twice |= once & met;
            once |= met;
        }

        return twice;
    }

    private static ulong Bit(int statement) => 1ul << (statement & 63);

    private static ulong Bit(BlockingKey key) => 1ul << (int)(key.Code >> 26);

    private static bool MayTellOneThing(SketchStatements s, SketchStatements t)
    {
        var (count, weight) = (0, 0);
        foreach (var term in SortedLists.Shared(s.Terms, t.Terms))
        {
            count++;
            weight += new Term(term).Weight;
        }

        var (shared, both) = (2L * weight * Ratio.One, (long)(s.Lightest + t.Lightest));
        var isMuch = count >= LeastTie.Terms && weight >= LeastTie.Weight && shared >= LeastTie.Dice * both;
        return isMuch || (count >= LeastTie.AlikeTerms && shared >= LeastTie.AlikeDice * both);
    }

    /// <summary>Bits under some hashes, so that most other hashes are passed over at once; a few others find some too.</summary>
    private sealed class HashFilter
    {
        private const int Places = 1 << 11;

        private readonly ulong[] _bits = new ulong[Places];

        public void Add(uint hash, ulong found) => _bits[Place(hash)] |= found;

        public ulong Get(uint hash) => _bits[Place(hash)];

        // The lowest bits of keys and terms tell their kinds apart.
        private static uint Place(uint hash) => (hash >> 3) % Places;
    }
}
