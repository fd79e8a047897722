using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Notices;
using Trellis.Standards.Values;

namespace Trellis.Support.Enquiries;

/// <summary>What a worker does with an enquiry: takes it, hands it over, says how it stands, answers it, opens it again, joins it with another.</summary>
internal sealed class MoveEnquiry(Db db, Post post, OneTimeLinks links, TimeProvider clock)
{
    private const int Longest = 1_000;
    private static readonly TimeSpan LinkLife = TimeSpan.FromDays(60);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public Task<Result<Guid>> Take(Enquiry enquiry, Guid worker, CancellationToken stop)
    {
        GiveTo(enquiry, worker);
        enquiry.State = enquiry.State == EnquiryState.New ? EnquiryState.Open : enquiry.State;
        return Save(enquiry, stop);
    }

    public async Task<Result<Guid>> HandOver(Enquiry enquiry, Guid by, Person? to, string? why, CancellationToken stop)
    {
        if (to is null)
        {
            return new Problem("To", "Choose who takes it.");
        }

        if (Note(enquiry, by, NoteKind.HandedOver, why) is { } problem)
        {
            return problem;
        }

        GiveTo(enquiry, to.Id);
        enquiry.State = enquiry.State == EnquiryState.New ? EnquiryState.Open : enquiry.State;
        post.Queue(new(to.Email, "An enquiry was handed to you", "Somebody handed an enquiry to you. It stands under My enquiries on the page of your work, with a note of what it is about.", PersonId: to.Id, PlaceId: enquiry.PlaceId, MayWait: true));
        return await Save(enquiry, stop);
    }

    /// <summary>To be reminded was the wish of whoever had it before.</summary>
    private static void GiveTo(Enquiry enquiry, Guid owner) => (enquiry.RemindOn, enquiry.OwnerId) = (enquiry.OwnerId == owner ? enquiry.RemindOn : null, owner);

    /// <summary>Open, or waiting for them; by when; and when the owner is reminded.</summary>
    public Task<Result<Guid>> Set(Enquiry enquiry, string? state, string? due, string? remind, CancellationToken stop)
    {
        var (dueOn, remindOn) = (Read.Date(due ?? ""), Read.Date(remind ?? ""));
        Problem[] wrong =
        [
            .. dueOn.Fault is null ? [] : new[] { new Problem("DueOn", "Enter a day as in 27 3 2026.") },
            .. remindOn.Fault is null && !(remindOn.Value < Today) ? [] : new[] { new Problem("RemindOn", "Enter a day from today on, as in 27 3 2026.") },
            .. state is nameof(EnquiryState.Open) or nameof(EnquiryState.Waiting) ? [] : new[] { new Problem("State", "Say whether it is open, or waits for them.") },
        ];
        if (wrong.Length > 0)
        {
            return Task.FromResult<Result<Guid>>(wrong);
        }

        (enquiry.State, enquiry.DueOn, enquiry.RemindOn) = (Enum.Parse<EnquiryState>(state!), dueOn.Value, remindOn.Value);
        return Save(enquiry, stop);
    }

    /// <summary>Says what came of it. Whoever left an address is asked, once, whether it helped.</summary>
    public async Task<Result<Guid>> Finish(Enquiry enquiry, bool answered, string? outcome, Uri site, CancellationToken stop)
    {
        if (FreeText.TidyProse(outcome) is not { Length: <= Longest } said)
        {
            return new Problem("Outcome", $"Say in a few words what came of it, in at most {Longest:N0} letters.");
        }

        if (answered && enquiry is { Email: { } email, AnsweredAt: null })
        {
            var key = links.Make(new(LinkPurpose.EnquirySatisfaction, LinkLife, enquiry.PlaceId, enquiry.Id, email));
            post.Queue(new(email, "Did our answer help?", Ask(enquiry, new(site, "/did-it-help?key=" + key)), PlaceId: enquiry.PlaceId));
        }

        (enquiry.State, enquiry.Outcome, enquiry.RemindOn) = (answered ? EnquiryState.Answered : EnquiryState.Closed, said, null);
        enquiry.AnsweredAt ??= answered ? clock.GetUtcNow() : null;
        return await Save(enquiry, stop);
    }

    public async Task<Result<Guid>> Reopen(Enquiry enquiry, Guid by, string? why, CancellationToken stop)
    {
        if (Note(enquiry, by, NoteKind.Reopened, why) is { } problem)
        {
            return problem;
        }

        (enquiry.State, enquiry.MergedIntoId) = (EnquiryState.Open, null);
        return await Save(enquiry, stop);
    }

    /// <summary>Says that another enquiry asks the same: this one is closed and points there.</summary>
    public async Task<Result<Guid>> Merge(Enquiry enquiry, Guid by, Guid? into, CancellationToken stop)
    {
        if (await db.Enquiries(enquiry.PlaceId).FirstOrDefaultAsync(one => one.Id == into && one.Id != enquiry.Id && one.MergedIntoId == null, stop) is not { } other)
        {
            return new Problem("Into", "Choose the enquiry that stays.");
        }

        Note(other, by, NoteKind.Merged, $"{enquiry.Who}: {enquiry.Text[..Math.Min(enquiry.Text.Length, Longest / 2)]}");
        (enquiry.MergedIntoId, enquiry.State) = (other.Id, EnquiryState.Closed);
        other.OrganisationId ??= enquiry.OrganisationId;
        await db.Enquiries(enquiry.PlaceId).Where(one => one.MergedIntoId == enquiry.Id).LoadAsync(stop);
        foreach (var earlier in db.ChangeTracker.Entries<Enquiry>().Where(one => one.Entity.MergedIntoId == enquiry.Id).Select(one => one.Entity))
        {
            earlier.MergedIntoId = other.Id;
        }

        return await Save(enquiry, stop);
    }

    private Problem? Note(Enquiry enquiry, Guid by, NoteKind kind, string? text)
    {
        if (FreeText.TidyProse(text) is not { Length: <= Longest } note)
        {
            return new Problem("Note", $"Add a note for whoever reads it next, in at most {Longest:N0} letters.");
        }

        db.Add(new EnquiryNote { Id = Guid.CreateVersion7(clock.GetUtcNow()), EnquiryId = enquiry.Id, AuthorId = by, WrittenAt = clock.GetUtcNow(), Kind = kind, Text = note });
        return null;
    }

    private async Task<Result<Guid>> Save(Enquiry enquiry, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return enquiry.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Problem("", "Somebody else has changed this enquiry just now. Look at it again.");
        }
    }

    private static string Ask(Enquiry enquiry, Uri link) =>
        $"""
        You asked us for help on {enquiry.ReceivedAt:d MMMM yyyy}, and we have answered. Did it help?

            {link}

        One tap is enough. You need no account. The link works once, for sixty days.
        """;
}
