namespace Trellis.Platform.Access;

/// <summary>Six digits sent to a mail address; whoever types them in the browser that asked reads that mailbox.</summary>
public sealed class SignInCode
{
    public const int MostTries = 5;

    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    public required Guid Id { get; init; }

    public required string Email { get; init; }

    public required string CodeHash { get; init; }

    public required string BrowserHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public int Tries { get; set; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Six digits can be guessed from their bare hash; not together with the browser's secret.</summary>
    public static string Hash(string code, string browser) => Secret.Hash(code + ":" + browser);
}
