using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Reports.Counting;
using Trellis.Reports.Frameworks;
using Trellis.Reports.Stories;

namespace Trellis.Reports.Returns;

/// <summary>Begins a return, fills it, sends it, and gives its link out and takes it back.</summary>
internal sealed class MakeReturn(Db db, ComputeReturn compute, TimeProvider clock)
{
    private const int Longest = 20_000;

    public static readonly Problem Sent = new("", "This return has been sent. What was sent stays as it is: make the correction in the records, and the difference is shown.");

    /// <summary>A return for one of the framework's periods; the one that is there already where somebody began it.</summary>
    public async Task<Result<Guid>> Begin(Framework framework, DateOnly? first, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var periods = framework.Periods(DateOnly.FromDateTime(now.UtcDateTime));
        if (periods.FirstOrDefault(one => one.First == first) is not { First.Year: > 1 } period)
        {
            return new Problem("First", "Choose one of the framework’s periods that has begun.");
        }

        if (await Known() is { } known)
        {
            return known;
        }

        db.Add(new FunderReturn { Id = Guid.CreateVersion7(now), PlaceId = framework.PlaceId, FrameworkId = framework.Id, FirstDay = period.First, LastDay = period.Last, MadeAt = now });
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear(); // somebody else began it at this moment
        }

        return await Known() ?? throw new InvalidOperationException("The return that was just begun is not there.");

        async Task<Guid?> Known() => await db.Set<FunderReturn>().Where(one => one.FrameworkId == framework.Id && one.FirstDay == period.First).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(stop);
    }

    /// <summary>Keeps what people write and choose.</summary>
    public async Task<Result<Guid>> Fill(FunderReturn made, string? narrative, IReadOnlyDictionary<Guid, string?> typed, IReadOnlyCollection<Guid> stories, CancellationToken stop)
    {
        if (made.SentAt is not null)
        {
            return Sent;
        }

        if (narrative?.Length > Longest)
        {
            return new Problem("Narrative", $"Write at most {Longest:N0} letters.");
        }

        made.Narrative = string.IsNullOrWhiteSpace(narrative) ? null : narrative.Trim();
        var items = await db.ItemsOf(made.FrameworkId).Where(item => item.Indicator == null).ToListAsync(stop);
        var had = await db.Set<TypedFigure>().Where(one => one.ReturnId == made.Id).ToDictionaryAsync(one => one.ItemId, stop);
        foreach (var item in items.Where(item => typed.ContainsKey(item.Id)))
        {
            var (text, before) = (typed[item.Id], had.GetValueOrDefault(item.Id));
            if (string.IsNullOrWhiteSpace(text))
            {
                if (before is not null)
                {
                    db.Remove(before);
                }
            }
            else if (FigureText.Read(item.Unit, text) is not { } value)
            {
                return new Problem("Typed", $"{item.Wording}: enter {FigureText.Title(item.Unit)}, such as 12.");
            }
            else if (before is not null)
            {
                before.Value = value;
            }
            else
            {
                db.Add(new TypedFigure { Id = Guid.CreateVersion7(), PlaceId = made.PlaceId, ReturnId = made.Id, ItemId = item.Id, Value = value });
            }
        }

        await Choose(made, stories, stop);
        return await Save(made, stop);
    }

    /// <summary>Freezes the figures and the records behind them.</summary>
    public async Task<Result<Guid>> Send(Place place, FunderReturn made, Guid by, CancellationToken stop)
    {
        if (made.SentAt is not null)
        {
            return Sent;
        }

        var body = await compute.Handle(place, made, stop);
        var now = clock.GetUtcNow();
        (made.SentAt, made.SentBy) = (now, by);
        db.Add(new Frozen { ReturnId = made.Id, PlaceId = made.PlaceId, SentAt = now, Body = body.Write() });
        return await Save(made, stop);
    }

    /// <summary>The secret of a new link; one given out before ends.</summary>
    public async Task<Result<string>> MakeLink(FunderReturn made, CancellationToken stop)
    {
        if (made.SentAt is null)
        {
            return new Problem("", "Send the return first. A link shows what was sent.");
        }

        var secret = Secret.Make();
        (made.LinkHash, made.LinkMadeAt) = (Secret.Hash(secret), clock.GetUtcNow());
        var saved = await Save(made, stop);
        return saved.Succeeded ? secret : saved.Problems.ToArray();
    }

    public Task<Result<Guid>> EndLink(FunderReturn made, CancellationToken stop)
    {
        (made.LinkHash, made.LinkMadeAt) = (null, null);
        return Save(made, stop);
    }

    private async Task Choose(FunderReturn made, IReadOnlyCollection<Guid> stories, CancellationToken stop)
    {
        var had = await db.Set<ReturnStory>().Where(one => one.ReturnId == made.Id).ToListAsync(stop);
        var offered = await db.Stories(made.PlaceId).Where(story => story.ConsentEndedAt == null && stories.Contains(story.Id)).Select(story => story.Id).ToListAsync(stop);
        db.RemoveRange(had.Where(one => !offered.Contains(one.StoryId)));
        db.AddRange(offered.Where(story => had.TrueForAll(one => one.StoryId != story)).Select(story => new ReturnStory { Id = Guid.CreateVersion7(), PlaceId = made.PlaceId, ReturnId = made.Id, StoryId = story }));
    }

    private async Task<Result<Guid>> Save(FunderReturn made, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return made.Id;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return new Problem("", "Somebody else has changed this return just now. Look at it again.");
        }
    }
}
