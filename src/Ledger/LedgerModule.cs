using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Ledger.Coming;
using Trellis.Ledger.Export;
using Trellis.Ledger.Look;
using Trellis.Ledger.Measures;
using Trellis.Ledger.Rows;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Events;
using Trellis.Platform.Exchange;
using Trellis.Platform.Exchange.Bringing;
using Trellis.Platform.Measures;
using Trellis.Platform.Privacy;

namespace Trellis.Ledger;

public sealed class LedgerModule : Module
{
    public override string Name => "ledger";

    public override void AddServices(IServiceCollection services)
    {
        services.AddToRegister([], LedgerRegister.Peopleless);
        services.AddScoped<Importer, GrantsImporter>();
        services.AddScoped<Importer, CouncilSpendImporter>();
        services.AddScoped<ITakeBack, TakeBackMoney>();
        services.AddScoped<Exporter, PaymentsExporter>();
        services.AddScoped<Exporter, GrantsExporter>();
        services.AddScoped<LookAgain>();
        services.AddScoped<BuildCube>();
        services.AddSingleton<SumKinds>();
        services.AddSingleton<Cubes>();
        services.AddSingleton<ReadRows>();
        services.AddScoped<MoneySources>();
        services.AddSingleton(LedgerChecks.AccountsAddUp);
        services.AddSingleton(LedgerChecks.RowsBelong);
        services.AddSingleton(LedgerChecks.RecipientsAreKnown);
        services.AddScoped<IGroupSections, GroupMoney>();
        services.AddScoped<IGroupFacet, FundedBy>();
        services.AddScoped<ICounts, MoneyCounts>();
        services.AddScoped<IMeasure, MoneyPerWard>();
        services.AddScoped<IMeasure, MoneyPerHead>();
        services.AddScoped<IMeasure, GrantsPerWard>();
    }

    public override void BuildModel(ModelBuilder model) => LedgerTables.Build(model);

    public override void Listen(Facts facts) => facts.Add<OrganisationsChanged, LookAgain>();
}
