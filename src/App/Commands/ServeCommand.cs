using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Data.Sqlite;
using Npgsql;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;

namespace Trellis.App.Commands;

/// <summary>Brings up the site; the first time with the demo place in it.</summary>
internal static class ServeCommand
{
    private static readonly Option<int> Port = new("--port") { Description = "The port to listen on", DefaultValueFactory = _ => 5080 };
    private static readonly Option<string> PlaceName = new("--place") { Description = "The demo place to load: trafford, or none", DefaultValueFactory = _ => "trafford" };
    private static readonly Option<string> Files = new("--files")
    {
        Description = "The folder with the demo places",
        DefaultValueFactory = _ => Path.Combine(Environment.GetEnvironmentVariable("TRELLIS_ROOT") ?? ".", "data"),
    };

    /// <summary>Somebody at a terminal wants the address, not a line for each request; where the output is kept, it is the log.</summary>
    private static IEnumerable<string> Quiet => Console.IsOutputRedirected ? [] : ["--Logging:LogLevel:Default=Warning"];

    public static Command Make()
    {
        var command = new Command("serve", "Start the site") { Port, PlaceName, Files };
        command.SetAction((said, stop) => Run(said.GetValue(Cli.Data)!, said.GetValue(Port), said.GetValue(PlaceName)!, said.GetValue(Files)!, stop));
        return command;
    }

    private static async Task<int> Run(string data, int port, string place, string files, CancellationToken stop)
    {
        if (place != "none" && !File.Exists(Path.Combine(files, place, "sources.json")))
        {
            return await Cli.Refuse($"There is no demo place {place}. Choose --place trafford, or --place none for an empty one.");
        }

        try
        {
            await using var app = await Installation.Open(data, stop, [$"--urls=http://127.0.0.1:{port}", .. Quiet]);
            return await Serve(app, port, place == "none" ? null : Path.Combine(files, place), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (int)Exit.Done; // stopped before it was up
        }
        catch (Exception plain) when (plain is SchemaTooNewException or WrongDatabaseException)
        {
            return await Cli.Refuse(plain.Message);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or SqliteException or NpgsqlException)
        {
            return await Cli.Refuse($"The data in {data} cannot be used: {trouble.Message}");
        }
    }

    /// <summary>Why nobody can listen there; asked before a place is loaded, so that nobody waits to be told.</summary>
    private static string? Refused(int port)
    {
        if (port is < 1 or > IPEndPoint.MaxPort)
        {
            return $"There is no port {port}. Choose one from 1 to {IPEndPoint.MaxPort} with --port.";
        }

        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            listener.Listen();
            return null;
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.AddressAlreadyInUse)
        {
            return Taken(port);
        }
        catch (SocketException refused) when (refused.SocketErrorCode is SocketError.AccessDenied)
        {
            return $"Port {port} is kept for the machine's own services. Choose one above 1023 with --port.";
        }
    }

    private static string Taken(int port) => $"Port {port} is taken by another program. Choose another with --port.";

    /// <summary>By then the search and the jobs have begun, too.</summary>
    private static readonly TimeSpan SettledAfter = TimeSpan.FromSeconds(3);

    private static async Task<int> Serve(WebApplication app, int port, string? folder, CancellationToken stop)
    {
        if ((Refused(port) ?? (folder is null ? null : await Load(app, folder, stop))) is { } refusal)
        {
            return await Cli.Refuse(refusal);
        }

        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException)
        {
            return await Cli.Refuse(Taken(port)); // since it was asked for
        }

        var address = $"http://127.0.0.1:{port}";
        await FetchFirstPage(port, stop);
        Console.WriteLine($"Trellis is ready: {address}");
        await OfferFirstLink(app, address, stop);
        await Task.WhenAny(Task.Delay(SettledAfter, stop), app.WaitForShutdownAsync(stop));
        FreeMemory.GiveBack(); // what starting needed is never needed again
        await app.WaitForShutdownAsync(stop);
        return (int)Exit.Done;
    }

    private static async Task<string?> Load(WebApplication app, string folder, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var progress = new LoadProgress(app.Services.GetRequiredService<TimeProvider>());
        var loaded = await scope.ServiceProvider.GetRequiredService<LoadPlace>().Handle(folder, progress.Watcher, stop);
        return loaded.Succeeded ? null : loaded.Problems[0].Message;
    }

    /// <summary>Whoever reads this console owns the machine, and so may become the first administrator.</summary>
    private static async Task OfferFirstLink(WebApplication app, string address, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<Here>().Place(stop) is not null
            && await scope.ServiceProvider.GetRequiredService<MakeFirstAdministrator>().Link(stop) is { } path)
        {
            Console.WriteLine($"Nobody administers it yet. To do so, open {address}{path} within 24 hours.");
        }
    }

    /// <summary>Ready means that a page can be had, not that a socket is open. Asked for by hand: a whole client for one request is slow to load.</summary>
    private static async Task FetchFirstPage(int port, CancellationToken stop)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, stop);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"), stop);
        using var answer = new StreamReader(stream);
        if (await answer.ReadLineAsync(stop) is not "HTTP/1.1 200 OK" and var status)
        {
            throw new InvalidOperationException($"The first page cannot be had: {status}");
        }

        await answer.ReadToEndAsync(stop);
    }
}
