namespace Trellis.Standards.Values;

/// <summary>What a cell's text was read as. Blank is no value and no fault; a fault is one sentence; a note says what was mended.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Reading<T>(T? Value, string? Fault = null, string? Note = null)
    where T : struct
{
    /// <summary>There was nothing to read.</summary>
    public bool IsBlank => Value is null && Fault is null;

    /// <summary>A value that was read as it stands.</summary>
    public static implicit operator Reading<T>(T value) => new(value);

    /// <summary>A reading that found no value it could trust.</summary>
    internal static Reading<T> Refused(string fault) => new(null, fault);
}

/// <summary>The same for a value that is text. Blank is no value and no fault.</summary>
public readonly record struct TextReading(string? Value, string? Fault = null, string? Note = null)
{
    /// <summary>There was nothing to read.</summary>
    public bool IsBlank => Value is null && Fault is null;

    /// <summary>A reading that found no value it could trust.</summary>
    internal static TextReading Refused(string fault) => new(null, fault);
}
