using Recoupe.Tell;

namespace Recoupe.Cli;

/// <summary>What ends a run early, told in a few lines: a code, what happened, what to do.</summary>
internal static class Faults
{
    // What Unix and Windows say of a full disk.
    private static readonly int[] FullDisk = [28, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    // What Unix says where a process, or the machine, may open no more.
    private static readonly int[] TooManyFiles = [24, 23];

    /// <summary>Tells of the exception; <see langword="null"/> where it is not to be caught at all.</summary>
    public static Exit? Told(Exception exception, TextWriter error, Locale words)
    {
        switch (exception)
        {
            case OutOfMemoryException:
                return null;
            case OperationCanceledException:
                error.WriteLine(words["cli.stopped"]);
                return Exit.Stopped;
            case LedgerException ledger:
                Tell(error, words, ledger.Code, ledger.Message, ledger.Advice);
                return ledger.Code is "STORE-3" or "STORE-6" ? Exit.Partly : Exit.Unusable;
            case IOException full when FullDisk.Contains(full.HResult):
                Tell(error, words, "OUT-2", full.Message, "Free some room and run the same command again: what the ledger holds is kept.");
                return Exit.Partly;
            case TypeInitializationException { InnerException: { } inner }:
                return Told(inner, error, words);
            case IOException many when TooManyFiles.Contains(many.HResult) || IsOfTheProgram(many):
                return TellOfFiles(error, words);
            case IOException or UnauthorizedAccessException:
                Tell(error, words, "OUT-1", exception.Message, "Check the path given with --out, and that you may write there.");
                return Exit.Unusable;
            default:
                Tell(error, words, "FAULT", $"{exception.GetType().Name}: {exception.Message}", "This is a fault of Recoupe's own. Please report it with the command that you ran; the ledger is whole.");
                if (Environment.GetEnvironmentVariable("RECOUPE_TRACE") is not null) error.WriteLine(exception.StackTrace);
                return Exit.Fault;
        }
    }

    /// <summary>Tells that no more files may be open.</summary>
    public static Exit TellOfFiles(TextWriter error, Locale words)
    {
        const string advice = "Allow more (ulimit -n 256) and run the same command again: what the ledger holds is kept.";
        Tell(error, words, "OUT-3", "Too many files are open at once.", advice);
        return Exit.Unusable;
    }

    // A part of the program that is there and cannot be opened.
    private static bool IsOfTheProgram(IOException fault) =>
        fault is FileNotFoundException { FileName: { } name } && name.Contains(", Version=", StringComparison.Ordinal);

    private static void Tell(TextWriter error, Locale words, string code, string message, string advice)
    {
        (message, advice) = (words.Message(message), words.Message(advice));
        error.WriteLine($"{code}: {Printable.Line(message.TrimEnd('.'))}.");
        error.WriteLine($"  {char.ToUpperInvariant(advice[0])}{Printable.Line(advice[1..].TrimEnd('.'))}.");
    }
}
