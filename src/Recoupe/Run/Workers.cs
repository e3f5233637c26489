namespace Recoupe.Run;

/// <summary>A number of threads that work for one caller, who takes what they make in order.</summary>
/// <param name="threads">How many work at once, at least 1.</param>
internal sealed class Workers(int threads)
{
    // So much is made ahead, for each thread: less leaves threads idle while the caller is busy, more only fills memory.
    private const int Ahead = 4;

    private readonly TaskFactory _factory = new(new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler);

    /// <summary>
    /// The results of <paramref name="work"/>, in the order of the items whatever the number of threads. Items are drawn on the caller's
    /// own thread, a few ahead of the results taken; so what the caller does to draw one may well be what only one thread can do, and
    /// several such steps can follow each other without waiting for all of the last.
    /// </summary>
    public IEnumerable<TResult> Map<T, TResult>(IEnumerable<T> items, Func<T, TResult> work)
    {
        var begun = new Queue<Task<TResult>>();
        try
        {
            foreach (var item in items)
            {
                begun.Enqueue(_factory.StartNew(() => work(item)));
                if (begun.Count > threads * Ahead) yield return begun.Dequeue().GetAwaiter().GetResult();
            }

            while (begun.TryDequeue(out var next)) yield return next.GetAwaiter().GetResult();
        }
        finally
        {
            // Whoever leaves early leaves nobody at work.
            Task.WhenAll(begun).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        }
    }
}
