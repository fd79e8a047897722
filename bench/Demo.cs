using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;

namespace Trellis.Bench;

/// <summary>The demo place that comes with the repository, made anew.</summary>
internal static class Demo
{
    public static async Task<int> Run(string[] args)
    {
        var file = Country.FileOf(args);
        foreach (var old in Directory.GetFiles(Path.GetDirectoryName(file)!, "trellis.db*"))
        {
            File.Delete(old);
        }

        var watch = Stopwatch.StartNew();
        await using var app = await Bench.Site(file);
        await using var scope = app.Services.CreateAsyncScope();
        var watcher = new LoadPlace.Watcher(_ => { }, (_, _) => { }, (_, _) => { });
        var result = await scope.ServiceProvider.GetRequiredService<LoadPlace>().Handle(Path.Combine(Bench.Root, "data", "trafford"), watcher, default);
        Console.WriteLine(result.Succeeded
            ? string.Create(CultureInfo.InvariantCulture, $"{file}: {result.Value.Name}, loaded in {watch.Elapsed.TotalSeconds:0} s")
            : result.Problems[0].Message);
        return result.Succeeded ? 0 : 1;
    }
}
