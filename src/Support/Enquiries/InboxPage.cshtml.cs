using Microsoft.AspNetCore.Mvc.RazorPages;
using Trellis.Platform.Access;
using Trellis.Platform.Places;

namespace Trellis.Support.Enquiries;

/// <summary>The shared inbox: what is asked, whose it is, and what is overdue.</summary>
[Requires(SupportRules.AnswerEnquiries)]
internal sealed class InboxPageModel(Here here, Acting acting, ReadEnquiries read) : PageModel
{
    public Inbox Inbox { get; private set; }

    public IReadOnlyDictionary<Inbox, int> Counts { get; private set; } = new Dictionary<Inbox, int>();

    public IReadOnlyList<EnquiryLine> Lines { get; private set; } = [];

    public DateOnly Today => read.Today;

    public async Task OnGet(string? show, CancellationToken stop)
    {
        var (place, me) = (await here.RequirePlace(stop), acting.RequirePerson().PersonId);
        Inbox = Enum.TryParse<Inbox>(show, true, out var asked) && Enum.IsDefined(asked) ? asked : Inbox.Mine;
        Counts = await read.Counts(place.Id, me, stop);
        Lines = [.. (await read.In(place.Id, Inbox, me, stop)).OrderByDescending(line => line.AsksForAttention(Today))]; // and otherwise by the day they are due
    }
}
