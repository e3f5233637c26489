using System.Collections.Immutable;

namespace Recoupe.Store.Packing;

/// <summary>The lists of a ledger, as rows are numbered by them.</summary>
internal enum DerivedPart
{
    /// <summary>Headers.</summary>
    Articles,

    /// <summary>Origins that the ledger lacks.</summary>
    Absent,

    /// <summary>Ties of articles.</summary>
    Lineage,

    /// <summary>Families.</summary>
    Families,

    /// <summary>Entities.</summary>
    Entities,

    /// <summary>Claims, each with what would change its rating.</summary>
    Claims,

    /// <summary>Questions with their answers.</summary>
    Questions,

    /// <summary>Which entities may be one.</summary>
    Suggestions,

    /// <summary>Disputes.</summary>
    Disputes,

    /// <summary>Counts.</summary>
    Counts,

    /// <summary>Decisions with what became of them.</summary>
    Decisions,

    /// <summary>The user's grades of sources.</summary>
    Reliability,
}

/// <summary>A ledger while it is read, row by row in the order of its parts.</summary>
internal sealed class DerivedParts
{
    private readonly ImmutableArray<ArticleHeader>.Builder _articles = ImmutableArray.CreateBuilder<ArticleHeader>();
    private readonly ImmutableArray<AbsentOrigin>.Builder _absent = ImmutableArray.CreateBuilder<AbsentOrigin>();
    private readonly ImmutableArray<Lineage>.Builder _lineage = ImmutableArray.CreateBuilder<Lineage>();
    private readonly ImmutableArray<Family>.Builder _families = ImmutableArray.CreateBuilder<Family>();
    private readonly ImmutableArray<Entity>.Builder _entities = ImmutableArray.CreateBuilder<Entity>();
    private readonly ImmutableArray<Claim>.Builder _claims = ImmutableArray.CreateBuilder<Claim>();
    private readonly ImmutableArray<ImmutableArray<Reason>>.Builder _changes = ImmutableArray.CreateBuilder<ImmutableArray<Reason>>();
    private readonly ImmutableArray<Question>.Builder _questions = ImmutableArray.CreateBuilder<Question>();
    private readonly ImmutableArray<Suggestion>.Builder _suggestions = ImmutableArray.CreateBuilder<Suggestion>();
    private readonly ImmutableArray<Dispute>.Builder _disputes = ImmutableArray.CreateBuilder<Dispute>();
    private readonly ImmutableArray<Count>.Builder _counts = ImmutableArray.CreateBuilder<Count>();
    private readonly ImmutableArray<StandingDecision>.Builder _decisions = ImmutableArray.CreateBuilder<StandingDecision>();
    private readonly ImmutableArray<Reliability>.Builder _reliability = ImmutableArray.CreateBuilder<Reliability>();

    /// <summary>Takes a row in.</summary>
    public void Take(DerivedPart part, PackedReader from)
    {
        switch (part)
        {
            case DerivedPart.Articles: _articles.AddRange(from.Each(from.Header)); break;
            case DerivedPart.Absent: _absent.AddRange(from.Each(from.Absent)); break;
            case DerivedPart.Lineage: _lineage.AddRange(from.Each(from.Lineage)); break;
            case DerivedPart.Families: _families.AddRange(from.Each(from.Family)); break;
            case DerivedPart.Entities: _entities.AddRange(from.Each(from.Entity)); break;
            case DerivedPart.Claims: TakeClaims(from); break;
            case DerivedPart.Questions: _questions.AddRange(from.Each(from.Question)); break;
            case DerivedPart.Suggestions: _suggestions.AddRange(from.Each(from.Suggestion)); break;
            case DerivedPart.Disputes: _disputes.AddRange(from.Each(from.Dispute)); break;
            case DerivedPart.Counts: _counts.AddRange(from.Each(from.Count)); break;
            case DerivedPart.Decisions: _decisions.AddRange(from.Each(from.Decision)); break;
            case DerivedPart.Reliability: _reliability.AddRange(from.Each(from.Reliability)); break;
            default: throw new InvalidDataException("It is of no part of a ledger.");
        }
    }

    /// <summary>What was read.</summary>
    public DerivedLedger Ledger() => new(
        new(
            _articles.ToImmutable(),
            _absent.ToImmutable(),
            _lineage.ToImmutable(),
            _families.ToImmutable(),
            _entities.ToImmutable(),
            _claims.ToImmutable(),
            _questions.ToImmutable())
        {
            Suggestions = _suggestions.ToImmutable(),
            Disputes = _disputes.ToImmutable(),
            Counts = _counts.ToImmutable(),
            Decisions = _decisions.ToImmutable(),
            Reliability = _reliability.ToImmutable(),
        },
        _changes.ToImmutable());

    private void TakeClaims(PackedReader from) => from.Each(() =>
    {
        _claims.Add(from.Claim());
        _changes.Add(from.Each(from.Reason));
        return true;
    });
}
