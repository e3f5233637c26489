using Recoupe.Language;
using Recoupe.Propose.Splitting;
using Recoupe.Propose.Words;

namespace Recoupe.Propose.Referents;

/// <summary>
/// Who and what an article's pronouns stand for, where that is sure: whoever tells, or the one subject before them that agrees. A wrong
/// name costs more than none.
/// </summary>
internal sealed class Antecedents
{
    private const int Reach = 90; // words: farther back, a pronoun stands for something else as often as not
    private const int Sentences = 2;
    private const int ShortestStem = 4; // letters: «russ»
    private const int LongestEnding = 3; // «Biéloruss|ie», «biéloruss|e»

    private const int LongestParticle = 3; // letters: «de», "van"
    private const int Deepest = 6; // verbs above one another
    private const int MostWordings = 8; // of one person: the role stands by the name where the person comes in
    private const int MostNames = 500; // of one article: a list of more names is no story

    private readonly Prose _prose;
    private readonly Countries _countries;
    private readonly List<Mention> _names;
    private readonly Dictionary<int, Source> _sources = [];
    private readonly Dictionary<string, List<TextSpan>> _wordings = new(StringComparer.Ordinal); // of persons who tell, by name
    private readonly Dictionary<string, int> _withArticle = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextSpan> _named = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordGender> _genders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Antecedent> _phrases = new(StringComparer.Ordinal);

    public Antecedents(Prose prose)
    {
        _prose = prose;
        Pronouns = Pronouns.Of(prose.Trees.Reading.Language);
        ShortForms = new(prose);
        _countries = new(prose);
        Workplaces = new(prose, word => Noun(word));
        _names = [.. prose.Findings.Mentions.DistinctBy(m => (m.Name, m.Type)).Take(MostNames)];
        foreach (var mention in prose.Findings.Mentions)
        {
            Article(mention);
            if (mention.Span.In(prose.Text).SequenceEqual(mention.Name)) _named.TryAdd(mention.Name, mention.Span);
        }

        foreach (var source in prose.Findings.Statements.Select(s => s.Source))
        {
            Place(source);
            Word(source);
            if (source is { Span: { } span, Name: { } name }
                && Pronouns.Subject(span.In(prose.Text).ToString()) is { Person: 3, Gender: not WordGender.Any } told)
                _genders.TryAdd(NameOf(source) ?? name, told.Gender);
        }
    }

    public Pronouns Pronouns { get; }

    public ShortForms ShortForms { get; }

    public Workplaces Workplaces { get; }

    /// <summary>Whoever tells a statement, worded to be given; <see langword="null"/> where nobody is named.</summary>
    public Antecedent? Speaker(Source source)
    {
        if (source.Name is not { } name || source.Kind == SourceKind.Article || IsTitle(name)) return null;
        if (source.Kind == SourceKind.Person && NameOf(source) is { } person) return Named(person, NameType.Person);
        return Described(source, name);
    }

    /// <summary>
    /// Those for whom somebody says <c>nous</c>: the institution that speaks, or the one behind a person; <see langword="null"/> for a
    /// person on its own.
    /// </summary>
    public Antecedent? Group(Source source)
    {
        if (source.Name is not { } name) return null;
        if (source.Kind is SourceKind.Organisation or SourceKind.Document or SourceKind.Media) return Speaker(source);
        if (source.Kind == SourceKind.Person) return BehindPerson(source, name);
        var behind = Behind(name, source.Span);
        if (source.Kind == SourceKind.Anonymous && behind is not null && Speaker(source) is { Plural: false })
            return Named(behind.Name, behind.Type);
        return Speaker(source);
    }

    // «Kirby», whom the article calls «le porte-parole du Conseil, John Kirby» elsewhere; of two institutions neither.
    private Antecedent? BehindPerson(Source source, string name)
    {
        var wordings = PersonOf(source) is { } person ? _wordings.GetValueOrDefault(person) ?? [] : [];
        var all = wordings.Select(span => (Phrases.Flat(span.In(_prose.Text)), (TextSpan?)span)).Prepend((name, source.Span));
        var behind = all.Where(w => !IsFormer(w.Item1))
            .Select(w => Behind(w.Item1, w.Item2))
            .OfType<Mention>()
            .DistinctBy(m => m.Name, StringComparer.Ordinal)
            .Take(2)
            .ToList();
        return behind is [var only] ? Named(only.Name, only.Type) : null;
    }

    private Mention? Behind(string wording, TextSpan? span) =>
        _names.FirstOrDefault(m => m.Type is NameType.Organisation or NameType.Place && IsOwner(wording, m)) ?? Land(wording, span);

    // Who held an office speaks for it no more.
    private bool IsFormer(string wording) =>
        Prose.Plain(wording)
            .Split([' ', ',', '-', '\''], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => _prose.Words.Has("former", word));

    private void Word(Source source)
    {
        if (source is not { Kind: SourceKind.Person, Span: { } span } || PersonOf(source) is not { } person) return;
        if (!_wordings.TryGetValue(person, out var list)) _wordings[person] = list = [];
        if (list.Count < MostWordings) list.Add(span);
    }

    private string? PersonOf(Source source) =>
        NameOf(source) ?? (source.Span is { } span ? _prose.MentionsIn(span).FirstOrDefault(m => m.Type == NameType.Person)?.Name : null);

    // «porte-parole du Pentagone», «Norland's minister»: the name stands behind a preposition of owning or before its mark; a land's only
    // where the role is the state's.
    private bool IsOwner(string name, Mention mention)
    {
        var at = name.IndexOf(mention.Name, StringComparison.Ordinal);
        var isWord = char.IsLower(mention.Name[0]) && !mention.Name.Contains(' ', StringComparison.Ordinal);
        if (at < 0 || isWord || IsNameItself(name)) return false;
        if (mention.Type == NameType.Place && (!SpeaksForState(name) || IsOfBodyThere(name[..at]))) return false;
        var before = Prose.Plain(name[..at]).TrimEnd().Split(' ', StringSplitOptions.RemoveEmptyEntries).Reverse().ToList();
        if (before.Count > 0 && _prose.Words.Has("articles", before[0]) && !_prose.Words.Has("owning", before[0])) before.RemoveAt(0);
        if (before.Count == 0 && mention.Type == NameType.Organisation && name.Length > at + mention.Name.Length + 1) return true;
        return (before.Count > 0
            && (_prose.Words.Has("owning", before[0])
                || before[0].EndsWith("d'", StringComparison.Ordinal)
                || before[0].EndsWith("l'", StringComparison.Ordinal)))
            || name.AsSpan(at + mention.Name.Length).StartsWith("'s ") || name.AsSpan(at + mention.Name.Length).StartsWith("’s ");
    }

    // «le chef de la police de Nantes» speaks for the police there, and not for Nantes.
    private bool IsOfBodyThere(string before)
    {
        var words = Prose.Plain(before).Split([' ', '\'', '’'], StringSplitOptions.RemoveEmptyEntries);
        var role = Array.FindIndex(words, w => _prose.Words.Has("state roles", w));
        var within = words.Skip(role + 1).SkipWhile(w => !IsOwning(w)).Skip(1).SkipWhile(IsArticle).ToList();
        return within.Count > 0 && !IsOwning(within[0]) && !_prose.Words.Has("state roles", within[0]);
    }

    private bool IsOwning(string word) => _prose.Words.Has("owning", word) || _prose.Words.Has("owning", word + "'");

    // «les Verts du Sud»: named by a name, not by a role.
    private bool IsNameItself(string name)
    {
        var opener = name.Split([' ', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => !IsArticle(word));
        var isPlain = opener is null || !char.IsUpper(opener[0]) || _prose.Words.Has("state roles", opener);
        return !isPlain && _prose.Words.Has("plurals", name.Split(' ')[0]);
    }

    private bool SpeaksForState(string name) =>
        Prose.Plain(name).Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries).Any(word => _prose.Words.Has("state roles", word));

    // «le président biélorusse»: the land that the article names and the adjective is of.
    private Mention? Land(string name, TextSpan? at)
    {
        if (at is not { } span || !SpeaksForState(name)) return null;
        var trees = _prose.Trees;
        for (var word = trees.WordAt(span.Start); word < trees.Count && trees[word].Span.Start < span.End; word++)
        {
            var adjective = trees[word].Tag == PartOfSpeech.Adj ? _prose.Lemma(word) : "";
            if (adjective.Length >= ShortestStem
                && _names.FirstOrDefault(m => m.Type is NameType.Place or NameType.Organisation && SharesStem(adjective, m.Name)) is { } land)
                return land;
        }

        return null;
    }

    private static bool SharesStem(string adjective, string name)
    {
        var same = 0;
        if (name.StartsWith(adjective, StringComparison.OrdinalIgnoreCase)) return false; // «Norlandais»: its people
        while (same < Math.Min(adjective.Length, name.Length) && char.ToLowerInvariant(name[same]) == adjective[same]) same++;
        return same >= ShortestStem && same >= name.Length - LongestEnding && same >= adjective.Length - LongestEnding;
    }

    /// <summary>What a third person stands for; <see langword="null"/> where that is not sure.</summary>
    /// <param name="word">The pronoun.</param>
    /// <param name="pronoun">What it may stand for.</param>
    /// <param name="who">Whoever tells, and whether a preposition alone says so (<c>selon X</c>).</param>
    /// <param name="isQuoted">Whether it stands in a quotation, where a third person is another.</param>
    /// <param name="from">The first word of what is told.</param>
    public Antecedent? Third(int word, PersonOf pronoun, (Antecedent? Teller, bool IsBeside) who, bool isQuoted, int from)
    {
        var between = Before(word, Math.Max(from, word - Reach)).Where(r => Agree(r, pronoun)).ToList();
        var before = Before(from, Math.Max(0, word - Reach)).Where(r => Agree(r, pronoun) && !(isQuoted && (!r.Person || Same(r, who.Teller))));
        // "The agency said they had counted 40": where nobody else may be meant, the body that tells.
        var isBodys = pronoun.Bodies && !isQuoted && who is { IsBeside: false, Teller: { Person: false, Plural: false } };
        if (isBodys && between.Count == 0 && !before.Any()) return who.Teller;
        var isTellers = between.Count == 0 && !isQuoted && who.Teller is not null && Agree(who.Teller, pronoun);
        if (isTellers) return TellerOr(who.Teller!, who.IsBeside, [.. before.Where(r => !Same(r, who.Teller)).Take(2)]);
        return Nearest(between.Count > 0 ? between : [.. before.Take(2)]);
    }

    // Whoever tells speaks of himself, unless it is no person and one was spoken of; «selon X, il …» speaks of X only where nobody else is near.
    private Antecedent? TellerOr(Antecedent who, bool isBeside, List<Antecedent> others)
    {
        if (others.Count > 0 && isBeside && others[0].Person) return others.Count == 1 ? others[0] : null;
        return IsDescribed(who) && others.Exists(r => r.Person) ? null : who;
    }

    // «Mr.», cut from the name that it stood before.
    private bool IsTitle(string name) => _prose.Words.Has("men", name) || _prose.Words.Has("women", name);

    // «le parquet», «l'hôpital de Sarle»: an institution that is called by what it is; a state or a firm by its name speaks of itself.
    private bool IsDescribed(Antecedent who)
    {
        if (who.Person || who.Plural) return false;
        var opener = who.Words.Split([' ', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(word => !IsArticle(word));
        return opener is not null && char.IsLower(opener[0]);
    }

    private bool IsArticle(string word) => _prose.Words.Has("articles", word) || _prose.Words.Has("articles", word + "'");

    // Of two in one sentence either may be meant.
    private Antecedent? Nearest(List<Antecedent> near) =>
        near.Count == 0 || (near.Count > 1 && !Same(near[0], near[1]) && IsOneSentence(near[0], near[1])) ? null : near[0];

    /// <summary>What a third person stands for beside whoever tells; <see langword="null"/> where two may be meant.</summary>
    public Antecedent? Another(int word, PersonOf pronoun, Antecedent? teller, int verb)
    {
        var near = Before(word, Math.Max(0, word - Reach))
            .Where(r => Agree(r, pronoun) && !Same(r, teller) && !(r.Head >= 0 && _prose.Trees[r.Head].Head == verb))
            .Take(2)
            .ToList();
        return Nearest(near);
    }

    /// <summary>The phrase of a noun, with the fullest name of whoever it names.</summary>
    /// <param name="head">The noun.</param>
    /// <param name="until">The first word after it that is none of it, whatever the tree says.</param>
    public Antecedent? Noun(int head, int until = int.MaxValue)
    {
        var mention = _prose.MentionAt(head);
        if (mention is { Type: NameType.Person }) return Named(mention.Name, NameType.Person) with { Head = head };
        if (Phrases.Of(_prose, head, until) is not { } phrase
            || _prose.Trees[phrase.First].Tag is PartOfSpeech.Adv or PartOfSpeech.Pron or PartOfSpeech.Verb or PartOfSpeech.Sconj)
            return null;
        if (_prose.Trees[phrase.First].Features.Has("PronType", "Rel")
            || _prose.Is(phrase.First, "relatives")
            || _prose.Is(phrase.First, "questions"))
            return null;
        var words = ShortForms.Completed(head, phrase, Phrases.Text(_prose, phrase));
        return new(
            Definite(words), Phrases.Span(_prose, phrase), Phrases.IsPlural(_prose, head), Phrases.GenderOf(_prose, head), IsHuman(head),
            head);
    }

    /// <summary>A phrase that brought something in, as it is spoken of afterwards: <c>un fonds</c>, <c>le fonds</c>.</summary>
    public string Definite(string phrase)
    {
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        if (space < 0) return phrase;
        var opener = Prose.Plain(phrase[..space]);
        if (_prose.Words.Forms.Changed("definite", opener, plural: false) is not { } definite) return phrase;
        var rest = phrase[(space + 1)..];
        return _prose.Words.Forms.Melted(definite.Replace('_', ' ') + rest);
    }

    /// <summary>
    /// Which country a bare noun stands for (<c>le pays</c>); <see langword="null"/> where two may be meant or none is near.
    /// </summary>
    public Antecedent? Country(int word) => _countries.Of(word) is { } country ? Named(country.Name, country.Type) : null;

    /// <summary>Whom a short form is, where it tells something in this article and was resolved there (<c>l'alliance</c>).</summary>
    public Antecedent? SourceAt(int word)
    {
        if (_sources.GetValueOrDefault(word) is not { Kind: SourceKind.Organisation or SourceKind.Person, Span: { } words, Name: { } name } source
            || (words.Length >= name.Length && !IsCalledOtherwise(word, name)))
            return null;
        return words.In(_prose.Text).SequenceEqual(name) || name.Contains(_prose.Trees[word].Form, StringComparison.OrdinalIgnoreCase)
            ? null
            : Speaker(source);
    }

    // «l'alliance», which is NATO: a noun for what has a shorter name.
    private bool IsCalledOtherwise(int word, string name) =>
        _prose.Trees[word].Tag == PartOfSpeech.Noun
            && _prose.MentionAt(word) is null
            && _names.Exists(m => name.EndsWith(m.Name, StringComparison.Ordinal));

    /// <summary>
    /// The person that a pronoun that is no subject stands for: the only one who agrees in its sentence and the one before; none where
    /// there are two, or where the clause names the one before the pronoun.
    /// </summary>
    /// <param name="word">The pronoun.</param>
    /// <param name="pronoun">What it may stand for.</param>
    /// <param name="clause">The words of the whole clause.</param>
    /// <param name="subject">Whoever does what the clause tells.</param>
    /// <param name="teller">Whoever tells.</param>
    public Antecedent? Other(int word, PersonOf pronoun, Clause clause, Antecedent? subject, Antecedent? teller)
    {
        if (pronoun.Plural) return null;
        // What was given already is no ground to give more.
        if (clause.Subject >= 0 && Pronouns.Subject(_prose.Trees[clause.Subject].Form) is { Plural: false, Thing: false }) return null;
        var doer = DoerAt(word);
        if (doer >= 0 && doer != clause.Subject && Pronouns.Subject(_prose.Trees[doer].Form) is { Plural: false }) return null;
        var own = doer >= 0 && doer != clause.Subject ? Noun(doer) : subject;
        var found = Spoken(word).Append(teller).OfType<Antecedent>().Where(r => r.Person && Agree(r, pronoun) && !Same(r, own)).ToList();
        if (found.Count == 0 || found.Exists(r => r.Head >= clause.Words.First)) return null;
        return found.TrueForAll(r => Same(r, found[0])) ? found[0] : null;
    }

    /// <summary>
    /// The full name of whoever a given name, or a name that is a place's too, stands for; <see langword="null"/> for another name, and
    /// where two bear it.
    /// </summary>
    public Antecedent? FullName(int word)
    {
        if (_prose.MentionAt(word) is not { Type: NameType.Person } mention || mention.Span != _prose.Trees[word].Span) return null;
        if (word + 1 < _prose.Trees.Count
            && (_prose.Trees[word + 1].Tag == PartOfSpeech.Propn || _prose.Trees[word + 1].Head == word))
            return null;
        var form = _prose.Trees[word].Form;
        var parts = mention.Name.Split(' ');
        if (parts.Length < 2 || !Names.IsPlaceOrGiven(form)) return null;
        if (parts.Any(p => p.Length > LongestParticle && !char.IsUpper(p[0]))) return null;
        var bearers = _names.Where(m => m.Type == NameType.Person
            && m.Name.Contains(' ', StringComparison.Ordinal)
            && m.Name.Split(' ').Contains(form, StringComparer.Ordinal));
        return bearers.DistinctBy(m => m.Name, StringComparer.Ordinal).Take(2).Count() == 1 ? Named(mention.Name, NameType.Person) : null;
    }

    /// <summary>
    /// Where <c>there</c> is: the only place that its sentence told before, as it is called; <see langword="null"/> for none or two.
    /// </summary>
    public Antecedent? Whereabouts(int word)
    {
        var trees = _prose.Trees;
        var places = new List<int>();
        for (var at = trees.Sentence(word).FirstWord; at < word; at++)
        {
            if (trees[at].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn) || _prose.IsTimeAt(at)) continue;
            var preposition = trees.Child(at, "case");
            if (preposition >= 0 && _prose.Words.Has("whereabouts", trees[preposition].Lemma)) places.Add(at);
        }

        return places is [var only] && (_prose.MentionAt(only) is { Type: NameType.Place } || IsPlaceNoun(only)) ? Noun(only) : null;
    }

    private bool IsPlaceNoun(int word) =>
        _prose.Words.Has("place nouns", _prose.Lemma(word)) || _prose.Words.ClassOf(_prose.Lemma(word)) is "alike ship";

    // The subject of the verb that a word is an argument of, however far above.
    private int DoerAt(int word)
    {
        var trees = _prose.Trees;
        for (var (at, steps) = (trees[word].Head, 0); at >= 0 && steps < Deepest; at = trees[at].Head, steps++)
        {
            if (trees.Child(at, "nsubj") is >= 0 and var subject && subject != word) return subject;
        }

        return -1;
    }

    // Persons in the sentence of a word and the one before.
    private IEnumerable<Antecedent> Spoken(int word)
    {
        var trees = _prose.Trees;
        for (var at = word - 1; at >= Math.Max(0, word - Reach) && trees.SentenceOf(word) - trees.SentenceOf(at) < Sentences; at--)
        {
            if (trees[at].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) continue;
            if (!IsPersonAt(at) && (!IsHuman(at) || IsBesideName(at))) continue;
            if (Noun(at) is { } referent) yield return referent;
        }
    }

    private bool IsPersonAt(int word) => _prose.MentionAt(word) is { Type: NameType.Person };

    // «le ministre Paul Roche», «Paul Roche, ministre»: one person.
    private bool IsBesideName(int word)
    {
        var trees = _prose.Trees;
        if (trees[word].Head >= 0 && trees.IsAny(word, "appos", "flat", "compound", "nmod") && IsPersonAt(trees[word].Head)) return true;
        return trees.Children(word).Any(c => trees.IsAny(c, "appos", "flat", "nmod") && !trees.HasChild(c, "case") && IsPersonAt(c));
    }

    // Subjects before a word, the nearest first.
    private IEnumerable<Antecedent> Before(int word, int from)
    {
        var trees = _prose.Trees;
        for (var at = word - 1; at >= from; at--)
        {
            if (trees.SentenceOf(word) - trees.SentenceOf(at) > Sentences) yield break;
            if (!trees.IsAny(at, "nsubj") || trees[at].Tag is not (PartOfSpeech.Noun or PartOfSpeech.Propn)) continue;
            if (_prose.Words.Has("quantities", _prose.Lemma(at))) continue; // «un grand nombre», "a number": so many of what is not told
            if (Noun(at) is { } referent) yield return referent;
        }
    }

    private bool IsHuman(int head) => _prose.Words.IsHuman(_prose.Lemma(head));

    private bool IsOneSentence(Antecedent a, Antecedent b) =>
        a.Head >= 0 && b.Head >= 0 && _prose.Trees.SentenceOf(a.Head) == _prose.Trees.SentenceOf(b.Head);

    private static bool Same(Antecedent a, Antecedent? b) =>
        b is not null && string.Equals(a.Words, b.Words, StringComparison.OrdinalIgnoreCase);

    private static bool Agree(Antecedent referent, PersonOf pronoun)
    {
        if (referent.Plural != pronoun.Plural) return false;
        if (referent.Person ? pronoun.Thing : pronoun.Human) return false;
        return referent.Gender == WordGender.Any || pronoun.Gender == WordGender.Any || referent.Gender == pronoun.Gender;
    }

    private string? NameOf(Source source) =>
        source.Name is { } name
            ? _names.FirstOrDefault(m => m.Type == NameType.Person && name.Contains(m.Name, StringComparison.Ordinal))?.Name
            : null;

    private Antecedent Named(string name, NameType type)
    {
        if (type == NameType.Person)
            return new(name, _named.TryGetValue(name, out var at) ? at : null, false, _genders.GetValueOrDefault(name), true, -1);
        if (!_phrases.TryGetValue(name, out var phrase)) _phrases[name] = phrase = WithArticle(name);
        return phrase;
    }

    // «la Biélorussie», as the article writes it anywhere.
    private Antecedent WithArticle(string name)
    {
        if (_withArticle.TryGetValue(name, out var first))
        {
            var article = _prose.Trees[first - 1].Form.ToLowerInvariant();
            var words = article + (article[^1] is '\'' or '’' ? "" : " ") + name;
            return new(words, _named.TryGetValue(name, out var place)
                ? place
                : _prose.Trees[first].Span, _prose.Is(first - 1, "plurals"), Phrases.GenderOf(_prose, first), false, -1);
        }

        return new(name, _named.TryGetValue(name, out var at) ? at : null, false, WordGender.Any, false, -1);
    }

    // Where a name first stands with an article before it.
    private void Article(Mention mention)
    {
        var first = _prose.Trees.WordAt(mention.Span.Start);
        if (first > 0 && first < _prose.Trees.Count && _prose.Is(first - 1, "articles") && !_prose.Is(first - 1, "indefinites"))
            _withArticle.TryAdd(mention.Span.In(_prose.Text).ToString(), first);
    }

    private void Place(Source source)
    {
        if (source.Span is not { } span) return;
        for (var word = _prose.Trees.WordAt(span.Start); word < _prose.Trees.Count && _prose.Trees[word].Span.Start < span.End; word++)
            _sources.TryAdd(word, source);
    }

    private Antecedent Described(Source source, string name)
    {
        var opener = name.Split(' ', 2)[0];
        var head = source.Span is { } span ? HeadIn(span) : -1;
        var plural = _prose.Words.Has("plurals", opener) || (head >= 0 && Phrases.IsPlural(_prose, head));
        var gender = head >= 0 && _prose.Trees[head].Tag != PartOfSpeech.Pron ? Phrases.GenderOf(_prose, head) : WordGender.Any;
        var place = source.Span is { } at && at.In(_prose.Text).SequenceEqual(name)
            ? source.Span
            : _named.TryGetValue(name, out var mention)
            ? mention
            : source.Span;
        return new(Definite(Openered(name, head)), place, plural, gender, source.Kind == SourceKind.Person
            || (source.Kind == SourceKind.Anonymous && !plural), -1);
    }

    // A name that was cut from its article gets it back.
    private string Openered(string name, int head)
    {
        if (HasArticle(name)) return name;
        if (head <= 0 || char.IsUpper(name[0])) return WithArticle(name) is { From: not null } named ? named.Words : name;
        var article = _prose.Trees.Children(head).Where(c => c < head
            && _prose.Trees.Is(c, "det")
            && _prose.Is(c, "articles")).Select(c => _prose.Trees[c].Form.ToLowerInvariant()).FirstOrDefault();
        return article is null
            ? name
            : article + (article[^1] is '\'' or '’' ? "" : " ") + name;
    }

    private bool HasArticle(string name)
    {
        var end = name.AsSpan().IndexOfAny(" '’");
        return end > 0 && (_prose.Words.Has("articles", name[..end]) || _prose.Words.Has("articles", name[..(end + 1)]));
    }

    private int HeadIn(TextSpan span)
    {
        var trees = _prose.Trees;
        for (var word = trees.WordAt(span.Start); word < trees.Count && trees[word].Span.Start < span.End; word++)
        {
            if (trees[word].Head < 0 || !span.Contains(trees[trees[word].Head].Span)) return word;
        }

        return -1;
    }
}
