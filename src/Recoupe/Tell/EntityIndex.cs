using System.Collections.Frozen;
using Recoupe.Language;

namespace Recoupe.Tell;

/// <summary>Which of a ledger's entities a passage names.</summary>
public sealed class EntityIndex
{
    private readonly FrozenDictionary<Passage, Entity> _byPassage;

    private EntityIndex(FrozenDictionary<Passage, Entity> byPassage) => _byPassage = byPassage;

    /// <summary>An index that knows no entity, as when one article is read alone.</summary>
    public static EntityIndex Empty { get; } = new(FrozenDictionary<Passage, Entity>.Empty);

    /// <summary>The index of a ledger's entities.</summary>
    public static EntityIndex Of(Ledger ledger)
    {
        var named = new Dictionary<Passage, Entity>();
        foreach (var entity in ledger.Entities)
        {
            foreach (var passage in entity.Mentions) named.TryAdd(passage, entity);
        }

        return new EntityIndex(named.ToFrozenDictionary());
    }

    /// <summary>The entity that a mention names, or <see langword="null"/>.</summary>
    public Entity? Of(ArticleId article, Mention mention) => _byPassage.GetValueOrDefault(new Passage(article, mention.Span));

    /// <summary>
    /// The entity that a statement's source is: of the mentions that bear the source's name, or else stand in its words,
    /// the first of a type that the source's kind allows. <see langword="null"/> for a source that nobody names.
    /// </summary>
    public Entity? Of(ArticleId article, Source source, Findings findings)
    {
        if (source.Name is null || source.Kind is SourceKind.Anonymous or SourceKind.Article or SourceKind.Document) return null;
        var named = findings.Mentions.FirstOrDefault(m => Fits(m, source) && string.Equals(m.Name, source.Name, StringComparison.Ordinal))
            ?? findings.Mentions.FirstOrDefault(m => Fits(m, source) && source.Span is { } span && span.Contains(m.Span));
        return named is null ? null : Of(article, named);
    }

    /// <summary>The entity that an argument of a proposition names; <see langword="null"/> where it names none.</summary>
    public Entity? Of(ArticleId article, Argument argument, Findings findings)
    {
        if (argument.Name is not { } name) return null;
        var named = findings.Mentions.FirstOrDefault(m => m.Type == argument.Type && string.Equals(m.Name, name, StringComparison.Ordinal));
        return named is null ? null : Of(article, named);
    }

    private static bool Fits(Mention mention, Source source) =>
        source.Kind == SourceKind.Person ? mention.Type == NameType.Person : mention.Type != NameType.Person;
}
