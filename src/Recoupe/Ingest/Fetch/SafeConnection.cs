using System.Net;
using System.Net.Sockets;

namespace Recoupe.Ingest.Fetch;

/// <summary>A host whose address is not one of the public Internet.</summary>
internal sealed class ForbiddenAddressException(string host) : IOException($"{host} is not on the public Internet");

/// <summary>
/// Connects to the very address that was judged, at each connection anew: neither a redirect nor a name that changes between the look-up
/// and the connection leads into the house.
/// </summary>
internal sealed class SafeConnection(Func<IPAddress, bool> isAllowed, Uri? proxy = null)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var end = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(end.Host, cancel).ConfigureAwait(false);
        // One address in the house is enough: a host that has such a one beside public ones is playing a game.
        if (addresses.Length == 0 || !(IsProxy(end) || addresses.All(isAllowed))) throw new ForbiddenAddressException(end.Host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, end.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Whether a host may be asked for through a proxy, which looks its address up itself: no name that is only known in the house, and
    /// no address
    /// that this machine would look it up to be in it.
    /// </summary>
    public async Task<bool> MayBeProxied(string host, CancellationToken cancel)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var address)) return isAllowed(address);
        if (!host.Contains('.') || InTheHouse.Any(end => host.EndsWith(end, StringComparison.OrdinalIgnoreCase))) return false;
        try
        {
            return (await Dns.GetHostAddressesAsync(host, cancel).ConfigureAwait(false)).All(isAllowed);
        }
        catch (SocketException)
        {
            return true; // where names are looked up by the proxy alone
        }
    }

    // The user named it: it may stand in the house.
    private bool IsProxy(DnsEndPoint end) =>
        proxy is not null && end.Port == proxy.Port && string.Equals(end.Host, proxy.Host, StringComparison.OrdinalIgnoreCase);

    private static readonly string[] InTheHouse = [".localhost", ".local", ".internal", ".home.arpa", ".lan", ".intranet", ".corp",
        ".home"];
}
