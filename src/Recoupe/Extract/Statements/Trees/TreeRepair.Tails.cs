using Recoupe.Language;

namespace Recoupe.Extract.Statements.Trees;

// A telling after the last comma.
internal sealed partial class TreeRepair
{
    private const int LongestDay = 6;

    // «…, the ministry of the sea said on Friday.» The parser often makes the ministry stand beside a noun before the comma.
    private void HangTail(Sentence sentence)
    {
        var comma = LastComma(sentence);
        if (comma < 0 || TailVerb(sentence, comma) is not (>= 0 and var verb)) return;
        var subject = HeadOfTail(comma + 1, verb);
        var told = ToldBefore(sentence, comma);
        if (subject < 0 || told < 0) return;
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            var (isBefore, above) = (word < comma, _words[word].Head);
            if (isBefore && word != told && (above < 0 || above >= comma)) Hang(word, told, above < 0 ? "dep" : _words[word].Relation);
            else if (word > comma && word < verb && word != subject && (above < comma || above >= verb)) Hang(word, subject, word > subject && _words[word].Tag == PartOfSpeech.Propn ? "appos" : IsOwner(word) ? "punct" : _words[word].Tag == PartOfSpeech.Det ? "det" : "nmod");
            else if (word > verb && above < comma) Hang(word, verb, _words[word].Tag == PartOfSpeech.Punct ? "punct" : "obl");
        }

        Hang(comma, verb, "punct");
        Hang(verb, -1, "root");
        Hang(subject, verb, "nsubj");
        Hang(told, verb, "ccomp");
    }

    private int LastComma(Sentence sentence)
    {
        for (var word = sentence.EndWord - 1; word > sentence.FirstWord; word--)
        {
            if (_words[word].Form == ",") return word;
        }

        return -1;
    }

    // A finite verb of telling, with nothing but a noun phrase between it and the comma, and little but a day after it.
    private int TailVerb(Sentence sentence, int comma)
    {
        var verb = comma + 1;
        while (verb < sentence.EndWord && IsOfNounPhrase(verb)) verb++;
        if (verb == comma + 1 || verb >= sentence.EndWord || _words[verb].Tag != PartOfSpeech.Verb) return -1;
        if (!_words[verb].Features.Has("VerbForm", "Fin") && !_words[verb].Features.Has("Tense", "Past")) return -1;
        if (!_lexicon.Verbs.TryGetValue(_words[verb].Lemma, out var tellings) || !tellings.Any(t => t.Rest.Length == 0)) return -1;
        for (var word = verb + 1; word < sentence.EndWord; word++)
        {
            if (word > verb + LongestDay) return -1;
            if (_words[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj or PartOfSpeech.Pron) return -1;
        }

        return verb;
    }

    private bool IsOfNounPhrase(int word)
    {
        if (_words[word].Tag is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Adp or PartOfSpeech.Cconj) return true;
        return IsOwner(word);
    }

    private bool IsOwner(int word) => _words[word].Tag == PartOfSpeech.Part || _words[word].Form is "'" or "’";

    // The noun of its first run of nouns; an owner («the pilots' union») gives way to what it owns.
    private int HeadOfTail(int first, int verb)
    {
        var head = -1;
        for (var word = first; word < verb; word++)
        {
            if (head >= 0 && (_words[word].Tag == PartOfSpeech.Adp || _words[word].Form == ",")) break;
            if (IsOwner(word)) head = -1;
            else if (_words[word].Tag == PartOfSpeech.Noun && (head < 0 || _words[head].Tag == PartOfSpeech.Noun)) head = word;
            else if (_words[word].Tag == PartOfSpeech.Propn && head < 0) head = word;
        }

        return head;
    }

    // What the words before the comma hang on: a clause, by a verb or by its copula.
    private int ToldBefore(Sentence sentence, int comma)
    {
        var told = -1;
        var finite = false;
        for (var word = sentence.FirstWord; word < comma; word++)
        {
            finite |= _words[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux;
            if ((_words[word].Head < 0 || _words[word].Head >= comma) && (told < 0 || IsClause(word) || !IsClause(told))) told = word;
        }

        return finite || _words[sentence.FirstWord].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Adv or PartOfSpeech.Sconj) ? told : -1;
    }

    private bool IsClause(int word) => _words[word].Tag == PartOfSpeech.Verb || _words[word].Relation is "root" or "ccomp" or "parataxis";
}
