using Trellis.Groups.Record;

namespace Trellis.Groups.Editing;

/// <summary>A group's entry as people type it.</summary>
internal class EntryForm
{
    public string? Name { get; set; }

    public string? WorkingNames { get; set; }

    public string? Purpose { get; set; }

    public string? Helps { get; set; }

    public string? Cause { get; set; }

    public string? Reach { get; set; }

    public string? Website { get; set; }

    public string? Email { get; set; }

    public string? Telephone { get; set; }

    public string? Contact { get; set; }

    public string? Address { get; set; }

    public string? Postcode { get; set; }

    public string? Languages { get; set; }

    public string? Accessibility { get; set; }

    /// <summary>Why it is changed, for the history; asked only of those whose change is shown at once.</summary>
    public string? Because { get; set; }

    public List<string> NotPublic { get; set; } = [];

    public static EntryForm Of(Entry entry, IEnumerable<Field> notPublic) => new()
    {
        Name = entry[Field.Name],
        WorkingNames = entry[Field.WorkingNames],
        Purpose = entry[Field.Purpose],
        Helps = entry[Field.Helps],
        Cause = entry[Field.Cause],
        Reach = entry[Field.Reach],
        Website = entry[Field.Website],
        Email = entry[Field.Email],
        Telephone = entry[Field.Telephone],
        Contact = entry[Field.Contact],
        Address = entry[Field.Address],
        Postcode = entry[Field.Postcode],
        Languages = entry[Field.Languages],
        Accessibility = entry[Field.Accessibility],
        NotPublic = [.. notPublic.Select(field => field.ToString())],
    };

    public string? Typed(Field field) => field switch
    {
        Field.Name => Name,
        Field.WorkingNames => WorkingNames,
        Field.Purpose => Purpose,
        Field.Helps => Helps,
        Field.Cause => Cause,
        Field.Reach => Reach,
        Field.Website => Website,
        Field.Email => Email,
        Field.Telephone => Telephone,
        Field.Contact => Contact,
        Field.Address => Address,
        Field.Postcode => Postcode,
        Field.Languages => Languages,
        Field.Accessibility => Accessibility,
        _ => null,
    };
}
