using SkiaSharp;

namespace Trellis.Platform.Documents;

/// <summary>Makes a picture anew from its points alone: what a camera wrote beside them, such as where it was taken, is gone.</summary>
internal static class CleanPicture
{
    private const long PixelsAtOnce = DocumentLimits.Pixels / 2;
    private const int MostScans = 100;
    private const int Quality = 88;

    public static Result<byte[]> Of(byte[] file, DocumentKind kind)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        if (codec is null || codec.EncodedFormat != Format(kind))
        {
            return FileRefusals.As(FileRefusals.Damaged);
        }

        if ((long)codec.Info.Width * codec.Info.Height is var pixels && pixels > DocumentLimits.Pixels) // the head alone has been read
        {
            return FileRefusals.As(FileRefusals.TooManyPixels);
        }

        if (kind == DocumentKind.Jpeg && Scans(file) > MostScans) // each takes as long as a whole picture
        {
            return FileRefusals.As(FileRefusals.Bomb);
        }

        var size = pixels > PixelsAtOnce ? codec.GetScaledDimensions(0.5f) : codec.Info.Size;
        using var points = new SKBitmap(new SKImageInfo(size.Width, size.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb()));
        if (codec.GetPixels(points.Info, points.GetPixels()) != SKCodecResult.Success)
        {
            return FileRefusals.As(FileRefusals.Damaged);
        }

        using var upright = Upright(points, codec.EncodedOrigin);
        using var made = (upright ?? points).Encode(Format(kind), Quality);
        return made is null ? FileRefusals.As(FileRefusals.Damaged) : made.Size > DocumentLimits.File ? FileRefusals.As(FileRefusals.TooLarge) : made.ToArray();
    }

    private static SKEncodedImageFormat Format(DocumentKind kind) => kind switch
    {
        DocumentKind.Jpeg => SKEncodedImageFormat.Jpeg,
        DocumentKind.Png => SKEncodedImageFormat.Png,
        _ => SKEncodedImageFormat.Webp,
    };

    private static int Scans(ReadOnlySpan<byte> file) => file.Count((ReadOnlySpan<byte>)[0xFF, 0xDA]);

    /// <summary>Which side is up was said beside the points and would be lost. Null where it is as it should be.</summary>
    private static SKBitmap? Upright(SKBitmap points, SKEncodedOrigin origin)
    {
        var (w, h) = (points.Width, points.Height);
        SKMatrix? turn = origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => null,
        };
        if (turn is not { } matrix)
        {
            return null;
        }

        var isOnItsSide = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var turned = new SKBitmap(points.Info.WithSize(isOnItsSide ? h : w, isOnItsSide ? w : h));
        using var canvas = new SKCanvas(turned);
        canvas.SetMatrix(matrix);
        canvas.DrawBitmap(points, 0, 0);
        return turned;
    }
}
