using System.Data.Common;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Nobody learns from the page of signing in, nor from the work behind it, whether an address has an account; and it leads to no other site.</summary>
public sealed partial class SameAnswerTests(ITestOutputHelper output)
{
    private const int Pairs = 200;

    [Fact]
    public async Task Known_and_unknown_addresses_get_the_same_bytes_by_the_same_work()
    {
        await using var site = new Site();
        var counted = new Counted();
        await using var asked = site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(counted))));
        using var client = asked.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        await site.SignIn("known@example.org");
        var (known, unknown) = (new List<double>(), new List<double>());
        for (var pair = 0; pair < Pairs; pair++)
        {
            if (pair % 4 == 0)
            {
                site.Clock.Pass(TimeSpan.FromHours(25)); // so that no rate is reached
            }

            var (first, second) = (await Ask("known@example.org", known), await Ask($"nobody{pair:000}@example.org", unknown));
            Assert.Equal(first, second);
            Assert.NotEmpty(first.Work);
        }

        known.Sort();
        unknown.Sort();
        output.WriteLine($"{Pairs} pairs: median {known[Pairs / 2]:0.00} ms known, {unknown[Pairs / 2]:0.00} ms unknown");

        async Task<(string Answer, string Work)> Ask(string email, List<double> times)
        {
            using var page = await client.GetAsync(new Uri("/sign-in", UriKind.Relative));
            using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
            request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
            request.Content = new FormUrlEncodedContent([new("Form.Email", email), new("__RequestVerificationToken", Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value)]);
            counted.Commands.Clear();
            var began = Stopwatch.GetTimestamp();
            using var answer = await client.SendAsync(request);
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            var work = string.Join('\n', counted.Commands);
            var heads = answer.Headers.Concat(answer.Content.Headers).Where(one => one.Key != "Date").Select(one => $"{one.Key}: {Secret().Replace(string.Join(',', one.Value), "=…")}");
            return ($"{answer.StatusCode}\n{string.Join('\n', heads)}\n\n{await answer.Content.ReadAsStringAsync()}", work);
        }
    }

    [Fact]
    public async Task No_way_of_writing_another_site_leads_there()
    {
        await using var site = new Site();
        var visitor = await site.SignIn("ann@example.org");
        Assert.Equal(40, Elsewhere.Length);
        foreach (var back in Elsewhere)
        {
            foreach (var page in new[] { "/sign-in?back=", "/sign-in?Back=" })
            {
                var sent = await visitor.Open(page + Uri.EscapeDataString(back));
                Assert.Equal((302, "/me"), (sent.Status, sent.Response.Headers.Location!.OriginalString));
            }
        }

        Assert.Equal("/groups?q=a", (await visitor.Open("/sign-in?back=%2Fgroups%3Fq%3Da")).Response.Headers.Location!.OriginalString);
    }

    private static readonly string[] Elsewhere =
    [
        "https://evil.example", "http://evil.example", "//evil.example", "///evil.example", "////evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\\/evil.example", "/\\\\evil.example",
        "https:evil.example", "https:/evil.example", "https:///evil.example", "HTTPS://EVIL.EXAMPLE", "ftp://evil.example", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "mailto:a@evil.example",
        "evil.example", "www.evil.example/", "@evil.example", "/\t/evil.example", "/\n/evil.example", "/\r\n/evil.example", "\t//evil.example", " //evil.example", "/ /evil.example\n", "~//evil.example",
        "http://localhost@evil.example", "http://localhost.evil.example", "//localhost@evil.example", "?https://evil.example", "#https://evil.example", "./evil", "../evil", "%2f%2fevil.example", "https%3a%2f%2fevil.example", "\u0000//evil.example",
    ];

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("=[A-Za-z0-9_-]{40,}")]
    private static partial Regex Secret();

    /// <summary>Every command that the mapper sends, as text without its values.</summary>
    private sealed class Counted : DbCommandInterceptor
    {
        private readonly HttpContextAccessor web = new();

        public List<string> Commands { get; } = [];

        /// <summary>What runs by itself meanwhile does not count.</summary>
        private void Count(DbCommand command)
        {
            if (web.HttpContext is not null)
            {
                Commands.Add(command.CommandText);
            }
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            Count(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            Count(command);
            return new(result);
        }
    }
}
