using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Standards.Values;
using Trellis.Support.Topics;

namespace Trellis.Support.Log;

/// <summary>Reads what was typed into the support log; all that is wrong is said at once.</summary>
internal sealed class ReadEntryForm(Db db, TopicTree topics, TimeProvider clock)
{
    public const int MostMinutes = 1_440;
    private const int LongestDone = 5_000;
    private const int LongestNext = 300;
    private const int MostGroups = 40;

    /// <summary>What was meant.</summary>
    public sealed record Meant(IReadOnlyList<OrganisationSummary> Groups, DateOnly OnDay, int Minutes, int? Began, Way Way, Guid Topic, string Done, string? NextStep, DateOnly? NextOn);

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <param name="keeps">The topic that an entry has already: it may keep it, retired or not.</param>
    public async Task<Result<Meant>> Handle(Guid placeId, EntryForm form, Guid? keeps, CancellationToken stop)
    {
        var wrong = new List<Problem>();
        var groups = await Groups(placeId, form, wrong, stop);
        if (ReadMinutes(form.Minutes) is not { } minutes)
        {
            minutes = Wrong(0, "Minutes", $"Say how many minutes it took: a whole number from 1 to {MostMinutes:N0}.");
        }

        var way = Enum.TryParse<Way>(form.Way, out var said) && Enum.IsDefined(said) ? said : Wrong(Way.Phone, "Way", "Choose how you helped.");
        var topic = (await topics.All(placeId, stop)).FirstOrDefault(one => one.Id.ToString() == form.Topic && (one.RetiredAt is null || one.Id == keeps));
        if (topic is null)
        {
            Wrong(0, "Topic", "Choose what it was about.");
        }

        var done = FreeText.TidyProse(form.Done);
        if (done is not { Length: <= LongestDone })
        {
            done = Wrong("", "Done", $"Say in a few words what was done, in at most {LongestDone:N0} letters.");
        }

        var next = FreeText.TidyProse(form.NextStep);
        if (next is { Length: > LongestNext })
        {
            Wrong(0, "NextStep", $"Say what comes next in at most {LongestNext} letters.");
        }

        var (day, nextOn) = Days(form, wrong);
        var began = ReadTime(form.Began);
        if (began is null && !string.IsNullOrWhiteSpace(form.Began))
        {
            Wrong(0, "Began", "Enter the time as in 14:30, or leave it empty.");
        }

        return wrong.Count > 0 ? wrong.ToArray() : new Meant(groups, day, minutes, began, way, topic!.Id, done, next, nextOn);

        T Wrong<T>(T instead, string field, string message)
        {
            wrong.Add(new(field, message));
            return instead;
        }
    }

    /// <summary>12, or 1:30 for an hour and a half; null where it is nothing of the kind, or not in a day.</summary>
    public static int? ReadMinutes(string? typed)
    {
        var text = (typed ?? "").Trim();
        var parts = text.Split(':');
        int? minutes = parts.Length == 2 && Whole(parts[0]) is { } hours && parts[1].Length == 2 && Whole(parts[1]) is { } rest and < 60 ? (hours * 60) + rest : Whole(text);
        return minutes is >= 1 and <= MostMinutes ? minutes : null;

        static int? Whole(string digits) => digits.Length <= 4 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static int? ReadTime(string? typed) =>
        TimeOnly.TryParseExact((typed ?? "").Trim().Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;

    private async Task<List<OrganisationSummary>> Groups(Guid placeId, EntryForm form, List<Problem> wrong, CancellationToken stop)
    {
        var slugs = form.Groups.Where(slug => slug.Length > 0).Distinct().ToList();
        if (slugs.Count > MostGroups)
        {
            wrong.Add(new("Groups", $"Log at most {MostGroups} groups at once."));
            return [];
        }

        var groups = await db.AllOrganisations(placeId).Where(one => slugs.Contains(one.Slug)).OrderBy(one => one.Name).ToListAsync(stop);
        if (groups.Count == 0 || groups.Count < slugs.Count)
        {
            wrong.Add(new("Groups", groups.Count == 0 ? "Choose the group that was helped." : "One of the groups is not there any longer. Choose again."));
        }

        return groups;
    }

    private (DateOnly Day, DateOnly? Next) Days(EntryForm form, List<Problem> wrong)
    {
        var day = Day(form.OnDay, "OnDay") ?? Today;
        if (day > Today.AddDays(1) || day < Today.AddYears(-20))
        {
            wrong.Add(new("OnDay", "Help is logged once it was given: enter a day that is not in the future. What is to come goes into the next step."));
        }

        var next = Day(form.NextOn, "NextOn");
        if (next < day)
        {
            wrong.Add(new("NextOn", "The next step comes after the help: enter a day that is not before it."));
        }

        return (day, next);

        DateOnly? Day(string? typed, string field)
        {
            var read = Read.Date(typed ?? "");
            if (read.Fault is not null)
            {
                wrong.Add(new(field, "Enter a day as in 27 3 2026."));
            }

            return read.Value;
        }
    }
}
