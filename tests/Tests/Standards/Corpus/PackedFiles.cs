using Trellis.Standards.Tables;
using static Trellis.Tests.Standards.Corpus.Making;

namespace Trellis.Tests.Standards.Corpus;

/// <summary>Files inside files.</summary>
internal static class PackedFiles
{
    private const long Bomb = 24L << 20;

    private static readonly Action<string> Sound = Zip(("data.csv", "Name,Amount\nA,1\n"));

    public static IEnumerable<BadFile> All =>
    [
        new("zip bomb.zip", Zipped("data.csv", Lines(Bomb)), Fate.Refuse("more than 100 times its size")) { Lifted = new() { Ratio = int.MaxValue } },
        new("gzip bomb.csv.gz", Gzipped(Lines(Bomb)), Fate.Refuse("more than 100 times its size")) { Lifted = new() { Ratio = int.MaxValue } },
        new("larger than allowed.csv.gz", Gzipped(Lines(Bomb)), Fate.Refuse("is larger than")) { Lifted = new() { Ratio = int.MaxValue } },
        new("zip in a zip.zip", Zipped("inner.zip", Sound), Fate.Refuse("packed file inside a packed file")) { Sound = Sound },
        new("gzip in a gzip.gz", Gzipped(Gzipped(Text("a,b\n1,2\n"))), Fate.Refuse("packed file inside a packed file")) { Sound = Gzipped(Text("a,b\n1,2\n")) },
        new("ten thousand entries.zip", Zip([.. Enumerable.Range(0, 10_000).Select(i => ($"{i}.csv", "a,b\n"))]), Fate.Refuse("more than 1,000 files")),
        new("path that climbs out.zip", Zip(("../../etc/passwd.csv", "a,b\n1,2\n")), Fate.Refuse("points outside")) { Sound = Sound },
        new("path from the root.zip", Zip(("/etc/passwd.csv", "a,b\n1,2\n")), Fate.Refuse("points outside")) { Sound = Sound },
        new("path with backslashes.zip", Zip(("a\\..\\b.csv", "a,b\n1,2\n")), Fate.Refuse("points outside")) { Sound = Sound },
        new("two files.zip", Zip(("a.csv", "a,b\n"), ("b.csv", "a,b\n")), Fate.Refuse("holds 2 files")) { Sound = Zip(("a.csv", "a,b\n1,2\n"), ("__MACOSX/._a.csv", "x"), (".DS_Store", "x")) },
        new("nothing in it.zip", Zip(), Fate.Refuse("has no file in it")),
        new("locked with a password.zip", Changed(Sound, Lock), Fate.Refuse("locked with a password")) { Sound = Sound },
        new("cut off.zip", Cut(Sound, 0.7), Fate.Refuse("broken or was cut off")) { Sound = Sound },
        new("cut off.csv.gz", Cut(Gzipped(Text(Many(20_000))), 0.5), Fate.Refuse("broken or was cut off")) { Sound = Gzipped(Text(Many(20_000))) },
        new("damaged in the middle.csv.gz", Changed(Gzipped(Text(Many(20_000))), b => b.AsSpan(b.Length / 2, 64).Fill(0xFF)), Fate.Refuse("broken or was cut off")),
        new("page of a website in a zip.zip", Zip(("data.csv", "<!DOCTYPE html><html></html>")), Fate.Refuse("web page")) { Sound = Sound },
    ];

    public static string Many(int rows) => "Name,Amount\n" + string.Concat(Enumerable.Range(0, rows).Select(i => $"Group {i * 7919 % 10007},{i}.00\n"));

    /// <summary>Sets the flag "encrypted" in both headers of the entry.</summary>
    private static void Lock(byte[] zip)
    {
        for (var i = 0; i + 10 < zip.Length; i++)
        {
            if (zip.AsSpan(i, 4).SequenceEqual("PK\u0003\u0004"u8))
            {
                zip[i + 6] |= 1;
            }
            else if (zip.AsSpan(i, 4).SequenceEqual("PK\u0001\u0002"u8))
            {
                zip[i + 8] |= 1;
            }
        }
    }
}
