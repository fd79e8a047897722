using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Trellis.Platform.Access;

internal static class AccessHost
{
    /// <summary>Who people are and what they may do. A page or endpoint that does not say who may use it answers nobody.</summary>
    public static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(SessionCookie.Scheme).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionCookie.Scheme, null).AddOpenId(configuration);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddScoped<IAuthorizationHandler, RequiresHandler>();
        services.AddSingleton<RuleBook>();
        services.AddSingleton<Allowed>();
        services.AddSingleton<OpenDoors>();
        services.AddWorkLinks(WorkLinks.Platform);
        services.AddRules(AccessRules.All);
        services.AddSingleton<ReadSession>();
        services.AddSingleton<Rates>();
        services.AddScoped<Acting>();
        services.AddScoped<OpenSession>();
        services.AddScoped<KnowDevice>();
        services.AddScoped<EndSessions>();
        services.AddScoped<StepUp>();
        services.AddPasskeys();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<AskAgainBeforeHandler>());
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<AskForCode>();
        services.AddScoped<EnterCode>();
        services.AddScoped<MakeFirstAdministrator>();
        services.AddScoped<ChangeName>();
        services.AddScoped<AskNewEmail>();
        services.AddScoped<TakeNewEmail>();
        services.AddPeople();
        services.AddScoped<BecomeSample>();
        services.AddScoped<MakeSample>();
        services.AddScoped<EndDemo>();
        services.AddSingleton<MakeSampleWork>();
        foreach (var sample in SamplePerson.Staff)
        {
            services.AddSingleton(sample);
        }
    }

    private static void AddPeople(this IServiceCollection services)
    {
        services.AddScoped<Scopes>();
        services.AddScoped<IScopeNames, PlaceNames>();
        services.AddScoped<IScopeOfAddress, ScopeOfAppointment>();
        services.AddScoped<ListPeople>();
        services.AddScoped<GiveRole>();
        services.AddScoped<EndRole>();
        services.AddScoped<TellNoLead>();
        services.AddScoped<DisablePerson>();
        services.AddScoped<MakeAdministrator>();
        services.AddScoped<Invite>();
        services.AddScoped<SendInvitation>();
        services.AddScoped<AcceptInvitation>();
    }
}
