using Recoupe.Ingest.Files;

namespace Recoupe.Ingest.Metadata;

/// <summary>Reads <c>NAME.meta.json</c>, which says of a page what its bytes do not.</summary>
internal static class Sidecar
{
    private const int LargestSidecar = 1024 * 1024; // bytes: some lines of facts are far from it

    /// <summary>What the file's sidecar says; nothing where there is none.</summary>
    public static Outcome<PageFacts> Of(FoundFile file)
    {
        var path = FileNames.SidecarOf(file.Path);
        if (!File.Exists(path)) return default;
        if (RealPath.Of(path) is not { } real) return IngestRefusals.LinkCircle(path);
        var read = FileBytes.Read(path, real, LargestSidecar);
        if (read.Rejection is { } unreadable) return IngestRefusals.BrokenSidecar(path, unreadable.Message);
        var fields = JsonFields.Read(read.Value!, path);
        return fields.Rejection is { } broken ? IngestRefusals.BrokenSidecar(path, broken.Message) : Facts.Of(fields.Value!);
    }
}
