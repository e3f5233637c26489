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

    // "Marie el-Drese, the aid group's secretary, told reporters that P": hung on its subject as one thing more of a list, the telling is
    // the sentence's verb.
    private void RootInTellers(Sentence sentence)
    {
        var teller = RootOf(sentence);
        if (teller < 0 || _words[teller].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return;
        if (TellingUnder(sentence, teller) is not (>= 0 and var verb)) return;
        for (var word = verb + 1; word < sentence.EndWord; word++)
        {
            if (_words[word].Head == teller) Hang(word, verb, _words[word].Relation);
        }

        for (var word = teller + 1; word < verb; word++)
        {
            if (_words[word].Head != teller || _words[word].Relation != "list") continue;
            Hang(word, teller, _words[word - 1].Form == "-" ? "flat" : "appos");
        }

        Hang(verb, -1, "root");
        Hang(teller, verb, "nsubj");
        _words[verb] = _words[verb] with { Features = new("Mood=Ind|Tense=Past|VerbForm=Fin") };
    }

    // After the comma that closes what is said of the teller, the first verb of the sentence.
    private int TellingUnder(Sentence sentence, int teller)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Tag == PartOfSpeech.Aux || IsFiniteVerb(word) && _words[word].Head != teller) return -1;
            if (_words[word].Tag != PartOfSpeech.Verb || _words[word].Head != teller || word < teller) continue;
            var isPast = IsFiniteVerb(word) || IsPastParticiple(word);
            var isBeside = _words[word].Relation is "list" or "parataxis" or "dep" or "appos" && _words[word - 1].Form == ",";
            return isPast && isBeside && TakesClause(word) ? word : -1;
        }

        return -1;
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
