namespace Trellis.Support.Coming;

/// <summary>A row of a file of contacts as it was understood.</summary>
internal sealed class ContactRow(FileRow row) : ComingRow(row)
{
    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    /// <summary>The day on which they ceased to be a contact; null while they are one.</summary>
    public DateOnly? LeftOn { get; set; }

    /// <summary>How and when they are reached best.</summary>
    public string? Reach { get; set; }

    /// <summary>Of its groups, those that have no such contact yet, by id.</summary>
    public IReadOnlyList<Guid> New { get; set; } = [];

    public override int Makes => New.Count;
}
