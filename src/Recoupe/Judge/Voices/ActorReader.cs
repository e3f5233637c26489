using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Judge.Voices;

/// <summary>Tells who a statement's source is: by its own wording, by the entities that it names, by the roles that articles give them.</summary>
internal sealed class ActorReader
{
    // A person's roles beyond these tell nothing new.
    private const int MostRoles = 8;

    // What a possessive points back to stands in its sentence or the two before.
    private const int SentencesBack = 3;

    // Words before a name that say what sort of body it is of; words of a whole name.
    private const int LongestDescription = 4, LongestName = 8;

    // Characters; further back nothing is looked for.
    private const int LongestSentence = 400;

    // «de», «des», «the», «of», «al-»: what may stand between the words of a name.
    private const int LongestParticle = 3;

    private readonly Dictionary<ArticleId, List<(TextSpan Span, Entity Entity)>> _mentions;
    private readonly Func<ArticleId, FiledArticle?> _filed;
    private readonly Dictionary<string, Institution> _held = new(StringComparer.Ordinal);
    private readonly Territories _territories;
    private readonly InstitutionReader _institutions;

    public ActorReader(IReadOnlyList<FiledArticle> filed, IReadOnlyList<Entity> entities)
        : this(filed.ToDictionary(f => f.Article.Id).GetValueOrDefault, entities)
    {
    }

    public ActorReader(Func<ArticleId, FiledArticle?> filed, IReadOnlyList<Entity> entities)
    {
        _filed = filed;
        _territories = new(entities);
        _institutions = new(_territories);
        _mentions = (from entity in entities from mention in entity.Mentions select (mention, entity))
            .GroupBy(m => m.mention.Article).ToDictionary(g => g.Key, g => g.Select(m => (m.mention.Span, m.entity)).OrderBy(m => m.Span).ToList());
    }

    /// <summary>Who tells a statement.</summary>
    public Actor Of(Article article, Statement statement)
    {
        var source = statement.Source;
        if (source.Kind == SourceKind.Article) return Nobody(ActorSort.Leaning, "");
        var wording = WordingOf(article, source);
        if (wording is null) return Nobody(ActorSort.Leaning, "");
        var words = FoldedWords.Of(wording);
        var names = NamedWords.In(words, KnownIn(article, source, wording));
        return Read(source.Kind, wording, words, names, source.Span is { } span ? new(article.Id, span) : null);
    }

    // Where a part of its words was taken for a name («Red»), the whole of them tells better; where they are a pronoun, the name does.
    private static string? WordingOf(Article article, Source source)
    {
        if (source.Span is not { } span) return source.Name;
        var words = span.In(article.Text).ToString();
        return source.Name is null || words.Contains(source.Name, StringComparison.Ordinal) ? words : source.Name;
    }

    private static Actor Nobody(ActorSort sort, string wording) => new(sort, wording, null, null, null, false, null, null);

    private Actor Read(SourceKind kind, string wording, ImmutableArray<string> words, ImmutableArray<NamedWords> names, Passage? place)
    {
        if (IsPublic(words)) return Nobody(ActorSort.Public, wording);
        var (institution, standing) = _institutions.Read(words, names);
        var person = SpeakerIn(words, names, standing) ?? (kind == SourceKind.Document ? Issuer(words, names) : null);
        var isNamed = IsNamed(kind, wording, words, person, institution, standing);
        if (person is { } who && institution.IsNone) institution = HeldBy(who);
        if (institution.IsNone && place is not null && LeansOnBody(words)) institution = Antecedent(place.Value);
        var key = person is { } entity ? "person " + entity.Id : null;
        if (key is null && institution.IsNone && isNamed) key = "name " + ProperName(wording);
        else if (key is null && kind == SourceKind.Person && isNamed && ProperName(wording) is { Length: > 0 } proper) key = "name " + proper;
        var sort = kind switch
        {
            SourceKind.Media when !IsAgencyOfOtherTrade(wording, words, institution) => ActorSort.Media,
            _ when institution.IsNone && IsOfThePress(words) => ActorSort.Media,
            SourceKind.Document when key is null && institution.IsNone => ActorSort.Leaning,
            _ when key is null && institution.IsNone && !words.Any(IsOfPeople) => ActorSort.Leaning,
            _ => ActorSort.Somebody,
        };
        var of = institution.Entity?.Id ?? person?.Id;
        return new(sort, wording, key, institution.Body, institution.Office, isNamed, CampOf(institution), of)
        {
            SpeaksForUntold = institution.IsNone && (SpeaksForUntold(words) || (!words.Any(IsOfMouth) && IsUntoldMouth(person))),
        };
    }

    // «leur porte-parole, Ana Keller», "its director": the body that is spoken for is told by another sentence, or by none.
    private static bool LeansOnBody(ImmutableArray<string> words) =>
        SpeaksForUntold(words) || (InstitutionWords.Shipped.Possessives.IsAt(words, 0) && InstitutionWords.Shipped.Heads.IsAt(words, 1));

    private static bool SpeaksForUntold(ImmutableArray<string> words)
    {
        if (words.IsEmpty) return false;
        var isLed = InstitutionWords.Shipped.Possessives.IsAt(words, 0) || InstitutionWords.Shipped.Articles.IsAt(words, 0);
        var at = isLed ? 1 : 0;
        var after = at < words.Length ? at + InstitutionWords.Shipped.Spokes.At(words, at).Words : at;
        return after > at && !InstitutionWords.Shipped.Of.IsAt(words, after);
    }

    // «Ana Keller, porte-parole de l'exploitant X»: of whom is told, though nobody knows him.
    private static bool IsOfMouth(string word) => InstitutionWords.Shipped.Spokes.IsAt([word], 0);

    private bool IsUntoldMouth(Entity? person) =>
        person is not null && person.Roles.Any(r => SpeaksForUntold(FoldedWords.Of(r.Text)) && InstitutionOf(r).IsNone);

    /// <summary>The institution that a possessive points back to: the first that its sentence names before it, or one before that.</summary>
    private Institution Antecedent(Passage possessive)
    {
        if (_filed(possessive.Article)?.Article.Text is not { } text) return default;
        var end = possessive.Span.Start;
        for (var sentences = 0; sentences < SentencesBack && end > 0; sentences++)
        {
            var start = SentenceStart(text, end);
            var told = new TextSpan(start, end);
            var words = FoldedWords.Of(told.In(text).ToString());
            var known = MentionsIn(possessive.Article, told).Select(m => (m.Span.In(text).ToString(), m.Entity)).Distinct();
            if (_institutions.FirstIn(words, NamedWords.In(words, known)) is { IsNone: false } found) return found;
            end = start;
        }

        return default;
    }

    // A full stop that a blank follows, or the end of a line.
    private static int SentenceStart(string text, int end)
    {
        for (var at = end - 2; at > 0 && at > end - LongestSentence; at--)
        {
            if (text[at - 1] == '\n' || (text[at] is ' ' && text[at - 1] is '.' or '!' or '?')) return at;
        }

        return Math.Max(0, end - LongestSentence);
    }

    // «l'Agence spatiale européenne», "the International Atomic Energy Agency": agencies, though not of the press.
    private static bool IsAgencyOfOtherTrade(string wording, ImmutableArray<string> words, Institution institution) =>
        (institution.Body is { } body && body.StartsWith("org/", StringComparison.Ordinal)) ||
        (HasAny(InstitutionWords.Shipped.Agencies, words) && !HasAny(InstitutionWords.Shipped.News, words) && IsNameOfBody(wording));

    private static bool HasAny(PhraseTable table, ImmutableArray<string> words) =>
        Enumerable.Range(0, words.Length).Any(at => table.IsAt(words, at));

    private static bool IsOfThePress(ImmutableArray<string> words) =>
        Enumerable.Range(0, words.Length).TakeWhile(at => !InstitutionWords.Shipped.Stops.IsAt(words, at)).Any(at => InstitutionWords.Shipped.Press.IsAt(words, at));

    // «des riverains», "people briefed on the matter": that somebody speaks is told, though not who.
    private static bool IsOfPeople(string word) =>
        InstitutionWords.Shipped.People.Contains(word) || InstitutionWords.Shipped.People.Contains(word.TrimEnd('s')) || InstitutionWords.Shipped.People.Contains(word.TrimEnd('s').TrimEnd('e'))
        || InstitutionWords.Shipped.Officials.IsAt([word], 0) || InstitutionWords.Shipped.Own.IsAt([word], 0) || InstitutionWords.Shipped.Crowds.IsAt([word], 0);

    private static bool IsPublic(ImmutableArray<string> words)
    {
        var first = 0;
        while (first < words.Length && (InstitutionWords.Shipped.Some.IsAt(words, first) || InstitutionWords.Shipped.Articles.IsAt(words, first))) first++;
        return InstitutionWords.Shipped.Public.IsAt(words, first);
    }

    /// <summary>The person who speaks: not one whom the words only set somebody beside (<c>un proche de …</c>), unless that is his mouth.</summary>
    private static Entity? SpeakerIn(ImmutableArray<string> words, ImmutableArray<NamedWords> names, Standing standing)
    {
        var person = names.FirstOrDefault(n => n.IsPerson && !IsAfterStop(words, n.At));
        if (person.Length == 0) return null;
        var isBeside = person.At > 0 && InstitutionWords.Shipped.Of.IsAt(words, person.At - 1);
        return isBeside && standing != Standing.Mouth ? null : person.Entity;
    }

    private static bool IsAfterStop(ImmutableArray<string> words, int end) => Enumerable.Range(0, end).Any(at => InstitutionWords.Shipped.Stops.IsAt(words, at));

    // «la lettre d'Ana Keller» is hers.
    private static Entity? Issuer(ImmutableArray<string> words, ImmutableArray<NamedWords> names) =>
        names.FirstOrDefault(n => n.IsPerson && !IsAfterStop(words, n.At)) is { Length: > 0 } person ? person.Entity : null;

    private static bool IsNamed(SourceKind kind, string wording, ImmutableArray<string> words, Entity? person, Institution institution, Standing standing)
    {
        if (person is not null) return true;
        var isOfSome = institution.Body is null && institution.Office?.Territory is null;
        if (isOfSome && InstitutionWords.Shipped.Possessives.IsAt(words, 0)) return IsProperBody(Apposed(wording));
        if (standing == Standing.Member) return kind == SourceKind.Person && ProperName(OfOne(wording, words)).Length > 0;
        // «les autorités», "officials": of what, nobody tells.
        if (institution.Office is { Name: Office.WholeState, Territory: null }) return false;
        if (institution.IsNone) return kind != SourceKind.Document && (IsProper(wording) || IsProperBody(wording.Split(',')[0]) || IsNameOf(kind, wording));
        // «un ministre» may be any of them; a spokesman of a body that is named is its voice.
        return standing == Standing.Mouth || institution.Office is null || !InstitutionWords.Shipped.Some.IsAt(words, 0);
    }

    // «son exploitant, la société Altamar»: what stands between the first comma and the next.
    private static string Apposed(string wording) => wording.Split(',') is [_, var apposed, ..] ? apposed : "";

    // "A UN official" has the body's name and none of his own, unless it stands beside.
    private static string OfOne(string wording, ImmutableArray<string> words) => InstitutionWords.Shipped.Some.IsAt(words, 0) ? Apposed(wording) : wording;

    // «la société Altamar», "the shipping company Altamar": a noun of bodies, and the name that it has.
    private static bool IsProperBody(string wording)
    {
        var words = wording.Split([' ', '\'', '’', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        var name = Array.FindIndex(words, w => IsCapital(w[0]) && !IsArticle(w));
        if (name < 1 || !words.Take(name).All(w => char.IsLower(w[0]) || IsArticle(w))) return false;
        return InstitutionWords.Shipped.Bodies.Contains(string.Concat(FoldedWords.Of(words[name - 1]))) && name < LongestDescription;
    }

    // «l'Agence spatiale européenne»: a capital behind the article, and what a French name goes on with in small letters.
    private static bool IsNameOfBody(string wording)
    {
        var words = wording.Split(',')[0].Split([' ', '\'', '’', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 3 or > LongestName) return false;
        return IsArticle(words[0]) && char.IsLower(words[0][0]) && char.IsUpper(words[1][0]);
    }

    private static bool IsNameOf(SourceKind kind, string wording) => kind is SourceKind.Organisation or SourceKind.Media && IsNameOfBody(wording);

    private static bool IsArticle(string word) => FoldedWords.Of(word) is [_] only && InstitutionWords.Shipped.Articles.IsAt(only, 0);

    // «Avia-pro», «la Veille des fleuves», «Ana Keller, pompière»: up to its first comma a name and nothing else. A name inside a description («an analysis of IDF systems»)
    // is not who speaks.
    private static bool IsProper(string wording)
    {
        var words = wording.Split(',')[0].Split([' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => w.Length <= LongestParticle && !IsCapital(w[^1])).ToList();
        return words.Exists(w => char.IsUpper(w[0])) && IsCapital(words[0][0]) && Enumerable.Range(1, words.Count - 1).All(at => IsOfName(words, at));
    }

    private static bool IsOfName(List<string> words, int at) =>
        IsCapital(words[at][0]) || words[at].Length <= LongestParticle || InstitutionWords.Shipped.Of.IsAt(FoldedWords.Of(words[at - 1]), 0);

    private static bool IsCapital(char letter) => char.IsUpper(letter) || char.IsDigit(letter);

    /// <summary>The letters of the last run of capitalised words; of the whole wording where none is capitalised after its first.</summary>
    private static string ProperName(string wording)
    {
        var run = new List<string>();
        foreach (var word in wording.Split([' ', '\'', '’', ',', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).Reverse())
        {
            if (char.IsUpper(word[0]) || char.IsDigit(word[0])) run.Add(word);
            else if (run.Count > 0 && word.Length > 3) break;
        }

        run.Reverse();
        if (run.Count > 1 && wording.StartsWith(run[0], StringComparison.Ordinal) && IsArticle(run[0])) run.RemoveAt(0);
        return string.Concat(run.SelectMany(w => FoldedWords.Of(w)));
    }

    // What articles say a person is; the first role that leads to an institution, the commonest role before others.
    private Institution HeldBy(Entity person)
    {
        if (_held.TryGetValue(person.Id, out var known)) return known;
        var roles = person.Roles
            .OrderByDescending(r => r.Passages.Length).ThenBy(r => r.Text, StringComparer.Ordinal).Take(MostRoles).ToList();
        var leaning = roles.Where(r => LeansOnBody(FoldedWords.Of(r.Text))).SelectMany(r => r.Passages.Take(1)).Select(Antecedent);
        var found = roles.Select(InstitutionOf).Concat(leaning).Where(i => !i.IsNone).OrderByDescending(i => i.Office?.Told ?? 1).FirstOrDefault();
        _held.Add(person.Id, found);
        return found;
    }

    private Institution InstitutionOf(Role role)
    {
        var words = FoldedWords.Of(role.Text);
        var known =
            from passage in role.Passages
            from mention in MentionsIn(passage.Article, passage.Span)
            select (mention.Span.In(_filed(passage.Article)!.Article.Text).ToString(), mention.Entity);
        return _institutions.Read(words, NamedWords.In(words, known)).Institution;
    }

    private IEnumerable<(string Wording, Entity Entity)> KnownIn(Article article, Source source, string wording)
    {
        var inside = source.Span is { } span ? MentionsIn(article.Id, span).Select(m => (m.Span.In(article.Text).ToString(), m.Entity)) : [];
        // Where the source is a pronoun, its fullest name stands elsewhere in the article.
        return source.Span is { } own && own.In(article.Text).SequenceEqual(wording) ? inside.Distinct() : inside.Concat(NamedIn(article, wording)).Distinct();
    }

    private IEnumerable<(string Wording, Entity Entity)> NamedIn(Article article, string wording) =>
        from mention in _mentions.GetValueOrDefault(article.Id, [])
        where mention.Span.Length <= wording.Length && wording.AsSpan().Contains(mention.Span.In(article.Text), StringComparison.Ordinal)
        select (mention.Span.In(article.Text).ToString(), mention.Entity);

    private IEnumerable<(TextSpan Span, Entity Entity)> MentionsIn(ArticleId article, TextSpan span)
    {
        var mentions = _mentions.GetValueOrDefault(article, []);
        for (var at = BinarySearch.First(mentions.Count, i => mentions[i].Span.Start >= span.Start); at < mentions.Count && mentions[at].Span.Start < span.End; at++)
        {
            if (span.Contains(mentions[at].Span)) yield return mentions[at];
        }
    }

    private static string? CampOf(Institution institution)
    {
        if (institution.Office is { IsOfState: true } office) return office.Territory ?? Officials.OfSomeState;
        return institution.Body is { } body ? InstitutionWords.Shipped.Camps.GetValueOrDefault(body) : null;
    }
}
