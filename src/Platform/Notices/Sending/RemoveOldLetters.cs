using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Jobs;

namespace Trellis.Platform.Notices;

/// <summary>The job that removes letters from the folder after a month; lines of the queue end by the register.</summary>
internal static class RemoveOldLetters
{
    private static readonly TimeSpan Files = TimeSpan.FromDays(30);

    public static readonly Job Job = new("old-letters", "Remove old letters from the folder", Rhythm.Daily(1, 50), Run);

    private static Task<string> Run(IServiceProvider scope, CancellationToken stop)
    {
        var now = scope.GetRequiredService<TimeProvider>().GetUtcNow();
        var (settings, files) = (scope.GetRequiredService<MailSettings>(), 0);
        foreach (var file in Directory.Exists(settings.Folder) ? Directory.GetFiles(settings.Folder, "*.eml").Concat(Directory.GetFiles(settings.Folder, "*.part")) : [])
        {
            if (File.GetLastWriteTimeUtc(file) < (now - Files).UtcDateTime)
            {
                File.Delete(file);
                files++;
            }
        }

        return Task.FromResult($"Removed {files:N0} letters.");
    }
}
