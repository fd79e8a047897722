using Trellis.Platform;
using Trellis.Platform.Access;

namespace Trellis.Support.Contacts;

/// <summary>What a worker says of somebody of a group.</summary>
internal sealed class ContactForm
{
    public const int LongestName = 100;
    public const int LongestReach = 200;

    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    public string? Reach { get; set; }

    /// <summary>Nothing was sent, as by a button that only says something of somebody.</summary>
    public bool IsEmpty => (Name ?? Role ?? Email ?? Telephone ?? Reach) is null;

    /// <summary>What was understood of it: a name or a role, and whatever else is known.</summary>
    public sealed record Said(string? Name, string? Role, string? Email, string? Telephone, string? Reach);

    public static ContactForm Of(Contact contact) => new() { Name = contact.Name, Role = contact.Role, Email = contact.Email, Telephone = contact.Telephone, Reach = contact.Reach };

    public Result<Said> Read()
    {
        var wrong = new List<Problem>();
        var (name, role, reach) = (FreeText.Line(Name), FreeText.Line(Role), FreeText.Line(Reach));
        Check(name is not null || role is not null, nameof(Name), "Enter their name, or at least what they do in the group.");
        Check(!(name?.Length > LongestName), nameof(Name), $"Enter a name of at most {LongestName} letters.");
        Check(!(role?.Length > LongestName), nameof(Role), $"Say what they do in at most {LongestName} letters.");
        Check(!(reach?.Length > LongestReach), nameof(Reach), $"Say how they are reached in at most {LongestReach} letters.");
        var email = EmailAddress.Tidy(Email);
        Check(email is not null || string.IsNullOrWhiteSpace(Email), nameof(Email), "Enter an email address, as in name@example.org, or leave it empty.");
        var telephone = Standards.Values.Read.Telephone(Telephone);
        Check(telephone.Fault is null, nameof(Telephone), "Enter a telephone number, as in 0161 912 2000, or leave it empty.");
        return wrong.Count > 0 ? wrong.ToArray() : new Said(name, role, email, telephone.Value, reach);

        void Check(bool isRight, string field, string what)
        {
            if (!isRight)
            {
                wrong.Add(new(field, what));
            }
        }
    }
}
