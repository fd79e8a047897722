using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Platform.Jobs;

namespace Trellis.Platform.Notices;

internal static class NoticeHost
{
    /// <summary>The queue of letters, how they leave, and who wants which.</summary>
    public static void AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(MailSettings.Read(configuration));
        services.AddSingleton<StopLinks>();
        services.AddSingleton<ReadFolder>();
        services.AddScoped<Post>();
        services.AddScoped<AddressHash>();
        services.AddScoped<News>();
        services.AddScoped<MakeMail>();
        services.AddScoped<SortLetter>();
        services.AddScoped<Digests>();
        services.AddScoped<SendLetters>();
        services.AddScoped<ChooseLetters>();
        services.AddScoped<SendAgain>();
        services.AddScoped<TakeReturned>();
        services.AddJob(SendLetters.Job);
        services.AddJob(RemoveOldLetters.Job);
    }
}
