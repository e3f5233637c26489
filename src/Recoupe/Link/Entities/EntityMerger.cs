using Recoupe.Language;
using Recoupe.Link.Names;
using Recoupe.Link.Terms;
using Recoupe.Utility;

namespace Recoupe.Link.Entities;

/// <summary>
/// Ties wordings that name one referent. Candidates share a key made of the wording alone; a key that too many share is skipped for
/// all. What is no full name (a surname, initials, an acronym) is tied where the ledger has but one bearer.
/// </summary>
internal static class EntityMerger
{
    /// <summary>Joins the wordings that are surely of one referent.</summary>
    public static void Join(EntityForms forms, DisjointSets sets)
    {
        foreach (var group in forms.All.Where(f => f.Alias is not null).GroupBy(AliasKey, StringComparer.Ordinal))
            JoinAll(group, sets);
        JoinSure(forms, sets);
        var full = forms.All.Where(IsFullPerson).ToList();
        var bearers = Buckets(full, f => [SurnameKey(f)]);
        var partial = forms.All.Where(f => f.Type == NameType.Person && !IsFullPerson(f));
        JoinOnlyBearer(partial, bearers, (one, bearer) => forms.Compare(one, bearer, NameType.Person).Same, sets);
        JoinOfOneRole(forms, full, sets);
        JoinLone(forms, bearers, sets);
        var things = forms.All.Where(f => f.Type != NameType.Person).ToList();
        JoinOnlyBearer(things, Buckets(things, f => f.Acronyms.Select(a => $"{f.Type}|{a}")), (_, _) => true, sets, f => $"{f.Type}|{f.Key}");
    }

    // A well-known organisation is one whatever an article takes its name for.
    private static string AliasKey(EntityForm form) => form.Alias!.StartsWith("org/", StringComparison.Ordinal) ? form.Alias : $"{form.Type}|{form.Alias}";

    // «Karvelia», which one article does not show to be a place, where others do: a lone word that no full name in the ledger bears.
    private static void JoinLone(EntityForms forms, Dictionary<string, List<EntityForm>> bearers, DisjointSets sets)
    {
        var things = forms.All.Where(f => f.Type is NameType.Place or NameType.Organisation).ToLookup(f => NameLists.Shipped.WithOneEnding(f.Key), StringComparer.Ordinal);
        foreach (var form in forms.All.Where(f => f.Type == NameType.Person && f.Person.Words.Count == 1 && !bearers.ContainsKey(SurnameKey(f))))
            if (things[NameLists.Shipped.WithOneEnding(form.Key)].OrderByDescending(t => t.Mentions.Count).ThenBy(t => t.Id, StringComparer.Ordinal).FirstOrDefault() is { } thing) sets.Join(form.Id, thing.Id);
    }

    private static void JoinAll(IEnumerable<EntityForm> forms, DisjointSets sets)
    {
        EntityForm? first = null;
        foreach (var form in forms)
        {
            if (first is not null) sets.Join(first.Id, form.Id);
            first ??= form;
        }
    }

    private static void JoinSure(EntityForms forms, DisjointSets sets)
    {
        foreach (var bucket in Buckets(forms.All, f => f.Keys).Values.Where(b => b.Count is > 1 and <= BlockingKey.BucketLimit))
            for (var i = 0; i < bucket.Count; i++)
                for (var j = i + 1; j < bucket.Count; j++)
                    if (bucket[i].Alias is null || bucket[j].Alias is null)
                        if (forms.Compare(bucket[i], bucket[j], bucket[i].Type) is (true, true)) sets.Join(bucket[i].Id, bucket[j].Id);
    }

    // Names that are nearly one, of people whom articles give one office: Taoufik Chokri, Tawfiq Shukri, spokesmen.
    private static void JoinOfOneRole(EntityForms forms, IEnumerable<EntityForm> people, DisjointSets sets)
    {
        var buckets = Buckets(people.Where(p => p.Offices.Count > 0), p => p.Keys).Values;
        foreach (var bucket in buckets.Where(b => b.Count is > 1 and <= BlockingKey.BucketLimit))
            for (var i = 0; i < bucket.Count; i++)
                for (var j = i + 1; j < bucket.Count; j++)
                {
                    var (one, other) = (bucket[i], bucket[j]);
                    if (one.Offices.Overlaps(other.Offices) && forms.Compare(one, other, NameType.Person).Same) sets.Join(one.Id, other.Id);
                }
    }

    private static void JoinOnlyBearer(
        IEnumerable<EntityForm> partial, Dictionary<string, List<EntityForm>> bearers, Func<EntityForm, EntityForm, bool> bears, DisjointSets sets, Func<EntityForm, string>? key = null)
    {
        var joins = new List<(string, string)>();
        foreach (var form in partial)
        {
            if (!bearers.TryGetValue((key ?? SurnameKey)(form), out var bucket) || bucket.Count > BlockingKey.BucketLimit) continue;
            var fit = bucket.Where(b => !ReferenceEquals(b, form) && bears(form, b)).ToList();
            if (fit.Count > 0 && fit.TrueForAll(b => sets.AreJoined(b.Id, fit[0].Id))) joins.Add((form.Id, fit[0].Id));
        }

        foreach (var (a, b) in joins) sets.Join(a, b);
    }

    /// <summary>Wordings by their keys.</summary>
    public static Dictionary<string, List<EntityForm>> Buckets(IEnumerable<EntityForm> forms, Func<EntityForm, IEnumerable<string>> keys)
    {
        var buckets = new Dictionary<string, List<EntityForm>>(StringComparer.Ordinal);
        foreach (var form in forms)
            foreach (var key in keys(form).Distinct(StringComparer.Ordinal))
            {
                if (!buckets.TryGetValue(key, out var bucket)) buckets.Add(key, bucket = []);
                bucket.Add(form);
            }

        return buckets;
    }

    /// <summary>What a wording is found by: a person by the bones of the surname, and by the given name with the surname's first sounds; any other thing by its words' bones.</summary>
    public static IEnumerable<string> Keys(EntityForm form)
    {
        if (form.Type != NameType.Person)
        {
            yield return $"{form.Type}|{string.Join(' ', NameFolding.Words(form.Key).Where(w => !NameLists.Shipped.IsParticle(w)).Select(PhoneticKey.OfName).Order(StringComparer.Ordinal))}";
            if (form.Type == NameType.Organisation)
                foreach (var key in NameTranslation.Keys(form.Key)) yield return "ideas|" + key;
            yield break;
        }

        if (form.Person.Words.Count == 0) yield break;
        yield return SurnameKey(form);
        var words = form.Person.Words;
        if (words.Count > 1) yield return $"given|{words[0].Sound}|{words[^1].Sound[..Math.Min(3, words[^1].Sound.Length)]}";
    }

    private static string SurnameKey(EntityForm form) => form.Person.Words.Count == 0 ? "" : "surname|" + PhoneticKey.OfName(form.Person.Words[^1].Folded);

    private static bool IsFullPerson(EntityForm form) => form.Type == NameType.Person && form.Person.Words.Count(w => w.Folded.Length > 1) > 1;
}
