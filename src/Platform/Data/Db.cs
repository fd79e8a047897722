using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Confidential;
using Trellis.Platform.Documents;
using Trellis.Platform.Events;
using Trellis.Platform.Exchange;
using Trellis.Platform.Jobs;
using Trellis.Platform.Notices;
using Trellis.Platform.Places;
using Trellis.Platform.Privacy;
using Trellis.Platform.Sources;
using Trellis.Platform.Web.Once;

namespace Trellis.Platform.Data;

/// <summary>The one database. Each module adds its own tables to it and keeps them to itself.</summary>
public sealed class Db(DbContextOptions<Db> options, IEnumerable<Module> modules, WriteGate gate, Trail trail, SentForm sent) : DbContext(options)
{
    private const int WaitingAtOnce = 16;

    /// <summary>
    /// Builds the model before anybody asks for it, once in a process: that is half of a start, and with two cores the site is put together meanwhile. The mapper keeps it for
    /// every other <see cref="Db"/> on the same kind of database. What goes wrong with it is told to whoever asks first.
    /// </summary>
    public static async Task<IModel> Prepare(Database database, IReadOnlyList<Module> modules)
    {
        // Whoever asks for it meanwhile waits for it in a thread; there must be threads for those who do not need it.
        ThreadPool.GetMinThreads(out var threads, out var ports);
        ThreadPool.SetMinThreads(threads + WaitingAtOnce, ports);
        try
        {
            return await Task.Run(() => Build(database, modules));
        }
        finally
        {
            ThreadPool.SetMinThreads(threads, ports);
            ForgetThreads(threads);
        }
    }

    /// <summary>
    /// The pool would go on with as many threads as it once needed, which is slower by a sixth with two cores at work; lowering the most that there may be
    /// is the one way to make it begin anew from the least.
    /// </summary>
    private static void ForgetThreads(int least)
    {
        ThreadPool.GetMaxThreads(out var most, out var ports);
        ThreadPool.SetMaxThreads(least, ports);
        ThreadPool.SetMaxThreads(most, ports);
    }

    private static IModel Build(Database database, IReadOnlyList<Module> modules)
    {
        var options = new DbContextOptionsBuilder<Db>();
        options.UseApplicationServiceProvider(null); // in the order of the site's own options, by which the mapper knows that they are the same
        database.Configure(options);
        using var db = new Db(options.Options, modules, null!, null!, null!); // it saves nothing
        _ = db.Set<Place>().Where(place => place.Slug == "").ToQueryString(); // what every question needs is then compiled, too
        return db.Model;
    }

    /// <summary>Saves, and writes into the history what was done to audited records: both or neither.</summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        RaiseVersions();
        List<Deed> deeds = [.. Deeds.Of(ChangeTracker), .. trail.Noted()];
        if (Database.CurrentTransaction is not null)
        {
            return await Save(deeds, acceptAllChangesOnSuccess, cancellationToken);
        }

        // SQLite has one writer; waiting for it here, in turn, is quicker and fairer than in the file's lock.
        using var turn = Database.IsSqlite() ? await gate.Enter(cancellationToken) : null;
        if (deeds.Count == 0 && !(sent.IsUnderWay && ChangeTracker.HasChanges()))
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        var saved = await Save(deeds, acceptAllChangesOnSuccess, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return saved;
    }

    /// <summary>False where somebody else was quicker: then nothing is changed, and nothing of what was to be saved is in hand any longer.</summary>
    public async Task<bool> SaveUnlessChanged(CancellationToken stop)
    {
        try
        {
            await SaveChangesAsync(stop);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            ChangeTracker.Clear();
            return false;
        }
    }

    private async Task<int> Save(List<Deed> deeds, bool accept, CancellationToken stop)
    {
        if (ChangeTracker.HasChanges())
        {
            await sent.Claim(Database.GetDbConnection(), stop);
        }

        var saved = await base.SaveChangesAsync(accept, stop);
        if (deeds.Count > 0)
        {
            await trail.Append(Database.GetDbConnection(), Database.IsSqlite(), deeds, stop);
        }

        return saved;
    }

    /// <summary>Whoever saves what another has changed meanwhile is told so instead of overwriting it.</summary>
    private void RaiseVersions()
    {
        foreach (var entry in ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } version && entry.Property(version) is { IsModified: false } number)
            {
                number.CurrentValue = (int)number.OriginalValue! + 1;
            }
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        EventTables.Build(modelBuilder);
        PlaceTables.Build(modelBuilder);
        SourceTables.Build(modelBuilder);
        ImportTables.Build(modelBuilder);
        AccessTables.Build(modelBuilder);
        NoticeTables.Build(modelBuilder);
        FileTables.Build(modelBuilder);
        AuditTables.Build(modelBuilder);
        JobTables.Build(modelBuilder);
        ConfidentialTables.Build(modelBuilder);
        SentFormTable.Build(modelBuilder);
        LegalHoldTable.Build(modelBuilder);

        foreach (var module in modules)
        {
            module.BuildModel(modelBuilder);
        }

        modelBuilder.UseSnakeCase();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.ComplexProperties<Money>();

        if (Database.IsSqlite())
        {
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<SortableUtc>();
        }
    }

    /// <summary>SQLite cannot order offsets; it can order UTC text.</summary>
    private sealed class SortableUtc() : ValueConverter<DateTimeOffset, DateTime>(
        at => at.UtcDateTime,
        stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));
}
