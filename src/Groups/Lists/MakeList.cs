using Trellis.Groups.Editing;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Groups.Lists;

/// <summary>Keeps a search under a name, or begins a list to be picked by hand.</summary>
internal sealed class MakeList(Db db, TimeProvider clock)
{
    private const int Longest = 100;
    private const int LongestQuestion = 8_000;

    /// <param name="question">Of the search; null for a list picked by hand.</param>
    public async Task<Result<Guid>> Handle(Guid placeId, string? called, string? question, CancellationToken stop)
    {
        if (Name(called) is not { } name)
        {
            return Unnamed;
        }

        if (question?.Length > LongestQuestion)
        {
            return new Problem("Called", "This search is too long to be kept. Narrow it by fewer things.");
        }

        var now = clock.GetUtcNow();
        var list = db.Add(new KeptList { Id = Guid.CreateVersion7(now), PlaceId = placeId, Name = name, Question = string.IsNullOrWhiteSpace(question) ? null : question, MadeAt = now }).Entity;
        await db.SaveChangesAsync(stop);
        return list.Id;
    }

    internal static readonly Problem Unnamed = new("Called", $"Enter a name of at most {Longest} letters.");

    /// <summary>Null where it will not do.</summary>
    internal static string? Name(string? typed) => FreeText.Tidy(typed)?.ReplaceLineEndings(" ") is { Length: <= Longest } name ? name : null;
}
