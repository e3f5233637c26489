using System.Collections.Frozen;
using System.Collections.Immutable;
using Recoupe.Language;
using Recoupe.Link.Names;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Entities;

/// <summary>One wording of one type, wherever articles have it as their fullest for what they name.</summary>
internal sealed class EntityForm(NameType type, string key, string? alias)
{
    private ImmutableArray<string> _keys;
    private int _first;

    /// <summary>What tells it from every other.</summary>
    public string Id { get; } = $"{type}|{key}";

    /// <summary>What it names.</summary>
    public NameType Type { get; } = type;

    /// <summary>Its words, folded.</summary>
    public string Key { get; } = key;

    /// <summary>The id of the well-known thing it names, or <see langword="null"/>.</summary>
    public string? Alias { get; } = alias;

    /// <summary>Its words as a person's.</summary>
    public NameWords Person { get; } = type == NameType.Person ? NameWords.OfPerson(key) : new([], "", false);

    /// <summary>How often each full wording of it occurs.</summary>
    public SortedDictionary<string, int> Fullest { get; } = new(StringComparer.Ordinal);

    /// <summary>How often each wording in a text occurs, shorter ones included.</summary>
    public SortedDictionary<string, int> Wordings { get; } = new(StringComparer.Ordinal);

    /// <summary>The acronyms that articles give it.</summary>
    public SortedSet<string> Acronyms { get; } = new(StringComparer.Ordinal);

    /// <summary>Where it is named.</summary>
    public List<Passage> Mentions { get; } = [];

    /// <summary>Where it is named first.</summary>
    public Passage First => Mentions[_first];

    /// <summary>What it is found by: it depends on the wording alone.</summary>
    public ImmutableArray<string> Keys => _keys.IsDefault ? _keys = [.. EntityMerger.Keys(this)] : _keys;

    /// <summary>What articles say it is.</summary>
    public List<(string Text, Passage Passage)> Roles { get; } = [];

    /// <summary>The offices that articles give it, as ideas of any language.</summary>
    public SortedSet<string> Offices { get; } = new(StringComparer.Ordinal);

    /// <summary>Its commonest full wording.</summary>
    public string Name => Fullest.OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).First().Key;

    /// <summary>Adds a place where it is named.</summary>
    public void Add(Passage mention)
    {
        Mentions.Add(mention);
        if (mention.CompareTo(First) < 0) _first = Mentions.Count - 1;
    }

    /// <summary>Whether it is the name in full: not a surname alone, an acronym, or a capital that stands for its state.</summary>
    public bool IsFull => Type switch
    {
        NameType.Person => Person.Words.Count > 1,
        NameType.Organisation when Alias?.StartsWith("state/", StringComparison.Ordinal) == true =>
            NameLists.Shipped.Alias(Key)?.StartsWith("country/", StringComparison.Ordinal) == true,
        _ => true,
    };
}

/// <summary>The distinct wordings of a heap of articles, which may grow.</summary>
internal sealed class EntityForms
{
    private readonly SortedDictionary<string, EntityForm> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<(NameType, string, string), (bool Same, bool Sure)> _compared = [];
    private readonly Dictionary<(NameType, string, string), NameVerdict?> _doubtful = [];

    /// <summary>The wording of an id.</summary>
    public EntityForm Find(string id) => _forms[id];

    /// <summary>Those that were added, or occur where they did not, since this was last cleared.</summary>
    public HashSet<string> Stirred { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds the wordings of an article.</summary>
    public void Add(FiledArticle filed)
    {
        foreach (var mention in filed.Findings.Mentions) Add(filed.Article, mention);
    }

    /// <summary>All, in ordinal order of their ids.</summary>
    public IReadOnlyCollection<EntityForm> All => _forms.Values;

    /// <summary>Whether two wordings name one, as <see cref="NameComparison"/> has it: each pair is compared once.</summary>
    public (bool Same, bool Sure) Compare(EntityForm a, EntityForm b, NameType type)
    {
        var pair = (type, a.Key, b.Key);
        if (_compared.TryGetValue(pair, out var known)) return known;
        var verdict = NameComparison.Compare(a.Key, b.Key, type);
        return _compared[pair] = (verdict.Same, verdict.Sure);
    }

    /// <summary>Why the names of two wordings may be of one, where that is not sure; else <see langword="null"/>.</summary>
    public NameVerdict? Doubtful(string a, string b, NameType type)
    {
        if (_doubtful.TryGetValue((type, a, b), out var known)) return known;
        var verdict = NameComparison.Compare(a, b, type);
        return _doubtful[(type, a, b)] = verdict.Same && !verdict.Sure ? verdict : null;
    }

    /// <summary>The id of the wording that a mention has.</summary>
    public static string IdOf(Mention mention) => $"{mention.Type}|{KeyOf(mention)}";

    private static string KeyOf(Mention mention) => NameFolding.Key(mention.Name) is { Length: > 0 } key ? key : mention.Name;

    private void Add(Article article, Mention mention)
    {
        var key = KeyOf(mention);
        var id = $"{mention.Type}|{key}";
        Stirred.Add(id);
        if (!_forms.TryGetValue(id, out var form)) _forms.Add(id, form = new(mention.Type, key, Alias(key, mention.Type)));
        var wording = mention.Span.In(article.Text).ToString();
        form.Fullest[mention.Name] = form.Fullest.GetValueOrDefault(mention.Name) + 1;
        form.Wordings[wording] = form.Wordings.GetValueOrDefault(wording) + 1;
        form.Add(new Passage(article.Id, mention.Span));
        if (mention.Type != NameType.Person && !string.Equals(wording, mention.Name, StringComparison.Ordinal)) form.Acronyms.Add(NameFolding.Key(wording));
        if (mention.Type != NameType.Person || RoleFinder.Of(article, mention.Span) is not { } role) return;
        form.Roles.Add(role);
        form.Offices.UnionWith(OfficesIn(role.Text, article.Header.Language));
    }

    // What a role is before what it is over: its first idea that is an office.
    private static IEnumerable<string> OfficesIn(string role, string language)
    {
        var words = WordScanner.Scan(role, new(0, role.Length));
        var ideas = BilingualLexicon.Shipped.In(language);
        return Enumerable.Range(0, words.Count).Select(at => ideas.Longest(words, at)?.Idea.Name).OfType<string>().Where(Offices.Contains);
    }

    private static readonly FrozenSet<string> Offices = FrozenSet.Create(StringComparer.Ordinal, "spokesman", "minister", "mayor", "president", "director", "general", "ambassador", "prosecutor", "governor");

    // A country or capital that acts is its state's government: an organisation, not the place.
    private static string? Alias(string key, NameType type)
    {
        if (NameLists.Shipped.Alias(key) is not { } id) return null;
        if (type == NameType.Person) return id.StartsWith("org/", StringComparison.Ordinal) ? id : null;
        var isState = id.StartsWith("country/", StringComparison.Ordinal) || id.StartsWith("capital/", StringComparison.Ordinal);
        return isState && type == NameType.Organisation ? "state/" + id[(id.IndexOf('/') + 1)..] : id;
    }
}
