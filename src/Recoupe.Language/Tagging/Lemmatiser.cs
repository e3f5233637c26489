using Recoupe.Language.Learning;

namespace Recoupe.Language.Tagging;

/// <summary>Makes lemmas: a rule is chosen for each word by its ending, its tag and what the lexicon proposes.</summary>
internal sealed class Lemmatiser(IScorer scorer, Inventory rules, Lexicon? lexicon)
{
    public string Lemma(Frame frame, int at, string form, FeatureSet features)
    {
        var tag = frame.Tag(at);
        var count = rules.Count(tag);
        if (count < 2) return LemmaRule.Apply(rules[tag, 0], form);
        Collect(frame, at, lexicon, features);
        var lemma = LemmaRule.Apply(rules[tag, scorer.Best(features.Keys, count)], form);
        return (PartOfSpeech)tag is PartOfSpeech.Verb or PartOfSpeech.Aux ? Checked(lemma, frame.Look(at).Entry, form) : lemma;
    }

    // A verb that the lexicon knows has one of the lemmas it gives: irregular forms are too rare to be learnt from trees (irons: aller).
    private string Checked(string lemma, LexiconEntry entry, string form)
    {
        if (lexicon is null) return lemma;
        string? known = null;
        foreach (var analysis in lexicon.Analyses(entry))
        {
            if (analysis.Tag is not (PartOfSpeech.Verb or PartOfSpeech.Aux)) continue;
            var given = Lexicon.Lemma(form, entry, analysis);
            if (string.Equals(given, lemma, StringComparison.Ordinal)) return lemma;
            known ??= given;
        }

        return known ?? lemma;
    }

    public static void Collect(Frame frame, int at, Lexicon? lexicon, FeatureSet to)
    {
        to.Clear();
        ref readonly var word = ref frame.Look(at);
        ulong tag = frame.Tag(at), morph = tag << 16 | frame.Morph(at);
        to.Add(0, tag);
        to.Add(1, tag, word.Lower);
        to.Add(2, morph);
        to.Add(3, tag, word.Suffixes[1]);
        to.Add(4, tag, word.Suffixes[2]);
        to.Add(5, morph, word.Lower);
        var shared = to.Count;
        to.Add(6, morph, word.Suffixes[0]);
        to.Add(7, morph, word.Suffixes[1]);
        to.Add(8, morph, word.Suffixes[2]);
        to.Add(9, tag, word.Suffixes[3]);
        to.Add(10, tag, word.Suffixes[4]);
        to.Add(11, tag, word.Form);
        to.Add(12, tag, word.Shape, at == 0 ? 1UL : 0);
        to.Add(13, tag, word.Suffixes[2], word.Prefixes[0]);
        to.Add(14, tag, word.Full);
        to.Add(15, morph, word.Suffixes[3]);
        to.Add(16, tag, word.Suffixes[4], word.Prefixes[1]);
        if (lexicon is not null) AddProposals(lexicon, in word, tag, morph, to);
        to.Conjoin(0, shared, frame.Bank);
    }

    private static void AddProposals(Lexicon lexicon, ref readonly WordLook word, ulong tag, ulong morph, FeatureSet to)
    {
        foreach (var analysis in lexicon.Analyses(word.Entry))
        {
            var way = FeatureKey.With(FeatureKey.Of(analysis.Ending), (ulong)analysis.Cut << 2 | (ulong)word.Entry.Case);
            to.Add(17, tag, way, (ulong)analysis.Tag);
            to.Add(18, morph, way, FeatureKey.Of(analysis.Class));
        }
    }
}
