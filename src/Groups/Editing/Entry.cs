using Trellis.Groups.Record;

namespace Trellis.Groups.Editing;

/// <summary>What people can say of a group, field by field, as text in the form in which it is kept; empty where there is nothing.</summary>
internal sealed class Entry
{
    private readonly Dictionary<Field, string> texts = [];

    /// <summary>In the order in which forms ask.</summary>
    public static readonly IReadOnlyList<Field> Fields =
    [
        Field.Name, Field.WorkingNames, Field.Purpose, Field.Helps, Field.Cause, Field.Reach, Field.Website, Field.Email, Field.Telephone, Field.Contact,
        Field.Address, Field.Postcode, Field.Languages, Field.Accessibility,
    ];

    /// <summary>Those that can be kept from the public.</summary>
    public static readonly IReadOnlyList<Field> CanBeWithheld = [Field.Website, Field.Email, Field.Telephone, Field.Contact, Field.Address];

    public string this[Field field]
    {
        get => texts.GetValueOrDefault(field, "");
        set => texts[field] = value;
    }

    public static Entry Of(Composed composed) => new()
    {
        [Field.Name] = composed.Name,
        [Field.WorkingNames] = string.Join('\n', composed.Names.Where(name => name.Kind == NameKind.Working).Select(name => name.Text)),
        [Field.Purpose] = composed.Purpose ?? "",
        [Field.Helps] = composed.Helps ?? "",
        [Field.Cause] = composed.Cause ?? "",
        [Field.Reach] = composed.Reach?.ToString() ?? "",
        [Field.Website] = composed.Website ?? "",
        [Field.Email] = composed.Email ?? "",
        [Field.Telephone] = composed.Telephone ?? "",
        [Field.Contact] = composed.Contact ?? "",
        [Field.Address] = composed.Address ?? "",
        [Field.Postcode] = composed.Postcode ?? "",
        [Field.Languages] = composed.Languages ?? "",
        [Field.Accessibility] = composed.Accessibility ?? "",
    };

    /// <summary>The fields in which this one says something else than the other.</summary>
    public IReadOnlyList<Field> Beside(Entry other) => [.. Fields.Where(field => !Same(this[field], other[field]))];

    /// <summary>Line ends differ between a form and a file; nothing else may.</summary>
    public static bool Same(string one, string other) =>
        one.ReplaceLineEndings("\n").Trim() == other.ReplaceLineEndings("\n").Trim();
}
