using System.IO.Compression;

namespace Trellis.Platform.Documents;

/// <summary>
/// Looks for the names by which a PDF runs, opens or holds something (ISO 32000-1, 12.6.4 and 7.11.4). It does not follow the file's own table of
/// objects, which a forged file makes say different things to different readers: it looks at every byte, and into every packed stream that may hold objects.
/// </summary>
internal static class PdfNames
{
    private const int MostUnpacked = 64_000_000;
    private const int Piece = 1 << 16;
    private const int LongestName = 16;
    private const int Carried = 64; // the longest name, each letter of it escaped

    private static readonly (byte[] Name, string Why)[] Unwanted =
    [
        ([.. "Encrypt"u8], FileRefusals.Locked),
        ([.. "JavaScript"u8], FileRefusals.PdfProgramme),
        ([.. "Launch"u8], FileRefusals.PdfProgramme),
        ([.. "XFA"u8], FileRefusals.PdfProgramme),
        ([.. "EmbeddedFile"u8], FileRefusals.PdfHolds),
        ([.. "EmbeddedFiles"u8], FileRefusals.PdfHolds),
        ([.. "RichMedia"u8], FileRefusals.PdfHolds),
    ];

    /// <summary>Ways to pack objects that no program uses for them, except to hide them.</summary>
    private static readonly byte[][] Odd = [[.. "ASCIIHexDecode"u8], [.. "AHx"u8], [.. "ASCII85Decode"u8], [.. "A85"u8], [.. "LZWDecode"u8], [.. "LZW"u8], [.. "RunLengthDecode"u8], [.. "RL"u8], [.. "Crypt"u8], [.. "Predictor"u8]];

    /// <summary>Why the file is not taken; null where nothing is found.</summary>
    public static string? Trouble(byte[] file)
    {
        if (Unwished(file) is { } why)
        {
            return why;
        }

        long room = MostUnpacked;
        for (var at = Next(file, 0); at >= 0; at = Next(file, at))
        {
            if ((HoldsObjects(file, at) ? Packed(file, at, ref room) : MayHoldObjects(file, at, ref room)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Where the bytes of the next stream begin; -1 after the last.</summary>
    private static int Next(ReadOnlySpan<byte> file, int from)
    {
        while (file[from..].IndexOf("stream"u8) is >= 0 and var step)
        {
            var (word, after) = (from + step, from + step + "stream".Length);
            var isEnd = word >= 3 && file[(word - 3)..word].SequenceEqual("end"u8);
            after += file[after..] switch { [(byte)'\r', (byte)'\n', ..] => 2, [(byte)'\n', ..] or [(byte)'\r', ..] => 1, _ => 0 };
            if (!isEnd && after > word + "stream".Length)
            {
                return after;
            }

            from = after;
        }

        return -1;
    }

    /// <summary>Whether what stands before a stream says that it holds objects.</summary>
    private static bool HoldsObjects(ReadOnlySpan<byte> file, int stream) => Has(Before(file, stream), "ObjStm"u8);

    private static string? Packed(byte[] file, int stream, ref long room)
    {
        var said = Before(file, stream);
        foreach (var odd in Odd)
        {
            if (Has(said, odd))
            {
                return FileRefusals.PdfHides;
            }
        }

        // What is not packed at all has been looked at with the rest of the file.
        return !Has(said, "FlateDecode"u8) && !Has(said, "Fl"u8) ? null : IsZlib(file, stream) ? Unpack(file, stream, isKnown: true, ref room) : FileRefusals.Damaged;
    }

    /// <summary>Some readers take objects out of streams that do not say that they hold any.</summary>
    private static string? MayHoldObjects(byte[] file, int stream, ref long room) => IsZlib(file, stream) ? Unpack(file, stream, isKnown: false, ref room) : null;

    private static bool IsZlib(ReadOnlySpan<byte> file, int stream) => file[stream..] is [var first, var second, ..] && (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;

    /// <param name="isKnown">Whether it holds objects for sure; else it is only read where it begins as such a stream does, with a number.</param>
    private static string? Unpack(byte[] file, int stream, bool isKnown, ref long room)
    {
        using var unpacked = new ZLibStream(new MemoryStream(file, stream, file.Length - stream, writable: false), CompressionMode.Decompress);
        var piece = new byte[Carried + Piece];
        var (kept, next) = (0, Carried);
        try
        {
            int read;
            while ((read = unpacked.Read(piece, kept, next)) > 0)
            {
                var seen = piece.AsSpan(0, kept + read);
                if (kept == 0 && !isKnown && !BeginsWithNumber(seen))
                {
                    return null;
                }

                room -= read;
                if ((room < 0 ? FileRefusals.Bomb : Unwished(seen)) is { } why)
                {
                    return why;
                }

                var end = seen[Math.Max(0, seen.Length - Carried)..]; // a name may have begun there
                end.CopyTo(piece);
                (kept, next) = (end.Length, Piece);
            }

            return null;
        }
        catch (InvalidDataException)
        {
            return isKnown ? FileRefusals.Damaged : null;
        }
    }

    private static bool BeginsWithNumber(ReadOnlySpan<byte> unpacked) => unpacked.TrimStart("\0\t\n\f\r "u8) is [>= (byte)'0' and <= (byte)'9' or (byte)'%' or (byte)'+', ..] or [];

    /// <summary>The dictionary before a stream: back to where its object begins.</summary>
    private static ReadOnlySpan<byte> Before(ReadOnlySpan<byte> file, int stream)
    {
        var before = file[..stream];
        var start = before.LastIndexOf(" obj"u8);
        return before[Math.Max(0, start)..];
    }

    private static string? Unwished(ReadOnlySpan<byte> bytes)
    {
        Span<byte> name = stackalloc byte[LongestName];
        for (int slash; (slash = bytes.IndexOf((byte)'/')) >= 0;)
        {
            bytes = bytes[(slash + 1)..];
            var length = Read(bytes, name);
            foreach (var (unwanted, why) in Unwanted)
            {
                if (name[..length].SequenceEqual(unwanted))
                {
                    return why;
                }
            }
        }

        return null;
    }

    private static bool Has(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> wanted)
    {
        Span<byte> name = stackalloc byte[LongestName];
        for (int slash; (slash = bytes.IndexOf((byte)'/')) >= 0;)
        {
            bytes = bytes[(slash + 1)..];
            if (name[..Read(bytes, name)].SequenceEqual(wanted))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The name that begins here, without its escapes (#4A is a J); its length, or 0 where it is longer than any that is looked for.</summary>
    private static int Read(ReadOnlySpan<byte> bytes, Span<byte> name)
    {
        var length = 0;
        for (var at = 0; at < bytes.Length && !IsEnd(bytes[at]); at++)
        {
            if (length == name.Length)
            {
                return 0;
            }

            var isEscape = bytes[at] == '#' && at + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[at + 1]) && char.IsAsciiHexDigit((char)bytes[at + 2]);
            name[length++] = isEscape ? (byte)((Hex(bytes[at + 1]) << 4) | Hex(bytes[at + 2])) : bytes[at];
            at += isEscape ? 2 : 0;
        }

        return length;
    }

    private static bool IsEnd(byte one) => one <= ' ' || "/<>[](){}%"u8.Contains(one);

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
