using System.Text;

namespace Trellis.Standards.Tables;

/// <summary>Reads bytes that are no UTF-8 as Windows-1252, so that an old export, or a file of two halves, comes in with its accents.</summary>
internal sealed class Windows1252Fallback : DecoderFallback
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>How many bytes were read so.</summary>
    public long Bytes { get; private set; }

    /// <summary>The sentence for the report.</summary>
    public string Note => $"{(Bytes == 1 ? "1 byte is" : $"{Bytes:N0} bytes are")} not UTF-8 and {(Bytes == 1 ? "was" : "were")} read as Windows-1252.";

    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(Windows1252Fallback fallback) : DecoderFallbackBuffer
    {
        private string text = "";
        private int next;

        public override int Remaining => text.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            fallback.Bytes += bytesUnknown.Length;
            text = Windows1252.GetString(bytesUnknown);
            next = 0;
            return text.Length > 0;
        }

        public override char GetNextChar() => next < text.Length ? text[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0)
            {
                return false;
            }

            next--;
            return true;
        }

        public override void Reset() => (text, next) = ("", 0);
    }
}
