using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Trellis.Platform.Privacy;

/// <summary>Who has been erased, outside the database, so that a restored backup does not bring them back. Only ids, which by themselves lead to nobody.</summary>
public sealed class ErasedList(IConfiguration configuration, TimeProvider clock)
{
    private readonly string? file = configuration["Trellis:Data"] is { } folder ? Path.Combine(folder, "erased.txt") : null;

    public Task Add(Guid person, CancellationToken stop) => file is null ? Task.CompletedTask : File.AppendAllTextAsync(file, person + "\n", stop);

    /// <summary>Of somebody who goes on elsewhere, what this place kept: one line with the person, the place and when.</summary>
    public Task Add(Guid person, Guid place, CancellationToken stop) =>
        file is null ? Task.CompletedTask : File.AppendAllTextAsync(file, string.Create(CultureInfo.InvariantCulture, $"{person} {place} {clock.GetUtcNow():O}\n"), stop);

    public async Task<IReadOnlyList<(Guid Person, Guid Place, DateTimeOffset At)>> OfPlaces(CancellationToken stop) =>
    [
        .. from line in await Lines(stop)
           let words = line.Split(' ')
           where words.Length == 3
           select (Guid.Parse(words[0]), Guid.Parse(words[1]), DateTimeOffset.Parse(words[2], CultureInfo.InvariantCulture)),
    ];

    public async Task<IReadOnlySet<Guid>> Read(CancellationToken stop)
    {
        return (await Lines(stop)).Select(line => Guid.TryParse(line, out var person) ? person : Guid.Empty).ToHashSet(); // a line cut short by a crash is nobody
    }

    private async Task<IReadOnlyList<string>> Lines(CancellationToken stop) => file is not null && File.Exists(file) ? await File.ReadAllLinesAsync(file, stop) : [];
}
