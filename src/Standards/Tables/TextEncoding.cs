using System.Text;

namespace Trellis.Standards.Tables;

/// <summary>Tells how the characters of a text are written.</summary>
internal static class TextEncoding
{
    /// <summary>UTF-16 where the file says so with a byte order mark, otherwise UTF-8 with what is not UTF-8 read as Windows-1252.</summary>
    public static Encoding Of(ReadOnlySpan<byte> head, Windows1252Fallback fallback) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, fallback),
    };
}
