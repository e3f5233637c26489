using Recoupe.Tell;

namespace Recoupe.Cli;

/// <summary>Tells on standard error, when a verb is done, what was passed over beside its ledger.</summary>
internal sealed class Notices(Pipeline pipeline, TextWriter error, Locale words) : IDisposable
{
    public void Dispose() => RefusalPrinter.Tell(error, words, pipeline.PassedOver());
}
