using Recoupe.Language;
using Recoupe.Language.Models;

namespace Recoupe.Run;

/// <summary>What the stages' results depend on beside the page: their code and every model and language file.</summary>
internal static class StageVersion
{
    /// <summary>
    /// The identities that the compiler gave the three assemblies, which hold code, language files and models alike.
    /// A deterministic build derives them from every input, so that no change can be forgotten.
    /// </summary>
    public static string Current { get; } = ContentHash.Id(
        [.. new[] { typeof(StageVersion), typeof(Reader), typeof(ModelFiles) }.Select(t => t.Module.ModuleVersionId.ToString("N"))]);
}
