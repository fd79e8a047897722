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
        command.SetAction((said, stop) => Run(said.GetValue(Cli.Data)!, said.GetValue(Port), new(said.GetValue(PlaceName)!, said.GetValue(Files)!, said.GetResult(PlaceName) is { Implicit: false }), stop));
        return command;
    }

    /// <summary>The demo place that is to be there.</summary>
    /// <param name="IsAskedFor">Somebody named it; otherwise it is only what a first start shows.</param>
    private sealed record Demo(string Name, string Files, bool IsAskedFor)
    {
        public bool IsNone => Name == "none";

        public string Folder => Path.Combine(Files, Name);
    }

    private static async Task<int> Run(string data, int port, Demo demo, CancellationToken stop)
    {
        if (!demo.IsNone && !File.Exists(Path.Combine(demo.Folder, "sources.json")))
        {
            return await Cli.Refuse($"There is no demo place {demo.Name}. Choose --place trafford, or --place none for an empty one.");
        }

        try
        {
            await using var app = await Installation.Open(data, stop, [$"--urls=http://127.0.0.1:{port}", .. Quiet]);
            return await Serve(app, port, demo, stop);
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

    private static async Task<int> Serve(WebApplication app, int port, Demo demo, CancellationToken stop)
    {
        if ((Refused(port) ?? (demo.IsNone ? null : await Load(app, demo, stop))) is { } refusal)
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

    /// <summary>Into an empty installation, or where it was loaded before; nobody's own place gets made-up neighbours or foreign rows.</summary>
    private static async Task<string?> Load(WebApplication app, Demo demo, CancellationToken stop)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var there = await scope.ServiceProvider.GetRequiredService<KnownPlaces>().All(stop);
        var code = (await LoadPlace.Read(demo.Folder, stop)).Place.Code;
        if (there.Count > 0 && !there.Any(place => place.Code == code && place.IsDemo))
        {
            return demo.IsAskedFor ? $"{there[0].Name} is here, which is no demo. To see the demo place, start it with another folder: --data DIR." : null;
        }

        var progress = new LoadProgress(app.Services.GetRequiredService<TimeProvider>());
        var loaded = await scope.ServiceProvider.GetRequiredService<LoadPlace>().Handle(demo.Folder, progress.Watcher, stop);
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
