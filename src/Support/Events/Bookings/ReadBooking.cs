using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Access;

namespace Trellis.Support.Events.Bookings;

/// <summary>What the form of booking asks, as it was typed.</summary>
internal sealed class BookingAnswers
{
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Group { get; set; }

    /// <summary>The size of the group, where the price depends on it.</summary>
    public string? Size { get; set; }

    /// <summary>One for each question of the event.</summary>
    public List<string?> Answers { get; set; } = [];

    /// <summary>People do not see this field; programs that fill in every form do.</summary>
    public string? Website { get; set; }
}

/// <summary>Who wants to come, fit to be kept.</summary>
internal sealed record ReadBooking(string Name, string Email, string? Group, SizeBand? SizeBand, long PricePence, string? Answers)
{
    private const int LongestGroup = 200;
    private const int LongestAnswer = 300;

    public static Result<ReadBooking> From(BookingAnswers typed, Event of, IReadOnlyCollection<EventPrice> prices)
    {
        var problems = new List<Problem>();
        var (name, email) = (PersonName.Tidy(typed.Name), EmailAddress.Tidy(typed.Email));
        if (name is null)
        {
            problems.Add(new("Name", "Enter your name, in at most 100 letters. It stands on the list at the door."));
        }

        if (email is null)
        {
            problems.Add(new("Email", "Enter an email address such as ann@example.org. Your place is confirmed there."));
        }

        var group = ShortText.Read("Group", "The name of the group", typed.Group, LongestGroup, problems);
        SizeBand? size = Enum.TryParse<SizeBand>(typed.Size, out var chosen) && Enum.IsDefined(chosen) ? chosen : null;
        if (size is null && prices.Count > 0)
        {
            problems.Add(new("Size", "Choose how large your group is: the price depends on it."));
        }

        var answers = of.Asked.Select((question, at) => (question, Answer: ShortText.Read($"Answers[{at}]", "The answer", typed.Answers.ElementAtOrDefault(at), LongestAnswer, problems))).ToList();
        if (problems.Count > 0)
        {
            return problems.ToArray();
        }

        var price = prices.FirstOrDefault(one => one.SizeBand == size)?.Pence ?? of.PricePence;
        var given = string.Join('\n', answers.Where(one => one.Answer is not null).Select(one => $"{one.question} {one.Answer}"));
        return new ReadBooking(name!, email!, group, prices.Count > 0 ? size : null, price, given.Length == 0 ? null : given);
    }
}
