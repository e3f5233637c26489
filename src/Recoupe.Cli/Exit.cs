namespace Recoupe.Cli;

/// <summary>How a run went, as its exit status tells other programs.</summary>
internal enum Exit
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Done, but something was refused or does not hold: each is named on standard error.</summary>
    Partly = 1,

    /// <summary>The arguments, or the ledger or folder they name, cannot be used.</summary>
    Unusable = 2,

    /// <summary>A fault of the program's own.</summary>
    Fault = 70,

    /// <summary>Stopped from the keyboard, as shells number it; SIGTERM gives 143.</summary>
    Stopped = 130,
}
