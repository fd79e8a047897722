using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Support.Contacts;

namespace Trellis.Support.Coming;

/// <summary>Reads the rows of a file as contacts of groups. Which groups of the place are meant is found out later.</summary>
internal sealed class ReadContacts(FileTable table, Choices said, DateTimeOffset now) : RowReader(table, said)
{
    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);

    public ContactRow Handle(FileRow row)
    {
        var read = new ContactRow(row);
        read.Fault = row.Fault ?? Groups(row, read) ?? Who(row, read) ?? Left(row, read);
        if (read.Fault is not null)
        {
            read.Fate = Fate.Refused;
            return read;
        }

        Email(row, read);
        Telephone(row, read);
        return read;
    }

    private string? Who(FileRow row, ContactRow read)
    {
        var whole = Word(row, ContactField.Name) ?? FreeText.Line($"{Word(row, ContactField.FirstName)} {Word(row, ContactField.LastName)}");
        read.Name = Fitting(read, "The name", whole, ContactForm.LongestName);
        read.Role = Fitting(read, "What they do", Word(row, ContactField.Role), ContactForm.LongestName);
        read.Reach = Fitting(read, "How they are reached", Word(row, ContactField.Reach), ContactForm.LongestReach);
        return (read.Name ?? read.Role) is null ? "The row has neither a name nor what they do in the group." : null;
    }

    private string? Left(FileRow row, ContactRow read)
    {
        var left = ReadDay.Of(Text(row, ContactField.Left), Says.MonthFirst);
        read.LeftOn = left.Value <= today ? left.Value : null;
        read.Note(left.Fault is not null, "When they left is no day, and was left away.");
        read.Note(left.Value > today, $"They will leave on {left.Value:d MMMM yyyy}, which is still to come, and was left away.");
        return read.LeftOn < today.AddDays(-ContactRegister.KeptDays) ? $"They left on {read.LeftOn:d MMMM yyyy}. Contacts are erased a year after they left." : null;
    }

    private void Email(FileRow row, ContactRow read)
    {
        var text = Word(row, ContactField.Email);
        read.Email = EmailAddress.Tidy(text);
        read.Note(text is not null && read.Email is null, $"“{Short(text ?? "")}” is no email address, and was left away.");
    }

    /// <summary>The first number of the row that is one.</summary>
    private void Telephone(FileRow row, ContactRow read)
    {
        var typed = Texts(row, ContactField.Telephone).ToList();
        var known = typed.Select(text => Standards.Values.Read.Telephone(text)).ToList();
        read.Telephone = known.Select(one => one.Value).OfType<string>().FirstOrDefault();
        var others = known.Select(one => one.Value).OfType<string>().Distinct().Skip(1).ToList();
        read.Note(others.Count > 0, $"They have more than one number. {string.Join(", ", others)} was left away.");
        foreach (var (text, _) in typed.Zip(known).Where(pair => pair.Second.Value is null))
        {
            read.Note(true, $"“{Short(text)}” is no telephone number, and was left away.");
        }
    }

    private static string? Fitting(ContactRow read, string what, string? text, int most)
    {
        read.Note(text?.Length > most, $"{what} is longer than {most} letters, and was cut.");
        return text is null ? null : Cut(text, most);
    }
}
