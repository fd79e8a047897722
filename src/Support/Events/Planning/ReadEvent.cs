using System.Globalization;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Standards.Values;

namespace Trellis.Support.Events.Planning;

/// <summary>An event fit to be kept, read from the form.</summary>
internal sealed record ReadEvent
{
    private const int MostPlaces = 10_000;
    private const int MostQuestions = 5;
    private const int LongestTitle = 120;
    private const int LongestLine = 200;
    private const int LongestText = 4_000;
    private const long MostPence = 1_000_000;

    public required string Title { get; init; }

    public required EventKind Kind { get; init; }

    public required Guid Topic { get; init; }

    public string? ForWhom { get; init; }

    public string? About { get; init; }

    public required IReadOnlyList<Sitting> Sessions { get; init; }

    public required int Places { get; init; }

    public string? Venue { get; init; }

    public string? OnlineLink { get; init; }

    public string? Access { get; init; }

    public string? Trainer { get; init; }

    public required long PricePence { get; init; }

    public required IReadOnlyDictionary<SizeBand, long> Prices { get; init; }

    public DateTimeOffset? Opens { get; init; }

    public DateTimeOffset? Closes { get; init; }

    public string? Questions { get; init; }

    /// <param name="topics">The topics that can be chosen.</param>
    /// <param name="known">The sessions before; none for a new event.</param>
    public static Result<ReadEvent> From(EventForm typed, IReadOnlyCollection<Guid> topics, IReadOnlyCollection<EventSession> known, DateTimeOffset now)
    {
        var problems = new List<Problem>();
        if (FreeText.Line(typed.Title) is not { Length: <= LongestTitle } title)
        {
            problems.Add(new("Title", $"Give the event a title, in at most {LongestTitle} letters."));
            title = "";
        }

        if (!Guid.TryParse(typed.Topic, out var topic) || !topics.Contains(topic))
        {
            problems.Add(new("Topic", "Choose what it is about."));
        }

        if (!Enum.TryParse<EventKind>(typed.Kind, out var kind) || !Enum.IsDefined(kind))
        {
            problems.Add(new("Kind", "Choose what sort of event it is."));
        }

        var sessions = ReadSessions.From(typed.Sessions, known, now, problems);
        var (opens, closes) = Booking(typed, sessions, problems);
        var read = new ReadEvent
        {
            Title = title,
            Kind = kind,
            Topic = topic,
            ForWhom = ShortText.Read("ForWhom", "This", typed.ForWhom, LongestLine, problems),
            About = ShortText.Read("About", "This", typed.About, LongestText, problems),
            Sessions = sessions,
            Places = PlacesIn(typed.Places, problems),
            Venue = ShortText.Read("Venue", "This", typed.Venue, LongestLine, problems),
            OnlineLink = Link(typed.OnlineLink, problems),
            Access = ShortText.Read("Access", "This", typed.Access, LongestText, problems),
            Trainer = ShortText.Read("Trainer", "This", typed.Trainer, LongestLine, problems),
            PricePence = Pence("Price", typed.Price, problems) ?? 0,
            Prices = BandPrices(typed, problems),
            Opens = opens,
            Closes = closes,
            Questions = Asked(typed.Questions, problems),
        };
        if (read.Venue is null && read.OnlineLink is null && problems.All(problem => problem.Field is not ("Venue" or "OnlineLink")))
        {
            problems.Add(new("Venue", "Say where it takes place, or give the link for joining online."));
        }

        return problems.Count > 0 ? problems.ToArray() : read;
    }

    private static (DateTimeOffset? Opens, DateTimeOffset? Closes) Booking(EventForm typed, List<Sitting> sessions, List<Problem> problems)
    {
        var (first, last) = (Day("Opens", typed.Opens, problems), Day("Closes", typed.Closes, problems));
        if (first > last)
        {
            problems.Add(new("Closes", $"Booking would close on {last:d MMMM yyyy}, before it opens on {first:d MMMM yyyy}. Swap the two, or leave one empty."));
        }

        if (sessions.Count > 0 && first is { } opening && LocalTime.Start(opening) >= sessions[0].StartsAt)
        {
            problems.Add(new("Opens", "Booking would open after the event has begun. Choose an earlier day, or leave it empty."));
        }

        if (sessions.Count > 0 && last > LocalTime.Day(sessions[0].StartsAt))
        {
            problems.Add(new("Closes", "Booking would close after the event has begun. Choose an earlier day, or leave it empty: then it closes as the event begins."));
        }

        var closes = last is { } day ? LocalTime.Start(day.AddDays(1)) : (DateTimeOffset?)null;
        return (first is { } from ? LocalTime.Start(from) : null, sessions.Count > 0 && closes > sessions[0].StartsAt ? null : closes); // on the day itself, it closes as the event begins
    }

    private static DateOnly? Day(string field, string? typed, List<Problem> problems)
    {
        var read = Read.Date(typed);
        if (read.Fault is { } fault)
        {
            problems.Add(new(field, fault));
        }

        return read.Value;
    }

    private static int PlacesIn(string? typed, List<Problem> problems)
    {
        if (int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var places) && places is > 0 and <= MostPlaces)
        {
            return places;
        }

        problems.Add(new("Places", $"Say how many people can come: a number from 1 to {MostPlaces:N0}."));
        return 1;
    }

    private static string? Link(string? typed, List<Problem> problems)
    {
        var text = FreeText.Line(typed);
        if (text is null || (text.Length <= 500 && Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"))
        {
            return text;
        }

        problems.Add(new("OnlineLink", "Paste the whole address, as in https://meet.example.org/abc."));
        return null;
    }

    private static long? Pence(string field, string? typed, List<Problem> problems)
    {
        var read = Read.Pence(typed);
        if (read.Fault is { } fault)
        {
            problems.Add(new(field, fault));
        }
        else if (read.Value is < 0 or > MostPence)
        {
            problems.Add(new(field, "Enter a price from £0 to £10,000."));
        }

        return read.Value;
    }

    private static Dictionary<SizeBand, long> BandPrices(EventForm typed, List<Problem> problems)
    {
        var prices = new Dictionary<SizeBand, long>();
        foreach (var (band, at) in EventForm.Bands.Select((band, at) => (band, at)))
        {
            if (Pence($"BandPrices[{at}]", typed.BandPrices.ElementAtOrDefault(at), problems) is { } pence)
            {
                prices[band] = pence;
            }
        }

        return prices;
    }

    private static string? Asked(string? typed, List<Problem> problems)
    {
        string[] lines = [.. (FreeText.Tidy(typed) ?? "").Split('\n').Select(FreeText.Line).OfType<string>()];
        if (lines.Length > MostQuestions || lines.Any(line => line.Length > LongestLine))
        {
            problems.Add(new("Questions", $"Ask at most {MostQuestions} questions, each in a line of at most {LongestLine} letters."));
        }

        return lines.Length == 0 ? null : string.Join('\n', lines);
    }
}
