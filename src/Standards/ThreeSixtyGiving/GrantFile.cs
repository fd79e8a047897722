using System.Text.Json;
using System.Text.Json.Nodes;
using Trellis.Standards.Tables;

namespace Trellis.Standards.ThreeSixtyGiving;

/// <summary>Reads grants from a file in the 360Giving Data Standard: CSV, XLSX or JSON.</summary>
public static class GrantFile
{
    /// <summary>Grants whose rows stand apart are held until the end of the file; more than this many are refused.</summary>
    public const int MostHeld = 50_000;

    private static readonly JsonDocumentOptions Kind = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false };

    /// <summary>How sure one can be that a file with these headings (or JSON paths) holds grants: 0 no, 100 certain.</summary>
    public static int Recognise(IReadOnlyList<string> headings)
    {
        var paths = headings.Select(h => string.Join('/', GrantField.Of(h).Way)).ToHashSet();
        var telling = new[] { "id", "amountAwarded", "awardDate", "fundingOrganization/0/name", "fundingOrganization/0/id", "recipientOrganization/0/name", "recipientIndividual/name" };
        var found = telling.Count(paths.Contains);
        return !paths.Contains("id") || !paths.Contains("amountAwarded") ? 0 : Math.Min(100, 40 + (found * 10));
    }

    /// <summary>
    /// All grants of a file. In a spreadsheet rows with the same Identifier, of any sheet, are one grant; such grants come last, all others stream.
    /// A row without an Identifier, or a record that is broken, comes as a grant with a fault and no <see cref="Grant.Id"/>.
    /// </summary>
    /// <param name="file">An open file; its rows are read here, once.</param>
    /// <exception cref="UnreadableFileException">The file is broken further down, or its grants are scattered over more rows than can be held.</exception>
    public static IEnumerable<Grant> Read(TableFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.IsJson ? Records(file) : Sheets(file);
    }

    private static IEnumerable<Grant> Records(TableFile file)
    {
        foreach (var row in file.Rows())
        {
            yield return Record(row);
        }
    }

    private static Grant Record(Row row)
    {
        try
        {
            var grant = new Grant((JsonObject)JsonNode.Parse(row.Json, documentOptions: Kind)!) { Row = row.Number };
            if (row.Json.IndexOf("\\ud"u8) >= 0 || row.Json.IndexOf("\\uD"u8) >= 0)
            {
                _ = GrantParts.Leaves(grant.Content).Count(l => GrantParts.IsText(l.Value, out _));
            }

            if (row.Json.IndexOf("\\u0000"u8) >= 0 && row.Fault is { } fault)
            {
                grant.Break(fault);
            }

            if (grant.Id is null)
            {
                grant.Fault("id", null, "The grant has no identifier.");
            }

            return grant;
        }
        catch (JsonException broken)
        {
            var grant = new Grant([]) { Row = row.Number };
            grant.Fault("", null, broken.Message.Contains("uplicate", StringComparison.Ordinal) ? "The record has a member twice." : "The record is not sound JSON.");
            return grant;
        }
        catch (InvalidOperationException)
        {
            var grant = new Grant([]) { Row = row.Number };
            grant.Fault("", null, "The record holds half a character (a lone surrogate).");
            return grant;
        }
    }

    private static IEnumerable<Grant> Sheets(TableFile file)
    {
        using var kept = new KeptRows();
        var apart = TableFile.Guarded(file.FileName, () => Apart(file, kept)); // a full disk is said so
        var held = new Dictionary<string, Grant>();
        RowGrant? sheet = null;
        foreach (var row in kept.Rows())
        {
            if (sheet is null || !ReferenceEquals(sheet.Headings, row.Headings))
            {
                sheet = new RowGrant(row.Headings);
            }

            if (sheet.Identifier < 0 && row.Sheet is not null && !ReferenceEquals(row.Headings, file.Headings))
            {
                continue;
            }

            var grant = sheet.Read(row);
            if (grant.Id is not { } id)
            {
                grant.Fault("Identifier", null, "The row has no Identifier.");
                yield return grant;
            }
            else if (!apart.Contains(id.GetHashCode(StringComparison.Ordinal)))
            {
                yield return grant;
            }
            else if (held.TryGetValue(id, out var first))
            {
                GrantMerge.Into(first, grant);
            }
            else
            {
                held.Add(id, held.Count < MostHeld ? grant : throw new UnreadableFileException($"{file.FileName}: more than {MostHeld:N0} grants are scattered over several rows."));
            }
        }

        foreach (var grant in held.Values)
        {
            yield return grant;
        }
    }

    /// <summary>Identifiers that stand in more than one row, by their hash; the rows are kept on the way, since only the last of them tells.</summary>
    private static HashSet<int> Apart(TableFile file, KeptRows kept)
    {
        var seen = new HashSet<int>();
        var apart = new HashSet<int>();
        RowGrant? sheet = null;
        foreach (var row in file.Rows())
        {
            if (sheet is null || !ReferenceEquals(sheet.Headings, row.Headings))
            {
                sheet = new RowGrant(row.Headings);
            }

            var id = row.Text(sheet.Identifier);
            if (!id.IsEmpty && !seen.Add(string.GetHashCode(id)))
            {
                apart.Add(string.GetHashCode(id));
            }

            kept.Add(row);
        }

        return apart;
    }
}
