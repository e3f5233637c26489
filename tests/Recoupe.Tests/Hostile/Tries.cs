using System.Globalization;

namespace Recoupe.Tests.Hostile;

/// <summary>How often something is tried: few times in every run of the tests, and many where <c>RECOUPE_FUZZ</c> asks for a long run.</summary>
internal static class Tries
{
    private const int Short = 8;

    /// <summary>The mutants of each form; <c>RECOUPE_FUZZ</c> says how many.</summary>
    public static int Mutants { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("RECOUPE_FUZZ"), CultureInfo.InvariantCulture, out var asked) ? asked : Short;

    /// <summary>So many, or many.</summary>
    public static int Of(int few, int many) => Mutants > Short ? many : few;
}
