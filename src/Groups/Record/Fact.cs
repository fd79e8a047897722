namespace Trellis.Groups.Record;

/// <summary>How much a source's word weighs; the order in which facts are chosen.</summary>
internal enum Authority
{
    /// <summary>The group said so itself.</summary>
    Group,

    /// <summary>A worker of the place entered it.</summary>
    Worker,

    /// <summary>A register, for the facts that it owns.</summary>
    Register,
    List,

    /// <summary>A record that its source no longer has: better than nothing.</summary>
    Gone,

    /// <summary>A record of a list that was taken back: it says nothing any more.</summary>
    Withdrawn,
}

/// <summary>The fields of an organisation, each of which is chosen and sourced by itself.</summary>
internal enum Field
{
    Name,
    Kind,
    LegalForm,
    Purpose,
    Cause,
    Reach,
    Website,
    Email,
    Telephone,
    Address,
    RegisteredOn,
    RemovedOn,
    Income,
    WorkingNames,
    Postcode,
    Helps,
    Contact,
    Languages,
    Accessibility,
}

/// <summary>Who says it and from when it is.</summary>
internal sealed record Teller(Guid SourceId, string Key, string Title, DateOnly? AsOf, Authority Authority)
{
    /// <summary>When its file came.</summary>
    public DateOnly? FetchedOn { get; init; }

    /// <summary>The day since which its list does not have the group any longer; null where it does.</summary>
    public DateOnly? GoneOn { get; init; }

    /// <summary>The day of the edition that says it; null where that has none, or is not the latest, whose day the list has now.</summary>
    public DateOnly? SaidOn => GoneOn is null || Pin is not null ? AsOf : null;

    /// <summary>When that edition came in; null where people said it, who say when.</summary>
    public DateOnly? CameOn => Authority is Authority.Group or Authority.Worker || GoneOn is not null ? null : FetchedOn;

    /// <summary>By which the newer word is known: where nobody says when a list was true, it was on the day it came.</summary>
    public DateOnly Day => AsOf ?? FetchedOn ?? DateOnly.MinValue;

    /// <summary>That a worker has fixed this; null where the order of authority chose.</summary>
    public Pin? Pin { get; init; }
}

/// <summary>One record of an organisation on the way into its composition.</summary>
internal sealed record Told(Guid RecordId, Statement Said, Teller By)
{
    /// <summary>Who says this field and since when: people say one field today and another next year.</summary>
    public Teller Of(Field field) => Said.Spoken?.On(field) is { } day ? By with { AsOf = day } : By;
}

/// <summary>Who says what is shown in one field.</summary>
internal sealed record Fact(Field Field, Teller By);

/// <summary>A name with all who use it.</summary>
internal sealed record NameFact(string Text, NameKind Kind, IReadOnlyList<Teller> By);
