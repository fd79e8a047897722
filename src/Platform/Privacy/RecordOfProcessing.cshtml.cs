using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Trellis.Platform.Privacy;

/// <summary>The record of processing (UK GDPR, article 30), printed from the register that the program itself works by.</summary>
[AllowAnonymous]
internal sealed class RecordOfProcessingModel(Register register) : PageModel
{
    public Register Register => register;
}
