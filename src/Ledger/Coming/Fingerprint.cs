using System.Runtime.InteropServices;

namespace Trellis.Ledger.Coming;

/// <summary>A row's 64-bit fingerprint, the same in every process and on every machine: two rows with one fingerprint are taken for the same.</summary>
internal struct Fingerprint()
{
    private ulong state = 0x9E3779B97F4A7C15;

    public readonly long Value => (long)state;

    public void Add(string? text)
    {
        Add(text?.Length ?? -1);
        var rest = MemoryMarshal.AsBytes(text.AsSpan());
        while (rest.Length >= 8)
        {
            Mix(MemoryMarshal.Read<ulong>(rest));
            rest = rest[8..];
        }

        var last = 0UL;
        foreach (var part in rest)
        {
            last = (last << 8) | part;
        }

        Mix(last);
    }

    public void Add(long number) => Mix((ulong)number);

    public void Add(DateOnly? day) => Mix((ulong)(day?.DayNumber ?? -1));

    private void Mix(ulong part)
    {
        var high = Math.BigMul(state ^ part, 0xD6E8FEB86659FD93, out var low);
        state = high ^ low ^ 0xA0761D6478BD642F;
    }
}
