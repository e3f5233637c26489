using System.Globalization;

namespace Recoupe.Train.Learning;

/// <summary>Writes model files; one over the limit is cut into numbered pieces, which <c>ModelFiles.Read</c> puts together again.</summary>
internal static class Pieces
{
    private const int Largest = 3_900_000;

    public static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        foreach (var old in Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + ".*"))
            File.Delete(old);
        File.Delete(path);
        if (bytes.Length <= Largest)
        {
            File.WriteAllBytes(path, bytes);
            return;
        }

        for (var n = 0; n * Largest < bytes.Length; n++)
            File.WriteAllBytes(string.Create(CultureInfo.InvariantCulture, $"{path}.{n}"), bytes[(n * Largest)..Math.Min(bytes.Length, (n + 1) * Largest)]);
    }
}
