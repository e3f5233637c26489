using System.Globalization;

namespace Recoupe.Cli;

/// <summary>Names of files in the order asked for: the first keeps its name, the next of that name get <c>-2</c>, <c>-3</c>. Case does not tell names apart.</summary>
internal sealed class FreeNames
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    public string Take(string name)
    {
        var free = name;
        for (var n = 2; !taken.Add(free); n++) free = string.Create(CultureInfo.InvariantCulture, $"{name}-{n}");
        return free;
    }
}
