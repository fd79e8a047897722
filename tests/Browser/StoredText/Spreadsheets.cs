using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Trellis.Browser.StoredText;

/// <summary>What a spreadsheet program makes of files: LibreOffice reads each and says which cells it would reckon out.</summary>
internal static partial class Spreadsheets
{
    /// <summary>Commas, quotes, UTF-8, and formulas reckoned out as on a desk (the thirteenth).</summary>
    private const string AsCsv = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,-1,true";

    /// <summary>The live formulas in all files of a folder, each with the name of its file.</summary>
    public static async Task<IReadOnlyList<string>> Formulas(string folder)
    {
        var read = Directory.CreateDirectory(Path.Combine(folder, "read")).FullName;
        await Convert(folder, read, [AsCsv], "*.csv");
        await Convert(folder, read, [], "*.xlsx");
        var files = Directory.GetFiles(folder, "*.csv").Concat(Directory.GetFiles(folder, "*.xlsx")).ToList();
        Assert.Equal(files.Count, Directory.GetFiles(read, "*.fods").Length);
        return [.. Directory.GetFiles(read, "*.fods").SelectMany(file => Formula().Matches(File.ReadAllText(file)).Select(found => $"{Path.GetFileName(file)}: {found.Value}"))];
    }

    private static async Task Convert(string folder, string read, string[] how, string which)
    {
        var files = Directory.GetFiles(folder, which);
        if (files.Length == 0)
        {
            return;
        }

        var profile = new Uri(Path.Combine(folder, "profile")).AbsoluteUri;
        using var office = Process.Start(new ProcessStartInfo("soffice", [$"-env:UserInstallation={profile}", "--headless", .. how, "--convert-to", "fods", "--outdir", read, .. files])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = Task.WhenAll(office.StandardOutput.ReadToEndAsync(), office.StandardError.ReadToEndAsync());
        await office.WaitForExitAsync();
        await said;
    }

    [GeneratedRegex("table:formula=\"[^\"]*\"")]
    private static partial Regex Formula();
}
