namespace Recoupe;

/// <summary>Why an input was refused. An expected failure is a value, not an exception.</summary>
/// <param name="Code">A searchable code (<c>INGEST-3</c>); listed in <c>docs/refusals.md</c>.</param>
/// <param name="Input">Which input: a path, or a path and a record's line.</param>
/// <param name="Message">What happened.</param>
/// <param name="Advice">What to do next.</param>
public sealed record Rejection(string Code, string Input, string Message, string Advice);

/// <summary>A result, or the reason there is none.</summary>
public readonly struct Outcome<T>
    where T : class
{
    private Outcome(T? value, Rejection? rejection) => (Value, Rejection) = (value, rejection);

    /// <summary>The result; <see langword="null"/> where it was refused.</summary>
    public T? Value { get; }

    /// <summary>The reason; <see langword="null"/> where there is a result.</summary>
    public Rejection? Rejection { get; }

    /// <summary>A result.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>A refusal.</summary>
    public static implicit operator Outcome<T>(Rejection rejection) => new(null, rejection);
}
