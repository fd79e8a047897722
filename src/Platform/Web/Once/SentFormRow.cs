using Microsoft.EntityFrameworkCore;

namespace Trellis.Platform.Web.Once;

/// <summary>The row of a form that did something. It is written with what the form did, in one transaction, so that no other node and no later try can do it again.</summary>
internal sealed class SentFormRow
{
    public required string Hash { get; init; }

    /// <summary>Which of the requests that brought the form was the first.</summary>
    public required Guid Request { get; init; }

    public required DateTimeOffset SentAt { get; init; }
}

internal static class SentFormTable
{
    public static void Build(ModelBuilder model) => model.Entity<SentFormRow>(form =>
    {
        form.ToTable("platform_sent_form");
        form.HasKey(one => one.Hash);
    });
}
