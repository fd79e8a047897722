using System.IO.Compression;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Access;
using Trellis.Platform.Web.Errors;

namespace Trellis.Platform.Web;

/// <summary>What every page and endpoint has in common: limits, headers, compression, languages, errors.</summary>
public static class WebHost
{
    public static void AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddProblemDetails(details => details.CustomizeProblemDetails = Failure.Describe);
        services.AddExceptionHandler<Failures>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedIsNotThere>();
        services.AddSingleton<IReady, DatabaseReady>();
        services.Configure<KestrelServerOptions>(Limits.Set);
        services.AddPublicAddress(configuration);
        services.AddAntiforgery(forms => forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest); // otherwise it would also go over an open line
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<KnownHandler>());
        services.AddCompression();
        PagesWhenAsked.Add(services);
    }

    public static void UseWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<AsAddressed>();
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<KnownHosts>();
        app.UseMiddleware<Languages>();
        app.UseResponseCompression();
        app.UseErrorPages();
        app.UseRouting(); // after the error pages, which look for a route again
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<OwnOrigin>();
        app.UseMiddleware<AskAgain>();
        app.MapHealth();
    }

    private static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true; // pages hold no secret beside what a visitor typed; antiforgery tokens differ each time
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/problem+json", "application/geo+json", "image/svg+xml", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);
        services.Configure<ForwardedHeadersOptions>(forwarded => forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto); // from a proxy of this machine, the last before us: its defaults
    }

    private static void UseErrorPages(this WebApplication app)
    {
        app.UseWhen(IsApi, api => api.UseExceptionHandler(new ExceptionHandlerOptions { StatusCodeSelector = Failure.StatusOf }).UseStatusCodePages());
        app.UseWhen(context => !IsApi(context), pages => pages
            .UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = ErrorPage,
                StatusCodeSelector = Failure.StatusOf,
                AllowStatusCode404Response = true,
            })
            .UseStatusCodePagesWithReExecute(ErrorPage));
    }

    private const string ErrorPage = "/error";

    private static bool IsApi(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/health");
}
