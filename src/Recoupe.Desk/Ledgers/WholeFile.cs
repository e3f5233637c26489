using System.Text;

namespace Recoupe.Desk.Ledgers;

/// <summary>
/// A small file that is written in one move: half of it, where the disk is full or the process is killed, would make it none.
/// </summary>
internal static class WholeFile
{
    /// <summary>Puts a text in place of a file.</summary>
    public static void Write(string path, string text)
    {
        var made = path + ".new";
        try
        {
            using (var file = File.Create(made))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(made, path, overwrite: true);
        }
        finally
        {
            File.Delete(made);
        }
    }
}
