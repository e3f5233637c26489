using System.Collections.Immutable;

namespace Recoupe.Desk.Search;

/// <summary>
/// Sentences by the index that lies in the ledger's file, over a connection of its own: nobody who searches waits for whoever derives or
/// writes, and nothing is indexed twice.
/// </summary>
internal sealed class PassageFinder(DeskOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private Pipeline? _pipeline;
    private bool _isClosed;

    /// <summary>Sentences that have every word of a query, the best first.</summary>
    /// <returns>Nothing at all, not even an empty list, where the file has no whole index of them.</returns>
    public ImmutableArray<Findable> Find(string query, int most) => Held(pipeline =>
        pipeline.Passages(query, most) is { IsDefault: false } found
        ? [.. found.Select(f => new Findable(FindKind.Sentence, f.Id, f.Language, f.Text, f.Start))]
        : default(ImmutableArray<Findable>));

    /// <summary>Indexes what the file's index lacks, unless somebody writes there.</summary>
    public void Index() => Held(pipeline =>
    {
        if (!options.ReadOnly) pipeline.KeepPassages();
        return true;
    });

    public void Dispose()
    {
        lock (_gate)
        {
            _pipeline?.Dispose();
            (_pipeline, _isClosed) = (null, true);
        }
    }

    // A file that is not there yet, or cannot be read just now, has no index.
    private T? Held<T>(Func<Pipeline, T> ask)
    {
        lock (_gate)
        {
            try
            {
                if (_isClosed || !File.Exists(options.Ledger)) return default;
                _pipeline ??= options.ReadOnly ? Pipeline.OpenToRead(options.Ledger) : Pipeline.Open(options.Ledger, create: false);
                return ask(_pipeline);
            }
            catch (Exception fault) when (fault is LedgerException or InvalidDataException or IOException or UnauthorizedAccessException)
            {
                _pipeline?.Dispose();
                _pipeline = null;
                return default;
            }
        }
    }
}
