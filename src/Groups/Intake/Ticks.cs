using Trellis.Platform.Exchange;

namespace Trellis.Groups.Intake;

internal static class Ticks
{
    private const long Every = 1_000;

    /// <summary>Tells the progress every thousand rows.</summary>
    public static void Tick(this ImportRun run, long rows)
    {
        if (rows % Every == 0)
        {
            run.Progress(rows);
        }
    }
}
