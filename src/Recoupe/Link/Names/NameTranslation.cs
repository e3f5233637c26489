using Recoupe.Link.Terms;

namespace Recoupe.Link.Names;

/// <summary>Tells the name of an organisation in two languages: the same ideas, and the same name among them (<c>Velda Treaty Organisation</c>, <c>Organisation du traité de la Velda</c>).</summary>
internal static class NameTranslation
{
    private const int FewestWords = 3, MostWords = 12;

    /// <summary>Whether one wording in one language says what the other does in another.</summary>
    public static bool AreOne(string a, string b) => Keys(a).Intersect(Keys(b), StringComparer.Ordinal).Any();

    /// <summary>A name's ideas and own words in each language, sorted; none where it has no word of its own and names no state, for every state has a ministry of defence.</summary>
    public static IEnumerable<string> Keys(string name)
    {
        var words = NameFolding.Words(name).Where(w => !NameLists.Shipped.IsParticle(w) && !NameLists.Shipped.IsGeneric(w)).ToList();
        return words.Count is < FewestWords or > MostWords ? [] : BilingualLexicon.Shipped.Languages.Select(l => Key(words, BilingualLexicon.Shipped.In(l))).OfType<string>();
    }

    private static string? Key(List<string> words, Ideas ideas)
    {
        var scanned = words.ConvertAll(w => new ScannedWord(default, w, false, false));
        var terms = new List<string>();
        var (ofState, own, known) = (false, 0, 0);
        for (var at = 0; at < scanned.Count; at++)
        {
            if (ideas.Longest(scanned, at) is { } found)
            {
                terms.Add("=" + found.Idea.Name);
                ofState |= found.Idea.Term.Kind == TermKind.State;
                known += found.Words;
                at += found.Words - 1;
            }
            else
            {
                terms.Add(scanned[at].Folded);
                own++;
            }
        }

        var isOne = own > 0 || ofState;
        return isOne && known >= FewestWords - 1 ? string.Join(' ', terms.Order(StringComparer.Ordinal)) : null;
    }
}
