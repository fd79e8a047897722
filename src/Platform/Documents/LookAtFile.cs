using System.Security.Cryptography;

namespace Trellis.Platform.Documents;

/// <summary>A file that may be kept.</summary>
public sealed record GoodFile(string Name, DocumentKind Kind, byte[] Content)
{
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Content));
}

/// <summary>Looks whether a file that arrived is one of those that are taken, and makes pictures anew. One after the other, since it takes memory.</summary>
public sealed class LookAtFile : IDisposable
{
    private readonly SemaphoreSlim turns = new(1, 1);

    public async Task<Result<GoodFile>> Handle(ArrivedFile? arrived, CancellationToken stop)
    {
        if (arrived is null)
        {
            return FileRefusals.As(FileRefusals.None);
        }

        if (arrived.Trouble is { } trouble)
        {
            return FileRefusals.As(trouble);
        }

        if (FileNames.IsOfProgramme(arrived.Name))
        {
            return FileRefusals.As(FileRefusals.Programme);
        }

        await turns.WaitAsync(stop);
        try
        {
            return arrived.Content.Length > DocumentLimits.File ? FileRefusals.As(FileRefusals.TooLarge) : Look(arrived.Name, await Read(arrived.Content, stop));
        }
        finally
        {
            turns.Release();
        }
    }

    public void Dispose() => turns.Dispose();

    private static Result<GoodFile> Look(string name, byte[] content)
    {
        var kind = Recognise.Of(content);
        if (!kind.Succeeded)
        {
            return kind.Problems[0];
        }

        var clean = kind.Value.IsPicture() ? CleanPicture.Of(content, kind.Value) : content;
        return clean.Succeeded ? new GoodFile(FileNames.Tidy(name, kind.Value), kind.Value, clean.Value) : clean.Problems[0];
    }

    private static async Task<byte[]> Read(Stream from, CancellationToken stop)
    {
        var content = new byte[from.Length];
        await from.ReadExactlyAsync(content, stop);
        return content;
    }
}
