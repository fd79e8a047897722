using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Standards.Values;
using Trellis.Support.Topics;

namespace Trellis.Support.Enquiries;

/// <summary>Takes in that somebody asks for help; the form's ticket becomes the enquiry's id, so that pressing twice asks once.</summary>
internal sealed class TakeInEnquiry(Db db, TopicTree topics, TimeProvider clock)
{
    private const int LongestText = 5_000;
    private const int LongestWho = 200;
    private const int LongestTelephone = 40;
    private const int DaysToAnswer = 5;

    /// <param name="owner">The worker who takes it at once; null where somebody is to take it.</param>
    public async Task<Result<Guid>> Handle(Guid placeId, Guid? organisation, Channel channel, EnquiryForm form, Guid? owner, CancellationToken stop)
    {
        form.Ticket = form.Ticket == Guid.Empty ? Guid.CreateVersion7(clock.GetUtcNow()) : form.Ticket;
        var read = await Meant(placeId, channel, form, stop);
        if (!read.Succeeded || await IsThere(read.Value, stop))
        {
            return read.Succeeded ? (Result<Guid>)read.Value.Id : read.Problems.ToArray();
        }

        var enquiry = read.Value;
        (enquiry.OrganisationId, enquiry.OwnerId, enquiry.State) = (organisation, owner, owner is null ? EnquiryState.New : EnquiryState.Open);
        db.Add(enquiry);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            if (!await IsThere(enquiry, stop))
            {
                throw;
            }
        }

        return enquiry.Id;
    }

    private Task<bool> IsThere(Enquiry enquiry, CancellationToken stop) => db.Enquiries(enquiry.PlaceId).AnyAsync(one => one.Id == enquiry.Id, stop);

    /// <summary>All that is wrong is said at once.</summary>
    private async Task<Result<Enquiry>> Meant(Guid placeId, Channel channel, EnquiryForm form, CancellationToken stop)
    {
        var (who, text, telephone, email) = (FreeText.Tidy(form.Who), FreeText.TidyProse(form.Text), FreeText.Tidy(form.Telephone), EmailAddress.Tidy(form.Email));
        var topic = (await topics.Offered(placeId, stop)).FirstOrDefault(one => one.Id.ToString() == form.Topic);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var due = Read.Date(form.DueOn ?? "");
        var wrong = new List<Problem>();
        Check(who is { Length: <= LongestWho }, "Who", "Enter a name.");
        Check(text is { Length: <= LongestText }, "Text", $"Say in a few words what the question is, in at most {LongestText:N0} letters.");
        Check(email is not null || string.IsNullOrWhiteSpace(form.Email), "Email", "Enter an email address such as ann@example.org, or leave it empty.");
        Check(telephone is null or { Length: <= LongestTelephone }, "Telephone", "Enter a telephone number, or leave it empty.");
        Check(channel != Channel.Website || email is not null || telephone is not null || !string.IsNullOrWhiteSpace(form.Email), "Email", "Enter an email address or a telephone number, so that somebody can answer.");
        Check(topic is not null || string.IsNullOrEmpty(form.Topic), "Topic", "Choose what it is about, or leave it open.");
        Check(due.Fault is null && !(due.Value < today), "DueOn", "Enter a day from today on, as in 27 3 2026, or leave it empty.");
        return wrong.Count > 0 ? (Result<Enquiry>)wrong.ToArray() : new Enquiry
        {
            Id = form.Ticket,
            PlaceId = placeId,
            Who = who!,
            Email = email,
            Telephone = telephone,
            Channel = channel,
            TopicId = topic?.Id,
            Text = text!,
            ReceivedAt = clock.GetUtcNow(),
            DueOn = due.Value ?? today.AddDays(DaysToAnswer),
            State = EnquiryState.New,
        };

        void Check(bool isRight, string field, string message)
        {
            if (!isRight)
            {
                wrong.Add(new(field, message));
            }
        }
    }
}
