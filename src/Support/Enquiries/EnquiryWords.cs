namespace Trellis.Support.Enquiries;

/// <summary>How enquiries are spoken of.</summary>
internal static class EnquiryWords
{
    public static string Of(Channel channel) => channel switch
    {
        Channel.Phone => "By phone",
        Channel.Email => "By email",
        Channel.InPerson => "In person",
        Channel.Event => "At an event",
        _ => "On this site",
    };

    public static string Of(EnquiryState state) => state switch
    {
        EnquiryState.New => "New",
        EnquiryState.Open => "Open",
        EnquiryState.Waiting => "Waiting for them",
        EnquiryState.Answered => "Answered",
        _ => "Closed",
    };

    public static string Of(Satisfaction satisfaction) => satisfaction switch
    {
        Satisfaction.Helped => "It helped",
        Satisfaction.HelpedInPart => "It helped in part",
        _ => "It did not help",
    };
}
