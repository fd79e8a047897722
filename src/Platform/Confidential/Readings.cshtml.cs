using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Places;

namespace Trellis.Platform.Confidential;

/// <summary>Shows those who answer for the place who read, wrote or removed what is confidential, and when.</summary>
[Requires(ConfidentialRules.SeeReading)]
internal sealed class ReadingsModel(Here here, HistoryWords words, ReadHistory read) : PageModel
{
    public HistoryView View { get; private set; } = null!;

    public async Task OnGet(long? before, CancellationToken stop)
    {
        var part = await read.Part(new([], (await here.RequirePlace(stop)).Id) { OnlyKinds = words.Confidential, WithNames = true, WithReading = true }, before, stop);
        View = new(part, "/work/confidential", before) { HasFile = false };
    }
}
