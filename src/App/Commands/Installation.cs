using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Npgsql;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Standards.Tables;

namespace Trellis.App.Commands;

/// <summary>Where the data of this machine is, and what works on it: the site, or a command.</summary>
internal static class Installation
{
    private const int Busy = 5;
    private const string Quiet = "--Logging:LogLevel:Default=Error";

    /// <summary>Builds the site over the database in the folder, or the one named by TRELLIS_DB, and brings its schema up to date.</summary>
    public static async Task<WebApplication> Open(string folder, CancellationToken stop, params string[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        _ = Db.Prepare(Prepare(builder, folder), Site.Modules);
        var app = Site.Build(builder);
        await Upgrade(app, stop);
        return app;
    }

    private static Task Upgrade(IHost app, CancellationToken stop) =>
        Schema.Upgrade(app.Services.GetRequiredService<Database>(), Site.Modules, app.Services.GetRequiredService<TimeProvider>(), stop);

    /// <summary>Tells what is being built where the data is.</summary>
    private static Database Prepare(IHostApplicationBuilder builder, string folder)
    {
        OwnFiles.MakeFolder(folder);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // the keys' folder is as private as the data beside it
        builder.Configuration["Trellis:Data"] = Path.GetFullPath(folder);
        var database = new Database(Named(builder.Configuration["ConnectionStrings:Db"] ?? Environment.GetEnvironmentVariable("TRELLIS_DB"), folder));
        builder.Services.AddSingleton(_ => database);
        builder.Services.AddDataProtection().SetApplicationName("trellis").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        return database;
    }

    /// <summary>The database as it was named; the file in the folder where it was not, as by a setting that is there and empty.</summary>
    /// <exception cref="WrongDatabaseException">What was named is no database.</exception>
    private static string Named(string? database, string folder)
    {
        if (string.IsNullOrWhiteSpace(database))
        {
            return new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(Path.Combine(folder, "trellis.db")) }.ToString();
        }

        try
        {
            return IsSaid(database) ? database : throw new WrongDatabaseException();
        }
        catch (ArgumentException)
        {
            throw new WrongDatabaseException();
        }
    }

    private static bool IsSaid(string database) =>
        Database.NamesServer(database) ? NamesHost(database) : new SqliteConnectionStringBuilder(database).DataSource is { Length: > 0 };

    /// <summary>By itself, so that the other database's library is loaded where that is used.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool NamesHost(string database) => new NpgsqlConnectionStringBuilder(database).Host is { Length: > 0 };

    /// <summary>Runs a piece of work over the installation, turning what an operator can put right into one sentence.</summary>
    /// <param name="upgrade">False where the work must see the data as it is.</param>
    public static async Task<int> Work(string folder, Func<IServiceProvider, Task<int>> work, CancellationToken stop, bool upgrade = true)
    {
        try
        {
            var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { Args = [Quiet], ContentRootPath = AppContext.BaseDirectory });
            _ = Prepare(builder, folder);
            using var app = Site.BuildWithoutPages(builder);
            if (upgrade)
            {
                await Upgrade(app, stop);
            }

            await using var scope = app.Services.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        }
        catch (UnreadableFileException unreadable)
        {
            return await Cli.Refuse(unreadable.Message);
        }
        catch (Exception trouble) when (trouble is NoPlaceException or SchemaTooNewException or WrongDatabaseException or IOException or UnauthorizedAccessException or DbException)
        {
            return await Cli.Refuse(Sentence(folder, trouble));
        }
    }

    internal static string Sentence(string folder, Exception trouble) => trouble switch
    {
        NoPlaceException or SchemaTooNewException or WrongDatabaseException => trouble.Message,
        SqliteException { SqliteErrorCode: Busy } => $"Something else is writing to the data in {folder}, perhaps a list that is coming in. Nothing was changed; try again when it is done.",
        _ => $"The data in {folder} cannot be used: {trouble.Message}",
    };
}

/// <summary>A setting names something that is no database.</summary>
internal sealed class WrongDatabaseException() : Exception("TRELLIS_DB names no database. Write Data Source=FILE for SQLite, or Host=…;Username=…;Password=…;Database=… for PostgreSQL; leave it out for a file in the data folder.");
