using Recoupe.Utility;

namespace Recoupe.Judge.Voices;

/// <summary>Ties offices that nothing told of them parts: what is told in full first, so that what is told in part joins one of them and joins no two.</summary>
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
