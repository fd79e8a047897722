using Trellis.Groups.Contract;
using Trellis.Groups.Page;
using Trellis.Groups.Record;
using Trellis.Platform.Web.Components;
using Choice = Trellis.Platform.Web.Components.Choice;

namespace Trellis.Groups.Editing;

/// <summary>What a group's fields are called on forms, and their texts where a code is kept.</summary>
internal static class FieldWords
{
    public static string Of(Field field) => field switch
    {
        Field.Name => "Name of the group",
        Field.WorkingNames => "Also works as",
        Field.Purpose => "What they do",
        Field.Helps => "Who is helped",
        Field.Cause => "Main cause",
        Field.Reach => "Works in",
        Field.Website => "Website",
        Field.Email => "Email address of the group",
        Field.Telephone => "Telephone",
        Field.Contact => "Whom to ask for",
        Field.Address => "Address",
        Field.Postcode => "Postcode",
        Field.Languages => "Languages spoken",
        Field.Accessibility => "Getting in and about",
        Field.LegalForm => "Legal form",
        Field.Kind => "Kind",
        Field.Income => "Yearly income",
        Field.RegisteredOn => "Registered",
        Field.RemovedOn => "Removed from the register",
        _ => field.ToString(),
    };

    /// <summary>The text as people read it.</summary>
    public static string Shown(Field field, string text) => field switch
    {
        Field.Cause when text.Length > 0 => CauseTitles.Of(text),
        Field.Reach when Enum.TryParse<Reach>(text, out var reach) => PageWords.Of(reach),
        _ => text,
    };

    public static IReadOnlyList<Choice> Causes(Platform.Texts.Texts t) => [.. CauseTitles.All.Select(cause => new Choice(cause.Code, (cause.Code.Length > 1 ? " – " : "") + t[cause.Title]))];

    public static IReadOnlyList<Choice> Reaches(Platform.Texts.Texts t) => [.. Enum.GetValues<Reach>().Select(reach => new Choice(reach.ToString(), t[PageWords.Of(reach)]))];

    public static IReadOnlyList<Choice> CanBeWithheld(Platform.Texts.Texts t) =>
    [
        new(nameof(Field.Website), t["The website"]),
        new(nameof(Field.Email), t["The email address"]),
        new(nameof(Field.Telephone), t["The telephone number"]),
        new(nameof(Field.Contact), t["The person to ask for"]),
        new(nameof(Field.Address), t["The address"]),
    ];
}
