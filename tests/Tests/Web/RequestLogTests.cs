using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Trellis.Platform.Web;

namespace Trellis.Tests.Web;

public sealed class RequestLogTests
{
    [Theory]
    [InlineData("/groups", "/groups")]
    [InlineData("/a\r\nGET /forged 200 1 ms", "/a??GET /forged 200 1 ms")]
    [InlineData("/\u001b[31mred", "/?[31mred")]
    [InlineData("/\0\u007f\u0085", "/???")]
    public void A_path_cannot_forge_a_line(string path, string written) => Assert.Equal(written, RequestLog.Plain(path));

    [Fact]
    public void A_long_path_is_cut() => Assert.Equal(201, RequestLog.Plain("/" + new string('x', 9000)).Length);

    [Fact]
    public async Task A_request_is_one_line_without_the_person_or_what_they_typed()
    {
        var log = new Lines();
        var context = new DefaultHttpContext();
        context.Request.Method = "GET";
        context.Request.Path = "/groups";
        context.Request.QueryString = new("?q=debt+advice+M33+7XX");
        context.Request.Headers.UserAgent = "Somebody's browser";
        context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("203.0.113.7");
        await new RequestLog(_ => Task.CompletedTask, TimeProvider.System, log).Invoke(context);
        Assert.Matches(@"^GET /groups 200 \d+ ms$", Assert.Single(log.Written));
    }

    [Fact]
    public async Task A_request_that_breaks_is_written_down_as_broken()
    {
        var log = new Lines();
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            new RequestLog(_ => throw new InvalidOperationException(), TimeProvider.System, log).Invoke(new DefaultHttpContext()));
        Assert.Contains(" 500 ", Assert.Single(log.Written), StringComparison.Ordinal);
    }

    private sealed class Lines : ILogger<RequestLog>
    {
        public ConcurrentBag<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Add(formatter(state, exception));
    }
}
