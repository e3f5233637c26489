using Recoupe.Extract.Statements.Lexicons;
using Recoupe.Language;

namespace Recoupe.Extract.Statements.Resolution;

/// <summary>Somebody or something that may tell, where the article words it.</summary>
/// <param name="Phrase">The words.</param>
/// <param name="Identity">Who it is: one object for all wordings of one.</param>
/// <param name="Plural">Whether it is several.</param>
/// <param name="Gender">Its gender, as far as it shows.</param>
/// <param name="Subject">Whether it is the subject of its clause.</param>
/// <param name="Inner">Whether it only completes another's wording (<c>un proche de X</c>).</param>
internal sealed record Referent(NounPhrase Phrase, Identity Identity, bool Plural, Gender Gender, bool Subject, bool Inner);

/// <summary>One teller in all its wordings.</summary>
internal sealed class Identity
{
    /// <summary>The article's own fullest wording.</summary>
    public required string Name { get; set; }

    /// <summary>The bare name, or the fullest wording where there is none.</summary>
    public required string Bare { get; set; }

    public required SourceKind Kind { get; set; }

    /// <summary>Whether the wording holds both a name and what it is.</summary>
    public bool Full { get; set; }

    /// <summary>How often the article words it.</summary>
    public int Mentions { get; set; }

    /// <summary>The nouns it was described by.</summary>
    public HashSet<string> Roles { get; } = new(StringComparer.Ordinal);
}

/// <summary>
/// Gathers the wordings of each teller in an article: a surname is the full name before or after it, a bare description is the nearest
/// earlier one with the same noun. The fullest wording is the first that has a name and a role, else the longest.
/// </summary>
internal sealed class Referents
{
    private const int LongestName = 12;
    private const int ProtagonistReach = 20;
    private const int LongestWithAge = 5;

    private readonly StatementContext _prose;
    private readonly Dictionary<string, string> _surnames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Identity> _named = new(StringComparer.Ordinal);
    private readonly List<Referent> _all = [];
    private readonly Dictionary<int, Referent> _byHead = [];
    private readonly Dictionary<string, List<Referent>> _byRole = new(StringComparer.Ordinal);

    public Referents(StatementContext prose)
    {
        _prose = prose;
        foreach (var mention in prose.Mentions.Where(m => m.Type == NameType.Person && m.Name.Contains(' ', StringComparison.Ordinal)))
            _surnames.TryAdd(mention.Name[(mention.Name.LastIndexOf(' ') + 1)..], mention.Name);
        var reach = -1;
        for (var word = 0; word < prose.Trees.Count; word++)
        {
            if (!IsCandidate(word, reach)) continue;
            var phrase = NounPhrases.Of(prose, word);
            Add(phrase, word <= reach);
            reach = Math.Max(reach, phrase.Last);
        }

        _all.Sort((a, b) => a.Phrase.Head.CompareTo(b.Phrase.Head));
    }

    /// <summary>In text order.</summary>
    public IReadOnlyList<Referent> All => _all;

    /// <summary>Who a phrase with this head names; <see langword="null"/> where it was not gathered.</summary>
    public Referent? At(int head) => _byHead.GetValueOrDefault(head);

    /// <summary>Who a phrase names, gathered now where it was not before.</summary>
    public Referent Of(NounPhrase phrase) => At(phrase.Head) ?? Add(phrase, inner: false);

    private bool IsCandidate(int word, int reach)
    {
        if (!_prose.InProse(word) || !_prose.IsWord(word) || _prose.Trees[word].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) return false;
        if (_prose.Trees.IsAny(word, "flat", "compound", "fixed", "appos") && (word <= reach || IsPartOfName(word))) return false;
        return SourceKinds.MayTell(_prose, word, word, word) && !IsTitleOfNext(word);
    }

    // "the World Health Organization": its first word alone is nobody.
    private bool IsPartOfName(int word) =>
        SourceKinds.MentionAt(_prose, word) is { } mention && mention.Span.Contains(_prose.Trees[_prose.Trees[word].Head].Span);

    // "surgeon Karl Berg": a role right before a name is of that name, wherever the parser hung it.
    private bool IsTitleOfNext(int word)
    {
        var next = word + 1;
        if (next >= _prose.Trees.Count || SourceKinds.KindOfNoun(_prose, word) != NounKind.Person || SourceKinds.MentionAt(_prose, word) is not null) return false;
        return SourceKinds.MentionAt(_prose, next) is { Type: NameType.Person } && NounPhrases.Of(_prose, word).Last == word;
    }

    private Referent Add(NounPhrase phrase, bool inner)
    {
        var identity = Identify(phrase);
        identity.Mentions++;
        var referent = new Referent(phrase, identity, IsPlural(phrase), GenderOf(phrase), IsSubject(phrase.Head), inner);
        if (_byHead.TryAdd(phrase.Head, referent)) _all.Add(referent);
        foreach (var role in RolesIn(phrase))
        {
            identity.Roles.Add(role);
            if (!_byRole.TryGetValue(role, out var list)) _byRole[role] = list = [];
            list.Add(referent);
        }

        return referent;
    }

    private Identity Identify(NounPhrase phrase)
    {
        var kind = SourceKinds.KindOf(_prose, phrase);
        if (NounPhrases.IsCoordinated(_prose.Trees, phrase)) return Alone(phrase, kind);
        if (Beside(phrase) is { } beside) return beside;
        if (SurnameOf(phrase) is { } full) return Named(phrase, SourceKind.Person, full);
        var name = NameIn(phrase, kind) is { } worded ? FullName(phrase, worded) : null;
        if (name is not null) return Named(phrase, kind, name);
        if (IsDefinite(phrase) && Earlier(phrase) is { } earlier) return Improve(earlier.Identity, phrase);
        return PointsBack(phrase, kind) && Protagonist(phrase) is { } person ? person : Alone(phrase, kind);
    }

    // «Jean Martin, également chef de file des députés»: a second role of the person before the comma.
    private Identity? Beside(NounPhrase phrase)
    {
        var trees = _prose.Trees;
        if (!trees.IsAny(phrase.Head, "appos", "nmod") || trees.HasChild(phrase.Head, "case") || SourceKinds.KindOfNoun(_prose, phrase.Head) != NounKind.Person) return null;
        var before = phrase.First - 1;
        while (before > 0 && trees[before].Tag == PartOfSpeech.Adv) before--;
        return before >= 0 && trees[before].Form == "," && At(trees[phrase.Head].Head) is { Identity.Kind: SourceKind.Person, Plural: false } person && person.Phrase.Last < before ? person.Identity : null;
    }

    // «ce fils d'immigrés», «l'artiste»: a description that in a text is nearly always of somebody named before.
    private bool PointsBack(NounPhrase phrase, SourceKind kind)
    {
        if (kind != SourceKind.Anonymous || IsPlural(phrase) || SourceKinds.KindOfNoun(_prose, phrase.Head) != NounKind.Person) return false;
        var contracted = phrase.First > 0 && phrase.First == phrase.Head && _prose.Trees[phrase.First - 1] is { Tag: PartOfSpeech.Det } article && article.Head == phrase.Head && NounPhrases.IsContracted(_prose.Trees, phrase.First - 1);
        var opener = _prose.Trees[contracted ? phrase.First - 1 : phrase.First].Form;
        if (_prose.Lexicon.Function.IsDemonstrative(opener)) return true;
        return _prose.Lexicon.Function.IsDefinite(opener) && (phrase.Last - phrase.First <= 2 || IsFormer(phrase) || HasAge(phrase))
            && (_prose.Lexicon.Function.IsAnaphoric(_prose.Trees[phrase.Head].Lemma) || IsFormer(phrase));
    }

    // «la jeune femme de 30 ans»
    private bool HasAge(NounPhrase phrase)
    {
        if (phrase.Last - phrase.First > LongestWithAge) return false;
        for (var i = phrase.Head + 1; i <= phrase.Last; i++)
        {
            if (_prose.Trees[i].Tag == PartOfSpeech.Num) return true;
        }

        return false;
    }

    // «l'ancien ministre», «l'ancien Premier ministre»
    private bool IsFormer(NounPhrase phrase)
    {
        for (var i = phrase.First; i < phrase.Head; i++)
        {
            if (_prose.Lexicon.Function.IsFormer(_prose.Trees[i].Lemma)) return phrase.Last == phrase.Head;
        }

        return false;
    }

    // The person named last as a subject, else last at all.
    private Identity? Protagonist(NounPhrase phrase)
    {
        Identity? last = null;
        Identity? only = null;
        var several = false;
        for (var at = _all.Count - 1; at >= 0 && _all.Count - at < ProtagonistReach; at--)
        {
            var candidate = _all[at];
            if (IsQuoted(candidate, phrase)) continue;
            if (candidate.Identity.Kind == SourceKind.Person)
            {
                several |= candidate.Plural || (only is not null && only != candidate.Identity);
                only = candidate.Identity;
            }

            if (candidate.Identity.Kind != SourceKind.Person || candidate.Plural || candidate.Inner || !Agree(candidate.Gender, GenderOf(phrase))) continue;
            if (candidate.Subject) return candidate.Identity;
            last ??= candidate.Identity;
        }

        // «la responsabilité de Jean Martin … le prévenu»: named only within other phrases, but nobody else is.
        return last ?? (several ? null : only);
    }

    // Whom a quotation names is not who the text around it goes on about.
    private bool IsQuoted(Referent candidate, NounPhrase phrase) =>
        _prose.QuotationOf(candidate.Phrase.Head) is >= 0 and var quotation && quotation != _prose.QuotationOf(phrase.Head);

    private static bool Agree(Gender a, Gender b) => a == Gender.Any || b == Gender.Any || a == b;

    private Identity Alone(NounPhrase phrase, SourceKind kind)
    {
        var text = Wording(phrase);
        return new() { Name = text, Bare = kind == SourceKind.Media ? Intermediaries.Bare(_prose, phrase) : text, Kind = kind };
    }

    // A lone name that ends a person's full name in this article is that person, were it a town's name as well.
    private string? SurnameOf(NounPhrase phrase) =>
        _prose.Trees[phrase.Head].Tag == PartOfSpeech.Propn && phrase.Last == phrase.Head ? _surnames.GetValueOrDefault(_prose.Trees[phrase.Head].Form) : null;

    private Identity Named(NounPhrase phrase, SourceKind kind, string name)
    {
        var key = KeyOf(name, kind);
        if (!_named.TryGetValue(key, out var identity))
            return _named[key] = new() { Name = phrase.Last - phrase.First < LongestName ? Wording(Nameable(phrase, kind)) : name, Bare = name, Kind = kind, Full = IsFull(phrase, name) };
        if (name.Length > identity.Bare.Length) identity.Bare = name;
        return Improve(identity, phrase);
    }

    // «la CFTC au sein de l'intersyndicale»: of an institution that has a name, what it is part of is no part of the name.
    private NounPhrase Nameable(NounPhrase phrase, SourceKind kind)
    {
        if (kind is not (SourceKind.Organisation or SourceKind.Media) || SourceKinds.MentionAt(_prose, phrase.Head) is not { } mention) return phrase;
        for (var i = phrase.Head + 1; i <= phrase.Last; i++)
        {
            if (_prose.Trees[i].Tag == PartOfSpeech.Adp && !mention.Span.Contains(_prose.Trees[i].Span) && !_prose.Lexicon.Function.IsOwning(_prose.Trees[i].Lemma)) return phrase with { Last = i - 1 };
        }

        return phrase;
    }

    // The first wording with name and role stays; before one is met, the longest does.
    private Identity Improve(Identity identity, NounPhrase phrase)
    {
        var text = Wording(phrase);
        // «le prévenu» names Franck less well than «Franck».
        if (identity.Kind == SourceKind.Person && !text.Contains(identity.Bare, StringComparison.Ordinal)) return identity;
        var full = identity.Kind == SourceKind.Person && IsFull(phrase, identity.Bare);
        if ((full && !identity.Full) || (!identity.Full && identity.Kind != SourceKind.Organisation && text.Length > identity.Name.Length && phrase.Last - phrase.First < LongestName)) identity.Name = text;
        identity.Full |= full;
        return identity;
    }

    // A name with what its bearer is: «un Jean Martin conquérant» has but a mood.
    private bool IsFull(NounPhrase phrase, string name) =>
        name.Contains(' ', StringComparison.Ordinal) && Wording(phrase).Length > name.Length + 4 && phrase.Last - phrase.First < LongestName
        && !_prose.Trees[phrase.First].Features.Has("Definite", "Ind");

    // «the Church» after «the Church of Ormel»: the head of a name alone is the institution named so before.
    private string FullName(NounPhrase phrase, string name)
    {
        if (name.Contains(' ', StringComparison.Ordinal) || !IsDefinite(phrase)) return name;
        for (var at = _all.Count - 1; at >= 0; at--)
        {
            if (_all[at].Identity.Kind == SourceKind.Organisation && _all[at].Identity.Bare.StartsWith(name + " ", StringComparison.Ordinal)) return _all[at].Identity.Bare;
        }

        return name;
    }

    private string? NameIn(NounPhrase phrase, SourceKind kind)
    {
        if (kind == SourceKind.Person) return PersonName(phrase);
        if (SourceKinds.MentionAt(_prose, phrase.Head) is { } mention) return Longer(phrase, mention);
        return _prose.Trees[phrase.Head].Tag == PartOfSpeech.Propn ? ProperRun(phrase.Head, phrase) : null;
    }

    // «the Tax Foundation», of which the names found hold but «Tax».
    private string Longer(NounPhrase phrase, Mention mention)
    {
        if (mention.Name.Contains(' ', StringComparison.Ordinal)) return mention.Name;
        var run = ProperRun(phrase.Head, phrase);
        return run.Contains(mention.Name, StringComparison.Ordinal) ? run : mention.Name;
    }

    private string? PersonName(NounPhrase phrase)
    {
        if (NameAfterRole(phrase) is { } own) return own;
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            if (SourceKinds.MentionAt(_prose, i) is not { Type: NameType.Person } mention) continue;
            if (SourceKinds.Identifies(_prose, phrase, i) || SourceKinds.StandsBeside(_prose, phrase, i)) return mention.Name;
        }

        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            if (_prose.Trees[i].Tag == PartOfSpeech.Propn && SourceKinds.Identifies(_prose, phrase, i) && SourceKinds.KindOfNoun(_prose, i) == NounKind.None) return ProperRun(i, phrase);
        }

        return null;
    }

    // "Carver spokesman Steven Hale": of two names the one after the role bears it.
    private string? NameAfterRole(NounPhrase phrase)
    {
        string? before = null;
        var role = false;
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            if (SourceKinds.MentionAt(_prose, i) is { Type: NameType.Person } mention)
            {
                if (role && before is not null && mention.Name != before) return mention.Name;
                if (!role) before = mention.Name;
            }
            else if (SourceKinds.KindOfNoun(_prose, i) == NounKind.Person)
            {
                role = true;
            }
            else if (_prose.Trees[i].Tag is PartOfSpeech.Adp || _prose.Trees[i].Form == ",")
            {
                return null;
            }
        }

        return null;
    }

    private string ProperRun(int word, NounPhrase phrase)
    {
        var (first, last) = (word, word);
        while (first > phrase.First && _prose.Trees[first - 1].Tag == PartOfSpeech.Propn) first--;
        while (last < phrase.Last && _prose.Trees[last + 1].Tag == PartOfSpeech.Propn) last++;
        return _prose.Trees.Span(first, last).In(_prose.Text).ToString();
    }

    private static string KeyOf(string name, SourceKind kind) => kind + "|" + name.ToLowerInvariant();

    private string Wording(NounPhrase phrase) => string.Join(
        ' ', Unowned(phrase).In(_prose.Text).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // «Donald Carver’s»: the mark by which a name owns what follows is not of it.
    private TextSpan Unowned(NounPhrase phrase)
    {
        var span = _prose.Trees.Span(phrase.First, phrase.Last);
        return SourceKinds.MentionAt(_prose, phrase.Last) is { } mention && span.In(_prose.Text) is [.., '\'' or '’', 's']
            && mention.Span.End == span.End - 2
            ? span with { End = mention.Span.End }
            : span;
    }

    private bool IsDefinite(NounPhrase phrase) => _prose.Lexicon.Function.IsDefinite(_prose.Trees[phrase.First].Form);

    // The nearest earlier wording with the same noun, whose own words include these.
    private Referent? Earlier(NounPhrase phrase)
    {
        if (!_byRole.TryGetValue(_prose.Trees[phrase.Head].Lemma.ToLowerInvariant(), out var list)) return null;
        for (var i = list.Count - 1; i >= 0; i--)
        {
            if (list[i].Plural == IsPlural(phrase) && Includes(list[i].Identity.Name, phrase)) return list[i];
        }

        return null;
    }

    private bool Includes(string name, NounPhrase phrase)
    {
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            if (i == phrase.Head || _prose.Trees[i].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn or PartOfSpeech.Adj)) continue;
            if (!name.Contains(_prose.Trees[i].Form, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return true;
    }

    private IEnumerable<string> RolesIn(NounPhrase phrase)
    {
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            // «President Barack Obama» is the president, though his title is written like a name.
            if (_prose.Trees[i].Tag is PartOfSpeech.Noun or PartOfSpeech.Propn && SourceKinds.KindOfNoun(_prose, i) != NounKind.None && (SourceKinds.Identifies(_prose, phrase, i) || i == phrase.First)) yield return _prose.Trees[i].Lemma.ToLowerInvariant();
        }
    }

    private bool IsPlural(NounPhrase phrase) =>
        _prose.Trees[phrase.Head].Features.Has("Number", "Plur") || _prose.Trees.Child(phrase.Head, "conj") is var conj && conj >= 0 && conj <= phrase.Last;

    private Gender GenderOf(NounPhrase phrase)
    {
        for (var i = phrase.First; i <= phrase.Last; i++)
        {
            if (_prose.Trees[i].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Det) || !SourceKinds.Identifies(_prose, phrase, _prose.Trees[i].Tag == PartOfSpeech.Det ? _prose.Trees[i].Head : i)) continue;
            if (_prose.Lexicon.Function.GenderOf(_prose.Trees[i].Form) is var told and not Gender.Any) return told;
            if (_prose.Lexicon.Function.IsHonorific(_prose.Trees[i].Form)) continue;
            if (_prose.Trees[i].Features.Has("Gender", "Fem")) return Gender.Fem;
            if (_prose.Trees[i].Features.Has("Gender", "Masc")) return Gender.Masc;
        }

        return Gender.Any;
    }

    private bool IsSubject(int head)
    {
        var at = head;
        while (_prose.Trees.Is(at, "conj") && _prose.Trees[at].Head >= 0) at = _prose.Trees[at].Head;
        return _prose.Trees.Is(at, "nsubj");
    }
}
