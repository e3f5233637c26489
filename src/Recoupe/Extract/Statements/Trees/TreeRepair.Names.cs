using System.Collections.Immutable;
using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements.Trees;

// Names beside the roles of who bears them.
internal sealed partial class TreeRepair
{
    private const int Longest = 10;
    private const int Climbs = 8;

    private void HangNames(Sentence sentence, ImmutableArray<Mention> mentions)
    {
        var word = sentence.FirstWord + 1;
        for (var at = BinarySearch.First(mentions.Length, i => mentions[i].Span.Start >= sentence.Span.Start); at < mentions.Length && mentions[at].Span.Start < sentence.Span.End; at++)
        {
            while (word < sentence.EndWord && _words[word].Span.Start < mentions[at].Span.Start) word++;
            if (word >= sentence.EndWord || mentions[at].Type != NameType.Person) continue;
            HangName(sentence, word, mentions[at].Span);
            HangSubject(sentence, word, mentions[at].Span);
            HangRoleAfter(sentence, word, mentions[at].Span);
        }
    }

    // «…, Jean Martin s'est rallié», "what Carver says": between a comma or what opens a clause and a verb without a subject of its own.
    private void HangSubject(Sentence sentence, int first, TextSpan name)
    {
        if (OpensClause(first - 1)) FreeFarSubject(sentence, first, name);
        else if (_words[first - 1].Form != ",") return;
        var (head, verb) = (HeadOf(first, name), AfterAside(sentence, LastOf(sentence, first, name) + 1));
        while (verb < sentence.EndWord && IsBeforeVerb(verb)) verb++;
        if (verb >= sentence.EndWord || _words[verb].Tag != PartOfSpeech.Verb || !IsFiniteGroup(first, verb)) return;
        if (HasSubject(sentence, verb) || Governs(head, verb)) return;
        Hang(RoleApart(sentence, first, head) is >= 0 and var role && !Governs(role, verb) ? role : head, verb, "nsubj");
    }

    // «Se trouvant à Ormel, le colonel, Jean Martin, aurait été capturé»: a role with its article after a comma is the subject, and the
    // name stands beside it.
    private int RoleApart(Sentence sentence, int first, int name)
    {
        var role = _words[name].Head;
        if (_words[name].Relation != "appos" || role < 0 || role > first) return -1;
        if (!IsRole(role) || !IsLoose(role)) return -1;
        var opener = role - 1;
        while (opener > sentence.FirstWord && _words[opener].Tag is PartOfSpeech.Adj) opener--;
        return _words[opener].Tag == PartOfSpeech.Det && opener > sentence.FirstWord && _words[opener - 1].Form == "," ? role : -1;
    }

    // «…, Anna Roussel, maire de la commune, encourage»: past what stands beside the name.
    private int AfterAside(Sentence sentence, int comma)
    {
        if (comma >= sentence.EndWord || _words[comma].Form != ",") return comma;
        var end = comma + 1;
        while (end < sentence.EndWord && IsOfNounPhrase(end)) end++;
        return end > comma + 1 && end < sentence.EndWord && _words[end].Form == "," ? end + 1 : comma;
    }

    private bool OpensClause(int word) => _words[word].Tag == PartOfSpeech.Sconj || _lexicon.Function.IsQuestion(_words[word].Form);

    // "The gap between what Carver says and does": the gap says nothing.
    private void FreeFarSubject(Sentence sentence, int first, TextSpan name)
    {
        var verb = LastOf(sentence, first, name) + 1;
        if (verb >= sentence.EndWord || _words[verb].Tag != PartOfSpeech.Verb) return;
        if (HeadOf(first, name) is var head && _words[head].Relation == "nsubj" && _words[head].Head == verb) return;
        for (var i = sentence.FirstWord; i < first - 1; i++)
        {
            if (_words[i].Head == verb && _words[i].Relation == "nsubj") Hang(i, verb, "dep");
        }
    }

    private int LastOf(Sentence sentence, int first, TextSpan name)
    {
        var last = first;
        while (last + 1 < sentence.EndWord && _words[last + 1].Span.End <= name.End) last++;
        return last;
    }

    // «ne s'est pas», «l'a aussi»
    private bool IsBeforeVerb(int word)
    {
        if (_words[word].Tag is PartOfSpeech.Aux or PartOfSpeech.Adv) return true;
        return _words[word].Tag == PartOfSpeech.Pron && _words[word].Relation is "expl" or "obj" or "iobj" or "expl:pass" or "expl:comp";
    }

    private bool IsFiniteGroup(int first, int verb)
    {
        for (var i = first; i <= verb; i++)
        {
            if (_words[i].Features.Has("VerbForm", "Fin")) return true;
        }

        return false;
    }

    private bool HasSubject(Sentence sentence, int verb)
    {
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (_words[i].Head == verb && _words[i].Relation.Contains("subj", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private void HangName(Sentence sentence, int first, TextSpan name)
    {
        var comma = _words[first - 1].Form == ",";
        var role = comma ? RoleThatEndsAt(first - 2, sentence.FirstWord) : RoleBefore(first - 1, sentence.FirstWord);
        if (role < 0) return;
        var last = LastOf(sentence, first, name);
        var head = HeadOf(first, name);
        var aside = comma && last + 1 < sentence.EndWord && _words[last + 1].Form == ",";
        if (!Governs(head, role) && (aside || Beside(role, head))) Hang(head, role, "appos");
    }

    // The word of the name that hangs on something outside it.
    private int HeadOf(int first, TextSpan name)
    {
        var at = first;
        while (_words[at].Head >= 0 && _words[_words[at].Head].Span.Start >= name.Start && _words[_words[at].Head].Span.End <= name.End) at = _words[at].Head;
        return at;
    }

    // Before a comma: the role that all the words up to it hang on.
    private int RoleThatEndsAt(int word, int start)
    {
        var role = -1;
        var at = word;
        for (var climb = 0; climb < Climbs && at >= start && at <= word; climb++)
        {
            if (_words[at].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux) break;
            if (IsRole(at)) role = at;
            at = _words[at].Head;
        }

        return role;
    }

    // Right before the name, with what it is over between at most: «le ministre de la Défense Jean Martin».
    private int RoleBefore(int word, int start)
    {
        if (word < start || _words[word].Tag is PartOfSpeech.Adp or PartOfSpeech.Det) return -1;
        for (var at = word; at >= Math.Max(start, word - Longest); at--)
        {
            if (IsRole(at)) return FirstConjunct(at);
            if (_words[at].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj or PartOfSpeech.Adp or PartOfSpeech.Det)) return -1;
        }

        return -1;
    }

    // «le maire et président Jean Martin» is one, «le maire et le préfet Paul Roche» are two.
    private int FirstConjunct(int word)
    {
        if (_words[word] is not { Relation: "conj", Head: >= 0 and var first } || first >= word || !IsRole(first)) return word;
        return _words[word - 1].Tag == PartOfSpeech.Det && _words[word - 1].Head == word ? word : first;
    }

    private bool IsRole(int word) => _words[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn
        && (_lexicon.Kinds.Of(_words[word].Lemma) == NounKind.Person || _lexicon.Kinds.Of(_words[word].Form.ToLowerInvariant()) == NounKind.Person);

    // Both hang on one word in the same way, or the name hangs somewhere within the role's own words.
    private bool Beside(int role, int name)
    {
        if (_words[role].Head == _words[name].Head && (_words[role].Relation == _words[name].Relation || IsLoose(name))) return true;
        return _words[name].Head != role && Governs(role, name);
    }

    private bool IsLoose(int word) => _words[word].Relation is "appos" or "dep" or "parataxis" or "nmod" or "conj" or "flat" or "obj";
}
