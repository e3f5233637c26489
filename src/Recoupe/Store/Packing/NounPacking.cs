using System.Collections.Immutable;

namespace Recoupe.Store.Packing;

/// <summary>The nouns that others are made of, as packed bytes: what one of a pair writes the other reads.</summary>
internal static class NounPacking
{
    public static void Write(this PackedWriter to, Passage passage)
    {
        to.Text(passage.Article.Value);
        to.Span(passage.Span);
    }

    public static Passage Passage(this PackedReader from)
    {
        var article = from.Article();
        return new(article, from.Span());
    }

    public static ArticleId Article(this PackedReader from) => new(from.Text());

    public static void Write(this PackedWriter to, Reason reason)
    {
        to.Text(reason.Code);
        to.Int(reason.Arguments.Count);
        foreach (var (name, value) in reason.Arguments)
        {
            to.Text(name);
            to.Text(value);
        }

        to.Each(reason.Passages, to.Write);
    }

    public static Reason Reason(this PackedReader from)
    {
        var code = from.Text();
        var count = from.Int();
        var arguments = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var name = from.Text();
            arguments.Add(name, from.Text());
        }

        return new(code, arguments.ToImmutable(), from.Each(from.Passage));
    }

    public static void Write(this PackedWriter to, Supplied supplied)
    {
        to.Int(supplied.Start);
        to.Int(supplied.End);
        to.Optional(supplied.From, to.Span);
    }

    public static Supplied Supplied(this PackedReader from)
    {
        var (start, end) = (from.Int(), from.Int());
        return new(start, end, from.Optional(from.Span));
    }

    public static void Write(this PackedWriter to, ArticleHeader header)
    {
        to.Text(header.Id.Value);
        to.Text(header.TextHash);
        to.Text(header.Name);
        to.Text(header.Path);
        to.Text(header.Url);
        to.Text(header.Site);
        to.Text(header.Title);
        to.Each(header.Authors, to.Text);
        to.Text(header.Language);
        to.Optional(header.Published, to.Write);
        to.Each(header.Notes, to.Write);
    }

    public static ArticleHeader Header(this PackedReader from) => new(
        from.Article(),
        from.Text(),
        from.Text(),
        from.Text(),
        from.OptionalText(),
        from.OptionalText(),
        from.OptionalText(),
        from.Each(from.Text),
        from.Text(),
        from.OptionalNoun(from.Publication))
    {
        Notes = from.Each(from.Reason),
    };

    public static void Write(this PackedWriter to, Lineage lineage)
    {
        to.Text(lineage.From);
        to.Text(lineage.To.Value);
        to.Enum(lineage.Kind);
        to.Enum(lineage.Direction);
        to.Decimal(lineage.Score);
        to.Each(lineage.Reasons, to.Write);
    }

    public static Lineage Lineage(this PackedReader from) => new(
        from.Text(),
        from.Article(),
        from.Enum<LineageKind>(),
        from.Enum<LineageDirection>(),
        from.Decimal(),
        from.Each(from.Reason));

    public static void Write(this PackedWriter to, AbsentOrigin origin)
    {
        to.Text(origin.Id);
        to.Text(origin.Name);
        to.Each(origin.Reasons, to.Write);
    }

    public static AbsentOrigin Absent(this PackedReader from) => new(from.Text(), from.Text(), from.Each(from.Reason));

    public static void Write(this PackedWriter to, Family family)
    {
        to.Text(family.Id);
        to.Each(family.Members, member => to.Text(member.Value));
        to.Text(family.Origin);
    }

    public static Family Family(this PackedReader from) => new(from.Text(), from.Each(from.Article), from.OptionalText());

    public static void Write(this PackedWriter to, Entity entity)
    {
        to.Text(entity.Id);
        to.Enum(entity.Type);
        to.Text(entity.Name);
        to.Each(entity.Variants, to.Text);
        to.Each(entity.Roles, to.Write);
        to.Each(entity.Mentions, to.Write);
    }

    public static Entity Entity(this PackedReader from) => new(
        from.Text(),
        from.Enum<Recoupe.Language.NameType>(),
        from.Text(),
        from.Each(from.Text),
        from.Each(from.Role),
        from.Each(from.Passage));

    public static void Write(this PackedWriter to, Suggestion suggestion)
    {
        to.Text(suggestion.First);
        to.Text(suggestion.Second);
        to.Decimal(suggestion.Score);
        to.Each(suggestion.Reasons, to.Write);
    }

    public static Suggestion Suggestion(this PackedReader from) =>
        new(from.Text(), from.Text(), from.Decimal(), from.Each(from.Reason));

    private static void Write(this PackedWriter to, Publication published)
    {
        to.Text(published.Value);
        to.Enum(published.From);
        to.Optional(published.Doubted, to.Write);
        to.Optional(published.Span, to.Span);
    }

    private static Publication Publication(this PackedReader from) =>
        new(from.Text(), from.Enum<PublicationSource>(), from.OptionalNoun(from.Reason), from.Optional(from.Span));

    private static void Write(this PackedWriter to, Role role)
    {
        to.Text(role.Text);
        to.Each(role.Passages, to.Write);
    }

    private static Role Role(this PackedReader from) => new(from.Text(), from.Each(from.Passage));
}
