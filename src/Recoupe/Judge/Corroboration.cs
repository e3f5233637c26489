using System.Collections.Immutable;

namespace Recoupe.Judge;

/// <summary>
/// How many voices bear each other out: the most that can be chosen so that each is of a camp of its own and heard in a family of articles of its own.
/// Two officials of one state are one; so are two parties who are quoted side by side in one text and its copies alone.
/// </summary>
internal sealed class Corroboration
{
    private readonly ILookup<string, string> _familiesOf;
    private readonly Dictionary<string, string> _campIn = new(StringComparer.Ordinal);

    private Corroboration(ILookup<string, string> familiesOf) => _familiesOf = familiesOf;

    public static int Of(ImmutableArray<Voice> voices)
    {
        var camps = Camps(voices);
        var heard = from voice in voices
                    where camps.ContainsKey(voice.Name)
                    from family in voice.Families
                    select (Camp: camps[voice.Name], family);
        var found = new Corroboration(heard.Distinct().ToLookup(h => h.Camp, h => h.family, StringComparer.Ordinal));
        return camps.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Count(camp => found.Seat(camp, []));
    }

    /// <summary>The camp of each voice by its name. An official whose state is not told may be of any, so beside officials of a state he has none.</summary>
    public static Dictionary<string, string> Camps(IEnumerable<Voice> voices)
    {
        var all = voices.ToList();
        var anyState = all.Exists(v => v.State is { Length: > 0 } state && state[0] != Officials.NoState);
        return all.Where(v => !anyState || v.State != Officials.OfSomeState)
            .ToDictionary(v => v.Name, v => v.State is { } state ? "state " + state : "voice " + v.Name, StringComparer.Ordinal);
    }

    // Kuhn's augmenting paths: a camp takes a free family, or one whose camp finds another.
    private bool Seat(string camp, HashSet<string> tried)
    {
        foreach (var family in _familiesOf[camp])
        {
            if (!tried.Add(family)) continue;
            var isFree = !_campIn.TryGetValue(family, out var seated) || Seat(seated, tried);
            if (!isFree) continue;
            _campIn[family] = camp;
            return true;
        }

        return false;
    }
}
