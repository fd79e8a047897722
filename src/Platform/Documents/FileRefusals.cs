namespace Trellis.Platform.Documents;

/// <summary>Why a file is not taken, in one sentence each, and what to do instead.</summary>
internal static class FileRefusals
{
    public const string None = "Choose a file.";
    public const string Empty = "This file is empty. Open it to see whether it was saved, and choose it again.";
    public const string TooLarge = "This file is larger than 10 MB. Make it smaller, for example by saving pictures at a lower quality, and choose it again.";
    public const string NoRoom = "There is no room left on the machine that Trellis runs on, so the file could not be taken. Nothing was changed; tell whoever runs it.";
    public const string NotKnown = "This kind of file is not taken. Choose a " + DocumentKinds.InWords + ".";
    public const string Programme = "This is a program or a script. Only documents are taken: a " + DocumentKinds.InWords + ".";
    public const string WebPage = "This is a web page or holds the code of one. Save it as a PDF and choose that.";
    public const string Packed = "This is a packed file. Unpack it and choose the document itself.";
    public const string OldOffice = "This is an old Office file (.doc, .xls, .ppt) or one locked with a password. Save it as .docx, .xlsx or PDF without a password and choose that.";
    public const string Locked = "This file is locked with a password. Save it without one and choose it again.";
    public const string Macros = "This file has macros in it, which are programs. Save it as .docx or .xlsx (without macros) or as a PDF and choose that.";
    public const string Holds = "This file has another file or a program packed inside it. Save it as a PDF and choose that.";
    public const string PdfProgramme = "This PDF has a program in it, or a form that is one. Open it, print it as a new PDF and choose that.";
    public const string PdfHolds = "This PDF has another file packed inside it. Open it, print it as a new PDF and choose that.";
    public const string PdfHides = "This PDF is packed in a way that hides what is in it. Open it, print it as a new PDF and choose that.";
    public const string Fetches = "This file fetches something from another machine when it is opened. Save it as a PDF and choose that.";
    public const string Bomb = "This file is far larger inside than outside, which no document needs. Save it as a PDF and choose that.";
    public const string Damaged = "This file is damaged or was cut short. Open it, save it anew and choose it again.";
    public const string TwoInOne = "This file is two kinds of file in one. Save it as a new PDF and choose that.";
    public const string OtherPicture = "This picture is of a kind that is not taken. Save it as JPEG or PNG and choose that.";
    public const string Heic = "This picture is HEIC, which many cannot open. Save it as JPEG (on an iPhone: Settings, Camera, Formats, Most Compatible) and choose that.";
    public const string TooManyPixels = "This picture has more than 50 million points. Make it smaller and choose it again.";
    public const string Formula = "A cell of this table begins with a sign that makes spreadsheets run it. Save the table with values only, or as a PDF, and choose that.";
    public const string RichText = "This is a rich text file. Save it as .docx or PDF and choose that.";

    public static Problem As(string sentence) => new("File", sentence);
}
