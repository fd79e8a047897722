using System.Data.Common;
using System.Globalization;
using System.Text;
using Trellis.Groups.Matching;
using Trellis.Platform.Data;

namespace Trellis.Groups.Intake;

/// <summary>Addresses made of names, each given once in a place and table.</summary>
internal sealed class Slugs
{
    private const int Longest = 80;
    private readonly HashSet<ulong> taken = [];
    private readonly Dictionary<string, int> latest = [];

    /// <param name="connection">Open, with the import's transaction.</param>
    /// <param name="placeId">Addresses differ within a place.</param>
    /// <param name="tables">The tables whose slugs may not be given again.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<Slugs> Load(DbConnection connection, Guid placeId, IEnumerable<string> tables, CancellationToken stop)
    {
        var slugs = new Slugs();
        foreach (var table in tables)
        {
            slugs.taken.UnionWith(await connection.Query($"SELECT slug FROM {table} WHERE place_id = @place", row => Fingerprint.Of(row.GetString(0)), stop, ("place", placeId)));
        }

        return slugs;
    }

    /// <summary>The name in small letters and hyphens; with a number after it where another has that address.</summary>
    public string Give(string name)
    {
        var plain = Of(name);
        var slug = plain;
        for (var number = latest.GetValueOrDefault(plain, 1); !taken.Add(Fingerprint.Of(slug)); slug = $"{plain}-{latest[plain]}")
        {
            latest[plain] = ++number;
        }

        return slug;
    }

    public static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var sign in CleanName.WithoutLoneSurrogates(name).Replace("&", " and ", StringComparison.Ordinal).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(sign))
            {
                slug.Append(char.ToLowerInvariant(sign));
            }
            else if (sign is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(sign) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length == Longest)
            {
                break;
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "group" : text;
    }
}
