using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Records;

namespace Entente.Archive.Writing;

/// <summary>What makes two documents the same: where they were published, and their words.</summary>
public static class DocumentIdentity
{
    /// <summary>The canonical URL, else the id.</summary>
    /// <remarks>A URL counts without its fragment, with its scheme and host in lower case, without a default port; <c>utm_</c> parameters left out.</remarks>
    public static string Of(Document document) => document.Url is { Length: > 0 } url ? CanonicalUrl(url) : document.Id;

    /// <summary>Whether the identity is a place on the web, where a later text is a revision of the earlier.</summary>
    public static bool IsUrl(Document document) => document.Url is { Length: > 0 };

    /// <summary>The first 16 bytes of the SHA-256 of day, title and text.</summary>
    public static byte[] HashOf(Document document)
    {
        string content = string.Create(CultureInfo.InvariantCulture, $"{document.Date.DayNumber}\n{document.Title}\n{document.Text}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(content))[..16];
    }

    /// <summary>A URL as identities write it; what is no absolute URL stays as it is.</summary>
    public static string CanonicalUrl(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out Uri? parsed) || parsed.Scheme is not ("http" or "https"))
        {
            return url.Trim();
        }

        string[] query = [.. parsed.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(part => !part.StartsWith("utm_", StringComparison.OrdinalIgnoreCase))];
        return parsed.GetLeftPart(UriPartial.Path) + (query.Length == 0 ? "" : "?" + string.Join('&', query));
    }
}
