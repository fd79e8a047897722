using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Trellis.Platform.Texts;

/// <summary>The words on the page in the reader's language; the English sentence is its own key.</summary>
/// <remarks>
/// In a page: <c>@T["Find a group"]</c>, <c>@T["{0} groups", count]</c>. A sentence without a translation is shown in English.
/// A language is one file beside this class, named by its tag, as in cy.json: an object of English sentence and translation.
/// </remarks>
public sealed class Texts
{
    public const string English = "en-GB";

    /// <summary>English with each sentence in brackets: what stands outside them on a page did not come through here.</summary>
    public const string Pseudo = "en-XA";

    private readonly FrozenDictionary<string, IReadOnlyDictionary<string, string>> languages;

    public Texts()
        : this(Embedded())
    {
    }

    internal Texts(IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> languages) =>
        this.languages = languages.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The language of the page that is being made, for its lang attribute.</summary>
    public string Language => Match(CultureInfo.CurrentUICulture.Name) ?? English;

    public string this[string english] => Find(english);

    public string this[string english, params ReadOnlySpan<object?> values] => string.Format(CultureInfo.CurrentCulture, Find(english), values);

    /// <summary>The language we have that serves someone who reads this one: cy for cy-GB. Null where there is none.</summary>
    public string? Match(string wanted)
    {
        if (wanted.Equals(Pseudo, StringComparison.OrdinalIgnoreCase))
        {
            return Pseudo;
        }

        var stem = wanted.Split('-')[0];
        return languages.Keys.FirstOrDefault(tag => tag.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            ?? languages.Keys.FirstOrDefault(tag => tag.Equals(stem, StringComparison.OrdinalIgnoreCase))
            ?? (stem.Equals("en", StringComparison.OrdinalIgnoreCase) ? English : null);
    }

    private string Find(string english)
    {
        var language = CultureInfo.CurrentUICulture.Name;
        return language == Pseudo
            ? $"[{english}]"
            : languages.TryGetValue(language, out var sentences) && sentences.TryGetValue(english, out var translated) ? translated : english;
    }

    private static Dictionary<string, IReadOnlyDictionary<string, string>> Embedded()
    {
        const string Folder = ".Texts.";
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.Contains(Folder, StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal))
            .ToDictionary(name => name[(name.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..^5], name => Read(assembly.GetManifestResourceStream(name)!));
    }

    private static IReadOnlyDictionary<string, string> Read(Stream file)
    {
        using (file)
        {
            return JsonSerializer.Deserialize<Dictionary<string, string>>(file) ?? [];
        }
    }
}
