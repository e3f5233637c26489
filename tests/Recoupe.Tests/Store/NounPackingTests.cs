using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Recoupe.Store;
using Recoupe.Store.Packing;

namespace Recoupe.Tests.Store;

/// <summary>Every property of every noun that is kept comes back: the nouns are made here by their own constructors and setters, so that none is left out.</summary>
public sealed class NounPackingTests
{
    public static TheoryData<Type> Nouns =>
    [
        typeof(ArticleHeader), typeof(AbsentOrigin), typeof(Lineage), typeof(Family), typeof(Entity), typeof(Claim), typeof(Question), typeof(Suggestion), typeof(Dispute), typeof(Count),
        typeof(StandingDecision), typeof(Reliability),
    ];

    [Fact]
    public void Each_list_of_a_ledger_is_kept() =>
        typeof(Ledger).GetProperties().Where(p => p.PropertyType.IsGenericType).Select(p => p.PropertyType.GetGenericArguments()[0]).Order(ByName)
            .ShouldBe(Nouns.Select(n => n.Data).Order(ByName));

    [Theory]
    [MemberData(nameof(Nouns))]
    public void A_noun_comes_back_with_all_its_properties(Type noun)
    {
        var made = new Maker().Make(noun);
        Told(BackAgain(made)).ShouldBe(Told(made));
    }

    [Fact]
    public void Bytes_that_are_cut_short_or_hold_what_is_none_are_refused()
    {
        Should.Throw<EndOfStreamException>(() => new PackedReader([1, 5, 65], []).Text());
        Should.Throw<InvalidDataException>(() => new PackedReader([99], []).Enum<Side>());
        Should.Throw<InvalidDataException>(() => new PackedReader([100, 0], []).Each(() => 1));
        Should.Throw<InvalidDataException>(() => new PackedReader([0], []).Text());
    }

    private static readonly Comparer<Type> ByName = Comparer<Type>.Create((a, b) => string.CompareOrdinal(a.Name, b.Name));

    // Through the ledger's own rows, as it is kept.
    private static object BackAgain(object noun)
    {
        var empty = new Ledger([], [], [], [], [], [], []);
        var list = typeof(Ledger).GetProperties().Single(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericArguments()[0] == noun.GetType());
        var one = typeof(NounPackingTests).GetMethod(nameof(One), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(noun.GetType()).Invoke(null, [noun]);
        list.SetValue(empty, one);
        var back = DerivedRows.Back(new DerivedLedger(empty, empty.Claims.IsEmpty ? [] : [[Reason.Of("WHY", [("a", "b")])]])).Ledger;
        return ((IEnumerable)list.GetValue(back)!).Cast<object>().Single();
    }

    private static ImmutableArray<T> One<T>(T item) => [item];

    private static string Told(object? value) => value switch
    {
        null => "none",
        string text => $"“{text}”",
        IEnumerable items => "[" + string.Join(", ", items.Cast<object?>().Select(Told)) + "]",
        _ when value.GetType().Namespace!.StartsWith("System", StringComparison.Ordinal) && !value.GetType().Name.StartsWith("KeyValuePair", StringComparison.Ordinal) =>
            string.Format(CultureInfo.InvariantCulture, "{0:O}", value is DateTimeOffset ? value : value.ToString()),
        Enum => value.ToString()!,
        _ => "{" + string.Join(", ", value.GetType().GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.Name is not "EqualityContract").Select(p => p.Name + ": " + Told(p.GetValue(value)))) + "}",
    };

    /// <summary>Makes nouns that are nowhere empty, nought or as they would be by default.</summary>
    private sealed class Maker
    {
        private int _made;

        public object Make(Type type)
        {
            _made++;
            if (Nullable.GetUnderlyingType(type) is { } given) return Make(given);
            if (type == typeof(string)) return "text " + _made.ToString(CultureInfo.InvariantCulture);
            if (type == typeof(int)) return 300 + _made;
            if (type == typeof(bool)) return true;
            if (type == typeof(decimal)) return _made + 0.25m;
            if (type == typeof(char)) return (char)('A' + (_made % 6));
            if (type == typeof(DateTimeOffset)) return new DateTimeOffset(2024, 3, 1, 12, 0, _made % 60, TimeSpan.FromHours(2));
            if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Last();
            if (type == typeof(ImmutableSortedDictionary<string, string>))
                return ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("B", "2").Add("a", "1");
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)) return List(type.GetGenericArguments()[0]);
            return Noun(type);
        }

        private object List(Type item)
        {
            var items = Array.CreateInstance(item, 2);
            items.SetValue(Make(item), 0);
            items.SetValue(Make(item), 1);
            return typeof(ImmutableArray).GetMethods().Single(m => m.Name == "Create" && m.GetParameters() is [{ ParameterType.IsArray: true }])
                .MakeGenericMethod(item).Invoke(null, [items])!;
        }

        private object Noun(Type type)
        {
            var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
            var noun = constructor.Invoke([.. constructor.GetParameters().Select(p => Make(p.ParameterType))]);
            var taken = constructor.GetParameters().Select(p => p.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var property in type.GetProperties().Where(p => p.CanWrite && !taken.Contains(p.Name))) property.SetValue(noun, Make(property.PropertyType));
            return noun;
        }
    }
}
