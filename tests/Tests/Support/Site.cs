using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;

namespace Trellis.Tests.Support;

/// <summary>The whole product, asked over HTTP, on a real database of its own. Use as a class fixture: one site per test class.</summary>
public class Site : WebApplicationFactory<Program>
{
    private readonly Lazy<TestDatabase> database;

    public Site()
        : this(TestDatabase.Create)
    {
    }

    protected Site(Func<TestDatabase> create) => database = new(create);

    public TestClock Clock { get; } = new();

    public TestDatabase Database => database.Value;

    /// <summary>A new person at a browser, with no cookies.</summary>
    public Visitor Visit() => new(CreateClient(new() { AllowAutoRedirect = false }));

    public Task<PageSeen> Open(string url) => Visit().Open(url);

    public async Task<T> InDb<T>(Func<Db, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<Db>());
    }

    public async Task InDb(Func<Db, Task> work)
    {
        await using var scope = Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<Db>());
    }

    /// <summary>Works with one of the product's own classes as dependency injection makes it.</summary>
    public async Task<T> With<TUseCase, T>(Func<TUseCase, Task<T>> work)
        where TUseCase : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("ConnectionStrings:Db", Database.Connection);
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.Remove(services.Single(one => one.ImplementationType == typeof(RunJobsAlways))); // a test that moves the clock says itself what is done then
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && database.IsValueCreated)
        {
            database.Value.Dispose();
        }
    }
}
