using Recoupe.Language;

namespace Recoupe.Extract.StatementRules;

// Subjects: what was taken for one, and what is one.
internal sealed partial class TreeMending
{
    // «…», nous explique M. Martin: a pronoun of the first or second person is no subject of a verb of the third.
    private void FreePronouns(Sentence sentence)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word] is { Tag: PartOfSpeech.Pron, Relation: "nsubj", Head: >= 0 and var verb } && verb == word + 1 && _words[verb].Features.Has("Person", "3") && (_words[word].Features.Has("Person", "1") || _words[word].Features.Has("Person", "2")))
                Hang(word, verb, "iobj");
        }
    }

    // «C'est une question de mois », explique-t-il: where the verb has its pronoun after it, a noun inside the marks is not its subject.
    private void FreeInversions(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 2; word < sentence.EndWord; word++)
        {
            if (_words[word].Tag != PartOfSpeech.Pron || _words[word].Form[0] != '-' || _words[word].Head is not (>= 0 and var verb) || verb >= word || word - verb > 2) continue;
            for (var i = sentence.FirstWord; i < verb; i++)
            {
                if (_words[i].Head == verb && _words[i].Relation == "nsubj" && ClosesBetween(i, verb)) Hang(i, verb, "ccomp");
            }
        }
    }

    private bool ClosesBetween(int first, int last)
    {
        for (var i = first + 1; i < last; i++)
        {
            if (_words[i].Form is "»" or "”" or "\"") return true;
        }

        return false;
    }

    // What stands beside a noun that an attribution governs, or beside an editor's brackets, is the subject if the noun was taken for it.
    private void FreeSubjects(Sentence sentence)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Relation != "nsubj" || !(IsAttributed(sentence, word) || IsBracketed(sentence, word))) continue;
            var verb = _words[word].Head;
            Hang(word, verb, "obl");
            if (AfterComma(sentence, word) is >= 0 and var subject) Hang(subject, verb, "nsubj");
        }
    }

    private bool IsAttributed(Sentence sentence, int noun)
    {
        for (var i = sentence.FirstWord; i < noun; i++)
        {
            if (_words[i].Head == noun && _words[i].Relation == "case" && _lexicon.Attributions.BeginningWith(_words[i].Form.ToLowerInvariant()).Length > 0) return true;
        }

        return false;
    }

    private bool IsBracketed(Sentence sentence, int word) =>
        word > sentence.FirstWord && word + 1 < sentence.EndWord && _words[word - 1].Form == "[" && _words[word + 1].Form == "]";

    private int AfterComma(Sentence sentence, int noun)
    {
        for (var i = noun + 1; i < sentence.EndWord; i++)
        {
            if (_words[i].Head == noun && _words[i].Relation == "appos" && _words[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn) return i;
        }

        return -1;
    }

    private void JoinSubjects(Sentence sentence)
    {
        var before = -1;
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Relation is not ("nsubj" or "nsubj:pass") || _words[word].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) continue;
            if (before >= 0 && _words[before].Head == _words[word].Head && word < _words[word].Head) Join(before, word);
            else before = word;
        }
    }

    // Nothing but words of one noun phrase stands between: the former owns the latter, or the latter names it.
    private void Join(int first, int second)
    {
        var owns = false;
        for (var i = first + 1; i < second; i++)
        {
            var isOwner = IsOwner(i);
            owns |= isOwner;
            if (!isOwner && _words[i].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Adp or PartOfSpeech.Cconj or PartOfSpeech.Num or PartOfSpeech.Part)) return;
        }

        if (owns) Hang(first, second, "nmod");
        else if (_words[second].Tag == PartOfSpeech.Propn) Hang(second, first, "appos");
    }
}
