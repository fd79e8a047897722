namespace Trellis.Platform.Documents;

/// <summary>What a stored file is, as its content says.</summary>
public enum DocumentKind
{
    Pdf,
    Jpeg,
    Png,
    Webp,
    Docx,
    Xlsx,
    Odt,
    Ods,
    Text,
    Csv,
}

public static class DocumentKinds
{
    /// <summary>All of them, for people who choose a file.</summary>
    public const string InWords = "PDF, Word (.docx), Excel (.xlsx), OpenDocument (.odt, .ods), plain text or CSV, or a picture (JPEG, PNG, WebP)";

    /// <summary>What a file dialogue offers first; what is sent is looked at all the same.</summary>
    public const string Accepted = ".pdf,.docx,.xlsx,.odt,.ods,.txt,.csv,.jpg,.jpeg,.png,.webp";

    public static bool IsPicture(this DocumentKind kind) => kind is DocumentKind.Jpeg or DocumentKind.Png or DocumentKind.Webp;

    public static string Ending(this DocumentKind kind) => kind switch
    {
        DocumentKind.Jpeg => ".jpg",
        DocumentKind.Text => ".txt",
        _ => "." + kind.ToString().ToLowerInvariant(),
    };

    public static string MediaType(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "application/pdf",
        DocumentKind.Jpeg => "image/jpeg",
        DocumentKind.Png => "image/png",
        DocumentKind.Webp => "image/webp",
        DocumentKind.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        DocumentKind.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        DocumentKind.Odt => "application/vnd.oasis.opendocument.text",
        DocumentKind.Ods => "application/vnd.oasis.opendocument.spreadsheet",
        DocumentKind.Csv => "text/csv",
        _ => "text/plain",
    };

    public static string Words(this DocumentKind kind) => kind switch
    {
        DocumentKind.Pdf => "PDF",
        DocumentKind.Jpeg or DocumentKind.Png or DocumentKind.Webp => "Picture",
        DocumentKind.Docx => "Word document",
        DocumentKind.Xlsx => "Excel workbook",
        DocumentKind.Odt => "OpenDocument text",
        DocumentKind.Ods => "OpenDocument table",
        DocumentKind.Csv => "Table (CSV)",
        _ => "Text",
    };
}
