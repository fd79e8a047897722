using System.Net;
using System.Net.Sockets;
using System.Text;
using Trellis.Support.Library;

namespace Trellis.Tests.SupportWork.Library;

/// <summary>Looking at a link reaches public addresses only, however the link is written and wherever it leads.</summary>
public sealed class LookAtLinkTests : IDisposable
{
    private readonly Listener inside = new();

    public void Dispose() => inside.Dispose();

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:db8::1")]
    public void An_address_that_is_not_everybodys_is_refused(string address) => Assert.False(PublicAddresses.Has(IPAddress.Parse(address)));

    [Theory]
    [InlineData("151.101.0.144")]
    [InlineData("172.15.0.1")]
    [InlineData("172.32.0.1")]
    [InlineData("2a04:4e42::144")]
    [InlineData("::ffff:151.101.0.144")]
    public void A_public_one_is_not(string address) => Assert.True(PublicAddresses.Has(IPAddress.Parse(address)));

    [Fact]
    public async Task However_it_is_written_this_machine_is_not_called()
    {
        using var look = new LookAtLink(PublicAddresses.Has, _ => true, (name, stop) => Dns.GetHostAddressesAsync(name, stop));
        foreach (var host in new[] { "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0.0.0.0", "[::]", "user@127.0.0.1" })
        {
            Assert.Equal(LinkState.Unsure, (await look.Handle($"http://{host}:{inside.Port}/", default)).State);
        }

        Assert.Equal(0, inside.Calls);
        using var open = new LookAtLink(_ => true, _ => true, Here);
        Assert.Equal(LinkState.Works, (await open.Handle($"http://site.example:{inside.Port}/", default)).State);
        Assert.Equal(1, inside.Calls); // so the listener would have heard
    }

    [Fact]
    public async Task A_name_that_leads_inside_is_not_called_nor_one_that_changes_its_mind()
    {
        var asked = 0;
        using var look = new LookAtLink(address => PublicAddresses.Has(address), _ => true, (_, _) => Task.FromResult<IPAddress[]>(++asked == 1 ? [IPAddress.Parse("10.0.0.1")] : [IPAddress.Loopback]));
        Assert.Equal("It leads to an address that is not called from here.", (await look.Handle($"http://rebind.example:{inside.Port}/", default)).Said);
        Assert.Equal(1, asked);
        using var both = new LookAtLink(PublicAddresses.Has, _ => true, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("151.101.0.144"), IPAddress.Loopback]));
        Assert.Equal(LinkState.Unsure, (await both.Handle($"http://both.example:{inside.Port}/", default)).State);
        Assert.Equal(0, inside.Calls);
    }

    [Fact]
    public async Task A_page_that_leads_inside_is_not_followed()
    {
        using var outside = new Listener { Answer = $"HTTP/1.1 302 Found\r\nLocation: http://inside.example:{inside.Port}/secret\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" };
        using var look = new LookAtLink(address => address.Equals(IPAddress.Parse("127.0.0.2")), _ => true, (name, _) => Task.FromResult<IPAddress[]>([name == "outside.example" ? IPAddress.Parse("127.0.0.2") : IPAddress.Loopback]));
        Assert.Equal("It leads to an address that is not called from here.", (await look.Handle($"http://outside.example:{outside.Port}/", default)).Said);
        Assert.Equal((1, 0), (outside.Calls, inside.Calls));
    }

    [Theory]
    [InlineData("200 OK", nameof(LinkState.Works))]
    [InlineData("404 Not Found", nameof(LinkState.Broken))]
    [InlineData("410 Gone", nameof(LinkState.Broken))]
    [InlineData("403 Forbidden", nameof(LinkState.Unsure))]
    [InlineData("500 Oops", nameof(LinkState.Unsure))]
    public async Task What_the_other_side_says_is_understood(string status, string state)
    {
        inside.Answer = $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        using var look = new LookAtLink(_ => true, _ => true, Here);
        Assert.Equal(state, (await look.Handle($"http://site.example:{inside.Port}/", default)).State.ToString());
    }

    [Fact]
    public async Task Endless_steps_other_schemes_and_ports_and_missing_names_end()
    {
        inside.Answer = $"HTTP/1.1 301 Moved\r\nLocation: /again\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        using var look = new LookAtLink(_ => true, _ => true, Here);
        Assert.Equal("It leads from page to page without end.", (await look.Handle($"http://site.example:{inside.Port}/", default)).Said);
        Assert.Equal(6, inside.Calls);
        foreach (var address in new[] { "file:///etc/passwd", "gopher://site.example", "nonsense", "https://site.example:8443" })
        {
            using var usual = new LookAtLink(_ => true, port => port is 80 or 443, Here);
            Assert.Equal(LinkState.Unsure, (await usual.Handle(address, default)).State);
        }

        using var lost = new LookAtLink(_ => true, _ => true, (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        Assert.Equal("There is no site of this name.", (await lost.Handle("http://gone.example/", default)).Said);
    }

    private static Task<IPAddress[]> Here(string name, CancellationToken stop) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);

    /// <summary>A site on this machine that answers everybody alike and counts them.</summary>
    internal sealed class Listener : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Any, 0);

        public Listener()
        {
            listener.Start();
            _ = Task.Run(Listen);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Calls { get; private set; }

        public string Answer { get; set; } = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

        public void Dispose() => listener.Dispose();

        private async Task Listen()
        {
            try
            {
                while (true)
                {
                    using var caller = await listener.AcceptTcpClientAsync();
                    Calls++;
                    var heard = new byte[4_096];
                    _ = await caller.GetStream().ReadAsync(heard);
                    await caller.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Answer));
                }
            }
            catch (Exception over) when (over is ObjectDisposedException or SocketException or IOException)
            {
                // the test is over
            }
        }
    }
}
