using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Extract.Statements.Resolution;

/// <summary>
/// Resolves who tells. A name or description is looked up among the article's referents; a pronoun, or a quotation that nobody is told to
/// have said, goes to the most salient earlier referent that agrees: near, a subject, somebody who has spoken before.
/// </summary>
internal sealed class SpeakerResolver
{
    private const int LookBack = 80;
    private const int SentencesBack = 6;
    private const int MostMentions = 4;
    private const int GoesOn = 6;
    private const int Touching = 12;
    private static readonly char[] _betweenWords = [' ', '\'', '’', '-'];
    private const int LongestRetold = 2; // words after the article: «la même source»

    private readonly StatementContext _prose;
    private readonly Referents _referents;
    private readonly int[] _told;
    private readonly HashSet<Identity> _spoken = [];
    private Identity? _last;

    public SpeakerResolver(StatementContext prose)
    {
        _prose = prose;
        _referents = new(prose);
        _told = CountTold(prose);
    }

    /// <summary>Resolves a draft's source; drafts are given in text order, <paramref name="around"/> is who tells what the draft stands in.</summary>
    public Teller Of(StatementDraft draft, Teller? around)
    {
        var teller = draft.Kind == SourceKind.Article ? Teller.Article : Resolve(draft, around);
        if (teller.Identity is not { } identity) return teller;
        _spoken.Add(identity);
        _last = identity;
        return teller;
    }

    // Sentences that begin outside quotation marks, counted through: a long quotation puts nobody further off.
    private static int[] CountTold(StatementContext prose)
    {
        var counts = new int[prose.Trees.Reading.Sentences.Length];
        for (var i = 1; i < counts.Length; i++)
            counts[i] = counts[i - 1] + (prose.QuotationOf(prose.Trees.Reading.Sentences[i].FirstWord) < 0 ? 1 : 0);
        return counts;
    }

    private Teller Resolve(StatementDraft draft, Teller? around)
    {
        if (draft.Source is not { } phrase) return draft.Quoted ? Contextual(draft) : Teller.Nobody;
        if (_prose.PronounIn(phrase) is { } p) return Pronominal(draft, phrase, p, around);
        if (_prose.Trees[phrase.Head].Tag == PartOfSpeech.Pron) return new(Span(phrase), new() { Name = Wording(phrase), Bare = Wording(phrase), Kind = SourceKind.Anonymous });
        if (IsUnsourced(phrase)) return new(Span(phrase), null);
        return Issuer(draft, phrase) is { } issuer ? new(Span(phrase), issuer) : Nominal(phrase);
    }

    // "Recent reports suggest", «des informations indiquent»: words that come from nobody who is named.
    private bool IsUnsourced(NounPhrase phrase)
    {
        var head = _prose.Trees[phrase.Head];
        if (!head.Features.Has("Number", "Plur") || !_prose.Lexicon.Function.IsUnsourced(head.Lemma)) return false;
        var opener = _prose.Trees[phrase.First];
        return IsBareOfNames(phrase) && (opener.Tag != PartOfSpeech.Det || opener.Features.Has("Definite", "Ind"));
    }

    private bool IsBareOfNames(NounPhrase phrase)
    {
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            if (_prose.Trees[i].Tag is PartOfSpeech.Propn or PartOfSpeech.Adp) return false;
        }

        return true;
    }

    // «le communiqué», "the document", by itself: a paper that was told of before; where it says «nous», whoever issued it.
    private Identity? Issuer(StatementDraft draft, NounPhrase phrase)
    {
        if (SourceKinds.KindOfNoun(_prose, phrase.Head) != NounKind.Document || !IsBareOfNames(phrase)) return null;
        var saysWe = Says(draft, plural: true);
        if (saysWe && IssuerBefore(phrase) is { } issuer) return issuer;
        if (PaperBefore(phrase) is { } paper) return paper;
        return saysWe && _last is { Kind: SourceKind.Organisation } spokeLast ? spokeLast : null;
    }

    // «La Croix-Bleue a publié un communiqué. … dit le communiqué»; «La préfecture a annoncé dans un communiqué que P … ajoute le communiqué».
    private Identity? IssuerBefore(NounPhrase phrase)
    {
        var noun = _prose.Trees[phrase.Head].Lemma;
        for (var word = phrase.First - 1; word >= 0 && IsNear(word, phrase.First); word--)
        {
            if (_prose.Trees[word].Lemma != noun || _prose.Trees[word].Head is not (>= 0 and var verb)) continue;
            var isIssued = _prose.Trees.Is(word, "obj") && _prose.Lexicon.Function.IsIssuing(_prose.Trees[verb].Lemma);
            var isToldIn = _prose.Trees.IsAny(word, "obl", "obl:mod", "obl:arg") && _prose.Lexicon.Verbs.ContainsKey(_prose.Trees[verb].Lemma);
            if ((isIssued || isToldIn) && SubjectOf(verb) is { } issuer) return issuer;
        }

        return null;
    }

    private Identity? SubjectOf(int verb)
    {
        var subject = _prose.Trees.Child(verb, "nsubj");
        return subject >= 0 && _referents.Of(NounPhrases.Of(_prose, subject)).Identity is { Kind: SourceKind.Organisation or SourceKind.Person } issuer ? issuer : null;
    }

    // "An intelligence assessment estimates …": what "the document" or "this report" goes on with; the last one that acts or has spoken.
    private Identity? PaperBefore(NounPhrase phrase)
    {
        if (!IsBare(phrase) || !_prose.Lexicon.Function.IsPaper(_prose.Trees[phrase.Head].Lemma)) return null;
        for (var at = IndexBefore(phrase.First); at >= 0 && IsNear(_referents.All[at].Phrase.Head, phrase.First); at--)
        {
            var paper = _referents.All[at];
            if (paper.Identity.Kind != SourceKind.Document || paper.Plural || IsBare(paper.Phrase)) continue;
            if (paper.Subject || _spoken.Contains(paper.Identity)) return paper.Identity;
        }

        return null;
    }

    private bool IsNear(int word, int from) => _told[_prose.Trees.SentenceOf(from)] - _told[_prose.Trees.SentenceOf(word)] <= SentencesBack;

    private Teller Nominal(NounPhrase phrase)
    {
        var referent = _referents.Of(phrase);
        if (Retold(phrase, referent) is { } again) return new(Span(phrase), again);
        if (IsGeneric(phrase, referent) && (SoNamed(phrase) ?? Institution(phrase)) is { } same) return new(Span(phrase), same);
        if (IsBareOutlet(phrase, referent) && Outlet(phrase.First) is { } outlet) return new(Span(phrase), outlet);
        if (referent.Identity.Kind != SourceKind.Anonymous || referent.Identity.Name.Length > Wording(phrase).Length) return new(Span(phrase), referent.Identity);
        if (!IsBare(phrase)) return new(Span(phrase), Protagonist(phrase, referent) ?? referent.Identity);
        // «le responsable» alone, where nobody was called so before: whoever spoke last. A role of its own («l'avocate») is nobody's who has another.
        var any = StandsForAny(phrase);
        var spoken = Best(phrase.First, new(referent.Plural, referent.Gender, People: true, Spoken: true) { WithoutRole = !any });
        return new(Span(phrase), spoken?.Identity ?? Protagonist(phrase, referent) ?? referent.Identity);
    }

    // «cette source», «les sources», "the source": whoever was left unnamed and spoke last; else the body or paper that did. A person who is named
    // is not called so.
    private Identity? Retold(NounPhrase phrase, Referent referent)
    {
        var function = _prose.Lexicon.Function;
        if (!function.IsRetold(_prose.Trees[phrase.Head].Lemma) || !function.IsDefinite(_prose.Trees[phrase.First].Form) || phrase.Last - phrase.First > LongestRetold) return null;
        var wanted = new Wanted(referent.Plural, Gender.Any, People: true, Spoken: true) { Unnamed = true };
        return Best(phrase.First, wanted)?.Identity ?? OnlyUnnamed(phrase.First, referent.Plural) ?? SpokeLast(referent);
    }

    private Identity? SpokeLast(Referent referent) =>
        !referent.Plural && _last is { Kind: not (SourceKind.Person or SourceKind.Anonymous) } last ? last : null;

    // «des responsables ont dit P … Les sources ont souligné Q», however far apart: those unnamed who alone have spoken so far.
    private Identity? OnlyUnnamed(int word, bool plural)
    {
        Identity? only = null;
        for (var at = IndexBefore(word); at >= 0; at--)
        {
            var candidate = _referents.All[at];
            if (candidate.Identity.Kind != SourceKind.Anonymous || candidate.Plural != plural
                || !_spoken.Contains(candidate.Identity)) continue;
            if (only is not null && only != candidate.Identity) return null;
            only = candidate.Identity;
        }

        return only;
    }

    private bool StandsForAny(NounPhrase phrase)
    {
        var noun = _prose.Trees[phrase.Head].Lemma;
        return _prose.Lexicon.Function.IsHypernym(noun) || _prose.Lexicon.Function.IsAnaphoric(noun);
    }

    // «Maud Carlier, ingénieure en chef du barrage, … la responsable du site»: the only person whom the article has named so far.
    private Identity? Protagonist(NounPhrase phrase, Referent referent)
    {
        if (referent.Identity.Kind != SourceKind.Anonymous || referent.Plural || referent.Identity.Mentions > 1) return null;
        if (!StandsForAny(phrase) || !_prose.Lexicon.Function.IsDefinite(_prose.Trees[phrase.First].Form)) return null;
        Identity? only = null;
        for (var at = IndexBefore(phrase.First); at >= 0; at--)
        {
            var person = _referents.All[at];
            if (person.Identity.Kind != SourceKind.Person) continue;
            if (person.Plural || (only is not null && person.Identity != only)) return null;
            if (referent.Gender != Gender.Any && person.Gender != Gender.Any && person.Gender != referent.Gender) return null;
            only = person.Identity;
        }

        return only is { Full: true } ? only : null;
    }

    // "The union" after "the United Dockers Union": an institution whose name has the word goes before one that has not.
    private Identity? SoNamed(NounPhrase phrase)
    {
        var noun = _prose.Trees[phrase.Head].Form;
        for (var at = IndexBefore(phrase.First); at >= 0; at--)
        {
            var identity = _referents.All[at].Identity;
            var isLonger = identity.Kind == SourceKind.Organisation && identity.Bare.Length > noun.Length + 4;
            if (isLonger && identity.Bare.Split(' ').Contains(noun, StringComparer.OrdinalIgnoreCase)) return identity;
        }

        return null;
    }

    // «le journal», "the newspaper" alone, and not «Le Monde».
    private bool IsBareOutlet(NounPhrase phrase, Referent referent)
    {
        if (referent.Identity.Kind != SourceKind.Media || !IsBare(phrase) || SourceKinds.MentionAt(_prose, phrase.Head) is not null) return false;
        if (SourceKinds.KindOfNoun(_prose, phrase.Head) != NounKind.Media || _prose.Lexicon.Function.IsAllMedia(_prose.Trees[phrase.Head].Lemma)) return false;
        return referent.Identity.Name.Length <= Wording(phrase).Length;
    }

    // The outlet named last.
    private Identity? Outlet(int word)
    {
        for (var at = IndexBefore(word); at >= 0 && word - _referents.All[at].Phrase.Head < LookBack * 2; at--)
        {
            var named = _referents.All[at];
            if (named.Identity.Kind == SourceKind.Media
                && SourceKinds.MentionAt(_prose, named.Phrase.Head) is not null) return named.Identity;
        }

        return null;
    }

    // The institution that spoke last, else the one last named, where it may be called so.
    private Identity? Institution(NounPhrase phrase)
    {
        var word = phrase.First;
        var spoken = Best(word, new(false, Gender.Any, People: false, Spoken: true));
        if (spoken is { Identity.Kind: SourceKind.Organisation } && MayBeCalled(spoken, phrase)) return spoken.Identity;
        for (var at = IndexBefore(word); at >= 0 && word - _referents.All[at].Phrase.Head < LookBack; at--)
        {
            var named = _referents.All[at];
            if (named.Identity.Kind != SourceKind.Organisation) continue;
            var isNamed = SourceKinds.MentionAt(_prose, named.Phrase.Head) is { Type: NameType.Organisation };
            if (isNamed && MayBeCalled(named, phrase)) return named.Identity;
        }

        return null;
    }

    // "The health ministry" is no company: an institution whose name says what it is is called nothing else, but for what any may be
    // called.
    private bool MayBeCalled(Referent institution, NounPhrase phrase)
    {
        var noun = _prose.Trees[phrase.Head];
        if (_prose.Lexicon.Function.IsAnyInstitution(noun.Lemma)) return true;
        var governor = _prose.Trees[institution.Phrase.Head].Head;
        var words = $"{institution.Identity.Name} {institution.Identity.Bare} {(governor >= 0 ? _prose.Trees[governor].Lemma : "")}";
        var told = words.Split(_betweenWords, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant())
            .Where(word => _prose.Lexicon.Kinds.Of(word) == NounKind.Organisation)
            .ToList();
        return told.Count == 0 || told.Contains(noun.Lemma) || told.Contains(noun.Form.ToLowerInvariant());
    }

    // «l'alliance», «the company» alone: an institution that was named before.
    private bool IsGeneric(NounPhrase phrase, Referent referent) =>
        referent.Identity.Kind == SourceKind.Organisation && referent.Identity.Name.Length <= Wording(phrase).Length && IsBare(phrase) && _prose.Lexicon.Function.IsGeneric(_prose.Trees[phrase.Head].Form);

    // «l'alliance», «la même autorité»
    private bool IsBare(NounPhrase phrase)
    {
        if (phrase.Last != phrase.Head || !_prose.Lexicon.Function.IsDefinite(_prose.Trees[phrase.First].Form)) return false;
        return phrase.Last - phrase.First == 1
            || (phrase.Last - phrase.First == 2 && _prose.Lexicon.Function.IsSame(_prose.Trees[phrase.First + 1].Lemma));
    }

    private Teller Pronominal(StatementDraft draft, NounPhrase phrase, Pronoun pronoun, Teller? around)
    {
        if (pronoun.Role == PronounRole.Speaker) return new(Span(phrase), around?.Identity);
        if (pronoun.Role == PronounRole.Nobody) return new(null, null) { Kind = SourceKind.Anonymous };
        var wanted = new Wanted(pronoun.Plural, pronoun.Gender, People: pronoun.Human, Spoken: false) { Last = pronoun.Last, Thing = pronoun.Thing, About = draft };
        // «selon lui» is said of whoever has spoken.
        var spoken = draft.Attributed ? Best(phrase.First, wanted with { Spoken = true }) : null;
        var found = spoken ?? Ahead(phrase, wanted) ?? Best(phrase.First, wanted);
        if (found is not null) return new(Span(phrase), found.Identity);
        return new(Span(phrase), pronoun.Thing ? SubjectBefore(phrase.First) : pronoun.Plural || !draft.Quoted ? null : NamedNext(draft, wanted)?.Identity);
    }

    // "The airline grounded two jets. It said …": whatever the sentence before is about, were it of no known sort.
    private Identity? SubjectBefore(int word)
    {
        var before = _prose.SentenceStart(word) - 1;
        if (before < 0) return null;
        for (var i = _prose.SentenceStart(before); i <= before; i++)
        {
            var isSubject = _prose.Trees.Is(i, "nsubj") && _prose.Trees[_prose.Trees[i].Head].Head < 0;
            var isRoot = _prose.Trees[i].Head < 0 && _prose.Trees[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn;
            if (!(isSubject || isRoot) || !_prose.InProse(i)) continue;
            if (_prose.Trees[i].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || _prose.Trees[i].Features.Has("Number", "Plur") || _prose.IsTime(i)) return null;
            var referent = _referents.Of(NounPhrases.Of(_prose, i));
            return IsPerson(referent) ? null : referent.Identity;
        }

        return null;
    }

    private bool IsPerson(Referent referent) =>
        referent.Identity.Kind == SourceKind.Person || SourceKinds.KindOfNoun(_prose, referent.Phrase.Head) == NounKind.Person;

    // « La note est lourde, soupire-t-elle. … » La fermière Lina Petit …: where nobody was named before, whoever the next sentence is about.
    private Referent? NamedNext(StatementDraft draft, Wanted wanted)
    {
        var after = _prose.Trees.WordAt(draft.End);
        if (after >= _prose.Trees.Count) return null;
        var end = _prose.SentenceEnd(Math.Min(after + 2, _prose.Trees.Count - 1));
        for (var at = IndexBefore(after) + 1; at < _referents.All.Count && _referents.All[at].Phrase.Head <= end; at++)
        {
            var candidate = _referents.All[at];
            if (candidate.Subject && IsPerson(candidate) && Agrees(candidate, wanted with { About = null }, after)) return candidate;
        }

        return null;
    }

    // «Vendredi, à Ormel où il a dénoncé …, Jean Martin s'est rallié»: the name comes after the clause that the pronoun stands in.
    private Referent? Ahead(NounPhrase pronoun, Wanted wanted)
    {
        var verb = _prose.Trees[pronoun.Head].Head;
        if (verb < 0 || !_prose.Trees.IsAny(verb, "acl", "advcl")) return null;
        var end = _prose.SentenceEnd(pronoun.Head);
        for (var at = IndexBefore(_prose.SentenceStart(pronoun.Head)) + 1; at < _referents.All.Count && _referents.All[at].Phrase.Head <= end; at++)
        {
            var candidate = _referents.All[at];
            if (!candidate.Subject || _prose.Trees.Governs(verb, candidate.Phrase.Head)) continue;
            var follows = candidate.Phrase.First > pronoun.Head && _prose.Trees[candidate.Phrase.First - 1].Form == ",";
            return follows && candidate.Identity.Kind == SourceKind.Person && Agrees(candidate, wanted, pronoun.Head) ? candidate : null;
        }

        return null;
    }

    private Teller Contextual(StatementDraft draft)
    {
        var word = _prose.Trees.WordAt(draft.Start);
        var wanted = new Wanted(Says(draft, plural: false) ? false
            : null, Gender.Any, People: true, Spoken: false) { Continued = true, About = draft };
        var best = Best(word, wanted with { Named = true }) ?? Best(word, wanted);
        return best is null ? Teller.Nobody : new(Span(Nearest(word, best).Phrase), best.Identity);
    }

    // The last wording of who it is before the quotation.
    private Referent Nearest(int word, Referent referent)
    {
        for (var at = IndexBefore(word); at >= 0 && _referents.All[at].Phrase.Head > referent.Phrase.Head; at--)
        {
            if (_referents.All[at].Identity == referent.Identity && _prose.QuotationOf(_referents.All[at].Phrase.Head) == _prose.QuotationOf(referent.Phrase.Head)) return _referents.All[at];
        }

        return referent;
    }

    // Whoever says «je» is one, whoever says «nous» speaks for several.
    private bool Says(StatementDraft draft, bool plural)
    {
        for (var word = _prose.Trees.WordAt(draft.Start); word < _prose.Trees.Count && _prose.Trees[word].Span.Start < draft.End; word++)
        {
            if (_prose.PronounAt(word) is { Role: PronounRole.Speaker } pronoun && pronoun.Plural == plural) return true;
        }

        return false;
    }

    private Referent? Best(int word, Wanted wanted)
    {
        Referent? best = null;
        var bestScore = int.MinValue;
        var all = _referents.All;
        var at = IndexBefore(word);
        for (var back = 0; back < LookBack && at - back >= 0; back++)
        {
            var candidate = all[at - back];
            var distance = _told[_prose.Trees.SentenceOf(word)] - _told[_prose.Trees.SentenceOf(candidate.Phrase.Head)];
            if (distance > SentencesBack) break;
            if (!Agrees(candidate, wanted, word)) continue;
            if (wanted.Named && (IsAskedOf(candidate) || PointsBack(candidate) || IsCounted(candidate))) continue;
            if (wanted.Last) return candidate;
            var beside = IsBeside(candidate, word, wanted.Continued) ? Touching : 0;
            var goesOn = wanted.Continued && candidate.Identity == _last ? GoesOn : 0;
            var score = Salience(candidate, distance) + beside - back / 2 + goesOn;
            if (score <= bestScore) continue;
            (best, bestScore) = (candidate, score);
        }

        return best;
    }

    // Right before, or before the colon that opens what is told: «un désir est né chez Jean Martin : « … »»; a pronoun after the colon
    // («remet une lettre au préfet : il affirme …») goes on with the subject.
    private bool IsBeside(Referent candidate, int word, bool overColon)
    {
        var at = word - 1;
        if (!overColon) return at == candidate.Phrase.Last;
        while (at > candidate.Phrase.Last && _prose.Trees[at].Form is ":" or "«" or "“" or "\"") at--;
        return at == candidate.Phrase.Last && (at == word - 1 || _prose.Trees[at + 1].Form == ":");
    }

    private int IndexBefore(int word) => BinarySearch.First(_referents.All.Count, i => _referents.All[i].Phrase.Head >= word) - 1;

    private bool Agrees(Referent candidate, Wanted wanted, int word)
    {
        var kind = candidate.Identity.Kind;
        if (wanted.Plural is { } plural && candidate.Plural != plural && !(plural && kind is SourceKind.Organisation or SourceKind.Media)) return false;
        if (wanted.Gender != Gender.Any && candidate.Gender != Gender.Any && candidate.Gender != wanted.Gender) return false;
        if (wanted.Spoken && !_spoken.Contains(candidate.Identity)) return false;
        if (wanted.Unnamed && kind != SourceKind.Anonymous) return false;
        if (wanted.WithoutRole && (kind != SourceKind.Person || HasRole(candidate.Identity))) return false;
        if (wanted.Thing && (IsPerson(candidate) || kind == SourceKind.Anonymous)) return false;
        if (wanted.About is { } told && (IsInside(candidate, told) || IsNamedIn(candidate, told))) return false;
        if (IsBystander(candidate)) return false;
        if (kind == SourceKind.Document && !_spoken.Contains(candidate.Identity) && (candidate.Plural || !candidate.Subject)) return false;
        if (_prose.QuotationOf(candidate.Phrase.Head) >= 0 && _prose.QuotationOf(word) != _prose.QuotationOf(candidate.Phrase.Head)) return false;
        return !wanted.People || kind is SourceKind.Person or SourceKind.Anonymous;
    }

    private bool HasRole(Identity identity) => identity.Roles.Any(role => _prose.Lexicon.Kinds.Of(role) == NounKind.Person && !_prose.Lexicon.Function.IsHonorific(role));

    // What a quotation speaks of does not speak it.
    private bool IsInside(Referent candidate, StatementDraft told) => told.Quoted && told.Covers(_prose.Trees[candidate.Phrase.Head].Span);

    // "He said Hale had saved the race": whom he names, he is not.
    private bool IsNamedIn(Referent candidate, StatementDraft told)
    {
        if (told.Quoted || candidate.Identity.Kind != SourceKind.Person) return false;
        for (var at = IndexBefore(_prose.Trees.WordAt(told.Start)) + 1; at < _referents.All.Count; at++)
        {
            var named = _referents.All[at];
            if (_prose.Trees[named.Phrase.Head].Span.Start >= told.End) return false;
            if (named.Identity == candidate.Identity && _prose.Trees[named.Phrase.Head].Tag == PartOfSpeech.Propn) return true;
        }

        return false;
    }

    // A town is where, not who, and an institution is one of many, unless it acts or has spoken.
    private bool IsBystander(Referent candidate) =>
        candidate.Identity.Kind is not (SourceKind.Person or SourceKind.Anonymous) && !candidate.Subject && !_spoken.Contains(candidate.Identity);

    // Whom a question only names does not answer it: «… l'un des conseillers de Jean Martin ? « Parce que … »».
    private bool IsAskedOf(Referent candidate) =>
        !candidate.Subject && _prose.QuotationOf(candidate.Phrase.Head) < 0 && IsQuestionMark(_prose.SentenceEnd(candidate.Phrase.Head));

    private bool IsQuestionMark(int word) => _prose.Trees[word].Form == "?" && _prose.QuotationOf(word) < 0;

    // «545 premières personnes» are told of; who is counted does not go on speaking.
    private bool IsCounted(Referent candidate) =>
        candidate.Identity.Kind == SourceKind.Anonymous && _prose.Trees.HasChild(candidate.Phrase.Head, "nummod") && !_spoken.Contains(candidate.Identity);

    // «ce fils d'immigrés» is somebody named before.
    private bool PointsBack(Referent candidate) =>
        candidate.Identity.Kind == SourceKind.Anonymous && _prose.Trees[candidate.Phrase.First].Features.Has("PronType", "Dem");

    private int Salience(Referent candidate, int distance)
    {
        var score = -6 * distance;
        if (candidate.Subject) score += 7;
        if (candidate.Inner) score -= 4;
        if (_spoken.Contains(candidate.Identity)) score += 4;
        if (candidate.Identity.Kind == SourceKind.Person) score += 4;
        if (candidate.Identity == _last) score += 3;
        score += Math.Min(MostMentions, candidate.Identity.Mentions);
        return score;
    }

    /// <summary>What a referent must agree with.</summary>
    private readonly record struct Wanted(bool? Plural, Gender Gender, bool People, bool Spoken)
    {
        /// <summary>Whether a quotation without a cue is asked for: it mostly goes on from the last.</summary>
        public bool Continued { get; init; }

        /// <summary>Whether those are left out who only stand for somebody named before, or are asked about.</summary>
        public bool Named { get; init; }

        /// <summary>Whether the nearest is asked for, however salient others are.</summary>
        public bool Last { get; init; }

        /// <summary>Whether an institution or a text is asked for.</summary>
        public bool Thing { get; init; }

        /// <summary>Whether somebody is asked for whom the article leaves unnamed.</summary>
        public bool Unnamed { get; init; }

        /// <summary>Whether a person is asked for of whom the article tells no role.</summary>
        public bool WithoutRole { get; init; }

        /// <summary>What is told: whom it names does not tell it.</summary>
        public StatementDraft? About { get; init; }
    }

    private TextSpan Span(NounPhrase phrase) => _prose.Trees.Span(phrase.First, phrase.Last);

    private string Wording(NounPhrase phrase) => Span(phrase).In(_prose.Text).ToString();
}

/// <summary>Who tells, resolved.</summary>
/// <param name="Span">The words that name the source here.</param>
/// <param name="Identity">Who it is; <see langword="null"/> where nobody is named.</param>
internal sealed record Teller(TextSpan? Span, Identity? Identity)
{
    /// <summary>The article itself.</summary>
    public static Teller Article { get; } = new(null, null) { Kind = SourceKind.Article };

    /// <summary>Nobody that is named.</summary>
    public static Teller Nobody { get; } = new(null, null) { Kind = SourceKind.Anonymous };

    /// <summary>The sort of source.</summary>
    public SourceKind Kind { get; init; } = Identity?.Kind ?? SourceKind.Anonymous;

    /// <summary>As a statement has it.</summary>
    public Source ToSource() => new(Span, Identity?.Name, Kind);
}
