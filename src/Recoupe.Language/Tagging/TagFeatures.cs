using Recoupe.Language.Learning;

namespace Recoupe.Language.Tagging;

/// <summary>What a word's part of speech is judged by: the word, its neighbours, the tags already given to its left.</summary>
internal static class TagFeatures
{
    public static void Collect(Frame frame, int at, FeatureSet to)
    {
        to.Clear();
        ref readonly var word = ref frame.Look(at);
        ref readonly var last = ref frame.Look(at - 1);
        ref readonly var next = ref frame.Look(at + 1);
        ref readonly var before = ref frame.Look(at - 2);
        ref readonly var after = ref frame.Look(at + 2);
        ulong lastTag = frame.Tag(at - 1), beforeTag = frame.Tag(at - 2);

        // These are also told apart by treebank.
        to.Add(0, word.Lower);
        to.Add(1, word.Form);
        to.Add(2, word.Full);
        to.Add(3, lastTag);
        to.Add(4, word.Suffixes[2]);
        to.Add(5, word.Shape);
        to.Add(6, lastTag, word.Coarse);
        to.Add(7, word.Lower, last.Lower);
        to.Add(8, word.Lower, next.Lower);
        var shared = to.Count;

        AddWord(in word, at, to);
        to.Add(20, lastTag, beforeTag);
        to.Add(21, lastTag, word.Lower);
        to.Add(22, lastTag, word.Full);
        to.Add(23, lastTag, word.Suffixes[2]);
        to.Add(24, lastTag, next.Coarse);
        to.Add(25, lastTag, word.Coarse, next.Coarse);
        to.Add(26, lastTag, beforeTag, word.Coarse);
        to.Add(27, last.Lower);
        to.Add(28, next.Lower);
        to.Add(29, before.Lower);
        to.Add(30, after.Lower);
        to.Add(31, last.Full);
        to.Add(32, next.Full);
        to.Add(33, after.Full);
        to.Add(34, last.Full, word.Full);
        to.Add(35, word.Full, next.Full);
        to.Add(36, word.Coarse, next.Coarse, after.Coarse);
        to.Add(37, last.Suffixes[2]);
        to.Add(38, next.Suffixes[2]);
        to.Add(39, word.Full, next.Suffixes[1], next.Shape);
        to.Add(40, before.Lower, last.Lower);
        to.Add(41, next.Lower, after.Lower);
        to.Add(42, last.Lower, next.Lower);
        to.Add(43, last.Shape, word.Shape);
        to.Add(44, word.Shape, next.Shape);
        to.Conjoin(0, shared, frame.Bank);
    }

    private static void AddWord(ref readonly WordLook word, int at, FeatureSet to)
    {
        for (var i = 0; i < 5; i++)
        {
            if (i != 2) to.Add(9 + i, word.Suffixes[i]);
        }

        for (var i = 0; i < 4; i++)
            to.Add(14 + i, word.Prefixes[i]);
        to.Add(18, word.Shape, at == 0 ? 1UL : 0, word.Coarse);
        to.Add(19, word.Suffixes[1], word.Shape, word.Coarse);
    }
}
