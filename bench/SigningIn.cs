using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;

namespace Trellis.Bench;

/// <summary>What a sign-in costs the processor, what a signed-in page costs more than a public one, and what the history costs of a write.</summary>
internal static partial class SigningIn
{
    private const int People = 30; // no more codes than one network may ask for
    private const int Pages = 600;
    private const int Writes = 600;

    public static async Task<int> Run(string[] args)
    {
        await using var site = await Served.Start(Bench.Fresh("signing-in"));
        await using (var scope = site.App.Services.CreateAsyncScope())
        {
            await Bench.Place(scope.ServiceProvider);
        }

        var address = new Uri(site.App.Urls.First());
        for (var warm = 0; warm < 5; warm++)
        {
            await SignIn(site, address, $"warm{warm}@example.org");
        }

        var before = Process.GetCurrentProcess().TotalProcessorTime;
        var cookies = new CookieContainer();
        for (var person = 0; person < People; person++)
        {
            cookies = await SignIn(site, address, $"person{person}@example.org");
        }

        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / People;
        var (known, stranger) = await Visit(address, cookies);
        var (audited, plain) = await Write(site);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"page of a stranger {stranger:0.00} ms, of somebody signed in {known:0.00} ms; write without history {plain:0.00} ms, with {audited:0.00} ms (medians)"));
        return Promises.Tell(args,
        [
            new("empty", "sign-in by code, four requests and their visitor", "ms of processor", processor, AtMost: 50),
            new("empty", "page of somebody signed in, more than a stranger's, p50", "ms", known - stranger, AtMost: 2),
            new("empty", "history of a write, part of the write, p50", "%", (audited - plain) / audited * 100, AtMost: 10),
        ]);
    }

    private static async Task<CookieContainer> SignIn(Served site, Uri address, string email)
    {
        var cookies = new CookieContainer();
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address };
        var asked = await Send(client, "/sign-in", await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative)), ("Form.Email", email));
        await Send(client, "/sign-in/code", asked, ("Form.Code", await Code(site, email)));
        return (await client.GetStringAsync(new Uri("/me", UriKind.Relative))).Contains(email, StringComparison.Ordinal) ? cookies : throw new InvalidOperationException("Nobody is signed in.");
    }

    /// <summary>The page that the form leads to.</summary>
    private static async Task<string> Send(HttpClient client, string to, string page, (string Name, string Value) answer)
    {
        using var form = new FormUrlEncodedContent([new(answer.Name, answer.Value), new("__RequestVerificationToken", Token().Match(page).Groups[1].Value)]);
        using var response = await client.PostAsync(new Uri(to, UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    private static async Task<string> Code(Served site, string email)
    {
        await using var scope = site.App.Services.CreateAsyncScope();
        var letter = await scope.ServiceProvider.GetRequiredService<Db>().Set<Letter>().Where(one => one.Email == email).OrderByDescending(one => one.Id).FirstAsync();
        return SixDigits().Match(scope.ServiceProvider.GetRequiredService<Post>().Read(letter)).Value;
    }

    /// <summary>The same pages in turn by both, so that whatever else the machine does falls on both.</summary>
    private static async Task<(double Known, double Stranger)> Visit(Uri address, CookieContainer cookies)
    {
        using var known = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies }) { BaseAddress = address };
        using var stranger = new HttpClient { BaseAddress = address };
        List<double> ofKnown = [], ofStranger = [];
        for (var page = 0; page < Pages; page++)
        {
            ofKnown.Add(await Time(() => known.GetByteArrayAsync(new Uri("/about", UriKind.Relative))));
            ofStranger.Add(await Time(() => stranger.GetByteArrayAsync(new Uri("/about", UriKind.Relative))));
        }

        return (Served.Part(ofKnown, 0.5), Served.Part(ofStranger, 0.5));
    }

    /// <summary>One field of one row each time: of a person, which the history tells, and of a known browser, which it does not.</summary>
    private static async Task<(double Audited, double Plain)> Write(Served site)
    {
        List<double> audited = [], plain = [];
        for (var write = 0; write < Writes; write++)
        {
            audited.Add(await Save<Person>(site, person => person.Name = $"Name {write}"));
            plain.Add(await Save<KnownDevice>(site, device => device.LastSeenAt = DateTimeOffset.UtcNow));
        }

        return (Served.Part(audited, 0.5), Served.Part(plain, 0.5));
    }

    private static async Task<double> Save<T>(Served site, Action<T> change)
        where T : class
    {
        await using var scope = site.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        change(await db.Set<T>().FirstAsync(one => EF.Property<Guid>(one, "Id") != Guid.Empty));
        return await Time(() => db.SaveChangesAsync());
    }

    private static async Task<double> Time(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<!\d)\d{6}(?!\d)")]
    private static partial Regex SixDigits();
}
