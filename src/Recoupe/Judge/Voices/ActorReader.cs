using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Utility;

namespace Recoupe.Judge.Voices;

/// <summary>Tells who a statement's source is: by its own wording, by the entities that it names, by the roles that articles give them.</summary>
internal sealed class ActorReader
{
    // A person's roles beyond these tell nothing new.
    private const int MostRoles = 8;

    // «de», «des», «the», «of», «al-»: what may stand between the words of a name.
    private const int LongestParticle = 3;

    private readonly Dictionary<ArticleId, List<(TextSpan Span, Entity Entity)>> _mentions;
    private readonly Dictionary<ArticleId, string> _texts;
    private readonly Dictionary<string, Institution> _held = new(StringComparer.Ordinal);
    private readonly Territories _territories;
    private readonly InstitutionReader _institutions;

    public ActorReader(IReadOnlyList<FiledArticle> filed, IReadOnlyList<Entity> entities)
    {
        _territories = new(entities);
        _institutions = new(_territories);
        _texts = filed.ToDictionary(f => f.Article.Id, f => f.Article.Text);
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
        return Read(source.Kind, wording, words, names);
    }

    // Where a part of its words was taken for a name («Red»), the whole of them tells better; where they are a pronoun, the name does.
    private static string? WordingOf(Article article, Source source)
    {
        if (source.Span is not { } span) return source.Name;
        var words = span.In(article.Text).ToString();
        return source.Name is null || words.Contains(source.Name, StringComparison.Ordinal) ? words : source.Name;
    }

    private static Actor Nobody(ActorSort sort, string wording) => new(sort, wording, null, null, null, false, null, null);

    private Actor Read(SourceKind kind, string wording, ImmutableArray<string> words, ImmutableArray<NamedWords> names)
    {
        if (IsPublic(words)) return Nobody(ActorSort.Public, wording);
        var (institution, standing) = _institutions.Read(words, names);
        var person = SpeakerIn(words, names, standing) ?? (kind == SourceKind.Document ? Issuer(words, names) : null);
        var isNamed = IsNamed(kind, wording, words, person, institution, standing);
        if (person is { } who && institution.IsNone) institution = HeldBy(who);
        var key = person is { } entity ? "person " + entity.Id : null;
        if (key is null && institution.IsNone && isNamed) key = "name " + ProperName(wording);
        else if (key is null && kind == SourceKind.Person && isNamed && ProperName(wording) is { Length: > 0 } proper) key = "name " + proper;
        var sort = kind switch
        {
            SourceKind.Media => ActorSort.Media,
            _ when institution.IsNone && IsOfThePress(words) => ActorSort.Media,
            SourceKind.Document when key is null && institution.IsNone => ActorSort.Leaning,
            _ when key is null && institution.IsNone && !words.Any(IsOfPeople) => ActorSort.Leaning,
            _ => ActorSort.Somebody,
        };
        return new(sort, wording, key, institution.Body, institution.Office, isNamed, CampOf(institution), institution.Entity?.Id ?? person?.Id);
    }

    private static bool IsOfThePress(ImmutableArray<string> words) =>
        Enumerable.Range(0, words.Length).TakeWhile(at => !InstitutionWords.Shipped.Stops.IsAt(words, at)).Any(at => InstitutionWords.Shipped.Press.IsAt(words, at));

    // «des riverains», "people briefed on the matter": that somebody speaks is told, though not who.
    private static bool IsOfPeople(string word) =>
        InstitutionWords.Shipped.People.Contains(word) || InstitutionWords.Shipped.People.Contains(word.TrimEnd('s')) || InstitutionWords.Shipped.People.Contains(word.TrimEnd('s').TrimEnd('e'))
        || InstitutionWords.Shipped.Officials.IsAt([word], 0) || InstitutionWords.Shipped.Own.IsAt([word], 0) || word is "people" or "personnes" or "gens" or "hommes" or "femmes" or "men" or "women";

    private static bool IsPublic(ImmutableArray<string> words)
    {
        var first = 0;
        while (first < words.Length && (InstitutionWords.Shipped.Some.IsAt(words, first) || words[first] is "le" or "la" or "les" or "l" or "the")) first++;
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
        if (institution.IsNone && InstitutionWords.Shipped.Possessives.IsAt(words, 0)) return false;
        if (standing == Standing.Member) return kind == SourceKind.Person && ProperName(wording).Length > 0;
        if (institution.IsNone) return kind != SourceKind.Document && IsProper(wording);
        // «un ministre» may be any of them; a spokesman of a body that is named is its voice.
        return standing == Standing.Mouth || institution.Office is null || !InstitutionWords.Shipped.Some.IsAt(words, 0);
    }

    // «Avia-pro», «la Veille des fleuves», «Ana Keller, pompière»: up to its first comma a name and nothing else. A name inside a description («an analysis of IDF systems»)
    // is not who speaks.
    private static bool IsProper(string wording)
    {
        var words = wording.Split(',')[0].Split([' ', '\u00a0'], StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => w.Length <= LongestParticle && !IsCapital(w[^1])).ToList();
        return words.Count > 0 && IsCapital(words[0][0]) && Enumerable.Range(1, words.Count - 1).All(at => IsOfName(words, at));
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
        if (run.Count > 1 && wording.StartsWith(run[0], StringComparison.Ordinal) && FoldedWords.Of(run[0]) is ["le" or "la" or "les" or "l" or "the"]) run.RemoveAt(0);
        return string.Concat(run.SelectMany(w => FoldedWords.Of(w)));
    }

    // What articles say a person is; the first role that leads to an institution, the commonest role before others.
    private Institution HeldBy(Entity person)
    {
        if (_held.TryGetValue(person.Id, out var known)) return known;
        var found = person.Roles.OrderByDescending(r => r.Passages.Length).ThenBy(r => r.Text, StringComparer.Ordinal).Take(MostRoles)
            .Select(InstitutionOf).Where(i => !i.IsNone).OrderByDescending(i => i.Office?.Told ?? 1).FirstOrDefault();
        _held.Add(person.Id, found);
        return found;
    }

    private Institution InstitutionOf(Role role)
    {
        var words = FoldedWords.Of(role.Text);
        var known = role.Passages.SelectMany(p => MentionsIn(p.Article, p.Span).Select(m => (m.Span.In(_texts[p.Article]).ToString(), m.Entity)));
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
