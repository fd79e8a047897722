using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Trellis.Reports.Indicators;

/// <summary>Every definition, for whoever asks for figures or reads them.</summary>
[AllowAnonymous]
internal sealed class AllIndicatorsModel(RecordKinds kinds) : PageModel
{
    public Library Library => IndicatorLibrary.Shipped;

    public IEnumerable<IGrouping<string, Indicator>> ByKind => Library.Indicators.GroupBy(one => kinds.Title(one.Records));
}
