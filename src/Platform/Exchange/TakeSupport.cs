using System.Data.Common;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Places;
using Trellis.Standards.Tables;

namespace Trellis.Platform.Exchange;

/// <summary>Writes all that the parts say of a place's support into one packed file: each table as CSV and as JSON, and a page that explains them.</summary>
public sealed class TakeSupport(IEnumerable<TakenTable> tables, Database database, Trail trail, TimeProvider clock)
{
    /// <summary>In the history: that everything was taken.</summary>
    public const string Kind = "TakenSupport";

    /// <summary>The file, to be read from its beginning, and how many rows stand in it. It is whole before anybody gets it, and that it was taken is noted first.</summary>
    public async Task<(Stream File, long Rows)> Handle(Place place, CancellationToken stop)
    {
        var file = TemporaryFile.Make();
        var (said, all) = (new StringBuilder(), 0L);
        await trail.Read(Kind, place.Id, place.Id, stop);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var table in tables.OrderBy(table => table.Name, StringComparer.Ordinal))
            {
                var rows = await Write(zip, table, place.Id, stop);
                said.AppendLine(CultureInfo.InvariantCulture, $"{table.Name}.csv, {table.Name}.json: {rows:N0} rows. {table.What}.");
                all += rows;
            }

            await using var readme = new StreamWriter(zip.CreateEntry("README.txt").Open());
            await readme.WriteAsync(Readme(place, said.ToString()));
        }

        file.Position = 0;
        return (file, all);
    }

    private async Task<long> Write(ZipArchive zip, TakenTable table, Guid placeId, CancellationToken stop)
    {
        var (rows, noted) = (0L, new HashSet<Guid>());
        await using (var csv = zip.CreateEntry(table.Name + ".csv").Open())
        {
            await CsvOut.Write(csv, [.. table.Columns.Select(column => column.Heading)], Rows(table, placeId, stop).Select(Counted), stop);
        }

        await using (var json = zip.CreateEntry(table.Name + ".json").Open())
        {
            var columns = table.Columns.Select((column, at) => new Column<IReadOnlyList<object?>>(column.Heading, row => row[at])).ToList();
            await new Download<IReadOnlyList<object?>>(table.Name, columns, Rows(table, placeId, stop), []) { Ending = "json" }.Write(json, stop);
        }

        foreach (var id in table.Noted is null ? [] : noted)
        {
            await trail.Read(table.Noted!, id, placeId, stop);
        }

        return rows;

        IReadOnlyList<object?> Counted(IReadOnlyList<object?> row)
        {
            rows++;
            if (row[0] is Guid id)
            {
                noted.Add(id);
            }

            return [.. row.Select(cell => cell is Money money ? money.Pence * 0.01m : cell)];
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<object?>> Rows(TakenTable table, Guid placeId, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        await using var command = connection.Command(table.Sql, ("place", placeId));
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            yield return [.. table.Columns.Select((column, at) => Cell(reader, column, at))];
        }
    }

    private static object? Cell(DbDataReader row, TakenColumn column, int at)
    {
        if (row.IsDBNull(at))
        {
            return null;
        }

        object cell = column.Holds switch
        {
            Holds.Text => row.GetString(at),
            Holds.Number => row.GetInt64(at),
            Holds.Pence => new Money(row.GetInt64(at)),
            Holds.Day => row.GetFieldValue<DateOnly>(at),
            Holds.Instant => row.Instant(at),
            Holds.Yes => row.GetBoolean(at),
            _ => row.GetGuid(at),
        };
        return column.Say is { } say ? say(cell) : cell;
    }

    private string Readme(Place place, string tables) =>
        $"""
        The support of {place.Name}, taken on {clock.GetUtcNow().UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}.

        Each table is here twice: as CSV for spreadsheets, as JSON for programs.

        {tables}
        Days are written 2026-03-27, times in UTC. Amounts are pounds. A text that a spreadsheet might run as a formula has an apostrophe before it in the CSV; the JSON has it as it is.
        log.csv and contacts.csv can be brought into another place with "Bring in what you had".

        Not in here: confidential notes, which never leave their compartment; health checks that their group has not opened to the organisation that supports it, and what single people answered; documents. They name people: keep this file where only those can read it who must.
        """;
}
