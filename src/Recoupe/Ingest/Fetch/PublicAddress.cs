using System.Net;
using System.Net.Sockets;

namespace Recoupe.Ingest.Fetch;

/// <summary>
/// Tells the addresses of the public Internet from those of this machine and its neighbours (IANA's special-purpose registries, and what
/// clouds keep for themselves).
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20",
            "168.63.129.16/32", // what Azure's machines ask for their own keys
        }.Select(n => IPNetwork.Parse(n)),
    ];

    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");

    /// <summary>
    /// Whether any machine on the Internet would reach the same place at this address. One that wraps an address of IPv4 is not asked
    /// further: no host needs it.
    /// </summary>
    public static bool Is(IPAddress address) =>
        !address.IsIPv4MappedToIPv6
            && (address.AddressFamily is AddressFamily.InterNetwork || Global.Contains(address))
            && !NotPublic.Any(n => n.Contains(address));
}
