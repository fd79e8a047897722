using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Data;

namespace Trellis.Support.Coming;

/// <summary>What somebody says of a word of a file.</summary>
internal sealed class SaidWord
{
    /// <summary>The word as it is known again.</summary>
    public string? Of { get; set; }

    /// <summary>What it means; empty where that is not known yet.</summary>
    public string? Means { get; set; }

    /// <summary>Of a group only: its name or the address of its page, where none of those offered is it.</summary>
    public string? Other { get; set; }
}

/// <summary>Keeps what somebody says of a waiting file's columns and words.</summary>
internal sealed class SayWhatIsMeant(Db db, GroupSearch search)
{
    private const int LongestWord = 800;
    private const string Meanwhile = "Somebody else has said something of this file just now. Look at it again.";

    public Task<Result<Guid>> Columns(Arrival arrival, FileTable table, IReadOnlyList<string?> fields, (bool MonthFirst, bool InHours) how, CancellationToken stop)
    {
        var said = Choices.Read(arrival.Choices) with { MonthFirst = how.MonthFirst, InHours = how.InHours };
        foreach (var (heading, at) in table.Headings.Select((heading, at) => (Choices.Plain(heading), at)).Where(pair => pair.at < fields.Count))
        {
            said.Columns[heading] = FileField.Of(arrival.Kind).FirstOrDefault(field => field.Key == fields[at])?.Key ?? "";
        }

        var twice = FileField.Of(arrival.Kind).FirstOrDefault(field => !field.MayRepeat && said.HeadingsOf(table, field.Key).Count() > 1);
        return twice is null ? Keep(arrival, said, stop) : Task.FromResult<Result<Guid>>(new Problem("Columns", $"Two columns cannot both be “{twice.Words}”. Choose one."));
    }

    public Task<Result<Guid>> Words(Arrival arrival, IEnumerable<SaidWord> topics, IEnumerable<SaidWord> ways, IEnumerable<SaidWord> workers, CancellationToken stop)
    {
        var said = Choices.Read(arrival.Choices);
        Put(said.Topics, topics);
        Put(said.Ways, ways);
        Put(said.Workers, workers);
        return Keep(arrival, said, stop);
    }

    public async Task<Result<Guid>> Groups(Arrival arrival, IReadOnlyList<SaidWord> groups, CancellationToken stop)
    {
        var (said, wrong) = (Choices.Read(arrival.Choices), new List<Problem>());
        Put(said.Groups, groups);
        for (var at = 0; at < groups.Count; at++)
        {
            if (FreeText.Line(groups[at].Other) is not { } other || groups[at].Of is not { Length: > 0 and <= LongestWord } word)
            {
                continue;
            }

            if (await Find(arrival.PlaceId, other, stop) is { } found)
            {
                said.Groups[Choices.Key(word)] = found.ToString();
            }
            else
            {
                wrong.Add(new($"Groups[{at}].Other", $"No one group is called “{other}”. Copy the address of its page in here, or enter the group first."));
            }
        }

        var kept = await Keep(arrival, said, stop);
        return kept.Succeeded && wrong.Count > 0 ? wrong.ToArray() : kept;
    }

    /// <summary>By the address of its page, or by any of its names where only one group has it.</summary>
    private async Task<Guid?> Find(Guid placeId, string typed, CancellationToken stop)
    {
        var slug = typed.Split('?', '#')[0].TrimEnd('/').Split('/')[^1].ToLowerInvariant();
        if (await db.OrganisationAt(placeId, slug, stop) is { } group)
        {
            return group.Id;
        }

        var found = (await search.Find(typed, 3, stop)).Where(one => Choices.Key(one.Name) == Choices.Key(typed) || Choices.Key(one.AlsoKnownAs) == Choices.Key(typed)).ToList();
        return found is [var only] ? only.Id : null;
    }

    private static void Put(Dictionary<string, string> kept, IEnumerable<SaidWord> words)
    {
        foreach (var word in words.Where(word => word.Of is { Length: <= LongestWord }))
        {
            if (string.IsNullOrEmpty(word.Means))
            {
                kept.Remove(Choices.Key(word.Of));
            }
            else
            {
                kept[Choices.Key(word.Of)] = word.Means;
            }
        }
    }

    private async Task<Result<Guid>> Keep(Arrival arrival, Choices said, CancellationToken stop)
    {
        arrival.Choices = said.Write();
        try
        {
            await db.SaveChangesAsync(stop);
            return arrival.Id;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Problem("", Meanwhile);
        }
    }
}
