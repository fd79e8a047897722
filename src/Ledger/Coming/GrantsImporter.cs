using Trellis.Groups.Contract;
using Trellis.Platform.Exchange;
using Trellis.Standards.ThreeSixtyGiving;

namespace Trellis.Ledger.Coming;

/// <summary>Brings in the grants of funders, in the 360Giving standard.</summary>
internal sealed class GrantsImporter(Organisations organisations) : Importer
{
    private const int GrantsBetweenNews = 1000;

    public const string Word = "360giving";

    public override string Format => Word;

    public override string Title => "Grants in the 360Giving standard";

    public override string Called => "A list of grants";

    public override int Order => 30;

    public override int Recognise(IReadOnlyList<string> headings) => GrantFile.Recognise(headings);

    public override async Task Import(ImportRun run, CancellationToken stop)
    {
        if (GrantFile.Recognise(run.File.Headings) == 0)
        {
            throw new FileRefusedException($"{run.File.FileName} is not in the 360Giving standard: there is no Identifier or no Amount Awarded.");
        }

        var coming = await GrantsComing.Begin(run, stop);
        var reading = new ReadGrant(run);
        var count = 0;
        foreach (var grant in GrantFile.Read(run.File))
        {
            if (++count % GrantsBetweenNews == 0)
            {
                stop.ThrowIfCancellationRequested();
                run.Progress(count);
            }

            if (reading.Read(grant) is { } awarded)
            {
                await coming.Take(awarded, stop);
            }
            else if (grant.Id is { } id)
            {
                coming.Keep(id);
            }
        }

        await coming.End(organisations, stop);
    }
}
