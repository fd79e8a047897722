using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Claiming;
using Trellis.Groups.Confidential;
using Trellis.Groups.Confirming;
using Trellis.Groups.Contract;
using Trellis.Groups.Documents;
using Trellis.Groups.Editing;
using Trellis.Groups.Export;
using Trellis.Groups.Find;
using Trellis.Groups.Intake;
using Trellis.Groups.Matching;
using Trellis.Groups.Newest;
using Trellis.Groups.Page;
using Trellis.Groups.People;
using Trellis.Groups.Problems;
using Trellis.Groups.Proposing;
using Trellis.Groups.Record;
using Trellis.Groups.Telling;
using Trellis.Groups.Unmet;
using Trellis.Groups.Wards;
using Trellis.Platform;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Platform.Exchange;
using Trellis.Platform.Exchange.Bringing;
using Trellis.Platform.Jobs;
using Trellis.Platform.Privacy;

namespace Trellis.Groups;

public sealed class GroupsModule : Module
{
    public override string Name => "groups";

    public override void AddServices(IServiceCollection services)
    {
        services.AddFind();
        services.AddSingleton<Organisations, KnownOrganisations>();
        services.AddSingleton<MatchMeasure, MeasureMatching>();
        services.AddSingleton<ICheck>(GroupsChecks.ListedAreNamed);
        services.AddScoped<ListNewest>();
        services.AddSingleton<KeepMisses>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepMisses>());
        services.AddScoped<ListUnmet>();
        services.AddScoped<ReadGroup>();
        services.AddScoped<ReadThing>();
        services.AddRules(GroupRules.All);
        services.AddWorkLinks(GroupRules.Doors);
        services.AddScoped<ReadStanding>();
        services.AddScoped<EditGroup>();
        services.AddScoped<IForget, ForgetInEntries>();
        services.AddWorkersTools();
        services.AddScoped<NoteReading>();
        services.AddScoped<FindGroup>();
        services.AddTelling();
        services.AddConfidentialNotes();
        services.AddScoped<ReportProblem>();
        services.AddScoped<AnswerProblem>();
        services.AddScoped<ProposeChange>();
        services.AddScoped<DecideProposal>();
        services.AddScoped<ClaimGroup>();
        services.AddScoped<DecideClaim>();
        services.AddScoped<ListClaims>();
        services.AddScoped<AskToConfirm>();
        services.AddScoped<ConfirmEntry>();
        services.AddScoped<AskDueGroups>();
        services.AddJob(AskDueGroups.Job);
        services.AddScoped<IGroupFacet, LastConfirmed>();
        services.AddDocuments();
        services.AddScoped<ITakeBack, TakeBackRecords>();
        services.AddScoped<Importer, CharityRegister>();
        services.AddScoped<Importer, CharityOtherNames>();
        services.AddScoped<Importer, Causes>();
        services.AddScoped<Importer, Casc>();
        services.AddScoped<Importer, ServiceList>();
        services.AddScoped<Importer, PremisesList>();
        services.AddScoped<Importer, GroupList>();
        services.AddScoped<Exporter, GroupsExporter>();
        services.AddScoped<Exporter, ServicesExporter>();
        services.AddScoped<IScopeOfAddress, GroupOfAddress>();
        services.AddScoped<IScopeNames, GroupNames>();
        services.AddWards();
        services.AddToRegister(GroupsRegister.Personal, GroupsRegister.Peopleless);
    }

    public override void BuildModel(ModelBuilder model)
    {
        GroupsTables.Build(model);
        FindTables.Build(model);
        DocumentTables.Build(model);
    }
}
