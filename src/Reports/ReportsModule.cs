using Trellis.Platform;

namespace Trellis.Reports;

/// <summary>Record once, report to many: indicators with definitions, each funder's framework of them, and returns that open to the records behind each figure.</summary>
public sealed class ReportsModule : Module
{
    public override string Name => "reports";
}
