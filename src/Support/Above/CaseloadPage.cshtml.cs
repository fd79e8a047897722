using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Support.Above;

/// <summary>What a manager sees from above: the load of each worker, where the hours go, and whom they do not reach.</summary>
[Requires(SupportRules.SeeCaseload)]
internal sealed class CaseloadPageModel(Here here, ReadCaseload read) : PageModel
{
    public Caseload Load { get; private set; } = null!;

    public async Task OnGet(CancellationToken stop) => Load = await read.Handle(await here.RequirePlace(stop), stop);
}
