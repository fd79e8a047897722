using System.Globalization;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Trellis.Groups;
using Trellis.Ledger;
using Trellis.Platform;
using Trellis.Platform.Web;
using Trellis.Reports;
using Trellis.Support;

namespace Trellis.App;

/// <summary>The composition root: which parts this product has, and how they become one site.</summary>
internal static class Site
{
    public static readonly Module[] Modules = [new GroupsModule(), new LedgerModule(), new SupportModule(), new ReportsModule()];

    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets(); // so that a build, not only a published copy, finds its style sheet
        builder.Configuration["ReloadStaticAssetsAtRuntime"] = "false"; // it would add an endpoint of its own that says nothing about access
        AddParts(builder);
        builder.Services.AddRazorPages(pages => pages.RootDirectory = "/").ConfigureApplicationPartManager(WithoutControllers);
        builder.Services.AddWeb(builder.Configuration);

        var app = builder.Build();
        app.UseWeb();
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        foreach (var module in Modules)
        {
            module.MapApi(app.MapGroup("/api/" + module.Name));
        }

        app.MapFallback("{*path}", () => Results.NotFound()).AllowAnonymous(); // otherwise the fallback policy turns every 404 into a refusal
        return app;
    }

    /// <summary>All but the pages: what a command works with, put together in a third of the time.</summary>
    public static IHost BuildWithoutPages(HostApplicationBuilder builder)
    {
        AddParts(builder);
        return builder.Build();
    }

    private static void AddParts(IHostApplicationBuilder builder)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        builder.Services.AddPlatform(builder.Configuration, Modules);
    }

    /// <summary>There are none; looking for them would load every type of ours at each start.</summary>
    private static void WithoutControllers(ApplicationPartManager parts) => parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single());
}
