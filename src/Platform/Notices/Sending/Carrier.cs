using MimeKit;

namespace Trellis.Platform.Notices;

/// <summary>What became of one letter.</summary>
internal enum Fate
{
    Accepted,

    /// <summary>It was handed over, and no answer came whether it was taken.</summary>
    Unsure,

    /// <summary>Not now; the same letter may be taken later.</summary>
    NotNow,

    /// <summary>Not this letter, whenever it comes.</summary>
    Refused,

    /// <summary>There is no such mailbox.</summary>
    NoSuchAddress,
}

internal sealed record Delivery(Fate Fate, string Why)
{
    public static readonly Delivery Accepted = new(Fate.Accepted, "");
}

/// <summary>Takes letters to where they go: a mail server or a folder.</summary>
internal interface ICarrier : IAsyncDisposable
{
    /// <exception cref="MailServerAwayException">No letter can be carried now, and this one certainly has not been.</exception>
    Task<Delivery> Carry(MimeMessage mail, CancellationToken stop);
}

/// <summary>No letter can leave now, through no fault of the letter's.</summary>
public sealed class MailServerAwayException(string message) : Exception(message);
