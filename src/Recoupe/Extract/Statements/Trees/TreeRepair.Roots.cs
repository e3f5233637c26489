using Recoupe.Language;

namespace Recoupe.Extract.Statements.Trees;

// Sentences that the parser hung on their first small word: «Le général n'a pas précisé …» on «Le», «Je démens …» on «Je».
internal sealed partial class TreeRepair
{
    private void RootInVerbs(Sentence sentence)
    {
        var small = RootOf(sentence);
        if (small < 0 || _words[small].Tag is not (PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Adp)) return;
        if (FirstVerbUnder(sentence, small) is not (>= 0 and var verb) || IsRelative(small, verb)) return;
        var noun = _words[small].Tag == PartOfSpeech.Det && small + 1 < verb && IsUnder(small + 1, small, verb) ? small + 1 : -1;
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Head == small && word != verb && word != noun) Hang(word, verb, RelationUnder(word));
        }

        Hang(verb, -1, "root");
        if (noun < 0) Hang(small, verb, _words[small].Tag == PartOfSpeech.Pron && !HasSubject(sentence, verb) ? "nsubj" : "dep");
        else HangNoun(sentence, small, noun, verb);
    }

    // «C'est ce qu'a annoncé la gérante»
    private bool IsRelative(int pronoun, int verb) =>
        _words[pronoun].Tag == PartOfSpeech.Pron && _words[verb].Relation.StartsWith("acl", StringComparison.Ordinal);

    // The noun may have been hung on the verb already, as what it is not.
    private bool IsUnder(int noun, int article, int verb) =>
        _words[noun].Head == article || (_words[noun].Head == verb && _words[noun].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn);

    private void HangNoun(Sentence sentence, int article, int noun, int verb)
    {
        Hang(article, noun, "det");
        var isSubject = _words[noun].Head == verb && _words[noun].Relation.StartsWith("nsubj", StringComparison.Ordinal);
        Hang(noun, verb, !isSubject && HasSubject(sentence, verb) ? "dep" : "nsubj");
    }

    // A finite verb, or a participle with a finite auxiliary.
    private int FirstVerbUnder(Sentence sentence, int root)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Head != root || _words[word].Tag != PartOfSpeech.Verb) continue;
            if (IsFiniteVerb(word) || HasFiniteAuxiliary(root, word)) return word;
        }

        return -1;
    }

    // What was drawn in want of anything better says nothing of the word.
    private string RelationUnder(int word)
    {
        if (_words[word].Tag == PartOfSpeech.Punct) return "punct";
        return _words[word].Tag == PartOfSpeech.Verb ? "parataxis" : _words[word].Relation is "punct" or "fixed" ? "dep" : _words[word].Relation;
    }
}
