using System.Collections.Concurrent;

namespace Recoupe.Desk.Accounts;

/// <summary>
/// Counts passwords that were wrong, by name and address together: who tries them one after another waits, and keeps nobody else out.
/// </summary>
internal sealed class Attempts(TimeProvider clock)
{
    /// <summary>How many wrong passwords are answered at once.</summary>
    public const int Free = 5;

    /// <summary>How long one waits after them: a hundred tries a day are no danger to twelve letters.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private const int MostKept = 10_000; // names and addresses; beyond them all are forgotten, so that memory has a bound

    private readonly ConcurrentDictionary<(string Name, string Address), (int Wrong, DateTimeOffset Last)> _wrong = new();

    public bool MayTry(string name, string address) =>
        !_wrong.TryGetValue((name, address), out var so) || so.Wrong < Free || clock.GetUtcNow() - so.Last >= Pause;

    public void Failed(string name, string address)
    {
        if (_wrong.Count >= MostKept) _wrong.Clear();
        var now = clock.GetUtcNow();
        _wrong.AddOrUpdate((name, address), (1, now), (_, so) => (now - so.Last >= Pause ? 1 : so.Wrong + 1, now));
    }

    public void Passed(string name, string address) => _wrong.TryRemove((name, address), out _);
}
