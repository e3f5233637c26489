namespace Recoupe.Store.Packing;

/// <summary>Counts, decisions and grades as packed bytes: what one of a pair writes the other reads.</summary>
internal static class CountPacking
{
    public static void Write(this PackedWriter to, Count count)
    {
        to.Text(count.Id);
        to.Text(count.Measure);
        to.Text(count.What);
        to.Text(count.Where);
        to.Write(count.Value);
        to.Text(count.Voice.Id);
        to.Text(count.Voice.Name);
        to.Text(count.Voice.Institution);
        to.Bool(count.Voice.IsNamed);
        to.Bool(count.Voice.IsOwn);
        to.Text(count.AsOf);
        to.Enum(count.Kind);
        to.Each(count.Relations, relation =>
        {
            to.Text(relation.To);
            to.Enum(relation.Kind);
        });
        to.Each(count.Passages, to.Write);
    }

    public static Count Count(this PackedReader from) => new(
        from.Text(),
        from.OptionalText(),
        from.OptionalText(),
        from.OptionalText(),
        from.Value(),
        new(from.Text(), from.OptionalText(), from.OptionalText(), from.Bool(), from.Bool()),
        from.OptionalText(),
        from.Enum<CountKind>(),
        from.Each(() => new CountRelation(from.Text(), from.Enum<CountRelationKind>())),
        from.Each(from.Passage));

    public static void Write(this PackedWriter to, StandingDecision standing)
    {
        var made = standing.Decision;
        to.Text(made.Id);
        to.Long(made.At.Ticks);
        to.Long(made.At.Offset.Ticks);
        to.Text(made.By);
        to.Enum(made.Act);
        to.Each(made.Anchors, to.Write);
        to.Text(made.Value);
        to.Text(made.Note);
        to.Enum(standing.State);
        to.Each(standing.Claims, to.Text);
        to.Each(standing.Entities, to.Text);
        to.Text(standing.BlockedBy);
    }

    public static StandingDecision Decision(this PackedReader from) => new(
        new(
            from.Text(),
            new DateTimeOffset(from.Long(), new TimeSpan(from.Long())),
            from.Text(),
            from.Enum<DecisionAct>(),
            from.Each(from.Anchor),
            from.OptionalText(),
            from.OptionalText()),
        from.Enum<DecisionState>(),
        from.Each(from.Text))
    {
        Entities = from.Each(from.Text),
        BlockedBy = from.OptionalText(),
    };

    public static void Write(this PackedWriter to, Reliability grade)
    {
        to.Text(grade.Source);
        to.Char(grade.Grade);
        to.Text(grade.Since);
        to.Text(grade.Note);
    }

    public static Reliability Reliability(this PackedReader from) =>
        new(from.Text(), from.Char(), from.OptionalText(), from.OptionalText());

    private static void Write(this PackedWriter to, CountValue value)
    {
        to.Optional(value.Min, to.Decimal);
        to.Bool(value.MinInclusive);
        to.Optional(value.Max, to.Decimal);
        to.Bool(value.MaxInclusive);
        to.Bool(value.Approximate);
        to.Text(value.Unit);
    }

    private static CountValue Value(this PackedReader from) => new(
        from.Optional(from.Decimal), from.Bool(), from.Optional(from.Decimal), from.Bool(), from.Bool(), from.OptionalText());

    private static void Write(this PackedWriter to, Anchor anchor)
    {
        to.Text(anchor.Article.Value);
        to.Text(anchor.TextHash);
        to.Span(anchor.Span);
        to.Text(anchor.Quotation);
        to.Text(anchor.Before);
        to.Text(anchor.After);
        to.Int(anchor.Item);
        to.Bool(anchor.IsOfClaim);
        to.Text(anchor.Statement);
    }

    private static Anchor Anchor(this PackedReader from) =>
        new(from.Article(), from.Text(), from.Span(), from.Text(), from.Text(), from.Text())
        {
            Item = from.Int(),
            IsOfClaim = from.Bool(),
            Statement = from.OptionalText(),
        };
}
