using Trellis.Groups.Record;

namespace Trellis.Groups.Editing;

/// <summary>Puts what somebody says of a field into their statement.</summary>
internal static class Saying
{
    /// <summary>An empty text says that there is none, whatever other sources say.</summary>
    public static Statement Say(this Statement own, Field field, string text, DateOnly today)
    {
        var spoken = own.Spoken ?? new();
        return Put(own, field, text.Length == 0 ? null : text) with
        {
            Spoken = spoken with
            {
                SaidOn = new Dictionary<Field, DateOnly>(spoken.SaidOn) { [Kept(field)] = today },
                None = text.Length > 0 || field is Field.Name or Field.WorkingNames or Field.Postcode ? [.. spoken.None.Where(one => one != field)] : [.. spoken.None.Union([field])],
            },
        };
    }

    /// <summary>Says anew, today, all that was said before.</summary>
    public static Statement Again(this Statement own, DateOnly today) => own.Spoken is { } spoken
        ? own with { Spoken = spoken with { SaidOn = spoken.SaidOn.Keys.ToDictionary(field => field, _ => today) } }
        : own;

    public static Statement Withhold(this Statement own, IReadOnlyList<Field> fields) => own with { Spoken = (own.Spoken ?? new()) with { NotPublic = [.. fields.Distinct().Order()] } };

    /// <summary>Address and postcode are one fact.</summary>
    public static Field Kept(Field field) => field == Field.Postcode ? Field.Address : field;

    private static Statement Put(Statement own, Field field, string? text) => field switch
    {
        Field.Name => own with { Name = text },
        Field.WorkingNames => own with { OtherNames = [.. own.OtherNames.Where(name => name.Kind != NameKind.Working), .. Lines(text).Select(line => new SaidName(line, NameKind.Working))] },
        Field.Purpose => own with { Purpose = text },
        Field.Helps => own with { Helps = text },
        Field.Cause => own with { Cause = text },
        Field.Reach => own with { Reach = text is null ? null : Enum.Parse<Reach>(text) },
        Field.Website => own with { Website = text },
        Field.Email => own with { Email = text },
        Field.Telephone => own with { Telephone = text },
        Field.Contact => own with { Contact = text },
        Field.Address => own with { Address = text },
        Field.Postcode => own with { Postcode = text },
        Field.Languages => own with { Languages = text },
        Field.Accessibility => own with { Accessibility = text },
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "People do not say this field."),
    };

    public static IEnumerable<string> Lines(string? text) =>
        (text ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase);
}
