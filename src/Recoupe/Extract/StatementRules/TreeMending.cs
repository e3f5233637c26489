using System.Collections.Immutable;
using Recoupe.Language;

namespace Recoupe.Extract.StatementRules;

/// <summary>
/// Mends trees where the names found and the order of words tell better than the parser who is meant: a person's name right after a role
/// stands beside it («Le maire, Jean Martin, a …»), two subjects that touch are one («Alliance director Jane Carver said»), what a
/// preposition of attribution governs is no subject («According to the Herald, Jane Carver said»), and a telling after the last comma tells
/// all that stands before it («The bay is closed, the ministry of the sea said on Friday»).
/// </summary>
internal sealed class TreeMending
{
    private const int Longest = 10;
    private const int Climbs = 8;
    private const int PerfectReach = 7;
    private const int LongestDay = 6;

    private readonly ImmutableArray<Word>.Builder _words;
    private readonly CueLexicon _lexicon;

    private TreeMending(Reading reading, CueLexicon lexicon)
    {
        _words = reading.Words.ToBuilder();
        _lexicon = lexicon;
    }

    /// <summary>The reading with its names hung where they belong.</summary>
    public static Reading Mend(Reading reading, ImmutableArray<Mention> mentions, CueLexicon lexicon)
    {
        var mending = new TreeMending(reading, lexicon);
        foreach (var sentence in reading.Sentences)
        {
            mending.RootInWords(sentence);
            mending.FindVerbs(sentence);
            mending.HangTail(sentence);
            mending.FreePronouns(sentence);
            mending.JoinPerfects(sentence);
            mending.HangNames(sentence, mentions);
            mending.FreeSubjects(sentence);
            mending.JoinSubjects(sentence);
        }

        return reading with { Words = mending._words.DrainToImmutable() };
    }

    // No stop is what a sentence hangs on: the first finite verb under it is, or else the first word.
    private void RootInWords(Sentence sentence)
    {
        var stop = RootOf(sentence);
        if (stop < 0 || _words[stop].Tag != PartOfSpeech.Punct) return;
        var root = -1;
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Head != stop || _words[word].Tag == PartOfSpeech.Punct) continue;
            if (root < 0 || (!IsFiniteVerb(root) && IsFiniteVerb(word))) root = word;
        }

        if (root < 0) return;
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Head == stop) Hang(word, root, _words[word].Relation);
        }

        Hang(root, -1, "root");
        Hang(stop, root, "punct");
    }

    private bool IsFiniteVerb(int word) => _words[word].Tag == PartOfSpeech.Verb && _words[word].Features.Has("VerbForm", "Fin");

    // «…», annonce Jean Martin: after a quotation and before a name or a noun with its article, what could be the cue is it.
    private void FindVerbs(Sentence sentence)
    {
        for (var word = sentence.FirstWord + 1; word < sentence.EndWord - 1; word++)
        {
            if (_words[word].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Adj) || !(FollowsQuotation(sentence, word) || OpensContent(word)) || _lexicon.Function.VerbOf(_words[word].Form, _lexicon.Verbs.ContainsKey) is not { } lemma) continue;
            if (OpensContent(word)) TakeClause(sentence, word, lemma);
            else if (SubjectAfter(sentence, word) is >= 0 and var subject) MakeVerb(word, lemma, subject);
        }
    }

    // «La préfecture dément que…»: after its noun and before a conjunction it is no adjective.
    private bool OpensContent(int word) =>
        _words[word].Tag == PartOfSpeech.Adj && _words[word + 1].Tag == PartOfSpeech.Sconj && _words[word].Head == word - 1 && _words[word - 1].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;

    private void TakeClause(Sentence sentence, int word, string lemma)
    {
        var (subject, clause) = (word - 1, RootOf(sentence));
        if (clause <= word) return;
        MakeVerb(word, lemma, subject);
        Hang(word, -1, "root");
        Hang(clause, word, "ccomp");
    }

    private int RootOf(Sentence sentence)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word].Head < 0) return word;
        }

        return -1;
    }

    private bool FollowsQuotation(Sentence sentence, int word)
    {
        var before = _words[word - 1].Form == "," ? word - 2 : word - 1;
        return before >= sentence.FirstWord && _words[before].Form is "»" or "”" or "\"";
    }

    private int SubjectAfter(Sentence sentence, int word)
    {
        var next = word + 1;
        if (_words[next].Tag == PartOfSpeech.Det && next + 1 < sentence.EndWord) next++;
        else if (_words[next].Tag != PartOfSpeech.Propn && !char.IsUpper(_words[next].Form[0])) return -1;
        return _words[next].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn ? next : -1;
    }

    private void MakeVerb(int word, string lemma, int subject)
    {
        var above = _words[word].Head;
        if (Governs(subject, word)) above = _words[subject].Head;
        _words[word] = _words[word] with { Tag = PartOfSpeech.Verb, Lemma = lemma, Features = new("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"), Head = above, Relation = above < 0 ? "root" : "parataxis" };
        Hang(subject, word, "nsubj");
    }

    // «…», nous explique M. Martin: a pronoun of the first or second person is no subject of a verb of the third.
    private void FreePronouns(Sentence sentence)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord; word++)
        {
            if (_words[word] is { Tag: PartOfSpeech.Pron, Relation: "nsubj", Head: >= 0 and var verb } && verb == word + 1 && _words[verb].Features.Has("Person", "3") && (_words[word].Features.Has("Person", "1") || _words[word].Features.Has("Person", "2")))
                Hang(word, verb, "iobj");
        }
    }

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
        if (verb == comma + 1 || verb >= sentence.EndWord || _words[verb].Tag != PartOfSpeech.Verb || !_words[verb].Features.Has("VerbForm", "Fin") && !_words[verb].Features.Has("Tense", "Past")) return -1;
        if (!_lexicon.Verbs.TryGetValue(_words[verb].Lemma, out var tellings) || !tellings.Any(t => t.Rest.Length == 0)) return -1;
        for (var word = verb + 1; word < sentence.EndWord; word++)
        {
            if (word > verb + LongestDay || _words[word].Tag is PartOfSpeech.Verb or PartOfSpeech.Aux or PartOfSpeech.Sconj or PartOfSpeech.Pron) return -1;
        }

        return verb;
    }

    private bool IsOfNounPhrase(int word) =>
        _words[word].Tag is PartOfSpeech.Det or PartOfSpeech.Adj or PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Num or PartOfSpeech.Adp or PartOfSpeech.Cconj || IsOwner(word);

    private bool IsOwner(int word) => _words[word].Tag == PartOfSpeech.Part || _words[word].Form is "'" or "’";

    // The noun of its first run of nouns; an owner («the pilots' union») gives way to what it owns.
    private int HeadOfTail(int first, int verb)
    {
        var head = -1;
        for (var word = first; word < verb; word++)
        {
            if (_words[word].Tag == PartOfSpeech.Adp && head >= 0) break;
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

    // «a de son côté fustigé», «a jusqu'à présent nié»: an adverbial between the two halves of a compound tense makes the parser part them.
    private void JoinPerfects(Sentence sentence)
    {
        for (var word = sentence.FirstWord; word < sentence.EndWord - 2; word++)
        {
            if (_lexicon.Function.IsPerfect(_words[word].Lemma) && _words[word].Features.Has("VerbForm", "Fin") && !IsAuxiliary(word) && ParticipleAfter(sentence, word) is >= 0 and var participle) JoinPerfect(sentence, word, participle);
        }
    }

    private bool IsAuxiliary(int word) => _words[word].Relation.StartsWith("aux", StringComparison.Ordinal);

    private int ParticipleAfter(Sentence sentence, int word)
    {
        if (_words[word + 1].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Adv)) return -1;
        for (var i = word + 2; i < Math.Min(word + PerfectReach, sentence.EndWord); i++)
        {
            if (_words[i].Tag == PartOfSpeech.Verb) return _words[i].Features.Has("VerbForm", "Part") && _words[i].Features.Has("Tense", "Past") && _lexicon.Verbs.ContainsKey(_words[i].Lemma) && Governs(word, i) ? i : -1;
            if (_words[i].Tag is not (PartOfSpeech.Adp or PartOfSpeech.Adv or PartOfSpeech.Det or PartOfSpeech.Noun or PartOfSpeech.Adj or PartOfSpeech.Pron)) return -1;
        }

        return -1;
    }

    // What hung on the auxiliary, and what hung on the word between that the participle was taken to qualify, hangs on the participle.
    private void JoinPerfect(Sentence sentence, int auxiliary, int participle)
    {
        var between = _words[participle].Head;
        Hang(participle, _words[auxiliary].Head, _words[auxiliary].Relation);
        Hang(auxiliary, participle, "aux");
        for (var i = sentence.FirstWord; i < sentence.EndWord; i++)
        {
            if (i != participle && i != auxiliary && (_words[i].Head == auxiliary || (_words[i].Head == between && between != auxiliary && i > participle))) Hang(i, participle, _words[i].Head == between && between != auxiliary && _words[i].Relation == "acl" ? "xcomp" : _words[i].Relation);
        }

        if (_words[participle].Features.Has("Voice", "Pass")) _words[participle] = _words[participle] with { Features = new(_words[participle].Features.Value.Replace("|Voice=Pass", "", StringComparison.Ordinal)) };
    }

    private void HangNames(Sentence sentence, ImmutableArray<Mention> mentions)
    {
        var word = sentence.FirstWord + 1;
        for (var at = Sorted.First(mentions.Length, i => mentions[i].Span.Start >= sentence.Span.Start); at < mentions.Length && mentions[at].Span.Start < sentence.Span.End; at++)
        {
            while (word < sentence.EndWord && _words[word].Span.Start < mentions[at].Span.Start) word++;
            if (word < sentence.EndWord && mentions[at].Type == NameType.Person) HangName(sentence, word, mentions[at].Span);
        }
    }

    private void HangName(Sentence sentence, int first, TextSpan name)
    {
        var comma = _words[first - 1].Form == ",";
        var role = comma ? RoleThatEndsAt(first - 2, sentence.FirstWord) : RoleBefore(first - 1, sentence.FirstWord);
        if (role < 0) return;
        var last = first;
        while (last + 1 < sentence.EndWord && _words[last + 1].Span.End <= name.End) last++;
        var head = HeadOf(first, name);
        var aside = comma && last + 1 < sentence.EndWord && _words[last + 1].Form == ",";
        if (!Governs(head, role) && (aside || Beside(role, head))) Hang(head, role, "appos");
    }

    private void Hang(int word, int head, string relation) => _words[word] = _words[word] with { Head = head, Relation = relation };

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

    private int FirstConjunct(int word) =>
        _words[word].Relation == "conj" && _words[word].Head is >= 0 and var first && first < word && IsRole(first) ? first : word;

    private bool IsRole(int word) => _words[word].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn
        && (_lexicon.Kinds.Of(_words[word].Lemma) == NounKind.Person || _lexicon.Kinds.Of(_words[word].Form.ToLowerInvariant()) == NounKind.Person);

    // Both hang on one word in the same way, or the name hangs somewhere within the role's own words.
    private bool Beside(int role, int name) =>
        (_words[role].Head == _words[name].Head && (_words[role].Relation == _words[name].Relation || IsLoose(name))) || (_words[name].Head != role && Governs(role, name));

    private bool IsLoose(int word) => _words[word].Relation is "appos" or "dep" or "parataxis" or "nmod" or "conj" or "flat" or "obj";

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

    private bool Governs(int above, int word)
    {
        while (word >= 0 && word != above)
            word = _words[word].Head;
        return word == above;
    }
}
