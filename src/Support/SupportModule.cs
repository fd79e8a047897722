using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Support.Bids;
using Trellis.Support.Checks;
using Trellis.Support.Checks.Records;
using Trellis.Support.Coming;
using Trellis.Support.Contacts;
using Trellis.Support.Enquiries;
using Trellis.Support.Events;
using Trellis.Support.Library;
using Trellis.Support.Log;
using Trellis.Support.Peers;
using Trellis.Support.Plans;
using Trellis.Support.Samples;
using Trellis.Support.Taking;
using Trellis.Support.Topics;

namespace Trellis.Support;

/// <summary>Help for groups: what was asked, what was done, what the group wants next, and what came of it.</summary>
public sealed class SupportModule : Module
{
    public override string Name => "support";

    public override void AddServices(IServiceCollection services)
    {
        services.AddRules(SupportRules.All);
        services.AddWorkLinks(SupportRules.Doors);
        services.AddGroupDoors(SupportRules.GroupDoors);
        services.AddTopics();
        services.AddLog();
        services.AddContacts();
        services.AddEnquiries();
        MakeSampleSupport.Add(services);
        SampleContacts.Add(services);
        SamplePlans.Add(services);
        SampleEvents.Add(services);
        SamplePeers.Add(services);
        services.AddChecks();
        services.AddEvents();
        services.AddPlans();
        services.AddBids();
        services.AddLibrary();
        services.AddPeers();
        services.AddComing();
        services.AddTaking();
    }

    public override void BuildModel(ModelBuilder model)
    {
        TopicTables.Build(model);
        LogTables.Build(model);
        ContactServices.Build(model);
        EnquiryServices.Build(model);
        CheckTables.Build(model);
        EventTables.Build(model);
        PlanTables.Build(model);
        BidServices.Build(model);
        LibraryTables.Build(model);
        PeerTables.Build(model);
        ComingTables.Build(model);
    }
}
