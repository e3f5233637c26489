namespace Recoupe.Language;

/// <summary>A word's morphological features as UD writes them (<c>Gender=Fem|Number=Sing</c>); empty where it has none.</summary>
public readonly record struct Features(string Value)
{
    /// <summary>No feature.</summary>
    public static Features None { get; } = new("");

    /// <summary>The value of one feature (<c>Sing</c> for <c>Number</c>); empty where the word lacks it.</summary>
    public ReadOnlySpan<char> this[string name]
    {
        get
        {
            var rest = (Value ?? "").AsSpan();
            while (!rest.IsEmpty)
            {
                var bar = rest.IndexOf('|');
                var pair = bar < 0 ? rest : rest[..bar];
                if (pair.Length > name.Length && pair[name.Length] == '=' && pair.StartsWith(name, StringComparison.Ordinal))
                    return pair[(name.Length + 1)..];
                rest = bar < 0 ? default : rest[(bar + 1)..];
            }

            return default;
        }
    }

    /// <summary>Whether the feature has that value.</summary>
    public bool Has(string name, string value) => this[name].SequenceEqual(value);

    /// <inheritdoc/>
    public override string ToString() => string.IsNullOrEmpty(Value) ? "_" : Value;
}
