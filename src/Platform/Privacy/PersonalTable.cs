namespace Trellis.Platform.Privacy;

/// <summary>On what ground the law lets us keep it (UK GDPR, article 6).</summary>
public enum LawfulBasis
{
    Consent,
    Contract,
    LegalObligation,
    PublicTask,
    LegitimateInterests,
}

/// <summary>What becomes of a row when its time is over, or the person asks to be erased.</summary>
public enum Ending
{
    /// <summary>The row goes.</summary>
    Delete,

    /// <summary>The row stays, the fields about the person are emptied.</summary>
    Empty,

    /// <summary>The row stays as it is: it holds nothing that leads to a person once the others are gone.</summary>
    Keep,
}

/// <summary>How long rows are kept.</summary>
/// <param name="Words">As in "for a year after it was sent".</param>
/// <param name="Since">The column from which the time is counted; null where the row stays as long as what it belongs to.</param>
/// <param name="Days">How many days after that.</param>
public sealed record Keeping(string Words, string? Since = null, int Days = 0);

/// <summary>One table that says something of people: the entry of the register from which the record of processing, the privacy notice, access requests, erasure and retention are all made.</summary>
public sealed record PersonalTable
{
    public required string Table { get; init; }

    /// <summary>In words for everybody: "Letters that Trellis sent".</summary>
    public required string What { get; init; }

    /// <summary>As in "to let people sign in".</summary>
    public required string Purpose { get; init; }

    public required LawfulBasis Basis { get; init; }

    /// <summary>Who can see it.</summary>
    public required string Audience { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>The columns that say something of a person, each with what in words.</summary>
    public required IReadOnlyDictionary<string, string> Fields { get; init; }

    /// <summary>The other columns: keys, times and states.</summary>
    public required IReadOnlyList<string> Others { get; init; }

    /// <summary>Fields of which each may speak of other people too: somebody reads them before they are handed on.</summary>
    public IReadOnlyList<string> MayNameOthers { get; init; } = [];

    /// <summary>The condition by which a person's rows are found; it may use @person (their id) and @email.</summary>
    public required string Of { get; init; }

    public required Ending OnErasure { get; init; }

    /// <summary>Which of a person's rows go at erasure, as a further condition; null where all do.</summary>
    public string? GoesOnErasure { get; init; }

    public required Keeping Kept { get; init; }

    public Ending OnEnd { get; init; } = Ending.Delete;

    /// <summary>What an emptied field holds then: nothing where it may, else an empty text. A column not named here that may not be null becomes an empty text.</summary>
    public IReadOnlyDictionary<string, string> Emptied { get; init; } = new Dictionary<string, string>();

    /// <summary>Columns with the id of somebody who wrote or decided: emptied when that person is erased, while the row stays.</summary>
    public IReadOnlyList<string> Forgets { get; init; } = [];

    /// <summary>Whether each row belongs to a place, or to none in particular.</summary>
    public bool IsOfPlace => Others.Contains("place_id");

    /// <summary>Its rows go into no file about anybody: whoever asks is answered by those who keep them. Erasing takes them like any others.</summary>
    public bool IsConfidential { get; init; }

    /// <summary>Rows that are needed for a while yet, as an SQL condition: a legal hold.</summary>
    public string? Held { get; init; }
}

/// <summary>A table that says nothing of people, and why that is sure.</summary>
public sealed record PeoplelessTable(string Table, string Why);
