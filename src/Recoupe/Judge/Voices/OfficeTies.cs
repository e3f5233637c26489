using Recoupe.Utility;

namespace Recoupe.Judge.Voices;

/// <summary>Joins offices that may be one (<c>the ministry</c>, <c>the interior ministry of Karvelia</c>), since nothing that is told of them parts them. Those told in full come
/// first, so that one told in part joins one of them, and never joins two.</summary>
internal static class OfficeTies
{
    public static void Join(DisjointSets sets, IEnumerable<Office> offices)
    {
        var ordered = offices.DistinctBy(o => o.Key, StringComparer.Ordinal)
            .OrderBy(o => o.Name is Office.WholeState ? 1 : 0).ThenByDescending(o => o.Told).ThenBy(o => o.Key, StringComparer.Ordinal).ToList();
        for (var i = 1; i < ordered.Count; i++)
        {
            if (ordered.Take(i).FirstOrDefault(ordered[i].MayBe) is { } earlier) sets.Join(earlier.Key, ordered[i].Key);
        }
    }
}
