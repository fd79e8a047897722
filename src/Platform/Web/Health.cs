using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Trellis.Platform.Data;

namespace Trellis.Platform.Web;

/// <summary>Something that must be so before this process can serve people. Register with <c>services.AddSingleton&lt;IReady, IndexReady&gt;()</c>.</summary>
public interface IReady
{
    /// <summary>One word, as in search.</summary>
    string Name { get; }

    /// <summary>What is still missing, in a few words without secrets; null where it is ready.</summary>
    Task<string?> Missing(CancellationToken stop);
}

/// <summary>The database answers and has all its tables.</summary>
internal sealed class DatabaseReady(Database database, IEnumerable<Module> modules) : IReady
{
    public string Name => "database";

    public async Task<string?> Missing(CancellationToken stop)
    {
        await using var connection = await database.Open(stop);
        var applied = await Schema.Applied(connection, database.IsSqlite, stop);
        var pending = Schema.Scripts(modules, database.IsSqlite ? "sqlite" : "postgres").Count(script => !applied.Contains(script.Name));
        return pending == 0 ? null : $"{pending} schema files are not applied";
    }
}

internal static class Health
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private sealed record Answer(bool Ready, IReadOnlyDictionary<string, string> Missing);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => TypedResults.Ok(new { live = true })).AllowAnonymous();
        routes.MapGet("/health/ready", async (IEnumerable<IReady> needed, CancellationToken stop) =>
        {
            var missing = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var one in needed)
            {
                if (await Ask(one, stop) is { } reason)
                {
                    missing[one.Name] = reason;
                }
            }

            return TypedResults.Json(new Answer(missing.Count == 0, missing), statusCode: missing.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        }).AllowAnonymous();
    }

    private static async Task<string?> Ask(IReady one, CancellationToken stop)
    {
        try
        {
            return await one.Missing(stop).WaitAsync(Patience, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return failure is TimeoutException ? "does not answer in time" : "cannot be reached";
        }
    }
}
