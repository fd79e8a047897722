using System.Buffers.Binary;
using System.IO.Compression;

namespace Trellis.Platform.Documents;

/// <summary>Looks through a packed document, every part of it, before it is taken for one.</summary>
internal static class LookIntoZip
{
    private const int MostParts = 2_000;
    private const long MostInside = 100_000_000;
    private const int MostTimes = 100;
    private const long SmallEnough = 5_000_000;
    private const int LastRecord = 22;

    public static Result<DocumentKind> Of(byte[] file, bool isInside = false)
    {
        try
        {
            if (!IsOnlyZip(file))
            {
                return FileRefusals.As(FileRefusals.TwoInOne);
            }

            using var zip = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return Outside(zip) is { } why ? FileRefusals.As(why) : Inside(zip, file.Length, isInside);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException or System.Xml.XmlException or NotSupportedException or ArgumentException or IOException or OverflowException)
        {
            return FileRefusals.As(FileRefusals.Damaged);
        }
    }

    /// <summary>Nothing stands before the parts, between them and their list, or behind it.</summary>
    private static bool IsOnlyZip(ReadOnlySpan<byte> file)
    {
        var end = file.Length - LastRecord;
        return end >= 0 && file[end..].StartsWith("PK\u0005\u0006"u8) && BinaryPrimitives.ReadUInt16LittleEndian(file[(end + 20)..]) == 0
            && BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 12)..]) + (ulong)BinaryPrimitives.ReadUInt32LittleEndian(file[(end + 16)..]) == (ulong)end;
    }

    /// <summary>What the list of parts says already.</summary>
    private static string? Outside(ZipArchive zip)
    {
        if (zip.Entries.Count > MostParts)
        {
            return FileRefusals.Bomb;
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in zip.Entries)
        {
            var name = part.FullName;
            if (part.IsEncrypted)
            {
                return FileRefusals.Locked;
            }

            if (name.Length is 0 or > 400 || name.Contains('\\') || name.StartsWith('/') || name.Contains(':') || name.Any(char.IsControl) || name.Split('/').Contains("..") || !names.Add(name))
            {
                return FileRefusals.Holds;
            }
        }

        return zip.Entries.Sum(part => part.Length) > MostInside ? FileRefusals.Bomb : null;
    }

    private static Result<DocumentKind> Inside(ZipArchive zip, int packed, bool isInside)
    {
        var (left, office) = (MostInside, new OfficeParts());
        foreach (var part in zip.Entries.Where(part => !part.FullName.EndsWith('/')))
        {
            if (Unpack(part, left) is not { } content)
            {
                return FileRefusals.As(FileRefusals.Bomb);
            }

            left -= content.Length;
            if (MostInside - left > SmallEnough && MostInside - left > (long)packed * MostTimes)
            {
                return FileRefusals.As(FileRefusals.Bomb);
            }

            if (office.Look(part.FullName, content, isInside) is { } why)
            {
                return FileRefusals.As(why);
            }
        }

        return office.Kind is { } kind && IsFirst(zip, office) ? kind : FileRefusals.As(office.WhyNot);
    }

    /// <summary>An OpenDocument file says in its first part what it is.</summary>
    private static bool IsFirst(ZipArchive zip, OfficeParts office) => !office.IsOpenDocument || zip.Entries[0].FullName == OfficeParts.MimeType;

    /// <summary>Null where it is larger than may be, whatever the list says of its size. A wrong sum means that it is damaged.</summary>
    private static byte[]? Unpack(ZipArchiveEntry part, long most)
    {
        using var from = part.Open();
        using var into = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = from.Read(buffer)) > 0)
        {
            if (into.Length + read > most)
            {
                return null;
            }

            into.Write(buffer, 0, read);
        }

        var content = into.ToArray();
        return content.Length == part.Length && Crc32.Of(content) == part.Crc32 ? content : throw new InvalidDataException(part.FullName);
    }
}
