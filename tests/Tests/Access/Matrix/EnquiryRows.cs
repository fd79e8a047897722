using Microsoft.EntityFrameworkCore;
using Trellis.Support.Enquiries;
using static Trellis.Tests.Access.Matrix.Rows;

namespace Trellis.Tests.Access.Matrix;

/// <summary>How the ways to and from enquiries are tried.</summary>
internal static class EnquiryRows
{
    public static readonly Row[] All =
    [
        One("GET /work/enquiries", "/work/enquiries"),
        One("GET /work/enquiries/new", "/work/enquiries/new"),
        Post("/work/enquiries/new", 422),
        OfEnquiry("GET /work/enquiries/{enquiry:guid}", "", 200),
        OfEnquiry("POST /work/enquiries/{enquiry:guid}?handler=Take", "?handler=Take", 302),
        OfEnquiry("POST /work/enquiries/{enquiry:guid}?handler=HandOver", "?handler=HandOver", 422),
        OfEnquiry("POST /work/enquiries/{enquiry:guid}?handler=Set", "?handler=Set", 422),
        OfEnquiry("POST /work/enquiries/{enquiry:guid}?handler=Finish", "?handler=Finish", 422),
        OfEnquiry("POST /work/enquiries/{enquiry:guid}?handler=Reopen", "?handler=Reopen", 422),
        OfEnquiry("POST /work/enquiries/{enquiry:guid}?handler=Merge", "?handler=Merge", 422),
        OfGroup("GET /groups/{slug}/ask-for-help", "/ask-for-help", 200),
        OfGroup("POST /groups/{slug}/ask-for-help", "/ask-for-help", 422),
        OfGroup("GET /groups/{slug}/help", "/help", 200),
        One("GET /ask-for-help", "/ask-for-help"),
        Post("/ask-for-help", 422),
        One("GET /did-it-help", "/did-it-help?key=guess") with { Good = [410] },
        One("POST /did-it-help", "/did-it-help?key=guess") with { Good = [410] },
    ];

    private static Row OfEnquiry(string way, string rest, int good) => new(way) { Good = [good], Before = Keep, At = (world, _, whose) => whose == Whose.NextGroup ? null : $"/work/enquiries/{Id(world, whose)}{rest}" };

    /// <summary>One of each place, known by the place's own id turned round.</summary>
    private static Guid Id(World world, Whose whose) => new([.. world.Place(whose).ToByteArray().Reverse()]);

    private static Task Keep(World world) => world.Twins.Site.InDb(async db =>
    {
        foreach (var whose in new[] { Whose.Own, Whose.OtherPlace })
        {
            var id = Id(world, whose);
            if (!await db.Set<Enquiry>().AnyAsync(one => one.Id == id))
            {
                db.Add(new Enquiry { Id = id, PlaceId = world.Place(whose), Who = "Ada", Channel = Channel.Phone, Text = "A lease", ReceivedAt = world.Twins.Site.Clock.GetUtcNow(), State = EnquiryState.Open });
            }
        }

        await db.SaveChangesAsync();
    });
}
