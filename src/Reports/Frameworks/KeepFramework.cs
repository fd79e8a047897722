using Microsoft.EntityFrameworkCore;
using Trellis.Platform;
using Trellis.Platform.Data;
using Trellis.Reports.Counting;
using Trellis.Reports.Indicators;

namespace Trellis.Reports.Frameworks;

/// <summary>What staff say of a framework.</summary>
internal sealed class FrameworkForm
{
    public string? Name { get; set; }

    public string? Funder { get; set; }

    public Rhythm Rhythm { get; set; } = Rhythm.Quarter;

    /// <summary>The month of the first period, as in 2026-04.</summary>
    public string? StartsOn { get; set; }

    public string? DueDays { get; set; }

    /// <summary>What the funder pays for one period, in pounds.</summary>
    public string? Pays { get; set; }
}

/// <summary>What staff say of one figure of a framework.</summary>
internal sealed class ItemForm
{
    /// <summary>Empty for a figure that is typed in.</summary>
    public string? Indicator { get; set; }

    public string? Wording { get; set; }

    public string? Definition { get; set; }

    public FigureUnit Unit { get; set; }

    public string? Target { get; set; }

    public Aim Aim { get; set; }

    public string? Baseline { get; set; }

    public List<string> By { get; set; } = [];

    public int? Position { get; set; }
}

/// <summary>Makes frameworks and changes what they ask for.</summary>
internal sealed class KeepFramework(Db db, TimeProvider clock)
{
    private const int LongestName = 200;
    private const int LongestText = 2_000;

    /// <param name="shipped">The key of one that came with the product; null or empty to begin with nothing in it.</param>
    public async Task<Result<Guid>> Make(Guid placeId, string? shipped, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var from = ShippedFrameworks.All.FirstOrDefault(one => one.Key == shipped);
        if (from is null && !string.IsNullOrEmpty(shipped))
        {
            return new Problem("From", "Choose what to begin with.");
        }

        var framework = db.Add(new Framework
        {
            Id = Guid.CreateVersion7(now),
            PlaceId = placeId,
            Name = from?.Name ?? "New framework",
            Funder = from?.Funder ?? "Name of the funder",
            Rhythm = from?.Rhythm ?? Rhythm.Quarter,
            StartsOn = new(now.Month < 4 ? now.Year - 1 : now.Year, 4, 1),
            DueDays = from?.DueDays ?? 28,
            PaysPence = from?.PaysPence,
            Sources = from?.Sources,
        }).Entity;
        foreach (var (item, position) in (from?.Items ?? []).Select((item, position) => (item, position)))
        {
            db.Add(item.For(framework, position + 1));
        }

        await db.SaveChangesAsync(stop);
        return framework.Id;
    }

    public async Task<Result<Guid>> Change(Framework framework, FrameworkForm form, CancellationToken stop)
    {
        var problems = new List<Problem>();
        var (name, funder) = (Line(form.Name, "Name", "Enter a name"), Line(form.Funder, "Funder", "Enter who the funder is"));
        var starts = DateOnly.TryParseExact((form.StartsOn ?? "").Trim() + "-01", "yyyy-MM-dd", out var first) && first.Year is >= 2000 and < 2100 ? first : default;
        Ask(starts != default, "StartsOn", "Enter the month in which the first period begins, such as 2026-04.");
        Ask(int.TryParse(form.DueDays, out var due) && due is >= 0 and <= 365, "DueDays", "Enter a number of days from 0 to 365.");
        var pays = FigureText.Read(FigureUnit.Pounds, form.Pays);
        Ask(pays is not null || string.IsNullOrWhiteSpace(form.Pays), "Pays", "Enter an amount in pounds, such as 12500, or leave it empty.");
        Ask(Enum.IsDefined(form.Rhythm), "Rhythm", "Choose how often a return is due.");
        if (problems.Count == 0 && (starts != framework.StartsOn || form.Rhythm != framework.Rhythm) && await db.Set<Returns.FunderReturn>().AnyAsync(one => one.FrameworkId == framework.Id, stop))
        {
            problems.Add(new("StartsOn", "Returns have been begun for these periods. Make a new framework for other periods."));
        }

        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        (framework.Name, framework.Funder, framework.Rhythm, framework.StartsOn, framework.DueDays, framework.PaysPence) = (name, funder, form.Rhythm, starts, due, pays);
        return await Save(framework.Id, stop);

        string Line(string? typed, string field, string ask)
        {
            var line = string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Ask(line.Length is > 0 and <= LongestName, field, $"{ask}, of at most {LongestName} letters.");
            return line;
        }

        void Ask(bool good, string field, string message)
        {
            if (!good)
            {
                problems.Add(new(field, message));
            }
        }
    }

    /// <param name="item">Null for a new one.</param>
    public async Task<Result<Guid>> PutItem(Framework framework, FrameworkItem? item, ItemForm form, CancellationToken stop)
    {
        var read = ReadItem.Handle(form);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        var said = read.Value;
        if (item is null)
        {
            var last = await db.ItemsOf(framework.Id).Select(one => (int?)one.Position).MaxAsync(stop) ?? 0;
            db.Add(said.For(framework, form.Position ?? last + 1));
        }
        else
        {
            (item.Indicator, item.Wording, item.Definition, item.Unit, item.Target, item.Aim, item.Baseline, item.Breakdowns) =
                (said.Indicator, said.Wording!, said.Definition, said.Unit, said.Target, said.Aim, said.Baseline, string.Join(',', said.Breakdowns));
            item.Position = form.Position ?? item.Position;
        }

        return await Save(framework.Id, stop);
    }

    public Task<Result<Guid>> Remove(FrameworkItem item, CancellationToken stop)
    {
        db.Remove(item);
        return Save(item.FrameworkId, stop);
    }

    internal static bool IsLong(string? text) => text?.Length > LongestText;

    private async Task<Result<Guid>> Save(Guid framework, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);
            return framework;
        }
        catch (DbUpdateException) when (!stop.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            return new Problem("", "Somebody else has changed this framework just now. Look at it again.");
        }
    }
}
