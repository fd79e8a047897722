namespace Trellis.Support.Enquiries;

/// <summary>An enquiry as it is typed, by whoever asks or by the worker who hears it.</summary>
internal sealed class EnquiryForm
{
    public Guid Ticket { get; set; }

    public string? Who { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    public string? Channel { get; set; }

    public string? Topic { get; set; }

    public string? Text { get; set; }

    public string? DueOn { get; set; }

    /// <summary>The last part of the group's address; empty for a person without a group.</summary>
    public string? Group { get; set; }

    /// <summary>People do not see this field; programs that fill in every form do.</summary>
    public string? Website { get; set; }
}
