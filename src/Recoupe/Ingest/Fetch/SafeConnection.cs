using System.Net;
using System.Net.Sockets;

namespace Recoupe.Ingest.Fetch;

/// <summary>A host whose address is not one of the public Internet.</summary>
internal sealed class ForbiddenAddressException(string host) : IOException($"{host} is not on the public Internet");

/// <summary>
/// Connects to the very address that was judged, at each connection anew: neither a redirect nor a name that changes between the look-up and the
/// connection leads into the house.
/// </summary>
internal sealed class SafeConnection(Func<IPAddress, bool> isAllowed)
{
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var end = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(end.Host, cancel).ConfigureAwait(false);
        // One address in the house is enough: a host that has such a one beside public ones is playing a game.
        if (addresses.Length == 0 || !addresses.All(isAllowed)) throw new ForbiddenAddressException(end.Host);
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
}
