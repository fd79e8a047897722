using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>What the schema of 360Giving 1.4.3 asks of a grant.</summary>
internal static partial class GrantSchema
{
    private static readonly string[] Required = ["id", "title", "description", "currency", "amountAwarded", "awardDate", "fundingOrganization"];

    private static readonly string[] OfOrganisations = ["id", "name"];

    private static readonly string[] Lists =
    [
        "plannedDates", "actualDates", "recipientOrganization", "beneficiaryLocation", "fundingOrganization", "grantProgramme", "fundingType", "classifications", "relatedDocument",
        "applicationTransaction", "commitmentTransaction", "disbursementTransaction", "relatedActivity",
    ];

    public static IEnumerable<(string Kind, string Path)> Faults(JsonObject grant)
    {
        foreach (var missing in Required.Where(r => !grant.ContainsKey(r)))
        {
            yield return ("required", missing);
        }

        if (grant.ContainsKey("recipientOrganization") == grant.ContainsKey("recipientIndividual"))
        {
            yield return ("oneOf", "");
        }

        foreach (var list in Lists.Where(l => grant.TryGetPropertyValue(l, out var node) && node is not JsonArray))
        {
            yield return ("array", list);
        }

        foreach (var fault in Named(grant, "recipientOrganization").Concat(Named(grant, "fundingOrganization")))
        {
            yield return fault;
        }

        foreach (var (path, value) in GrantParts.Leaves(grant))
        {
            if (GrantField.At(path) is { } field && Fault(field, value) is { } kind)
            {
                yield return (kind, string.Join('/', path.Split('/').Where(p => !GrantField.IsPosition(p))));
            }
        }
    }

    private static IEnumerable<(string Kind, string Path)> Named(JsonObject grant, string list)
    {
        foreach (var organisation in GrantParts.List(grant, list))
        {
            foreach (var missing in OfOrganisations.Where(m => !organisation.ContainsKey(m)))
            {
                yield return ("required", list);
            }
        }

        if (grant[list] is JsonArray { Count: 0 })
        {
            yield return ("minItems", list);
        }
    }

    private static string? Fault(GrantField field, JsonValue value)
    {
        var kind = value.GetValueKind();
        if (kind == JsonValueKind.Null)
        {
            return null;
        }

        if (field.Kind == FieldKind.Number)
        {
            return kind == JsonValueKind.Number ? null : "number";
        }

        return GrantParts.IsText(value, out var text) ? Fault(field, text) : "string";
    }

    private static string? Fault(GrantField field, string text) => field switch
    {
        { Path: "fromOpenCall" } => text is "Yes" or "No" ? null : "enum",
        { Path: "currency" } => text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? null : "enum",
        { Kind: FieldKind.Text } when field.Path.EndsWith("/countryCode", StringComparison.Ordinal) => text.Length == 2 && text.All(char.IsAsciiLetterUpper) ? null : "enum",
        { Kind: FieldKind.Uri } => UriLike().IsMatch(text) && !OddPort().IsMatch(text) ? null : "uri",
        { Kind: FieldKind.Moment } => IsMoment(text) ? null : "date-time",
        { Kind: FieldKind.Day } => IsDay(text, field.Path.EndsWith("startDate", StringComparison.Ordinal) || field.Path.EndsWith("endDate", StringComparison.Ordinal)) ? null : "date",
        _ => null,
    };

    private static bool IsMoment(string text) =>
        text.Length > 10 && text[10] is 'T' or 't' && (text[^1] is 'Z' or 'z' || (text.Length > 6 && text[^6] is '+' or '-'))
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static bool IsDay(string text, bool mayBePart) => IsMoment(text) || DayLike().IsMatch(text) || (mayBePart && PartLike().IsMatch(text));

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>""{}|\\^`]*$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UriLike();

    /// <summary>A colon in the host that is not followed by a number.</summary>
    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*:[^/?#]*[^0-9/?#]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OddPort();

    [GeneratedRegex("^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DayLike();

    [GeneratedRegex("^[0-9]{4}(-(0[1-9]|1[012]))?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PartLike();
}
