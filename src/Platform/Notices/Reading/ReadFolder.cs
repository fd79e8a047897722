using System.Text.RegularExpressions;
using MimeKit;

namespace Trellis.Platform.Notices;

/// <summary>Reads the letters that lie in the folder because there is no mail server.</summary>
public sealed partial class ReadFolder(MailSettings settings)
{
    public sealed record Seen(string Name, string To, string Subject, DateTimeOffset At, string Text);

    /// <summary>False where letters go to a mail server.</summary>
    public bool IsUsed => settings.Host is null && settings.Folder is not null;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<Seen> Latest(int most) => IsUsed && Directory.Exists(settings.Folder)
        ? [.. Directory.GetFiles(settings.Folder, "*.eml").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(name => Name().IsMatch(name))
            .OrderDescending(StringComparer.Ordinal).Take(most).Select(Open).OfType<Seen>()]
        : [];

    /// <summary>Takes every letter to this mailbox out of the folder.</summary>
    public void Forget(string email)
    {
        foreach (var letter in Latest(int.MaxValue).Where(letter => letter.To == email))
        {
            File.Delete(Path.Combine(settings.Folder!, letter.Name + ".eml"));
        }
    }

    private Seen? Open(string name)
    {
        var file = Path.Combine(settings.Folder!, name + ".eml");
        if (!File.Exists(file))
        {
            return null;
        }

        var mail = MimeMessage.Load(file);
        return new(name, mail.To.Mailboxes.FirstOrDefault()?.Address ?? "", mail.Subject ?? "", mail.Date, mail.TextBody ?? "");
    }

    [GeneratedRegex("^[0-9]{8}-[0-9]{6}-[0-9a-f]{32}$")]
    private static partial Regex Name();
}
