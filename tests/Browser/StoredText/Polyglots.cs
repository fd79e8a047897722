namespace Trellis.Browser.StoredText;

/// <summary>
/// Texts that would do something if any page, mail or spreadsheet took them for more than text. Each is short enough for a name.
/// What they would leave behind: a dialog, <c>data-hit</c> on an element, or a live formula that calls 127.0.0.1.
/// </summary>
internal static class Polyglots
{
    public static readonly string[] All =
    [
        "<script data-hit>alert(1)</script>",
        "<img src=x data-hit onerror=alert(1)>",
        "<svg data-hit onload=alert(1)>",
        "\" data-hit onfocus=alert(1) autofocus x=\"",
        "' data-hit onfocus=alert(1) autofocus x='",
        "javascript:alert(1)//data-hit",
        "JaVaScRiPt&colon;alert(1)//data-hit",
        "java\tscript:alert(1)//data-hit",
        "data:text/html,<script data-hit>alert(1)</script>",
        "</script><script data-hit>alert(1)</script>",
        "</title><x-hit data-hit>",
        "</textarea><iframe data-hit src=javascript:alert(1)>",
        "</style><style data-hit>body{display:none}</style>",
        "</option></select><img data-hit src=x onerror=alert(1)>",
        "--><img data-hit src=x onerror=alert(1)><!--",
        "]]><x-hit data-hit/>",
        "&lt;img data-hit src=x onerror=alert(1)&gt;",
        "&#60;script data-hit&#62;alert(1)&#60;/script&#62;",
        "\\u003cimg data-hit src=x onerror=alert(1)\\u003e",
        "'-alert(1)-'data-hit",
        "{{constructor.constructor('alert(1)')()}}data-hit",
        "${alert(1)}@(alert(1))<%= data-hit %>",
        "[data-hit](javascript:alert(1)) ![x](x\"onerror=\"alert(1))",
        "\u202e<b data-hit>tib\u202c",
        "x;background:url(javascript:alert(1));data-hit:1",
        "=HYPERLINK(\"http://127.0.0.1/data-hit\",\"data-hit\")",
        "+1+1+cmd|' /C data-hit'!A0",
        "-1+1+cmd|' /C data-hit'!A0",
        "@SUM(1+1)*cmd|' data-hit'!A0",
        "\t=HYPERLINK(\"http://127.0.0.1/data-hit\")",
        "\r=HYPERLINK(\"http://127.0.0.1/data-hit\")",
        "=1+1;data-hit\nBEGIN:VEVENT\nX-HIT:1",
    ];

    /// <summary>In each of them, so that the database can be asked where they got to.</summary>
    public const string Mark = "data-hit";

    public static string At(int number) => All[number % All.Length];
}
