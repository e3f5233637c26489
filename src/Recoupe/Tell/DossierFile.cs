namespace Recoupe.Tell;

/// <summary>A file of a dossier.</summary>
/// <param name="Path">Its name within the dossier's folder.</param>
/// <param name="Text">What it holds, to be written as UTF-8.</param>
public sealed record DossierFile(string Path, string Text);
