using System.Text;

namespace Recoupe.Cli;

/// <summary>Standard error, fit for a terminal whatever a message echoes. One that is closed takes nothing, and ends nothing.</summary>
internal sealed class ErrorWriter(TextWriter inner) : TextWriter
{
    /// <summary>The stream itself, for what may steer the terminal.</summary>
    public TextWriter Inner => inner;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => TryTo(() => inner.Write(Printable.Lines(value.ToString())));

    public override void Write(string? value) => TryTo(() => inner.Write(Printable.Lines(value ?? "")));

    public override void WriteLine(string? value) => TryTo(() => inner.WriteLine(Printable.Lines(value ?? "")));

    public override void WriteLine() => TryTo(inner.WriteLine);

    public override void Flush() => TryTo(inner.Flush);

    private static void TryTo(Action write)
    {
        try
        {
            write();
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException or UnauthorizedAccessException)
        {
        }
    }
}
