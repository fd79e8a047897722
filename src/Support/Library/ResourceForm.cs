using Trellis.Platform;
using Trellis.Support.Plans;
using Trellis.Support.Topics;

namespace Trellis.Support.Library;

/// <summary>What a worker says of a resource.</summary>
internal sealed class ResourceForm
{
    private const int LongestTitle = 150;
    private const int LongestSummary = 1_000;

    public string? Kind { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Url { get; set; }

    public string? Topic { get; set; }

    public string? Criterion { get; set; }

    public string? Stage { get; set; }

    public string? ReviewOn { get; set; }

    /// <summary>Has no value of its own: problems with the file are said of it.</summary>
    public string? File { get; set; }

    /// <summary>What was understood of it.</summary>
    public sealed record Said(ResourceKind Kind, string Title, string Summary, string? Url, Guid TopicId, string? Criterion, Stage Stage, DateOnly ReviewOn);

    public static ResourceForm Of(Resource resource) => new()
    {
        Kind = resource.Kind.ToString(),
        Title = resource.Title,
        Summary = resource.Summary,
        Url = resource.Url,
        Topic = resource.TopicId.ToString(),
        Criterion = resource.Criterion,
        Stage = resource.Stage.ToString(),
        ReviewOn = PlanWords.Day(resource.ReviewOn),
    };

    /// <param name="hasFile">Whether a file is there or comes with the form.</param>
    /// <param name="already">The topic that the resource has, which it may keep though it is not offered any more.</param>
    public Result<Said> Read(IReadOnlyList<Topic> topics, bool hasFile, Guid? already = null)
    {
        var wrong = new List<Problem>();
        var (title, summary, url) = (Typed.Line(Title), Typed.Text(Summary), Typed.Line(Url));
        var kind = Named<ResourceKind>(wrong, "Kind", Kind, "Choose what it is.");
        var stage = Named<Stage>(wrong, "Stage", Stage, "Choose whom it is for.");
        Check(title.Length is > 0 and <= LongestTitle, "Title", $"Give it a title of at most {LongestTitle} letters.");
        Check(summary.Length is > 0 and <= LongestSummary, "Summary", $"Say in a sentence or two what it is and whom it helps, in at most {LongestSummary:N0} letters.");
        Check(url.Length == 0 || IsAddress(url), "Url", "Enter the whole address, as in https://www.example.org/guide.");
        Check(url.Length > 0 || hasFile, "Url", "Enter where it is, or choose a file.");
        Check(Guid.TryParse(Topic, out var topic) && (topic == already || topics.Any(one => one.Id == topic)), "Topic", "Choose what it is about.");
        var review = Standards.Values.Read.Date(ReviewOn ?? "").Value;
        Check(review is not null, "ReviewOn", "Enter the day on which somebody is to read it again, such as 27 3 2027.");
        var criterion = Typed.Line(Criterion);
        Check(criterion.Length <= 40, "Criterion", "Enter the short name of the item, as in money-3, or leave it empty.");
        return wrong.Count > 0 ? wrong.ToArray() : new Said(kind, title, summary, url.Length > 0 ? url : null, topic, criterion.Length > 0 ? criterion : null, stage, review!.Value);

        void Check(bool isRight, string field, string what)
        {
            if (!isRight)
            {
                wrong.Add(new(field, what));
            }
        }
    }

    private static bool IsAddress(string url) => url.Length <= 500 && Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "https" or "http") && address.UserInfo.Length == 0 && address.Host.Contains('.', StringComparison.Ordinal);

    private static T Named<T>(List<Problem> wrong, string field, string? name, string missing)
        where T : struct, Enum
    {
        if (Enum.TryParse<T>(name, out var value) && value.ToString() == name)
        {
            return value;
        }

        wrong.Add(new(field, missing));
        return default;
    }
}
