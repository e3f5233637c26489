using System.Collections.Frozen;
using Recoupe.Language.Learning;

namespace Recoupe.Language.Tagging;

/// <summary>Gives each word its part of speech, left to right. The classes of its model are the numbers of <see cref="PartOfSpeech"/>.</summary>
internal static class Tagger
{
    // Treebanks hold few long dashes and curled marks, and a model that met none takes them for prepositions and names.
    private static readonly FrozenSet<ulong> Marks = new[] { "–", "—", "“", "”", "„" }.Select(m => FeatureKey.Of(m)).ToFrozenSet();

    public static void Tag(Frame frame, IScorer scorer, FeatureSet features)
    {
        for (var i = 0; i < frame.Count; i++)
        {
            TagFeatures.Collect(frame, i, features);
            frame.Tag(i) = Marks.Contains(frame.Look(i).Form) ? (byte)PartOfSpeech.Punct : (byte)scorer.Best(features.Keys);
        }
    }
}
