using Recoupe.Language.Learning;

namespace Recoupe.Language.Tagging;

/// <summary>Gives each word its features, left to right, once all parts of speech are known. A class is a number among the features seen with one part of speech.</summary>
internal sealed class MorphTagger(IScorer scorer, Inventory inventory)
{
    public void Tag(Frame frame, FeatureSet features)
    {
        for (var i = 0; i < frame.Count; i++)
        {
            var count = inventory.Count(frame.Tag(i));
            if (count < 2) continue;
            MorphFeatures.Collect(frame, i, features);
            frame.Morph(i) = (ushort)scorer.Best(features.Keys, count);
        }
    }

    /// <summary>The features of a word as text.</summary>
    public Features Of(Frame frame, int at) => new(inventory[frame.Tag(at), frame.Morph(at)]);
}
