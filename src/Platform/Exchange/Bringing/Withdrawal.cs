using System.Data.Common;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Platform.Exchange.Bringing;

/// <summary>A list on its way out: nothing that it brought is to count any more, and everything is to be as before where it comes in again.</summary>
/// <param name="Connection">A transaction is open on it.</param>
public sealed record Withdrawal(Place Place, Source Source, DbConnection Connection, DateTimeOffset Now);

/// <summary>Takes back what a part keeps of a list. Each module registers its own: <c>services.AddScoped&lt;ITakeBack, TakeBackMoney&gt;()</c>.</summary>
public interface ITakeBack
{
    Task Handle(Withdrawal withdrawal, CancellationToken stop);
}
