using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Recoupe.Tell;

/// <summary>
/// The wordings of one language, read from <c>Assets/words.LANGUAGE.txt</c>, <c>reasons</c> and <c>desk</c> beside it: a key, an equals
/// sign, a text with <c>{places}</c>. A bar parts a singular from a plural. What is written in English where it arises (refusals, help) is
/// told by <c>Assets/messages.LANGUAGE.txt</c>. A language is added by adding its four files.
/// </summary>
public sealed class Locale
{
    private const string Equal = " = ";

    private static readonly FrozenDictionary<string, Locale> ByLanguage = Languages().ToFrozenDictionary(l => l, l => new Locale(l));

    private readonly FrozenDictionary<string, string> texts;
    private readonly FrozenSet<string> singular;
    private readonly MessageCatalogue messages;

    private Locale(string language)
    {
        Language = language;
        texts = Read($"Assets/words.{language}.txt").Concat(Read($"Assets/reasons.{language}.txt")).Concat(Read($"Assets/desk.{language}.txt")).ToFrozenDictionary();
        singular = this["plural.singular"].Split(' ').ToFrozenSet();
        messages = new MessageCatalogue([.. Read($"Assets/messages.{language}.txt")]);
    }

    /// <summary>The ISO 639-1 code of the language.</summary>
    public string Language { get; }

    /// <summary>The languages there are wordings for, in ordinal order.</summary>
    public static IReadOnlyList<string> Available { get; } = [.. ByLanguage.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The keys of all its wordings, in ordinal order.</summary>
    public IEnumerable<string> Keys => texts.Keys.Order(StringComparer.Ordinal);

    /// <summary>The text under a key.</summary>
    /// <exception cref="KeyNotFoundException">There is no such key: a mistake of ours, not of the reader's.</exception>
    public string this[string key] => texts[key];

    /// <summary>The wordings of a language; those of English where there are none for it.</summary>
    public static Locale For(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage["en"];

    /// <summary>The wordings of the system's language.</summary>
    public static Locale OfSystem() => For(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>A message that was written in English where it arose, as the language says it; as it is where there is no translation.</summary>
    public string Message(string english) => messages.Translate(english);

    /// <summary>Whether there is a text under a key.</summary>
    public bool Has(string key) => texts.ContainsKey(key);

    /// <summary>The text under a key with its places filled.</summary>
    public string Say(string key, params ReadOnlySpan<(string Place, string Value)> values) => Fill(this[key], values);

    /// <summary>The text under a key for that many, with <c>{n}</c> filled.</summary>
    public string Count(string key, int count)
    {
        var forms = this[key].Split(" | ");
        var form = forms.Length == 1 || singular.Contains(count.ToString(CultureInfo.InvariantCulture)) ? forms[0] : forms[1];
        return Fill(form, [("n", Number(count))]);
    }

    /// <summary>A whole number, its thousands parted as the language does.</summary>
    public string Number(int value) =>
        value.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", this["number.group"], StringComparison.Ordinal);

    /// <summary>A decimal number, without trailing zeros.</summary>
    public string Number(decimal value)
    {
        var text = value.ToString("#,0.############", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = (point < 0 ? text : text[..point]).Replace(",", this["number.group"], StringComparison.Ordinal);
        return point < 0 ? whole : whole + this["number.point"] + text[(point + 1)..];
    }

    /// <summary>A day, week, month or year in words (<c>7 avril 2022</c>), honest about what is not known of it.</summary>
    public string Day(string value) => this.Told(value);

    /// <summary>How sure a source is, in words.</summary>
    public string Of(Certainty certainty) => this["certainty." + EnumNames.Of(certainty)];

    /// <summary>What a telling does, in words.</summary>
    public string Of(Stance stance) => this["stance." + EnumNames.Of(stance)];

    /// <summary>A source that nobody names, in words.</summary>
    public string Of(SourceKind kind) => this["source." + EnumNames.Of(kind)];

    /// <summary>What a decision does, in words.</summary>
    public string Of(DecisionAct act) => this["act." + DecisionJson.Spelled(act)];

    /// <summary>What became of a decision, in words.</summary>
    public string Of(DecisionState state) => this["decision." + EnumNames.Of(state)];

    /// <summary>A language's name; its code where there is no wording for it.</summary>
    public string LanguageName(string code) => texts.GetValueOrDefault("language." + code) ?? code;

    /// <summary>A figure's bounds as a value: <c>70</c>, <c>&gt; 70</c>, <c>≥ 30</c>, <c>10–15</c>, <c>≈ 1 000</c>.</summary>
    public string Value(Figure figure)
    {
        var bounds = (figure.Min, figure.Max) switch
        {
            (null, null) => "–",
            ({ } min, null) => (figure.MinInclusive ? "≥ " : "> ") + Number(min),
            (null, { } max) => (figure.MaxInclusive ? "≤ " : "< ") + Number(max),
            var (min, max) when min == max => Number(min!.Value),
            var (min, max) => Number(min!.Value) + "–" + Number(max!.Value),
        };
        var unit = figure.Unit is { } named ? " " + named : "";
        return (figure.Approximate ? "≈ " : "") + bounds + unit;
    }

    /// <summary>A reason in words; its bare code where the language has no wording for it.</summary>
    public string Reason(Reason reason) =>
        texts.TryGetValue(reason.Code, out var wording)
            ? Fill(wording, [.. reason.Arguments.Select(a => (a.Key, Worded(a.Key, a.Value)))])
            : reason.Code;

    private string Worded(string key, string value) => key switch
    {
        "where" or "takenWhere" => Place(value),
        "day" or "from" or "to" => this.Told(value),
        _ => value,
    };

    // Where a page says something: in words, or by the name of the page's own element.
    private string Place(string where) => texts.GetValueOrDefault("where." + where) ?? where;

    // Values are put in once, in one pass: a value that itself holds "{name}" stays as it is.
    internal static string Fill(string wording, ReadOnlySpan<(string Place, string Value)> values)
    {
        var filled = new StringBuilder(wording.Length + 32);
        for (var at = 0; at < wording.Length;)
        {
            var (text, length) = PlaceAt(wording, at, values) ?? (wording[at].ToString(), 1);
            filled.Append(text);
            at += length;
        }

        return filled.ToString();
    }

    private static (string Text, int Length)? PlaceAt(string wording, int at, ReadOnlySpan<(string Place, string Value)> values)
    {
        if (wording[at] != '{') return null;
        foreach (var (place, value) in values)
        {
            if (wording.AsSpan(at + 1).StartsWith(place, StringComparison.Ordinal) && wording.AsSpan(at + 1 + place.Length).StartsWith("}"))
                return (value, place.Length + 2);
        }

        return null;
    }

    private static IEnumerable<string> Languages() =>
        from name in typeof(Locale).Assembly.GetManifestResourceNames()
        where name.StartsWith("Assets/words.", StringComparison.Ordinal)
        select name.Split('.')[^2];

    private static IEnumerable<KeyValuePair<string, string>> Read(string asset) =>
        from line in Asset(asset).Split('\n')
        where line.Contains(Equal, StringComparison.Ordinal) && line[0] != '#'
        let sign = line.IndexOf(Equal, StringComparison.Ordinal)
        select KeyValuePair.Create(line[..sign].Trim(), line[(sign + Equal.Length)..].TrimEnd('\r'));

    /// <summary>An embedded text file, whole.</summary>
    internal static string Asset(string name)
    {
        using var stream = typeof(Locale).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The asset {name} is missing from the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
