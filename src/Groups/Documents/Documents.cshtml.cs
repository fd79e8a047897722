using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Groups.Documents;

/// <summary>The documents a group keeps, for its own people and, as far as it shows them, the staff of the place.</summary>
[Requires(GroupRules.SeeDocuments)]
internal sealed class DocumentsModel(Here here, FindGroup find, ListDocuments list, Acting acting, RuleBook rules) : PageModel
{
    public Organisation Group { get; private set; } = null!;

    public IReadOnlyList<ListDocuments.Line> Lines { get; private set; } = [];

    public bool IsOwn => May(GroupRules.ReadOwnDocuments);

    public bool Keeps => May(GroupRules.KeepDocuments);

    public async Task<IActionResult> OnGet(string slug, CancellationToken stop)
    {
        if (await find.Handle((await here.RequirePlace(stop)).Id, slug, stop) is not { } group)
        {
            return NotFound();
        }

        Group = group;
        Lines = await list.Handle(group.Id, IsOwn ? Readers.Own : Readers.Staff, stop);
        return Page();
    }

    private bool May(string rule) => acting.RequirePerson().May(rules[rule], Group.PlaceId, Group.Id);
}
