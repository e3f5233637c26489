using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Recoupe.Desk;

/// <summary>How others reach a desk: never without accounts, and never without TLS, its own or a proxy's.</summary>
public sealed record Listening
{
    /// <summary>The address and port of this machine that it listens on.</summary>
    public required IPEndPoint At { get; init; }

    /// <summary>Scheme and authority that people type, <c>https://desk.example.org</c>: no other is answered.</summary>
    public required string PublicOrigin { get; init; }

    /// <summary>The list of accounts.</summary>
    public required string Accounts { get; init; }

    /// <summary>The file of its certificate, PEM or PKCS #12; <see langword="null"/> behind a proxy.</summary>
    public string? Certificate { get; init; }

    /// <summary>The file of its private key, PEM; <see langword="null"/> where the certificate's file has it.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>The address of the proxy before it, from which alone it takes requests; <see langword="null"/> for none.</summary>
    public IPAddress? Proxy { get; init; }

    /// <summary>The certificate with its key; <see langword="null"/> behind a proxy.</summary>
    /// <exception cref="LedgerException">It cannot be read, or has no key.</exception>
    internal X509Certificate2? ReadCertificate()
    {
        if (Certificate is not { } file) return null;
        try
        {
            var isPacked = Path.GetExtension(file).ToUpperInvariant() is ".PFX" or ".P12";
            var read = isPacked ? X509CertificateLoader.LoadPkcs12FromFile(file, password: null)
                : X509Certificate2.CreateFromPemFile(file, CertificateKey);
            return read.HasPrivateKey ? read : throw new CryptographicException("it has no private key");
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new LedgerException("DESK-9", $"{file}: {fault.Message}",
                "give a certificate with its key: --certificate FILE.pem --certificate-key FILE.pem, or one FILE.pfx without a password");
        }
    }
}
