using System.Globalization;

namespace Trellis.Platform.Texts;

/// <summary>The words on the page in the reader's language; the English sentence is its own key.</summary>
/// <remarks>In a page: <c>@T["Find a group"]</c>, <c>@T["{0} groups", count]</c>. A sentence without a translation is shown in English.</remarks>
public sealed class Texts
{
    /// <summary>For the page's lang attribute.</summary>
    public string Language => "en-GB";

    public string this[string english] => english;

    public string this[string english, params ReadOnlySpan<object?> values] => string.Format(CultureInfo.CurrentCulture, english, values);
}
