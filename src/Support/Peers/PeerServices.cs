using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform.Access;
using Trellis.Platform.Audit;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;
using Trellis.Support.Relationship;

namespace Trellis.Support.Peers;

internal static class PeerServices
{
    public const string KeepPeerHelp = "keep-peer-help";
    public const string IntroducePeers = "introduce-peers";
    public const string KeepProfessionalsRule = "keep-professionals";

    public static string Of(WorkState state) => state switch
    {
        WorkState.Offered => "Offered",
        WorkState.Agreed => "Agreed",
        WorkState.Done => "Done",
        _ => "Not done",
    };

    /// <summary>Groups and professionals that help groups.</summary>
    public static void AddPeers(this IServiceCollection services)
    {
        services.AddRules(
            new Rule(KeepPeerHelp, "Say what a group offers to other groups and asks of them, and answer introductions", Role.SupportWorker, Role.Manager, Role.Lead),
            new Rule(IntroducePeers, "See what all groups offer and ask, and bring two together", Role.SupportWorker, Role.Manager),
            new Rule(KeepProfessionalsRule, "Write down professionals who volunteer, offer them to groups, say how it went", Role.SupportWorker, Role.Manager));
        services.AddWorkLinks(
            new WorkLink(IntroducePeers, "/work/peers", "Bring groups together", "See what groups offer one another and ask, and introduce two", 63),
            new WorkLink(KeepProfessionalsRule, "/work/professionals", "Professionals who volunteer", "Accountants, lawyers, designers who give groups their time", 64));
        services.AddSingleton(new MergeFollower(nameof(PeerHelp), "support_peer_help"));
        services.AddSingleton(new MergeFollower(nameof(ProfessionalWork), "support_professional_work"));
        services.AddToRegister(PeerRegister.Personal);
        services.AddHistoryWords(PeerRegister.Words);
        services.AddScoped<OfferHelp>();
        services.AddScoped<Introduce>();
        services.AddScoped<LogPeerHours>();
        services.AddScoped<KeepProfessionals>();
        services.AddScoped<ISupportParts, PeerPart>();
        services.AddScoped<IRecords, PeerRecords>();
    }
}
