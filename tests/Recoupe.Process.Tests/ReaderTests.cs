using System.Net;
using System.Net.Sockets;

namespace Recoupe.Process.Tests;

/// <summary>Pages read by processes of their own, through a NATS server on this machine alone: the ledger is the same, whoever dies on the way.</summary>
public sealed class ReaderTests : IDisposable
{
    private const string Program = "nats-server";

    private readonly string _folder = Directory.CreateTempSubdirectory("recoupe-readers-").FullName;
    private readonly List<System.Diagnostics.Process> _started = [];
    private readonly string _port = FreePort();

    private string Server => "nats://127.0.0.1:" + _port;

    public void Dispose()
    {
        foreach (var process in _started)
        {
            if (!process.HasExited) process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Two_readers_make_the_ledger_that_one_process_makes()
    {
        var alone = ExportOf("alone");
        StartServer();
        StartReader();
        StartReader();
        ExportOf("away", "--readers", Server).ShouldBe(alone);
        ExportOf("again", "--readers", Server).ShouldBe(alone); // what was made before is there, and serves another ledger
    }

    [Fact]
    public void Readers_and_the_server_that_are_killed_lose_and_double_nothing()
    {
        var alone = ExportOf("alone");
        var random = new Random(1);
        var server = StartServer();
        List<System.Diagnostics.Process> readers = [StartReader(), StartReader()];
        using var run = RecoupeProcess.Start(["run", Samples.Story, "--out", Out("killed"), "--quiet", "--readers", Server]);
        for (var kill = 0; kill < 6 && !run.WaitForExit(random.Next(300, 1500)); kill++)
        {
            var which = random.Next(readers.Count + 1);
            if (which < readers.Count)
            {
                Kill(readers[which]);
                readers[which] = StartReader();
            }
            else
            {
                Kill(server);
                server = StartServer();
            }
        }

        run.WaitForExit(180_000).ShouldBeTrue("the run waits for ever");
        run.ExitCode.ShouldBe(0, run.StandardError.ReadToEnd());
        Exported("killed").ShouldBe(alone);
    }

    [Fact]
    public void Without_a_server_it_is_said_after_a_while_what_to_do()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("RECOUPE_SLOW") is not null, "waits two minutes; RECOUPE_SLOW=1 tries it");
        var (status, errors) = RecoupeProcess.Run(["run", Samples.Story, "--out", Out("none"), "--readers", Server]);
        (status, errors.Contains("READERS-1", StringComparison.Ordinal)).ShouldBe((2, true));
    }

    private System.Diagnostics.Process StartServer()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/sbin")
            .Select(folder => Path.Combine(folder, Program)).FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"needs {Program} (apt-get install nats-server)");
        var server = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            path!, ["-js", "-sd", Path.Combine(_folder, "server"), "-a", "127.0.0.1", "-p", _port, "-l", Path.Combine(_folder, "server.log")]))!;
        _started.Add(server);
        return server;
    }

    private System.Diagnostics.Process StartReader()
    {
        var reader = RecoupeProcess.Start(["reader", Server, "--threads", "1", "--quiet"]);
        _started.Add(reader);
        return reader;
    }

    private static void Kill(System.Diagnostics.Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private string Out(string name) => Path.Combine(_folder, name);

    private string ExportOf(string name, params string[] options)
    {
        var (status, errors) = RecoupeProcess.Run(["run", Samples.Story, "--out", Out(name), "--quiet", .. options]);
        status.ShouldBe(0, errors);
        return Exported(name);
    }

    private string Exported(string name)
    {
        var export = Out(name) + ".json";
        RecoupeProcess.Run(["export", Path.Combine(Out(name), "ledger.recoupe"), "--format", "json", "--out", export]).Status.ShouldBe(0);
        return File.ReadAllText(export);
    }
}
