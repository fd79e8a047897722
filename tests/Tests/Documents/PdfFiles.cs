using System.IO.Compression;
using System.Text;

namespace Trellis.Tests.Documents;

/// <summary>PDFs made by hand, each with one object more than it needs.</summary>
internal static class PdfFiles
{
    /// <param name="value">What object 3 is, as it stands in the file.</param>
    /// <param name="trailer">What the trailer says beside.</param>
    public static byte[] With(string value, string trailer = "") => Whole(Encoding.Latin1.GetBytes(value), trailer);

    /// <summary>With the object in a packed stream, as newer programs do.</summary>
    public static byte[] Packed(string value, string type = "/Type/ObjStm", string filter = "/FlateDecode", string afterWord = "\r\n")
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(Encoding.Latin1.GetBytes($"9 0 {value}"));
        }

        return Whole([.. Encoding.Latin1.GetBytes($"<<{type}/N 1/First 4/Filter{filter}/Length {packed.Length}>>\nstream{afterWord}"), .. packed.ToArray(), .. "\nendstream"u8], "");
    }

    private static byte[] Whole(byte[] value, string trailer) =>
    [
        .. "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n3 0 obj\n"u8,
        .. value,
        .. Encoding.Latin1.GetBytes($"\nendobj\ntrailer\n<</Size 4/Root 1 0 R{trailer}>>\nstartxref\n0\n%%EOF\n"),
    ];
}
