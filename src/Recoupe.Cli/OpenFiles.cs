using System.Globalization;
using System.Runtime.CompilerServices;

namespace Recoupe.Cli;

/// <summary>
/// Tells beforehand whether a process may open too few files to run, where the system says it (Linux): halfway there would be none left
/// to tell it with.
/// </summary>
internal static class OpenFiles
{
    private const string Limits = "/proc/self/limits";
    private const string Line = "Max open files";
    private const int FewestOfNative = 32; // a ledger, its log, its lock, and what is read
    private const int FewestOfRuntime = 160; // the same, and a file a part of the program

    /// <summary>Whether they are enough, or nothing tells.</summary>
    public static bool AreEnough()
    {
        try
        {
            return !File.Exists(Limits)
                || AreEnough(File.ReadLines(Limits), RuntimeFeature.IsDynamicCodeCompiled ? FewestOfRuntime : FewestOfNative);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    /// <summary>Whether these lines, as the kernel writes them, allow as many.</summary>
    public static bool AreEnough(IEnumerable<string> limits, int fewest)
    {
        var told = limits.FirstOrDefault(l => l.StartsWith(Line, StringComparison.Ordinal))?[Line.Length..];
        var soft = told?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        return !int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count >= fewest;
    }
}
