using System.Buffers.Binary;
using System.Text;

namespace Trellis.Platform.Documents;

/// <summary>Whether a PDF is whole, nothing else beside, and holds nothing that runs, opens or hides something.</summary>
internal static class LookIntoPdf
{
    private const int Head = 1_024;
    private const int Tail = 2_048;

    public static Result<DocumentKind> Of(byte[] file)
    {
        if (file.AsSpan(Math.Max(0, file.Length - Tail)).IndexOf("%%EOF"u8) < 0)
        {
            return FileRefusals.As(FileRefusals.Damaged);
        }

        if (IsZipToo(file) || LookIntoText.HasCode(Encoding.Latin1.GetString(file, 0, Math.Min(Head, file.Length))))
        {
            return FileRefusals.As(FileRefusals.TwoInOne);
        }

        return PdfNames.Trouble(file) is { } why ? FileRefusals.As(why) : DocumentKind.Pdf;
    }

    /// <summary>Programs that unpack find their way from the end: the last record, with a comment that reaches exactly to the end of the file.</summary>
    private static bool IsZipToo(ReadOnlySpan<byte> file)
    {
        const int record = 22;
        for (var at = file.Length - record; at >= Math.Max(0, file.Length - record - ushort.MaxValue); at--)
        {
            if (file[at..].StartsWith("PK\u0005\u0006"u8) && at + record + BinaryPrimitives.ReadUInt16LittleEndian(file[(at + 20)..]) == file.Length)
            {
                return true;
            }
        }

        return false;
    }
}
