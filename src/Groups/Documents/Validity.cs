namespace Trellis.Groups.Documents;

/// <summary>How it stands with a document's last day.</summary>
internal static class Validity
{
    public const int SoonDays = 30;

    public static bool IsOver(DateOnly? expires, DateOnly today) => expires < today;

    public static bool IsSoon(DateOnly? expires, DateOnly today) => expires >= today && expires <= today.AddDays(SoonDays);

    /// <summary>What whoever enters the date need not be told, since they see it.</summary>
    public static Warned Known(DateOnly? expires, DateOnly today) => expires <= today ? Warned.Over : IsSoon(expires, today) ? Warned.Soon : Warned.No;
}
