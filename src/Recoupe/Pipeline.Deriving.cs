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
        var ties = file.Ties().ToList();
        var lineage = InOrder(ties.SelectMany(t => t.Lineage));
        var tree = Families.Of(file.Fingerprints().Select(bytes => Signature.Of(Fingerprint.FromBytes(bytes))), lineage);
        var entities = Entities.Of(filed);
        var claims = Rater.Rate(Claims.Of(filed, [.. ties.SelectMany(t => t.Statements)]), filed, tree.Families, entities);
        return new Ledger(
            ArticleNames.Apart(filed.Select(f => f.Article.Header)),
            tree.Absent,
            lineage,
            tree.Families,
            entities,
            claims,
            Questions.Of(file.Questions().Select(q => q.Text), filed, claims));
    }

    private static ImmutableArray<Lineage> InOrder(IEnumerable<Lineage> lineage) =>
    [
        .. lineage.OrderBy(l => l.From, StringComparer.Ordinal).ThenBy(l => l.To).ThenBy(l => l.Kind),
    ];
}
