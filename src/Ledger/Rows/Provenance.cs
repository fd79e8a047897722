using Microsoft.EntityFrameworkCore;
using Trellis.Ledger.Book;
using Trellis.Platform.Data;
using Trellis.Platform.Sources;

namespace Trellis.Ledger.Rows;

/// <summary>Where a row came from: the data set, and the file it stood in when it first came.</summary>
internal sealed record Provenance(Source Source, string FileName)
{
    public static async Task<Provenance?> Of(Db db, int intakeId, CancellationToken stop) =>
        await (from intake in db.Set<Intake>().AsNoTracking()
               join source in db.Set<Source>().AsNoTracking() on intake.SourceId equals source.Id
               where intake.Id == intakeId
               select new Provenance(source, intake.FileName)).SingleOrDefaultAsync(stop);
}
