using Trellis.Platform.Exchange;

namespace Trellis.Tests.Platform;

/// <summary>What a report does not list it counts.</summary>
public sealed class ManyFindingsTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(ImportReport.MostFindings, null)]
    [InlineData(ImportReport.MostFindings + 1_234, "There is more to say of 1,234 further cells or rows than stands here. The first 100,000 are listed. Mend these, and bring the file in again.")]
    public void The_last_line_says_how_many_are_not_listed(int findings, string? last)
    {
        var report = new ImportReport();
        for (var at = 0; at < findings; at++)
        {
            report.Add(new() { Id = Guid.Empty, ImportId = Guid.Empty, Row = at + 2, Severity = Severity.Refusal, Wrong = "The group has no name", Done = "" });
        }

        report.Close(Guid.Empty, DateTimeOffset.UnixEpoch);
        Assert.Equal(findings, report.FindingCount);
        Assert.Equal(last, report.Findings.SingleOrDefault(finding => finding.Row is null)?.Sentence);
    }
}
