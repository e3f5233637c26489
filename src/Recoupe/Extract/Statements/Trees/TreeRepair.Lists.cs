using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Trees;

// Names in lists, and what follows a comma without being of the list.
internal sealed partial class TreeRepair
{
    // «de Metz et de Nancy, comme Anna et Paul»: what has no preposition of its own goes with the neighbour that has another than the list has.
    private void PartLists(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 3; word < sentence.EndWord; word++)
        {
            if (!IsListed(word) || _words[word - 1].Tag != PartOfSpeech.Cconj) continue;
            var (first, neighbour) = (_words[word].Head, word - 2);
            if (!IsListed(neighbour) || _words[neighbour].Head != first || CaseOf(word) is not null) continue;
            if (CaseOf(neighbour) is { } own && own != CaseOf(first)) Hang(word, neighbour, "conj");
        }
    }

    private bool IsListed(int word) => _words[word].Relation == "conj" && _words[word].Tag is PartOfSpeech.Propn or PartOfSpeech.Noun;

    private string? CaseOf(int noun)
    {
        for (var i = noun - 1; i >= Math.Max(0, noun - Longest); i--)
        {
            if (_words[i].Head == noun && _words[i].Relation == "case") return _words[i].Lemma;
        }

        return null;
    }

    // «Anna Roussel, éleveuse à Ormel»: a role without an article, after a person's name and a comma, is hers and nobody else's.
    private void HangRoleAfter(Sentence sentence, int first, TextSpan name)
    {
        var role = LastOf(sentence, first, name) + 2;
        if (role >= sentence.EndWord || _words[role - 1].Form != "," || !IsRole(role) || _words[role].Tag != PartOfSpeech.Noun) return;
        if (_words[role].Relation is "conj" or "dislocated" or "parataxis" or "dep" && !Governs(role, HeadOf(first, name))) Hang(role, HeadOf(first, name), "appos");
    }

    // «…, a déclaré mercredi un responsable»: after a comma, who is taken for the object of a verb of saying says it.
    private void HangSayers(Sentence sentence)
    {
        for (var verb = sentence.FirstWord + 2; verb < sentence.EndWord - 1; verb++)
        {
            if (_words[verb].Tag != PartOfSpeech.Verb || !IsSaying(verb)) continue;
            var start = FirstOfGroup(sentence, verb);
            if (start <= sentence.FirstWord || _words[start - 1].Form != "," || HasSubject(sentence, verb)) continue;
            if (TellerTaken(sentence, verb) is not (>= 0 and var sayer)) continue;
            Hang(sayer, verb, "nsubj");
            if (_words[verb].Relation == "conj") Hang(verb, _words[verb].Head, "parataxis");
        }
    }

    private bool IsSaying(int verb) => IsQuoting(verb)
        && !Array.Exists(_lexicon.Verbs[_words[verb].Lemma], t => t.Effect.Stance == Stance.Asks)
        && Array.Exists(_lexicon.Verbs[_words[verb].Lemma], t => t.Rest.Length == 0 && t.May(ComplementKind.That));

    private int TellerTaken(Sentence sentence, int verb)
    {
        for (var i = verb + 1; i < sentence.EndWord; i++)
        {
            if (_words[i].Head == verb && _words[i].Relation == "obj") return IsTeller(i) ? i : -1;
        }

        return -1;
    }

    private bool IsTeller(int word) =>
        IsRole(word) || _words[word].Tag == PartOfSpeech.Propn || _lexicon.Kinds.Of(_words[word].Lemma) is NounKind.Organisation or NounKind.Media;
}
