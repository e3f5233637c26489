using Recoupe.Language;
using Recoupe.Link.Terms;

namespace Recoupe.Link.Questions;

/// <summary>
/// The state that a person is said to lead or to speak for, where all that is said of her names one and no other (<c>le dirigeant
/// karvélien</c>).
/// </summary>
internal sealed class StatesOfPeople
{
    private readonly Dictionary<string, Term> _byName;

    public StatesOfPeople(IEnumerable<Entity> entities) => _byName = (
        from entity in entities
        where entity.Type == NameType.Person
        let states = entity.Roles.SelectMany(r => StatesIn(r.Text)).Distinct().Take(2).ToList()
        where states.Count == 1
        from name in entity.Variants.Append(entity.Name)
        select (Name: name, State: states[0]))
        .DistinctBy(p => p.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(p => p.Name, p => p.State, StringComparer.OrdinalIgnoreCase);

    /// <summary>That of whoever has a name; none where none is known.</summary>
    public IEnumerable<Term> Of(string name) => _byName.TryGetValue(name, out var state) ? [state] : [];

    // A role's language is not known, and a state is named alike in few words of another.
    private static IEnumerable<Term> StatesIn(string role) =>
        from language in BilingualLexicon.Shipped.Languages
        from told in Vocabulary.Of(language).Terms(WordScanner.Scan(role, new TextSpan(0, role.Length)), _ => false)
        where told.Term.Kind == TermKind.State
        select told.Term;
}
