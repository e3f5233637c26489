using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Trees;

// Subjects: what was taken for one, and what is one.
internal sealed partial class TreeRepair
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

    // «C'est une question de mois », explique-t-il, avait-il affirmé: the pronoun after the verb is its subject, and a noun inside the marks is not.
    private void HangInversions(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 1; word < sentence.EndWord; word++)
        {
            if (_words[word].Tag != PartOfSpeech.Pron || _words[word].Form[0] != '-' || !_lexicon.Function.IsNominative(PronounFile.Bare(_words[word].Form))) continue;
            if (VerbOfInversion(word) is not (>= 0 and var verb)) continue;
            if (!_words[word].Relation.Contains("subj", StringComparison.Ordinal)) Hang(word, verb, "nsubj");
            for (var i = sentence.FirstWord; i < verb; i++)
            {
                if (i != word && _words[i].Head == verb && _words[i].Relation == "nsubj" && ClosesBetween(i, verb)) Hang(i, verb, "ccomp");
            }
        }
    }

    // "The truth is that it was manufactured," the president said: of two subjects the one inside the marks is none.
    private void FreeQuoted(Sentence sentence)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Relation != "nsubj" || _words[word].Head <= word || !ClosesBetween(word, _words[word].Head) || !HasSubjectAfter(sentence, word)) continue;
            Hang(word, _words[word].Head, "dep");
        }
    }

    // « Nous sommes aussi dans l'incertitude », a déclaré X: a copula inside the marks is of what is said inside them.
    private void FreeQuotedCopulas(Sentence sentence)
    {
        for (var copula = sentence.FirstWord; copula < sentence.EndWord; copula++)
        {
            if (_words[copula] is not { Relation: "cop", Head: >= 0 and var outside } || outside <= copula || !ClosesBetween(copula, outside)) continue;
            if (SaidWithin(copula, outside) is not (>= 0 and var said)) continue;
            for (var i = sentence.FirstWord; i < said; i++)
            {
                if (_words[i].Head == outside) Hang(i, said, IsSubjectOf(i, copula) ? "nsubj" : _words[i].Relation);
            }

            Hang(said, outside, "ccomp");
        }
    }

    private bool IsSubjectOf(int word, int copula) => word == copula - 1 && _words[word].Tag is PartOfSpeech.Pron or PartOfSpeech.Noun or PartOfSpeech.Propn;

    private int SaidWithin(int copula, int outside)
    {
        for (var i = copula + 1; i < outside && _words[i].Form is not ("»" or "”" or "\""); i++)
        {
            if (_words[i].Head == outside && _words[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Propn) return i;
        }

        return -1;
    }

    private bool HasSubjectAfter(Sentence sentence, int word)
    {
        for (var i = word + 1; i < sentence.EndWord; i++)
        {
            if (_words[i].Head == _words[word].Head && _words[i].Relation == "nsubj" && !ClosesBetween(Math.Min(i, _words[i].Head), Math.Max(i, _words[i].Head))) return true;
        }

        return false;
    }

    private int VerbOfInversion(int pronoun)
    {
        var verb = pronoun - 1;
        if (IsAuxiliary(verb) || _words[verb].Relation == "cop") verb = _words[verb].Head;
        return verb >= 0 && verb != pronoun && !Governs(pronoun, verb) && _words[pronoun - 1].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux ? verb : -1;
    }

    // « … », nous confie l'un des pionniers: what follows a cue that a quotation's closing mark stands before is its subject.
    private void HangInverted(Sentence sentence)
    {
        for (var verb = sentence.FirstWord + 2; verb < sentence.EndWord - 1; verb++)
        {
            if (_words[verb].Tag != PartOfSpeech.Verb || !IsQuoting(verb) || !ClosesBefore(sentence, FirstOfGroup(sentence, verb))) continue;
            if (AfterCue(sentence, verb) is not (>= 0 and var subject) || _words[subject].Relation.Contains("subj", StringComparison.Ordinal) || Governs(subject, verb)) continue;
            for (var i = sentence.FirstWord; i < verb; i++)
            {
                if (_words[i].Head == verb && _words[i].Relation.StartsWith("nsubj", StringComparison.Ordinal)) Hang(i, verb, "dep");
            }

            Hang(subject, verb, "nsubj");
        }
    }

    // "…," the spokeswoman, Jane Carver, told the press; Norvania, which disputes the waters, denied any part: an aside parts the subject from its verb.
    private void HangApart(Sentence sentence)
    {
        for (var verb = sentence.FirstWord + 3; verb < sentence.EndWord; verb++)
        {
            if (_words[verb].Tag != PartOfSpeech.Verb || !_lexicon.Verbs.ContainsKey(_words[verb].Lemma)) continue;
            if (OwnSubject(sentence.FirstWord - 1, verb) is >= 0 and var inner && !IsWithinAside(sentence, inner, verb)) continue;
            var first = FirstAuxiliary(sentence, verb);
            if (first == sentence.FirstWord || _words[first - 1].Form != "," || !IsFiniteGroup(first, verb)) continue;
            if (AfterCue(sentence, verb) is >= 0 and var after && (IsRole(after) || _words[after].Tag == PartOfSpeech.Propn)) continue;
            if (FirstApart(sentence, first - 1) is >= 0 and var start
                && HeadOfTail(start, first - 1) is >= 0 and var subject) HangAlone(sentence, subject, verb);
        }
    }

    // «L'alliance, dont Paul Verdier dirige les forces, a déclaré»: whoever acts within the relative clause does not tell.
    private bool IsWithinAside(Sentence sentence, int subject, int verb)
    {
        var comma = sentence.FirstWord;
        while (comma < verb && _words[comma].Form != ",") comma++;
        return comma + 1 < subject && _words[comma + 1].Features.Has("PronType", "Rel") && subject < FirstAuxiliary(sentence, verb) - 1;
    }

    private void HangAlone(Sentence sentence, int subject, int verb)
    {
        if (Governs(subject, verb))
        {
            // "The mayor, whom the prefect met, said P": hung on the mayor by the parser.
            if (_words[subject].Head >= 0 || verb == subject) return;
            Hang(verb, -1, "root");
        }

        if (OwnSubject(sentence.FirstWord - 1, verb) is >= 0 and var other && other != subject) Hang(other, verb, "dep");
        Hang(subject, verb, "nsubj");
    }

    // Where the noun phrase begins whose verb stands after a comma: after a closing mark with nothing but noun phrases between, or at the head of the sentence before a relative clause.
    private int FirstApart(Sentence sentence, int comma)
    {
        var at = comma - 1;
        while (at > sentence.FirstWord && (IsOfNounPhrase(at) || _words[at].Form == ",")) at--;
        if (at > sentence.FirstWord && at < comma - 1 && ClosesBefore(sentence, at + 1)) return at + 1;
        var start = AfterAdverb(sentence);
        var first = start;
        while (first < comma && _words[first].Form != ",") first++;
        return first < comma - 1 && first > start && OpensRelative(first + 1) && _words[start].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Sconj or PartOfSpeech.Adv or PartOfSpeech.Punct)
            ? start : -1;
    }

    // «Cependant, la ligue, …», "On Monday, the league, …"
    private int AfterAdverb(Sentence sentence)
    {
        var first = sentence.FirstWord;
        if (_words[first].Tag is not (PartOfSpeech.Adv or PartOfSpeech.Adp) && !IsDayBefore(first)) return first;
        var comma = first + 1;
        while (comma < sentence.EndWord && comma - first <= LongestDay && IsOfNounPhrase(comma)) comma++;
        return comma + 1 < sentence.EndWord && _words[comma].Form == ","
            && _words[comma + 1].Tag is PartOfSpeech.Det or PartOfSpeech.Propn ? comma + 1 : first;
    }

    // «Lundi, la ligue, …»: a noun without an article before a comma.
    private bool IsDayBefore(int word) => _words[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn
        && _words[word].Relation.StartsWith("obl", StringComparison.Ordinal);

    // «qui …», «à qui …»
    private bool OpensRelative(int word)
    {
        if (_words[word].Features.Has("PronType", "Rel")) return true;
        return _words[word].Tag == PartOfSpeech.Adp && _words[word + 1].Tag == PartOfSpeech.Pron && (_words[word + 1].Features.Has("PronType", "Rel") || _words[word + 1].Features.Has("PronType", "Int"));
    }

    private bool IsQuoting(int verb) =>
        _lexicon.Verbs.TryGetValue(_words[verb].Lemma, out var tellings) && Array.Exists(tellings, t => t.Rest.Length == 0 && t.May(ComplementKind.Quote));

    private int FirstOfGroup(Sentence sentence, int verb)
    {
        var first = verb;
        while (first > sentence.FirstWord && (_words[first - 1].Tag == PartOfSpeech.Aux || _words[first - 1] is { Tag: PartOfSpeech.Pron, Relation: "iobj" or "obj" or "expl" })) first--;
        return IsFiniteGroup(first, verb) ? first : -1;
    }

    // A mark that both opens and closes needs a comma after it, or a stop before.
    private bool ClosesBefore(Sentence sentence, int word)
    {
        var comma = word > sentence.FirstWord && _words[word - 1].Form == ",";
        var mark = comma ? word - 2 : word - 1;
        if (mark <= sentence.FirstWord) return false;
        return _words[mark].Form == "\"" ? comma || _words[mark - 1].Form is "," or "!" or "?" or "…" or "..." : _words[mark].Form is "»" or "”" && (comma || IsClauseBefore(sentence, mark));
    }

    // «gilets jaunes» demandent: a name in marks is a subject.
    private bool IsClauseBefore(Sentence sentence, int mark)
    {
        for (var i = mark - 1; i >= sentence.FirstWord && _words[i].Form is not ("«" or "“"); i--)
        {
            if (_words[i].Features.Has("VerbForm", "Fin")) return true;
        }

        return false;
    }

    // Right after the verb: a name, a noun with its article, «l'un des …».
    private int AfterCue(Sentence sentence, int verb)
    {
        var next = verb + 1;
        while (next < sentence.EndWord && _words[next].Tag == PartOfSpeech.Adv) next++;
        var first = next;
        while (next < sentence.EndWord && _words[next].Tag is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Num) next++;
        if (next >= sentence.EndWord) return -1;
        if (_words[next].Tag == PartOfSpeech.Propn) return HeadIn(next, first);
        return next > first && _words[next].Tag is PartOfSpeech.Noun or PartOfSpeech.Pron ? HeadIn(next, first) : -1;
    }

    // The word that the phrase from its first word to a noun hangs on something outside by.
    private int HeadIn(int noun, int first) =>
        _words[noun].Head >= first && _words[noun].Head < noun && _words[_words[noun].Head].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn ? _words[noun].Head : noun;

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
