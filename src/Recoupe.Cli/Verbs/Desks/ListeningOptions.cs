using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using Recoupe.Desk;

namespace Recoupe.Cli.Verbs.Desks;

/// <summary>
/// The options by which others reach a desk. They come together or not at all: an address to listen on, the address that people type,
/// accounts, and a certificate or a proxy that has one.
/// </summary>
internal sealed class ListeningOptions
{
    private readonly Option<string?> _listen =
        new("--listen")
        {
            Description = "The address and port of this machine to listen on, for others too: 0.0.0.0:8443. "
                + "Needs --address, --accounts, and --certificate or --behind-proxy.",
        };

    private readonly Option<string?> _address =
        new("--address") { Description = "The address that people type, https://desk.example.org:8443; no other is answered." };

    private readonly Option<string?> _accounts = new("--accounts") { Description = "The list of who may come (`recoupe account`)." };

    private readonly Option<string?> _certificate =
        new("--certificate") { Description = "The certificate of that address: a PEM file, or a .pfx without a password." };

    private readonly Option<string?> _certificateKey =
        new("--certificate-key") { Description = "Its private key in PEM, where the certificate's file has none." };

    private readonly Option<string?> _proxy =
        new("--behind-proxy") { Description = "The IP address of the proxy that has the certificate: no other machine is answered." };

    public void AddTo(Command command)
    {
        foreach (var option in All) command.Options.Add(option);
        command.Validators.Add(Check);
    }

    /// <summary>How others reach the desk; <see langword="null"/> where they do not.</summary>
    public Listening? From(ParseResult asked) => asked.GetValue(_listen) is not { } listen ? null : new()
    {
        At = IPEndPoint.Parse(listen),
        PublicOrigin = Origin(asked.GetRequiredValue(_address)!)!,
        Accounts = asked.GetRequiredValue(_accounts)!,
        Certificate = asked.GetValue(_certificate),
        CertificateKey = asked.GetValue(_certificateKey),
        Proxy = asked.GetValue(_proxy) is { } proxy ? IPAddress.Parse(proxy) : null,
    };

    private Option<string?>[] All => [_listen, _address, _accounts, _certificate, _certificateKey, _proxy];

    private void Check(CommandResult given)
    {
        var listen = given.GetValue(_listen);
        foreach (var mistake in listen is null ? Alone(given) : Mistakes(given, listen)) given.AddError(mistake);
    }

    private IEnumerable<string> Alone(CommandResult given) =>
        All.Where(option => given.GetValue(option) is not null).Take(1).Select(option => $"{option.Name} goes with --listen ADDRESS:PORT.");

    private IEnumerable<string> Mistakes(CommandResult given, string listen)
    {
        if (!IPEndPoint.TryParse(listen, out var at) || at.Port == 0) yield return "--listen takes an address and a port, such as 0.0.0.0:8443.";
        if (given.GetValue(_address) is not { } address || Origin(address) is null)
            yield return "--listen needs --address https://HOST[:PORT], the address that people type.";
        if (given.GetValue(_accounts) is not { } accounts || !File.Exists(accounts))
            yield return "--listen needs --accounts FILE, made by `recoupe account`.";
        if (given.GetValue(_certificate) is null == given.GetValue(_proxy) is null)
            yield return "--listen needs --certificate FILE, or --behind-proxy ADDRESS where a proxy has it.";
        if (given.GetValue(_proxy) is { } proxy && !IPAddress.TryParse(proxy, out _))
            yield return "--behind-proxy takes an IP address, such as 127.0.0.1.";
    }

    private static string? Origin(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" && uri.AbsolutePath is "/" && uri.Query.Length == 0
            ? uri.GetLeftPart(UriPartial.Authority) : null;
}
