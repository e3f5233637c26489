using Recoupe.Language.Learning;

namespace Recoupe.Language.Tagging;

/// <summary>What a word's features are judged by, given all parts of speech: the word, its neighbours, the features already given to its left, and the nouns it may agree with.</summary>
internal static class MorphFeatures
{
    // Agreement is looked for no farther than this.
    private const int Reach = 6;

    public static void Collect(Frame frame, int at, FeatureSet to)
    {
        to.Clear();
        ref readonly var word = ref frame.Look(at);
        ref readonly var last = ref frame.Look(at - 1);
        ref readonly var next = ref frame.Look(at + 1);
        ref readonly var before = ref frame.Look(at - 2);
        ulong tag = frame.Tag(at), lastMorph = Morph(frame, at - 1), beforeMorph = Morph(frame, at - 2), nextTag = frame.Tag(at + 1);

        // Treebanks differ most in features, so all of these are also told apart by treebank.
        to.Add(0, tag);
        to.Add(1, tag, word.Lower);
        to.Add(2, tag, word.Full);
        to.Add(3, tag, word.Suffixes[1]);
        to.Add(4, tag, word.Suffixes[2]);
        to.Add(5, tag, word.Full, lastMorph);
        to.Add(6, tag, word.Form);
        to.Add(7, tag, word.Lower, last.Lower);
        to.Add(8, tag, word.Suffixes[3]);
        var shared = to.Count;

        to.Add(9, tag, word.Suffixes[0]);
        to.Add(10, tag, word.Suffixes[4]);
        to.Add(11, tag, word.Prefixes[2]);
        to.Add(12, tag, word.Shape);
        to.Add(13, tag, lastMorph);
        to.Add(14, tag, lastMorph, beforeMorph);
        to.Add(15, tag, last.Lower);
        to.Add(16, tag, next.Lower);
        to.Add(17, tag, before.Lower);
        to.Add(18, tag, word.Full, nextTag);
        to.Add(19, tag, word.Lower, next.Lower);
        to.Add(20, tag, word.Full, next.Full);
        to.Add(21, tag, next.Full, nextTag);
        to.Add(22, tag, word.Lower, lastMorph);
        to.Add(23, tag, word.Suffixes[2], lastMorph);
        to.Add(24, tag, word.Lower, nextTag, frame.Tag(at + 2));
        to.Add(25, tag, word.Full, frame.Tag(at - 1), frame.Tag(at - 2));
        AddAgreement(frame, at, tag, in word, to);
        to.Conjoin(0, shared, frame.Bank);
    }

    private static void AddAgreement(Frame frame, int at, ulong tag, ref readonly WordLook word, FeatureSet to)
    {
        var noun = Nearest(frame, at, -1, PartOfSpeech.Noun, PartOfSpeech.Propn);
        to.Add(26, tag, word.Full, Morph(frame, noun));
        to.Add(27, tag, word.Suffixes[2], Morph(frame, noun));
        var ahead = Nearest(frame, at, 1, PartOfSpeech.Noun, PartOfSpeech.Propn);
        to.Add(28, tag, word.Full, frame.Look(ahead).Full);
        to.Add(29, tag, word.Full, frame.Look(ahead).Suffixes[2]);
        var helper = Nearest(frame, at, -1, PartOfSpeech.Aux, PartOfSpeech.Aux);
        to.Add(30, tag, word.Full, frame.Look(helper).Lower);
        to.Add(31, tag, word.Suffixes[1], frame.Look(helper).Lower, Morph(frame, helper));
        var pronoun = Nearest(frame, at, -1, PartOfSpeech.Pron, PartOfSpeech.Pron);
        to.Add(32, tag, word.Full, frame.Look(pronoun).Lower);
        to.Add(33, tag, word.Full, Morph(frame, pronoun), Morph(frame, helper));
    }

    private static ulong Morph(Frame frame, int at) => ((ulong)frame.Tag(at) << 16) | frame.Morph(at);

    // The place before the sentence stands for «none».
    private static int Nearest(Frame frame, int at, int step, PartOfSpeech one, PartOfSpeech other)
    {
        for (var i = at + step; i >= 0 && i < frame.Count && Math.Abs(i - at) <= Reach; i += step)
        {
            if (frame.Tag(i) == (byte)one || frame.Tag(i) == (byte)other) return i;
        }

        return -1;
    }
}
