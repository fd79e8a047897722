using Microsoft.Extensions.Configuration;

namespace Trellis.Platform.Documents;

/// <summary>How much may be kept.</summary>
public sealed class DocumentLimits(IConfiguration configuration)
{
    /// <summary>Bytes of one file.</summary>
    public const int File = 10_000_000;

    /// <summary>Files of one group.</summary>
    public const int Number = 30;

    /// <summary>Bytes of one group.</summary>
    public const long Group = 100_000_000;

    /// <summary>Bytes that are read of a request, the rest of which is too large to be taken, so that its sender gets an answer. Nothing of it is kept.</summary>
    internal const long Body = 64_000_000;

    /// <summary>Pixels of a picture: more than any telephone makes by default, and 200 MB at most while it is looked at.</summary>
    internal const long Pixels = 50_000_000;

    /// <summary>Bytes of a whole place.</summary>
    public long Place { get; } = (long.TryParse(configuration["Documents:PlaceMegabytes"], out var said) && said > 0 ? said : 2_000) * 1_000_000;
}
