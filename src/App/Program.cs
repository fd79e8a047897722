using Trellis.App;
using Trellis.Platform.Data;

var app = Site.Build(WebApplication.CreateBuilder(args));
await Schema.Upgrade(app.Services.GetRequiredService<Database>(), Site.Modules, TimeProvider.System, app.Lifetime.ApplicationStopping);
await app.RunAsync();

/// <summary>The entry point, named so that the tests can start the same site.</summary>
public partial class Program;
