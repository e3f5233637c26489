using System.Security.Cryptography;
using System.Text;

namespace Recoupe.Tell.Exchange;

/// <summary>UUIDs made of names (version 5, RFC 9562 section 5.5): one name always gives one UUID.</summary>
internal static class NamedUuid
{
    // The name space of Recoupe's objects, drawn once at random: no other program makes UUIDs in it.
    private static readonly Guid Space = new("5f1f9a5e-3c0b-4c41-9d2e-8f6f0b7a1d53");

    /// <summary>The UUID of an object that a kind and an id name together.</summary>
    public static Guid Of(string kind, string id) => Of(Space, kind + ":" + id);

    /// <summary>The UUID of a name in a name space.</summary>
    public static Guid Of(Guid space, string name)
    {
        byte[] named = [.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)];
#pragma warning disable CA5350 // RFC 9562 names SHA-1 for version 5; nothing is secured by it.
        var bytes = SHA1.HashData(named).AsSpan(0, 16);
#pragma warning restore CA5350
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x50);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
