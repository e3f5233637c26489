using System.Collections.Immutable;
using Recoupe.Judge;
using Recoupe.Link;

namespace Recoupe;

/// <content>From rows to the ledger: nothing of it is stored, so growing a ledger and starting over come to the same.</content>
public sealed partial class Pipeline
{
    /// <summary>All that follows from what is filed, in canonical order: the same whatever the order of arrival or the number of threads.</summary>
    public Ledger Ledger()
    {
        var filed = file.Filed().ToList();
        var (lineage, statements) = Ties();
        var tree = Families.Of(file.Fingerprints().Select(bytes => Signature.Of(Fingerprint.FromBytes(bytes))), lineage);
        var entities = Entities.Of(filed);
        var claims = Rater.Rate(Claims.Of(filed, statements), filed, tree.Families, entities);
        return new Ledger(
            ArticleNames.Apart(filed.Select(f => f.Article.Header)),
            tree.Absent,
            lineage,
            tree.Families,
            entities,
            claims,
            Questions.Of(file.Questions().Select(q => q.Text), filed, claims));
    }

    private (ImmutableArray<Lineage> Lineage, List<StatementTie> Statements) Ties()
    {
        var lineage = new List<Lineage>();
        var statements = new List<StatementTie>();
        foreach (var ties in file.Ties())
        {
            lineage.AddRange(ties.Lineage);
            statements.AddRange(ties.Statements);
        }

        return ([.. lineage.OrderBy(l => l.From, StringComparer.Ordinal).ThenBy(l => l.To).ThenBy(l => l.Kind)], statements);
    }
}
