using System.Diagnostics;
using SkiaSharp;
using Trellis.Platform;
using Trellis.Platform.Documents;

namespace Trellis.Tests.Documents;

/// <summary>What a file is, is found out from its content; what is not taken is refused in a sentence, quickly and in little room.</summary>
public sealed class LookAtFileTests : IDisposable
{
    private readonly LookAtFile look = new();

    public static TheoryData<string> Hostile() => [.. HostileFiles.All.Select(file => file.What)];

    public static TheoryData<DocumentKind> Kinds() => [.. Enum.GetValues<DocumentKind>()];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_file_is_refused_in_a_sentence(string what)
    {
        var file = HostileFiles.All.Single(one => one.What == what);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var since = Stopwatch.StartNew();
        var looked = await Look(file.Name, file.Content);
        Assert.False(looked.Succeeded, looked.Succeeded ? $"taken for {looked.Value.Kind}" : "");
        Assert.Contains(file.Says, looked.Problems.Single().Message, StringComparison.Ordinal);
        Assert.EndsWith(".", looked.Problems[0].Message, StringComparison.Ordinal);
        Assert.Equal("File", looked.Problems[0].Field);
        Assert.True(since.Elapsed < TimeSpan.FromSeconds(5), since.Elapsed.ToString());
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 400_000_000);
    }

    [Fact]
    public void There_are_at_least_forty_hostile_files() => Assert.True(HostileFiles.All.Count >= 80, HostileFiles.All.Count.ToString());

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_good_file_is_taken_for_what_it_is_whatever_its_name(DocumentKind kind)
    {
        foreach (var name in new[] { "a" + kind.Ending(), "a.bin", "", "a.docx", "a.pdf" })
        {
            var looked = await Look(name, GoodFiles.All[kind]);
            Assert.True(looked.Succeeded, looked.Succeeded ? "" : looked.Problems[0].Message);
            Assert.Equal(kind, looked.Value.Kind);
            Assert.EndsWith(kind.Ending(), looked.Value.Name, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task All_but_pictures_are_kept_to_the_byte(DocumentKind kind) =>
        Assert.Equal(!kind.IsPicture(), (await Look("a", GoodFiles.All[kind])).Value.Content.AsSpan().SequenceEqual(GoodFiles.All[kind]));

    [Theory]
    [InlineData("Plain text in the old letters of Windows: caf\u00E9")]
    [InlineData("Naïve “quotes”, Cymraeg ŵ, 日本語, עברית, emoji 👩‍👩‍👧")]
    [InlineData("2 < 3 and a > b; costs = income - 4; call @anna")]
    public async Task Ordinary_text_is_taken(string text)
    {
        Assert.Equal(DocumentKind.Text, (await Look("a", GoodFiles.Text(text))).Value.Kind);
        Assert.Equal(DocumentKind.Text, (await Look("a", [0xFF, 0xFE, .. System.Text.Encoding.Unicode.GetBytes(text)])).Value.Kind);
        if (text.All(sign => sign < 256))
        {
            Assert.Equal(DocumentKind.Text, (await Look("a", System.Text.Encoding.Latin1.GetBytes(text))).Value.Kind);
        }
    }

    /// <summary>What readers of PDF call by the same words in a text, or by longer ones, does nothing.</summary>
    [Theory]
    [InlineData("<</Title(How we use JavaScript, Launch and XFA)>>")]
    [InlineData("<</Type/Annot/Subtype/Link/A<</S/URI/URI(https://example.org/JavaScriptLaunch)>>>>")]
    [InlineData("<</LaunchPad 1/EncryptMetadata false/JavaScripts 2>>")]
    [InlineData("<</OpenAction[1 0 R/Fit]>>")]
    public async Task An_ordinary_pdf_is_taken(string value)
    {
        Assert.True((await Look("a.pdf", PdfFiles.With(value))).Succeeded);
        Assert.True((await Look("a.pdf", PdfFiles.Packed(value))).Succeeded);
    }

    /// <summary>Five hundred mutants of each kind: taken or refused, never anything else. What is taken of a picture can be drawn.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nothing_breaks_on_damaged_files(DocumentKind kind)
    {
        var random = new Random(7);
        var taken = 0;
        for (var number = 0; number < 500; number++)
        {
            var looked = await Look("a", Mutant(GoodFiles.All[kind], random));
            taken += looked.Succeeded ? 1 : 0;
            if (looked is { Succeeded: true, Value.Kind: DocumentKind.Jpeg or DocumentKind.Png or DocumentKind.Webp })
            {
                using var drawn = SKBitmap.Decode(looked.Value.Content);
                Assert.NotNull(drawn);
            }
        }

        Assert.True(taken < 500, "No mutant was refused.");
    }

    [Fact]
    public async Task Of_a_photograph_only_what_one_sees_is_kept()
    {
        Assert.True(Holds(GoodFiles.Jpeg, GoodFiles.Canary) && Holds(GoodFiles.Jpeg, "Exif"));
        var kept = (await Look("IMG_0001.jpg", GoodFiles.Jpeg)).Value.Content;
        Assert.All(new[] { GoodFiles.Canary, "Exif", "http://ns.adobe.com", "Photoshop" }, mark => Assert.False(Holds(kept, mark), mark));
        using var drawn = SKBitmap.Decode(kept);
        Assert.Equal((32, 48), (drawn.Width, drawn.Height)); // upright: a telephone held on its side says so beside the points
        Assert.True(drawn.GetPixel(16, 4).Red > 200 && drawn.GetPixel(16, 44).Blue > 200);
    }

    [Fact]
    public async Task A_text_in_a_png_or_webp_does_not_survive()
    {
        var png = GoodFiles.Png;
        byte[] text = [.. "tEXt"u8, .. "Comment\0"u8, .. GoodFiles.Text(GoodFiles.Canary)];
        byte[] sum = BitConverter.GetBytes(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(Crc32.Of(text)));
        byte[] marked = [.. png[..33], 0, 0, 0, (byte)(text.Length - 4), .. text, .. sum, .. png[33..]];
        Assert.False(Holds((await Look("a", marked)).Value.Content, GoodFiles.Canary));
        byte[] more = [.. "XMP "u8, 24, 0, 0, 0, .. GoodFiles.Text(GoodFiles.Canary.PadRight(24))];
        byte[] webp = [.. "RIFF"u8, .. BitConverter.GetBytes(GoodFiles.Webp.Length - 8 + more.Length), .. GoodFiles.Webp[8..], .. more];
        Assert.False(Holds((await Look("a", webp)).Value.Content, GoodFiles.Canary));
    }

    [Theory]
    [InlineData("Constitution 2026.pdf", "Constitution 2026.pdf")]
    [InlineData("../../etc/passwd", "passwd.pdf")]
    [InlineData(@"D:\Papers\Accounts.v2.pdf", "Accounts.v2.pdf")]
    [InlineData("invoice\u202Efdp.docx", "invoicefdp.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1\r\n.pdf", "a Set-Cookie- x=1.pdf")]
    [InlineData("a\0b\u0007\u200B.pdf", "a b.pdf")]
    [InlineData("\"; filename=evil.exe; x=\".pdf", "-; filename=evil.exe; x=-.pdf")]
    [InlineData("CON", "_CON.pdf")]
    [InlineData("...", "document.pdf")]
    [InlineData("", "document.pdf")]
    [InlineData(null, "document.pdf")]
    [InlineData("Cofnodion ŵyl 日本語 👩‍👧.pdf", "Cofnodion ŵyl 日本語 👩👧.pdf")]
    [InlineData("\uD800broken.pdf", "broken.pdf")]
    [InlineData("\uFFFEbroken.pdf", "broken.pdf")]
    public void A_name_is_fit_to_be_offered(string? typed, string offered) => Assert.Equal(offered, FileNames.Tidy(typed, DocumentKind.Pdf));

    [Fact]
    public void A_long_name_is_cut_between_letters()
    {
        var name = FileNames.Tidy(string.Concat(Enumerable.Repeat("👩", 5_000)) + ".pdf", DocumentKind.Pdf);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(name) <= 160);
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(name)));
    }

    public void Dispose() => look.Dispose();

    private Task<Result<GoodFile>> Look(string name, byte[] content) => look.Handle(new(name, new MemoryStream(content)), default);

    private static bool Holds(byte[] content, string text) => content.AsSpan().IndexOf(GoodFiles.Text(text)) >= 0;

    private static byte[] Mutant(byte[] file, Random random)
    {
        var made = file.ToArray();
        switch (random.Next(4))
        {
            case 0:
                return made[..random.Next(1, made.Length)];
            case 1:
                var at = random.Next(made.Length);
                return [.. made[..at], .. Enumerable.Range(0, random.Next(1, 40)).Select(_ => (byte)random.Next(256)), .. made[at..]];
            default:
                for (var flips = random.Next(1, 1 + (made.Length / 50)); flips > 0; flips--)
                {
                    made[random.Next(made.Length)] ^= (byte)(1 << random.Next(8));
                }

                return made;
        }
    }
}
