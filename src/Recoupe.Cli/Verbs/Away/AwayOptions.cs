using System.CommandLine;
using Recoupe.Readers;

namespace Recoupe.Cli.Verbs.Away;

/// <summary>How readers on other machines are reached.</summary>
internal static class AwayOptions
{
    public static Option<string?> Readers() =>
        new("--readers") { Description = "A NATS server with JetStream (nats://host:4222): pages are read by whoever runs recoupe reader there." };

    public static Option<string?> Credentials() =>
        new("--readers-creds") { Description = "A file of credentials for the NATS server, as its tools make them." };

    public static Option<string?> Authority() =>
        new("--readers-ca") { Description = "A file of the authority whose certificates are believed, for tls:// servers." };

    public static ReadersOptions Away(
        this ParseResult asked, string servers, Option<string?> credentials, Option<string?> authority) => new()
    {
        Servers = servers,
        Credentials = asked.GetValue(credentials),
        Authority = asked.GetValue(authority),
    };

    /// <summary>The way to readers, where that was asked for.</summary>
    public static ReadersOptions? Reading(
        this ParseResult asked, Option<string?> readers, Option<string?> credentials, Option<string?> authority) =>
        asked.GetValue(readers) is { } servers ? asked.Away(servers, credentials, authority) : null;
}
