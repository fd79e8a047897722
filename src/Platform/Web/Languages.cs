using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Trellis.Platform.Web;

/// <summary>Answers in the first language of the reader's list that we have; English otherwise.</summary>
internal sealed class Languages(RequestDelegate next, Texts.Texts texts)
{
    public Task Invoke(HttpContext context)
    {
        var language = Choose(context.Request.Headers.AcceptLanguage.ToString());
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language == Texts.Texts.Pseudo ? Texts.Texts.English : language);
        context.Response.Headers.ContentLanguage = language;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        return next(context);
    }

    private string Choose(string accepted)
    {
        if (accepted.Length is 0 or > 500 || !StringWithQualityHeaderValue.TryParseList([accepted], out var wanted))
        {
            return Texts.Texts.English;
        }

        return wanted.Where(one => one.Quality is null or > 0).OrderByDescending(one => one.Quality ?? 1)
            .Select(one => texts.Match(one.Value.Value ?? "")).FirstOrDefault(found => found is not null) ?? Texts.Texts.English;
    }
}
