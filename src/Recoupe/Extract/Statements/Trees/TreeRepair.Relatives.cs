using Recoupe.Language;

namespace Recoupe.Extract.Statements.Trees;

// Second verbs of a relative clause that the parser hung on the verb above it: «Le maire a vu des gens qui ont fui, mais assurent que P».
internal sealed partial class TreeRepair
{
    private const int LongestGroup = 5; // words: «n'ont pas encore été entendus»

    private void JoinRelatives(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 2; word < sentence.EndWord; word++)
        {
            if (_words[word] is not { Tag: PartOfSpeech.Verb, Relation: "conj", Head: >= 0 and var above } || above >= word) continue;
            if (NumberOf(sentence, word) is not { Length: > 0 } number || HasSubject(sentence, word)) continue;
            var other = SubjectNumber(sentence, above);
            if (string.IsNullOrEmpty(other) || string.Equals(number, other, StringComparison.Ordinal)) continue;
            if (RelativeBefore(sentence, above, word, number) is >= 0 and var relative) Hang(word, relative, "conj");
        }
    }

    // The last relative clause between two verbs that agrees, with its pronoun for a subject.
    private int RelativeBefore(Sentence sentence, int above, int word, string number)
    {
        for (var verb = word - 1; verb > above; verb--)
        {
            var isRelative = _words[verb].Relation.StartsWith("acl", StringComparison.Ordinal) && _words[verb].Head > above;
            if (!isRelative || !string.Equals(NumberOf(sentence, verb), number, StringComparison.Ordinal)) continue;
            if (OwnSubject(_words[verb].Head, verb) is >= 0 and var pronoun && _words[pronoun].Features.Has("PronType", "Rel")) return verb;
        }

        return -1;
    }

    // The number that a finite verb or its auxiliary shows.
    private string? NumberOf(Sentence sentence, int verb)
    {
        for (var i = Math.Max(sentence.FirstWord, verb - LongestGroup); i < verb; i++)
        {
            if (_words[i].Head == verb && IsAuxiliary(i)) return _words[i].Features["Number"].ToString();
        }

        return IsFiniteVerb(verb) ? _words[verb].Features["Number"].ToString() : null;
    }

    private string? SubjectNumber(Sentence sentence, int verb)
    {
        for (var i = sentence.FirstWord; i < verb; i++)
        {
            var isSubject = _words[i].Head == verb && _words[i].Relation.StartsWith("nsubj", StringComparison.Ordinal);
            if (isSubject) return _words[i].Features["Number"].ToString();
        }

        return null;
    }
}
