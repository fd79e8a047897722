using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Contract;
using Trellis.Ledger.Book;
using Trellis.Ledger.Coming;
using Trellis.Ledger.Totals;
using Trellis.Platform;
using Trellis.Platform.Events;
using Trellis.Platform.Exchange;

namespace Trellis.Ledger;

public sealed class LedgerModule : Module
{
    public override string Name => "ledger";

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<BuildCube>();
        services.AddSingleton<Cubes>();
    }

    public override void BuildModel(ModelBuilder model) => LedgerTables.Build(model);

    public override void Listen(Facts facts) => facts.Add<OrganisationsChanged, LookAgain>();
}
