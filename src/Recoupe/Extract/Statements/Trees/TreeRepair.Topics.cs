using Recoupe.Language;

namespace Recoupe.Extract.Statements.Trees;

// What stands at the head of a sentence and is no subject of its verb.
internal sealed partial class TreeRepair
{
    private const int LongestTopic = 10; // words before the colon: «Grippe aviaire dans le nord de la région :»

    // «Norvane : Léon Barsac assure que …»: what the sentence is about stands before the colon, and who tells after it.
    private void FreeTopics(Sentence sentence)
    {
        if (TopicEnd(sentence) is not (>= 0 and var colon)) return;
        if (colon + 1 >= sentence.EndWord || _words[colon + 1].Tag == PartOfSpeech.Punct) return;
        for (var verb = colon + 1; verb < sentence.EndWord; verb++)
        {
            if (_words[verb].Tag != PartOfSpeech.Verb) continue;
            if (!IsFiniteGroup(FirstAuxiliary(sentence, verb), verb)) return;
            FreeTopic(sentence, colon, verb);
            return;
        }
    }

    private void FreeTopic(Sentence sentence, int colon, int verb)
    {
        var subject = HeadOfTail(colon + 1, FirstAuxiliary(sentence, verb));
        for (var word = sentence.FirstWord; word < colon; word++)
        {
            if (_words[word].Head == verb && _words[word].Relation.StartsWith("nsubj", StringComparison.Ordinal)) Hang(word, verb, "dep");
        }

        if (subject >= 0 && !HasSubject(sentence, verb) && !Governs(subject, verb)) Hang(subject, verb, "nsubj");
    }

    // The colon after at most a few words without a verb; −1 where there is none.
    private int TopicEnd(Sentence sentence)
    {
        for (var word = sentence.FirstWord; word < Math.Min(sentence.EndWord, sentence.FirstWord + LongestTopic); word++)
        {
            if (_words[word].Form == ":") return word;
            if (_words[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux || _words[word].Form is "«" or "“" or "\"") return -1;
        }

        return -1;
    }

    // «n'a ni confirmé, ni infirmé la visite»: of two verbs that are denied together the second stands beside the first.
    private void JoinNeither(Sentence sentence)
    {
        for (var first = sentence.FirstWord + 1; first + 2 < sentence.EndWord; first++)
        {
            if (!IsDeniedWithOther(first)) continue;
            var second = first + (_words[first + 1].Form == "," ? 3 : 2);
            if (second >= sentence.EndWord || !IsDeniedWithOther(second) || _words[second].Head == first) continue;
            if (_words[first].Head == second) Hang(first, _words[second].Head, _words[second].Relation);
            Hang(second, first, "conj");
            FreeOpening(sentence, first);
        }
    }

    private bool IsDeniedWithOther(int verb) => _words[verb].Tag == PartOfSpeech.Verb && _lexicon.Function.IsNeither(_words[verb - 1].Form);

    // «Contactée, la firme n'a ni …»: a participle and a comma open the sentence of another verb.
    private void FreeOpening(Sentence sentence, int verb)
    {
        var opening = sentence.FirstWord;
        if (_words[opening].Head >= 0 || _words[verb].Head != opening || _words[opening + 1].Form != ","
            || !_words[opening].Features.Has("VerbForm", "Part")) return;
        Hang(verb, -1, "root");
        Hang(opening, verb, "advcl");
    }
}
