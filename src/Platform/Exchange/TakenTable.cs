namespace Trellis.Platform.Exchange;

/// <summary>What a column of a taken table holds.</summary>
public enum Holds
{
    Text,
    Number,
    Pence,
    Day,
    Instant,
    Yes,
    Id,
}

/// <summary>One column of a taken table.</summary>
/// <param name="Say">Turns what the database holds into what people read, as a code into a word.</param>
public sealed record TakenColumn(string Heading, Holds Holds = Holds.Text, Func<object, string>? Say = null);

/// <summary>One table of the file in which a place takes all its support along. Each part registers its own: <c>services.AddSingleton(new TakenTable(…))</c>.</summary>
/// <param name="Name">The file's name without its ending, as in log.</param>
/// <param name="What">For people, as in "Help that was given, a row each time".</param>
/// <param name="Sql">Reads the rows of the place <c>@place</c>, with the columns in their order.</param>
public sealed record TakenTable(string Name, string What, string Sql, params IReadOnlyList<TakenColumn> Columns)
{
    /// <summary>The kind of the confidential records whose id stands in the first column: that they were read is noted for each.</summary>
    public string? Noted { get; init; }
}
