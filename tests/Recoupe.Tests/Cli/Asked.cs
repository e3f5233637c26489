using Recoupe.Cli;

namespace Recoupe.Tests.Cli;

/// <summary>What the program answered to a command line, asked in this process.</summary>
internal sealed record Asked(int Status, string Output, string Error)
{
    public static async Task<Asked> Of(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var status = await CommandLine.RunAsync(args, output, error);
        return new Asked(status, output.ToString(), error.ToString());
    }
}

/// <summary>A folder of the test's own, gone with it.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("recoupe-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string File(string name, string text)
    {
        System.IO.File.WriteAllText(this[name], text);
        return this[name];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
