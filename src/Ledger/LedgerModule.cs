using Trellis.Platform;

namespace Trellis.Ledger;

public sealed class LedgerModule : Module
{
    public override string Name => "ledger";
}
