using Trellis.Platform;
using Trellis.Standards.Values;
using Trellis.Support.Plans;

namespace Trellis.Support.Bids;

/// <summary>What a worker says of a bid.</summary>
internal sealed class BidForm
{
    private const int LongestFunder = 150;
    private const int LongestPurpose = 500;

    public string? Funder { get; set; }

    public string? Purpose { get; set; }

    public string? Asked { get; set; }

    public string? HelpedOn { get; set; }

    public string? SubmittedOn { get; set; }

    public string? Outcome { get; set; }

    public string? DecidedOn { get; set; }

    public string? Won { get; set; }

    /// <summary>What was understood of it.</summary>
    public sealed record Said(string Funder, string Purpose, long? Asked, DateOnly HelpedOn, DateOnly? SubmittedOn, BidOutcome Outcome, DateOnly? DecidedOn, long? Won);

    public static BidForm Of(Bid bid) => new()
    {
        Funder = bid.Funder,
        Purpose = bid.Purpose,
        Asked = Pounds(bid.AskedPence),
        HelpedOn = PlanWords.Day(bid.HelpedOn),
        SubmittedOn = bid.SubmittedOn is { } sent ? PlanWords.Day(sent) : null,
        Outcome = bid.Outcome.ToString(),
        DecidedOn = bid.DecidedOn is { } decided ? PlanWords.Day(decided) : null,
        Won = Pounds(bid.WonPence),
    };

    public Result<Said> Read(DateOnly today)
    {
        var wrong = new List<Problem>();
        var (funder, purpose) = (Typed.Line(Funder), Typed.Text(Purpose));
        Check(funder.Length is > 0 and <= LongestFunder, "Funder", $"Say who was asked for money, in at most {LongestFunder} letters.");
        Check(purpose.Length is > 0 and <= LongestPurpose, "Purpose", $"Say what the money is for, in at most {LongestPurpose} letters.");
        var known = Enum.TryParse<BidOutcome>(Outcome, out var outcome) && Enum.IsDefined(outcome) && outcome.ToString() == Outcome;
        Check(known, "Outcome", "Choose what became of it.");
        var asked = Amount(wrong, "Asked", Asked);
        var won = outcome == BidOutcome.Won ? Amount(wrong, "Won", Won) : null;
        var helped = Day(wrong, "HelpedOn", HelpedOn) ?? today;
        var submitted = outcome == BidOutcome.NotSubmitted ? null : Day(wrong, "SubmittedOn", SubmittedOn);
        var decided = outcome is BidOutcome.Won or BidOutcome.Lost ? Day(wrong, "DecidedOn", DecidedOn) : null;
        if (wrong.Count > 0)
        {
            return wrong.ToArray();
        }

        Check(outcome == BidOutcome.NotSubmitted || submitted is not null, "SubmittedOn", "Enter the day on which it was handed in, such as 27 3 2027.");
        Check(outcome is not (BidOutcome.Won or BidOutcome.Lost) || decided is not null, "DecidedOn", "Enter the day of the decision, such as 27 3 2027.");
        Check(outcome != BidOutcome.Won || won > 0, "Won", "Enter how much was won, such as £1,500.");
        Check(submitted is null || helped <= submitted, "SubmittedOn", "It was handed in before the help began. Put one of the two days right.");
        Check(decided is null || submitted is null || submitted <= decided, "DecidedOn", "It was decided before it was handed in. Put one of the two days right.");
        Check(helped <= today && !(submitted > today) && !(decided > today), "HelpedOn", "A day lies ahead. Enter what has happened already.");
        return wrong.Count > 0 ? wrong.ToArray() : new Said(funder, purpose, asked, helped, submitted, outcome, decided, won);

        void Check(bool isRight, string field, string what)
        {
            if (!isRight)
            {
                wrong.Add(new(field, what));
            }
        }
    }

    private static string? Pounds(long? pence) => pence is { } known ? new Money(known).ToString() : null;

    private static DateOnly? Day(List<Problem> wrong, string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var read = Standards.Values.Read.Date(typed);
        if (read.Value is null)
        {
            wrong.Add(new(field, "Enter a day, such as 27 3 2027."));
        }

        return read.Value;
    }

    private static long? Amount(List<Problem> wrong, string field, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var read = Standards.Values.Read.Pence(typed);
        if (read.Fault is not null || read.Value is < 0 or > 100_000_000_000)
        {
            wrong.Add(new(field, "Enter an amount in pounds, such as £1,500."));
            return null;
        }

        return read.Value;
    }
}
