using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Web;

namespace Trellis.Support.Coming;

/// <summary>Where somebody sees what each column of a file was taken for, and puts it right.</summary>
[Requires(ComingRules.BringIn)]
internal sealed class ColumnsPageModel(Here here, Db db, SayWhatIsMeant say, TimeProvider clock) : PageModel
{
    private const int Samples = 3;
    private ReadHistory? reading;

    public IReadOnlyList<FileField> Fields => FileField.Of(Arrival.Kind);

    public sealed class Answers
    {
        /// <summary>A field for each column, in the order of the file.</summary>
        public List<string?> Columns { get; set; } = [];

        public bool MonthFirst { get; set; }

        public bool InHours { get; set; }
    }

    [BindProperty]
    public Answers Form { get; set; } = new();

    public Arrival Arrival { get; private set; } = null!;

    public FileTable Table { get; private set; } = null!;

    public IReadOnlyList<HistoryRow> Rows { get; private set; } = [];

    /// <summary>Columns that are needed and that the file seems not to have.</summary>
    public IReadOnlyList<string> Missing { get; private set; } = [];

    public int Ambiguous => Rows.Count(row => row.IsAmbiguous);

    /// <summary>A few days as they stand in the file, and as they are understood; the doubtful ones first.</summary>
    public IEnumerable<(string Written, string Read)> Days =>
        from row in Rows.Where(row => row.OnDay != default).OrderByDescending(row => row.IsAmbiguous).Take(Samples)
        select (At(row.Row, HistoryField.Date), row.OnDay.ToString("d MMMM yyyy", CultureInfo.CurrentCulture));

    /// <summary>The same of times.</summary>
    public IEnumerable<(string Written, int Minutes)> Times =>
        (from row in Rows where row.Minutes is not null select (Written: At(row.Row, HistoryField.Time), row.Minutes!.Value)).DistinctBy(pair => pair.Written).Take(Samples);

    public IEnumerable<string> First(int column) => Table.Rows.Select(row => row.Cells[column]).OfType<string>().Distinct().Take(Samples).Select(text => text.Length > 60 ? text[..60] + "…" : text);

    public async Task<IActionResult> OnGet(Guid arrival, CancellationToken stop)
    {
        if (!await Find(arrival, stop))
        {
            return NotFound();
        }

        Show(Choices.Read(Arrival.Choices));
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid arrival, CancellationToken stop)
    {
        if (!await Find(arrival, stop))
        {
            return NotFound();
        }

        var kept = await say.Columns(Arrival, Table, Form.Columns, (Form.MonthFirst, Form.InHours), stop);
        var said = Choices.Read(Arrival.Choices);
        Show(said);
        return !kept.Succeeded ? this.Again(kept)
            : Missing.Count > 0 ? this.Again<Guid>(new Problem("Columns", $"Say which column is “{Missing[0]}”. Nothing can come in without it."))
            : LocalRedirect("/work/bring-in/" + arrival);
    }

    private string At(FileRow row, string field) => reading?.Text(row, field) ?? "";

    private void Show(Choices said)
    {
        Missing = new Looked(Arrival, Table, said).Missing;
        if (Arrival.Kind == ArrivalKind.History)
        {
            reading = new(Table, said, clock.GetUtcNow());
            Rows = [.. Table.Rows.Select(reading.Handle)];
        }

        Form = new() { Columns = [.. Table.Headings.Select(heading => said.Columns.GetValueOrDefault(Choices.Plain(heading)))], MonthFirst = said.MonthFirst, InHours = said.InHours };
    }

    private async Task<bool> Find(Guid id, CancellationToken stop)
    {
        var place = await here.RequirePlace(stop);
        var found = await db.Arrivals(place.Id).FirstOrDefaultAsync(one => one.Id == id && one.State == ArrivalState.Waiting, stop);
        var content = await db.Set<WaitingFile>().AsNoTracking().Where(file => file.ArrivalId == id && file.PlaceId == place.Id).Select(file => file.Content).FirstOrDefaultAsync(stop);
        if (found is null || content is null || FileTable.Read(found.FileName, content) is not { Succeeded: true } table)
        {
            return false;
        }

        (Arrival, Table) = (found, table.Value);
        return true;
    }
}
