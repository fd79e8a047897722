using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Trellis.Platform.Access;
using Trellis.Tests.Groups.Editing;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>The product calls no address that people typed: only the mail server and the outside sign-in that the operator named; links of the library where the operator has switched it on.</summary>
public sealed partial class NoCallsOut(Site site) : Scene(site)
{
    private readonly Site site = site;

    /// <summary>Where something outside is called, and whose word the address is.</summary>
    private static readonly Dictionary<string, string> Calls = new()
    {
        ["src/App/Commands/ServeCommand.cs"] = "the site itself, on the loopback address, to know that it is ready",
        ["src/Platform/Notices/Sending/SmtpCarrier.cs"] = "the mail server in the operator's settings",
        ["src/Platform/Access/OpenId/OpenIdHost.cs"] = "the outside sign-in in the operator's settings",
        ["src/Support/Library/LookAtLink.cs"] = "links of the library, where the operator has switched it on, and at public addresses only",
    };

    [Fact]
    public void Nothing_else_calls_out() =>
        Assert.Equal(Calls.Keys.Order(StringComparer.Ordinal), Repository.Files("src", "*.cs").Where(file => CallsOut().IsMatch(File.ReadAllText(file))).Select(Repository.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void A_call_is_seen() => Assert.Matches(CallsOut(), "using var client = new HttpClient();");

    [Fact]
    public async Task An_address_that_somebody_typed_is_not_called_however_it_is_written()
    {
        using var listener = new TcpListener(IPAddress.IPv6Any, 0);
        listener.Server.DualMode = true;
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var lead = await Lead();
        foreach (var host in new[] { "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0.0.0.0", "[::]", "127.0.0.1.", "user@127.0.0.1" })
        {
            var page = await (await lead.Open(Address("/edit"))).Press("Save", ("Website", $"http://{host}:{port}/logo.png"));
            Assert.True(page.Status is 302 or 422, $"{host}: {page.Status}");
            await site.Open(Address());
        }

        await Task.Delay(500, TestContext.Current.CancellationToken);
        Assert.False(listener.Pending(), "The product called an address that somebody had typed.");
        using var caller = new TcpClient("127.0.0.1", port);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(listener.Pending(), "The listener hears nobody, so this has shown nothing.");
    }

    [GeneratedRegex(@"\b(HttpClient|WebRequest|WebClient|TcpClient|UdpClient|SmtpClient|AddOpenIdConnect|Dns\.Get\w+|new Socket)\b")]
    private static partial Regex CallsOut();
}
