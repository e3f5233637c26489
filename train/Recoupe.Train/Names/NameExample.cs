using Recoupe.Language;
using Recoupe.Language.Names;

namespace Recoupe.Train.Names;

/// <summary>Which types a stretch of a text may be a name of.</summary>
/// <param name="Types">A bit a <see cref="NameType"/>; none where no name may be.</param>
/// <param name="MayBeNone">Whether it may be no name either.</param>
/// <param name="Loose">Whether its bounds are unsure: any part of it, and several parts, may be names.</param>
internal readonly record struct NameMark(int Start, int End, int Types, bool MayBeNone = false, bool Loose = false)
{
    public const int Any = 0b1111;
    public const int Person = 1 << (int)NameType.Person;
    public const int Organisation = 1 << (int)NameType.Organisation;
    public const int Place = 1 << (int)NameType.Place;
    public const int Other = 1 << (int)NameType.Other;
}

/// <summary>A text with what its corpus says of names in it. Where no mark lies, there is no name.</summary>
internal sealed record NameExample(string Text, IReadOnlyList<NameMark> Marks)
{
    /// <summary>The labels that each atom may have, a bit a label.</summary>
    public uint[] Allowed(NameText text)
    {
        var allowed = new uint[text.Count];
        Array.Fill(allowed, 1u << NameLabel.Outside);
        var first = 0;
        foreach (var mark in Marks.OrderBy(m => m.Start))
        {
            while (first < text.Count && text.Atoms[first].End <= mark.Start)
                first++;
            var end = first;
            while (end < text.Count && text.Atoms[end].Start < mark.End)
                end++;
            if (end > first)
                Mark(allowed, first, end, Aligned(text, first, end, mark));
        }

        return allowed;
    }

    private static NameMark Aligned(NameText text, int first, int end, NameMark mark) =>
        text.Atoms[first].Start == mark.Start && text.Atoms[end - 1].End == mark.End ? mark : mark with { MayBeNone = true, Loose = true };

    private static void Mark(uint[] allowed, int first, int end, NameMark mark)
    {
        for (var i = first; i < end; i++)
        {
            var labels = mark.MayBeNone || mark.Types == 0 ? 1u << NameLabel.Outside : 0u;
            for (var type = 0; type < 4; type++)
            {
                if ((mark.Types & (1 << type)) != 0)
                    labels |= (mark.Loose ? 0b1111u : 1u << Part(i, first, end)) << NameLabel.Of((NameType)type, 0);
            }

            allowed[i] = labels;
        }
    }

    private static int Part(int i, int first, int end) =>
        end - first == 1 ? NameLabel.Single : i == first ? NameLabel.Begin : i == end - 1 ? NameLabel.End : NameLabel.Inside;
}
