using System.Globalization;
using Trellis.Groups.Contract;
using Trellis.Platform;

namespace Trellis.Support.Events.Planning;

/// <summary>What the form of an event asks, as it was typed.</summary>
internal sealed class EventForm
{
    /// <summary>So many sessions the form has room for at first, and so many more than there are each time it is opened.</summary>
    private const int Room = 3;

    public static readonly SizeBand[] Bands = [SizeBand.Micro, SizeBand.Small, SizeBand.Medium, SizeBand.Large, SizeBand.Major];

    public sealed class Sitting
    {
        public Guid? Id { get; set; }

        public string? Day { get; set; }

        public string? From { get; set; }

        public string? To { get; set; }

        public bool IsEmpty => string.IsNullOrWhiteSpace(Day) && string.IsNullOrWhiteSpace(From) && string.IsNullOrWhiteSpace(To);
    }

    public string? Title { get; set; }

    public string? Kind { get; set; } = nameof(EventKind.Training);

    public string? Topic { get; set; }

    public string? ForWhom { get; set; }

    public string? About { get; set; }

    public List<Sitting> Sessions { get; set; } = [];

    public string? Places { get; set; }

    public string? Venue { get; set; }

    public string? OnlineLink { get; set; }

    public string? Access { get; set; }

    public string? Trainer { get; set; }

    public string? Price { get; set; }

    /// <summary>In the order of <see cref="Bands"/>.</summary>
    public List<string?> BandPrices { get; set; } = [];

    public string? Opens { get; set; }

    public string? Closes { get; set; }

    public string? Questions { get; set; }

    /// <summary>The version of the event that was shown.</summary>
    public int Version { get; set; }

    /// <summary>With room for more.</summary>
    public EventForm Padded()
    {
        var filled = Sessions.Count(one => !one.IsEmpty);
        while (Sessions.Count < filled + Room)
        {
            Sessions.Add(new());
        }

        while (BandPrices.Count < Bands.Length)
        {
            BandPrices.Add(null);
        }

        return this;
    }

    public static EventForm Of(Event of, IEnumerable<EventSession> sessions, IReadOnlyCollection<EventPrice> prices, Seats seats) => new EventForm
    {
        Title = of.Title,
        Kind = of.Kind.ToString(),
        Topic = of.TopicId.ToString(),
        ForWhom = of.ForWhom,
        About = of.About,
        Sessions = [.. sessions.Select(Written)],
        Places = seats.Places.ToString(CultureInfo.InvariantCulture),
        Venue = of.Venue,
        OnlineLink = of.OnlineLink,
        Access = of.Access,
        Trainer = of.Trainer,
        Price = of.PricePence == 0 ? "" : Pounds(of.PricePence),
        BandPrices = [.. Bands.Select(band => prices.FirstOrDefault(one => one.SizeBand == band) is { } price ? Pounds(price.Pence) : null)],
        Opens = of.BookingOpensAt is { } opens ? EventWords.Day(opens) : null,
        Closes = of.BookingClosesAt is { } closes ? EventWords.Day(closes.AddSeconds(-1)) : null,
        Questions = of.Questions,
        Version = of.Version,
    }.Padded();

    private static Sitting Written(EventSession session) => new()
    {
        Id = session.Id,
        Day = EventWords.Day(session.StartsAt),
        From = LocalTime.Time(session.StartsAt).ToString("HH:mm", CultureInfo.InvariantCulture),
        To = LocalTime.Time(session.EndsAt).ToString("HH:mm", CultureInfo.InvariantCulture),
    };

    private static string Pounds(long pence) => new Money(pence).ToString();
}
