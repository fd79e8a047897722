using System.Text;
using Trellis.Standards.Tables;
using static Trellis.Tests.Standards.Corpus.Making;

namespace Trellis.Tests.Standards.Corpus;

/// <summary>JSON and GeoJSON.</summary>
internal static class JsonFiles
{
    public static IEnumerable<BadFile> All =>
    [
        new("ten thousand levels.json", Text("[{\"Name\":" + new string('[', 10_000) + new string(']', 10_000) + "}]"), Fate.Refuse("nested more deeply")) { Sound = Text("[{\"Name\":[[\"a\"]]}]") },
        new("levels without end.json", Text(string.Concat(Enumerable.Repeat("{\"a\":", 500_000))), Fate.Refuse("nested more deeply")),
        new("cut off.json", Cut(Text(Records(5_000)), 0.8), Fate.Refuse("not sound JSON")) { Sound = Text(Records(5_000)) },
        new("ends in a record.json", Text("[{\"Name\":\"A\"},{\"Na"), Fate.Refuse("not sound JSON")),
        new("comma missing.json", Text("[{\"Name\":\"A\"}\n{\"Name\":\"B\"}]"), Fate.Refuse("not sound JSON near line 2")) { Sound = Text("[{\"Name\":\"A\"}\n,{\"Name\":\"B\"}]") },
        new("byte order mark.json", Text("[{\"Name\":\"A\"}]", new UTF8Encoding(true)), Fate.Read(1)),
        new("UTF-16.json", Text("[{\"Name\":\"Café\"}]", Encoding.Unicode), Fate.Read(1)),
        new("commas too many, and comments.json", Text("[{\"Name\":\"A\",}, /* and */ ]"), Fate.Read(1)),
        new("one word.json", Text("\"hello\""), Fate.Refuse("no table")),
        new("one figure.json", Text("42"), Fate.Refuse("no table")),
        new("no list.json", Text("{\"Name\":\"A\"}"), Fate.Refuse("holds no list of records")) { Sound = Text("{\"x\":1,\"list\":[{\"Name\":\"A\"}]}") },
        new("list of figures.json", Text("[1,2,3]"), Fate.Refuse("record 1 of its list is not a JSON object")),
        new("list of all sorts.json", Text("[{\"Name\":\"A\"},5]"), Fate.Refuse("record 2 of its list is not a JSON object")),
        new("empty list.json", Text("[]"), Fate.Read(0)),
        new("giant record.json", Text("[{\"Name\":\"" + new string('x', 20 << 20) + "\"}]"), Fate.Refuse("larger than 16 MB")) { Lifted = new() { RecordBytes = 64 << 20 } },
        new("twenty thousand members.json", Text("[{" + string.Join(',', Enumerable.Range(0, 20_000).Select(i => $"\"m{i}\":1")) + "}]"), Fate.Refuse("more than 16,384 different members")) { Lifted = new() { Columns = 30_000 } },
        new("member twice.json", Text("[{\"Name\":\"A\",\"Name\":\"B\"}]"), Fate.Report(1, null, "there twice")),
        new("NUL.json", Text("[{\"Name\":\"A\\u0000B\"}]"), Fate.Report(1, null, "NUL")),
        new("half a character.json", Text("[{\"Name\":\"A\\ud800B\"}]"), Fate.Report(1, null, "half a character")),
        new("bytes that are not UTF-8.json", Bytes([.. "[{\"Name\":\"Caf"u8, 0xE9, .. "\"}]"u8]), Fate.Remark("Windows-1252", 1)),
        new("shape without a place.geojson", Text("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"Name\":\"A\"},\"geometry\":null}]}"), Fate.Read(1)),
        new("amount in words.json", Text("[{\"Amount\":\"1.2k\"}]"), Fate.Report(1, "Amount", "rounded amount")),
    ];

    private static string Records(int count) => "{\"version\":\"1\",\"grants\":[" + string.Join(",\n", Enumerable.Range(0, count).Select(i => $"{{\"id\":\"{i}\",\"Name\":\"Group {i}\"}}")) + "]}";
}
