namespace Trellis.Platform.Documents;

/// <summary>What a file is called by whoever sends it, made fit to be a name.</summary>
public static class SentName
{
    private const int Longest = 100;

    public static string Of(ArrivedFile file)
    {
        var last = file.Name.Split('/', '\\')[^1];
        var name = string.Concat(last.Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '.' or '-' or '_' or '(' or ')')).Trim(' ', '.');
        name = name.Length > Longest ? name[^Longest..] : name;
        return FreeText.Line(name) ?? "file";
    }
}
