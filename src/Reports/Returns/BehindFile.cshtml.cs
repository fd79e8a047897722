using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Reports.Returns;

/// <summary>The same records as a file.</summary>
[Requires(ReportsRules.See)]
internal sealed class BehindFileModel(Here here, ReadReturn read, Platform.Texts.Texts t) : BehindFigureModel(here, read, t);
