namespace Recoupe.Store.Packing;

/// <summary>Claims and what is told of them, as packed bytes: what one of a pair writes the other reads.</summary>
internal static class ClaimPacking
{
    public static void Write(this PackedWriter to, Claim claim)
    {
        to.Text(claim.Id);
        to.Text(claim.Text);
        to.Each(claim.Wording, to.Write);
        to.Text(claim.Language);
        to.Text(claim.When);
        to.Text(claim.Where);
        to.Each(claim.Positions, to.Write);
        to.Int(claim.Independent.For);
        to.Int(claim.Independent.Against);
        to.Each(claim.Contradicts, to.Write);
        to.Int(claim.Credibility.Value);
        to.Each(claim.Credibility.Reasons, to.Write);
        to.Text(claim.First);
        to.Text(claim.Last);
        to.Each(claim.Voices, to.Write);
        to.Each(claim.Bearing, to.Write);
        to.Each(claim.Supplied, to.Write);
    }

    public static Claim Claim(this PackedReader from) => new(
        from.Text(),
        from.Text(),
        from.Each(from.Passage),
        from.Text(),
        from.OptionalText(),
        from.OptionalText(),
        from.Each(from.Position),
        new(from.Int(), from.Int()),
        from.Each(from.Contradiction),
        new(from.Int(), from.Each(from.Reason)),
        from.OptionalText(),
        from.OptionalText())
    {
        Voices = from.Each(from.Voice),
        Bearing = from.Each(from.Contradiction),
        Supplied = from.Each(from.Supplied),
    };

    public static void Write(this PackedWriter to, Question question)
    {
        to.Text(question.Id);
        to.Text(question.Text);
        to.Each(question.Claims, to.Text);
        to.Each(question.Answers, answer =>
        {
            to.Text(answer.Claim);
            to.Enum(answer.Side);
        });
    }

    public static Question Question(this PackedReader from) => new(from.Text(), from.Text(), from.Each(from.Text))
    {
        Answers = from.Each(() => new QuestionAnswer(from.Text(), from.Enum<AnswerSide>())),
    };

    public static void Write(this PackedWriter to, Dispute dispute)
    {
        to.Text(dispute.Id);
        to.Text(dispute.Text);
        to.Each(dispute.Claims, to.Text);
        to.Each(dispute.Relations, relation =>
        {
            to.Text(relation.A);
            to.Text(relation.B);
            to.Enum(relation.Kind);
            to.Each(relation.Reasons, to.Write);
        });
        to.Each(dispute.Worth, to.Write);
        to.Text(dispute.First);
        to.Text(dispute.Last);
    }

    public static Dispute Dispute(this PackedReader from) => new(
        from.Text(),
        from.Text(),
        from.Each(from.Text),
        from.Each(() => new DisputeRelation(from.Text(), from.Text(), from.Enum<RelationKind>(), from.Each(from.Reason))),
        from.Each(from.Reason),
        from.OptionalText(),
        from.OptionalText());

    private static void Write(this PackedWriter to, Position position)
    {
        to.Text(position.Article.Value);
        to.Text(position.Statement);
        to.Text(position.Proposition);
        to.Enum(position.Side);
        to.Each(position.Spans, to.Span);
        to.Enum(position.Certainty);
        to.Bool(position.IsRefuted);
    }

    private static Position Position(this PackedReader from) =>
        new(from.Article(), from.OptionalText(), from.Text(), from.Enum<Side>())
        {
            Spans = from.Each(from.Span),
            Certainty = from.Enum<Certainty>(),
            IsRefuted = from.Bool(),
        };

    private static void Write(this PackedWriter to, Contradiction contradiction)
    {
        to.Text(contradiction.Claim);
        to.Each(contradiction.Reasons, to.Write);
    }

    private static Contradiction Contradiction(this PackedReader from) => new(from.Text(), from.Each(from.Reason));

    private static void Write(this PackedWriter to, ClaimVoice voice)
    {
        to.Enum(voice.Side);
        to.Text(voice.Institution);
        to.Text(voice.Name);
        to.Bool(voice.IsNamed);
        to.Each(voice.Members, to.Write);
        to.Each(voice.Folded, folded =>
        {
            to.Write(folded.Told);
            to.Text(folded.Source);
            to.Write(folded.Why);
        });
    }

    private static ClaimVoice Voice(this PackedReader from) => new(
        from.Enum<Side>(),
        from.OptionalText(),
        from.OptionalText(),
        from.Bool(),
        from.Each(from.Member),
        from.Each(() => new FoldedMember(from.Member(), from.OptionalText(), from.Reason())));

    private static void Write(this PackedWriter to, VoiceMember member)
    {
        to.Text(member.Article.Value);
        to.Text(member.Statement);
    }

    private static VoiceMember Member(this PackedReader from) => new(from.Article(), from.OptionalText());
}
