using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Data;
using Trellis.Platform.Jobs;

namespace Trellis.Platform.Web.Once;

internal static class OnceHost
{
    public static void AddOnce(this IServiceCollection services)
    {
        services.AddScoped<SentForm>();
        services.AddSingleton<FormsUnderWay>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<DoOnce>(DoOnce.Order));
        services.AddJob(new("sent-forms", "Forget which forms were sent", Rhythm.Daily(1, 50), async (scope, stop) =>
        {
            var forgotten = await SentForm.RemoveOld(scope.GetRequiredService<Db>(), scope.GetRequiredService<TimeProvider>().GetUtcNow(), stop);
            return $"Forgot {forgotten:N0} forms.";
        }));
    }
}
