using Recoupe.Language.Learning;

namespace Recoupe.Language.Tagging;

/// <summary>Gives each word its part of speech, left to right. The classes of its model are the numbers of <see cref="PartOfSpeech"/>.</summary>
internal static class Tagger
{
    public static void Tag(Frame frame, IScorer scorer, FeatureSet features)
    {
        for (var i = 0; i < frame.Count; i++)
        {
            TagFeatures.Collect(frame, i, features);
            frame.Tag(i) = (byte)scorer.Best(features.Keys);
        }
    }
}
