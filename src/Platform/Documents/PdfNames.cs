using System.IO.Compression;

namespace Trellis.Platform.Documents;

/// <summary>
/// Looks for the names by which a PDF runs, opens or holds something (ISO 32000-1, 12.6.4 and 7.11.4). It does not follow the file's own table of
/// objects, which a forged file makes say different things to different readers: it looks at every byte, and into every packed stream that may hold objects.
/// </summary>
internal static class PdfNames
{
    private const int MostUnpacked = 64_000_000;
    private const int MostStreams = 50_000;
    private const int Slack = 1_000_000;
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

    private static readonly byte[][] UnwantedNames = [.. Unwanted.Select(one => one.Name)];
    private static readonly byte[][] Objects = [[.. "ObjStm"u8]];
    private static readonly byte[][] Flate = [[.. "FlateDecode"u8], [.. "Fl"u8]];

    /// <summary>Ways to pack objects that no program uses for them, except to hide them.</summary>
    private static readonly byte[][] Odd = [[.. "ASCIIHexDecode"u8], [.. "AHx"u8], [.. "ASCII85Decode"u8], [.. "A85"u8], [.. "LZWDecode"u8], [.. "LZW"u8], [.. "RunLengthDecode"u8], [.. "RL"u8], [.. "Crypt"u8], [.. "Predictor"u8]];

    /// <summary>Why the file is not taken; null where nothing is found.</summary>
    public static string? Trouble(byte[] file)
    {
        if (Unwished(file) is { } why)
        {
            return why;
        }

        var piece = new byte[Carried + Piece];
        var (number, begins, looked, room) = (0, 0, 0L, (long)MostUnpacked);
        for (int from = 0, at; (at = Next(file, from)) >= 0; from = at)
        {
            // Where its object begins: in what has passed since the stream before, or further back where that was none but only its word.
            begins = file.AsSpan(from..at).LastIndexOf(" obj"u8) is >= 0 and var step ? from + step : begins;
            looked += at - begins;
            if (++number > MostStreams || looked > Slack + (2L * file.Length))
            {
                return FileRefusals.PdfHides; // words without objects, so many that looking behind each would take for ever
            }

            if (InStream(file, begins, at, piece, ref room) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <param name="begins">Where the object of the stream begins, and with it what it says of itself.</param>
    private static string? InStream(byte[] file, int begins, int stream, byte[] piece, ref long room)
    {
        var said = file.AsSpan(begins..stream);
        if (Find(said, Objects) < 0)
        {
            return IsZlib(file, stream) ? Unpack(file, stream, piece, isKnown: false, ref room) : null; // some readers take objects out of streams that do not say that they hold any
        }

        if (Find(said, Odd) >= 0)
        {
            return FileRefusals.PdfHides;
        }

        // What is not packed at all has been looked at with the rest of the file.
        return Find(said, Flate) < 0 ? null : IsZlib(file, stream) ? Unpack(file, stream, piece, isKnown: true, ref room) : FileRefusals.Damaged;
    }

    private static ReadOnlySpan<byte> Blanks => " \t\f\0"u8;

    /// <summary>Where the bytes of the next stream begin; -1 after the last.</summary>
    private static int Next(ReadOnlySpan<byte> file, int from)
    {
        while (file[from..].IndexOf("stream"u8) is >= 0 and var step)
        {
            var (word, after) = (from + step, from + step + "stream".Length);
            var isEnd = word >= 3 && file[(word - 3)..word].SequenceEqual("end"u8);
            after += file[after..].IndexOfAnyExcept(Blanks) is >= 0 and var blanks ? blanks : 0; // not by the standard, but readers forgive it
            var line = file[after..] switch { [(byte)'\r', (byte)'\n', ..] => 2, [(byte)'\n', ..] or [(byte)'\r', ..] => 1, _ => 0 };
            if (!isEnd && line > 0)
            {
                return after + line;
            }

            from = after;
        }

        return -1;
    }

    private static bool IsZlib(ReadOnlySpan<byte> file, int stream) => file[stream..] is [var first, var second, ..] && (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;

    /// <param name="isKnown">Whether it holds objects for sure; else it is only read where it begins as such a stream does, with a number.</param>
    private static string? Unpack(byte[] file, int stream, byte[] piece, bool isKnown, ref long room)
    {
        using var unpacked = new ZLibStream(new MemoryStream(file, stream, file.Length - stream, writable: false), CompressionMode.Decompress);
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

    private static string? Unwished(ReadOnlySpan<byte> bytes) => Find(bytes, UnwantedNames) is >= 0 and var number ? Unwanted[number].Why : null;

    /// <summary>Which of these is the first name that stands here; -1 where none does.</summary>
    private static int Find(ReadOnlySpan<byte> bytes, byte[][] names)
    {
        Span<byte> name = stackalloc byte[LongestName];
        for (int slash; (slash = bytes.IndexOf((byte)'/')) >= 0;)
        {
            bytes = bytes[(slash + 1)..];
            var length = Read(bytes, name);
            for (var number = 0; number < names.Length; number++)
            {
                if (name[..length].SequenceEqual(names[number]))
                {
                    return number;
                }
            }
        }

        return -1;
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
