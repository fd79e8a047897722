using Trellis.Groups.Contract;
using Trellis.Groups.Page;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Texts;

namespace Trellis.Groups.Pinning;

/// <summary>Which facts can be pinned, and a record's word about one of them by itself.</summary>
internal static class Pinned
{
    /// <summary>In the order in which the page of a group shows them.</summary>
    public static readonly IReadOnlyList<Field> Fields =
    [
        Field.Name, Field.Kind, Field.Purpose, Field.Helps, Field.Cause, Field.LegalForm, Field.RegisteredOn, Field.Reach, Field.Income,
        Field.Website, Field.Email, Field.Telephone, Field.Contact, Field.Languages, Field.Accessibility, Field.Address,
    ];

    /// <summary>What the record says of the field, and nothing else.</summary>
    public static Statement Only(Statement said, Field field) => field switch
    {
        Field.Name => new() { Name = said.Name },
        Field.Kind => new() { Kind = said.Kind },
        Field.Purpose => new() { Purpose = said.Purpose },
        Field.Helps => new() { Helps = said.Helps },
        Field.Cause => new() { Cause = said.Cause },
        Field.LegalForm => new() { LegalForm = said.LegalForm },
        Field.RegisteredOn => new() { RegisteredOn = said.RegisteredOn },
        Field.Reach => new() { Reach = said.Reach },
        Field.Income => new() { IncomePence = said.IncomePence, IncomeYear = said.IncomeYear },
        Field.Website => new() { Website = said.Website },
        Field.Email => new() { Email = said.Email, MayBeHome = said.MayBeHome },
        Field.Telephone => new() { Telephone = said.Telephone, MayBeHome = said.MayBeHome },
        Field.Contact => new() { Contact = said.Contact },
        Field.Languages => new() { Languages = said.Languages },
        Field.Accessibility => new() { Accessibility = said.Accessibility },
        Field.Address => new() { Address = said.Address, Postcode = said.Postcode, WardCode = said.WardCode, MayBeHome = said.MayBeHome },
        _ => new(),
    };

    /// <summary>The record's word about the field as the staff read it; null where it says nothing of it.</summary>
    public static string? Text(Texts t, Told told, Field field)
    {
        var alone = Compose.From([told with { Said = Only(told.Said, field) }], Eyes.Own);
        return alone.Facts.Any(fact => fact.Field == field) ? Text(t, alone, field) : null;
    }

    private static string? Text(Texts t, Composed said, Field field) => field switch
    {
        Field.Name => said.Name,
        Field.Kind => t[GroupWords.Of(said.Kind)],
        Field.Purpose => said.Purpose,
        Field.Helps => said.Helps,
        Field.Cause => said.Cause is { } cause ? t[CauseTitles.Of(cause)] : null,
        Field.LegalForm => said.LegalForm is { } form ? t[form] : null,
        Field.RegisteredOn => said.RegisteredOn?.ToString("d MMMM yyyy"),
        Field.Reach => said.Reach is { } reach ? t[PageWords.Of(reach)] : null,
        Field.Income when said.IncomePence is { } pence => said.IncomeYear is { } year ? $"{new Money(pence)} {t["(year to {0})", year]}" : new Money(pence).ToString(),
        Field.Website => said.Website,
        Field.Email => said.Email,
        Field.Telephone => said.Telephone,
        Field.Contact => said.Contact,
        Field.Languages => said.Languages,
        Field.Accessibility => said.Accessibility,
        Field.Address => string.Join(", ", new[] { said.Address, said.Postcode, said.WardCode }.OfType<string>()),
        _ => null,
    };
}
