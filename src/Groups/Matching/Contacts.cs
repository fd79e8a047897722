using System.Collections.Frozen;

namespace Trellis.Groups.Matching;

/// <summary>The parts of contact details that tell bodies apart; null where they tell nothing.</summary>
internal static class Contacts
{
    private static readonly FrozenSet<string> Shared = new[]
    {
        "facebook.com", "m.facebook.com", "twitter.com", "x.com", "instagram.com", "linkedin.com", "youtube.com", "google.com", "sites.google.com",
        "wordpress.com", "blogspot.com", "wixsite.com", "weebly.com", "justgiving.com", "pitchero.com", "ageuk.org.uk", "churchinsight.com", "gov.uk", "trafford.gov.uk", "nhs.uk",
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.co.uk", "outlook.com", "live.co.uk", "yahoo.com", "yahoo.co.uk", "aol.com",
        "btinternet.com", "btopenworld.com", "sky.com", "talktalk.net", "virginmedia.com", "ntlworld.com", "icloud.com", "me.com", "msn.com", "tiscali.co.uk",
    }.ToFrozenSet();

    /// <summary>The host of a website without www; null for sites where anybody may have a page.</summary>
    public static string? Host(string? website)
    {
        if (website is null)
        {
            return null;
        }

        var text = website.Contains("://", StringComparison.Ordinal) ? website[(website.IndexOf("://", StringComparison.Ordinal) + 3)..] : website;
        var end = text.AsSpan().IndexOfAny('/', '?', '#');
        var host = (end < 0 ? text : text[..end]).Trim().ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return Own(host);
    }

    public static string? MailDomain(string? email) => email?.Split('@') is [_, var domain] ? Own(domain.Trim().ToLowerInvariant()) : null;

    /// <summary>The last nine digits, so that 0161… and +44 161… are equal.</summary>
    public static string? Telephone(string? telephone)
    {
        if (telephone is null)
        {
            return null;
        }

        var digits = string.Concat(telephone.Where(char.IsAsciiDigit));
        return digits.Length >= 9 ? digits[^9..] : null;
    }

    private static string? Own(string host) =>
        host.Length < 4 || !host.Contains('.') || Shared.Contains(host) ? null : host;
}
