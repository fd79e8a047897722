using Microsoft.EntityFrameworkCore;
using Trellis.Ledger.Book;
using Trellis.Platform;

namespace Trellis.Ledger;

public sealed class LedgerModule : Module
{
    public override string Name => "ledger";

    public override void BuildModel(ModelBuilder model) => LedgerTables.Build(model);
}
