using Trellis.Platform.Access;

namespace Trellis.Platform.Documents;

/// <summary>How many files one person may send: looking at one takes the machine a moment.</summary>
public sealed class UploadRate(Rates rates)
{
    private const int Most = 60;
    private static readonly TimeSpan Within = TimeSpan.FromHours(1);

    /// <summary>Null where they may.</summary>
    public async Task<Problem?> Allows(ArrivedFile? arrived, Guid person, CancellationToken stop) =>
        arrived is null || await rates.Allow("file-by:" + person, Most, Within, stop) ? null : new Problem("File", "That was a lot of files in a short time. Please come back in an hour; nothing is lost.");
}
