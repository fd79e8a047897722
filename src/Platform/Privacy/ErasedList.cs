using Microsoft.Extensions.Configuration;

namespace Trellis.Platform.Privacy;

/// <summary>Who has been erased, outside the database, so that a restored backup does not bring them back. Only ids, which by themselves lead to nobody.</summary>
public sealed class ErasedList(IConfiguration configuration)
{
    private readonly string? file = configuration["Trellis:Data"] is { } folder ? Path.Combine(folder, "erased.txt") : null;

    public Task Add(Guid person, CancellationToken stop) => file is null ? Task.CompletedTask : File.AppendAllTextAsync(file, person + "\n", stop);

    public async Task<IReadOnlySet<Guid>> Read(CancellationToken stop)
    {
        var lines = file is not null && File.Exists(file) ? await File.ReadAllLinesAsync(file, stop) : [];
        return lines.Select(line => Guid.TryParse(line, out var person) ? person : Guid.Empty).ToHashSet();
    }
}
