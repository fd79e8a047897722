using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Trellis.Ledger.Book;
using Trellis.Ledger.Totals;

namespace Trellis.Ledger.Look;

/// <summary>The filter as it stands in the address bar, and back.</summary>
internal static class Address
{
    /// <summary>The word in addresses for money in no known ward.</summary>
    public const string NoWard = "none";

    public static MoneyFilter Read(IQueryCollection query) => new()
    {
        Kind = Word<MoneyKind>(query["kind"]),
        Year = FinancialYear.Parse(query["year"]),
        Funder = Number(query["funder"]),
        Programme = Number(query["programme"]),
        Ward = query["ward"].ToString() is { Length: > 0 } ward ? ward == NoWard ? "" : ward : null,
        Recipient = Number(query["recipient"]),
        Standing = Word<Standing>(query["who"]),
    };

    public static string Url(string path, MoneyFilter filter, params ReadOnlySpan<(string Name, string? Value)> more)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in Parts(filter))
        {
            query.Add(name, value);
        }

        foreach (var (name, value) in more)
        {
            if (value is not null)
            {
                query.Add(name, value);
            }
        }

        return path + query;
    }

    /// <summary>The sides that the filter fixes, by their names in the address.</summary>
    public static IEnumerable<(string Name, string Value)> Parts(MoneyFilter filter)
    {
        (string Name, string? Value)[] parts =
        [
            ("year", filter.Year?.ToString()),
            ("kind", filter.Kind?.ToString().ToLowerInvariant()),
            ("funder", filter.Funder?.ToString(CultureInfo.InvariantCulture)),
            ("programme", filter.Programme?.ToString(CultureInfo.InvariantCulture)),
            ("ward", filter.Ward is "" ? NoWard : filter.Ward),
            ("recipient", filter.Recipient?.ToString(CultureInfo.InvariantCulture)),
            ("who", filter.Standing?.ToString().ToLowerInvariant()),
        ];
        return parts.Where(part => part.Value is not null).Select(part => (part.Name, part.Value!));
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static T? Word<T>(string? text)
        where T : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var word) ? word : null;
}
