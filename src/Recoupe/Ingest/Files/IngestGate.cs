namespace Recoupe.Ingest.Files;

/// <summary>
/// Keeps a fault that one input brings out from ending the run: what was read of it before stands, the input is refused by its name, and
/// the rest goes on.
/// </summary>
internal static class IngestGate
{
    /// <summary>The outcomes of one file or address, and, where reading fails as it should not, the refusal of it.</summary>
    /// <param name="input">The file or address.</param>
    /// <param name="read">How it is read.</param>
    public static IEnumerable<Outcome<T>> Guarded<T>(string input, Func<IEnumerable<Outcome<T>>> read)
        where T : class => Guarded(read, fault => IngestRefusals.Unexpected(input, $"{fault.GetType().Name}: {fault.Message}"));

    /// <summary>As <see cref="Guarded{T}(string, Func{IEnumerable{Outcome{T}}})"/>, with a refusal of the caller's own.</summary>
    public static IEnumerable<Outcome<T>> Guarded<T>(Func<IEnumerable<Outcome<T>>> read, Func<Exception, Rejection> refuse)
        where T : class
    {
        using var guard = new Guard<T>(read, refuse);
        while (guard.Next() is { } outcome) yield return outcome;
    }

    /// <summary>
    /// Whether a fault says something of the input. A stop, a full memory and a ledger that cannot be used concern the whole run.
    /// </summary>
    public static bool IsOfTheInput(Exception fault) =>
        fault is not (OperationCanceledException or OutOfMemoryException or LedgerException);

    private sealed class Guard<T>(Func<IEnumerable<Outcome<T>>> read, Func<Exception, Rejection> refuse) : IDisposable
        where T : class
    {
        private IEnumerator<Outcome<T>>? _items;
        private bool _hasFailed;

        public Outcome<T>? Next()
        {
            if (_hasFailed) return null;
            try
            {
                _items ??= read().GetEnumerator();
                return _items.MoveNext() ? _items.Current : default(Outcome<T>?);
            }
            catch (Exception fault) when (IsOfTheInput(fault))
            {
                _hasFailed = true;
                return refuse(fault);
            }
        }

        public void Dispose() => _items?.Dispose();
    }
}
