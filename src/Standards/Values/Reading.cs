namespace Trellis.Standards.Values;

/// <summary>What a cell's text was read as. Blank is no value and no fault; a fault is one sentence; a note says what was mended.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Reading<T>(T? Value, string? Fault = null, string? Note = null)
    where T : struct
{
    public bool IsBlank => Value is null && Fault is null;

    public static implicit operator Reading<T>(T value) => new(value);
}
