namespace Trellis.Platform.Documents;

/// <summary>Finds out what a file is from its content alone: never from its name or what its sender says of it.</summary>
internal static class Recognise
{
    private static readonly (byte[] Begins, string Why)[] Strangers =
    [
        ([0xD0, 0xCF, 0x11, 0xE0], FileRefusals.OldOffice),
        ([0x7F, .. "ELF"u8], FileRefusals.Programme),
        ([0xCA, 0xFE, 0xBA, 0xBE], FileRefusals.Programme),
        ([0xFE, 0xED, 0xFA, 0xCE], FileRefusals.Programme),
        ([0xFE, 0xED, 0xFA, 0xCF], FileRefusals.Programme),
        ([0xCE, 0xFA, 0xED, 0xFE], FileRefusals.Programme),
        ([0xCF, 0xFA, 0xED, 0xFE], FileRefusals.Programme),
        ([0, .. "asm"u8], FileRefusals.Programme),
        ([0x4C, 0, 0, 0, 1, 0x14, 2, 0], FileRefusals.Programme), // a Windows shortcut
        ([.. "dex\n"u8], FileRefusals.Programme),
        ([.. "!<arch>"u8], FileRefusals.Programme),
        ([0x1F, 0x8B], FileRefusals.Packed),
        ([.. "7z"u8, 0xBC, 0xAF], FileRefusals.Packed),
        ([.. "Rar!"u8], FileRefusals.Packed),
        ([.. "BZh"u8], FileRefusals.Packed),
        ([0xFD, .. "7zXZ"u8], FileRefusals.Packed),
        ([0x28, 0xB5, 0x2F, 0xFD], FileRefusals.Packed),
        ([.. "MSCF"u8], FileRefusals.Packed),
        ([.. "PK"u8], FileRefusals.Packed),
        ([.. "GIF8"u8], FileRefusals.OtherPicture),
        ([.. "II*"u8, 0], FileRefusals.OtherPicture),
        ([.. "MM"u8, 0, .. "*"u8], FileRefusals.OtherPicture),
        ([.. "BM"u8], FileRefusals.OtherPicture),
        ([.. "MZ"u8], FileRefusals.Programme),
    ];

    public static Result<DocumentKind> Of(byte[] file) => file switch
    {
        [] => FileRefusals.As(FileRefusals.Empty),
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => LookIntoPdf.Of(file),
        [0xFF, 0xD8, 0xFF, ..] => DocumentKind.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, ..] => DocumentKind.Png,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => DocumentKind.Webp,
        [(byte)'P', (byte)'K', 3, 4, ..] => LookIntoZip.Of(file),
        _ => LookIntoText.Of(file) ?? FileRefusals.As(WhyNot(file)),
    };

    /// <summary>Of what is no text: the best sentence that its first bytes allow.</summary>
    private static string WhyNot(byte[] file) => file switch
    {
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'h', (byte)'e', ..] or [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', (byte)'m', (byte)'i', (byte)'f', ..] => FileRefusals.Heic,
        _ => Strangers.FirstOrDefault(one => file.AsSpan().StartsWith(one.Begins)).Why ?? FileRefusals.NotKnown,
    };
}
