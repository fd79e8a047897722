using Trellis.App;
using Trellis.App.Commands;
using Trellis.Platform.Data;

// Settings instead of a command (--urls=…, --environment=…) start the bare site: so do hosts such as systemd, and the tests.
if (args is [['-', '-', ..] setting, ..] && setting is not ("--help" or "--version"))
{
    var app = Site.Build(WebApplication.CreateBuilder(args));
    await Schema.Upgrade(app.Services.GetRequiredService<Database>(), Site.Modules, app.Services.GetRequiredService<TimeProvider>(), app.Lifetime.ApplicationStopping);
    await app.RunAsync();
    return 0;
}

return await Cli.Run(args.Length == 0 ? ["--help"] : args);

/// <summary>The entry point, named so that the tests can start the same site.</summary>
public partial class Program;
