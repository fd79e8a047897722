using Trellis.Groups.Contract;
using Trellis.Platform.Data;
using Trellis.Platform.Places;

namespace Trellis.Tests.Ledger;

/// <summary>Two funders, a handful of recipients, two wards: small enough to add up by hand.</summary>
public sealed class SmallLedger : LedgerPlace, IAsyncLifetime
{
    public const string Spend =
        """
        OrganisationLabel,OrganisationalUnit,BeneficiaryName,BeneficiaryOtherID,PaymentDate,TransactionNumber,Amount,Purpose,ProclassLabel,ProclassCode,InvoiceNumber
        Trafford Council,CARERS,Trafford Carers,11,2025-05-01,T1,1000.00,Carers service,SOCIAL CARE : Carers,321500,I1
        Trafford Council,CARERS,Trafford Carers,11,2025-05-01,T1,1000.00,Carers service,SOCIAL CARE : Carers,321500,I1
        Trafford Council,CARERS,Trafford Carers,11,2025-06-01,T2,-250.50,Credit,SOCIAL CARE : Carers,321500,I2
        Trafford Council,PARKS,Green Spades Ltd,12,2025-07-01,T3,99.99,Spades,Not Classified,NA,I3
        Trafford Council,CARE,Redacted,Redacted,2026-04-02,T4,400.00,DIRECT PAYMENTS,SOCIAL CARE : Adult,321000,I4
        """;

    public const string Grants =
        """
        Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Beneficiary Location:Geographic Code,Funding Org:Identifier,Funding Org:Name,Grant Programme:Code,Grant Programme:Title
        360G-x-1,Lunch club,Warm lunches,GBP,2000,2024-04-10,GB-CHC-1,Trafford Carers,E08000009,GB-LAE-TRF,Trafford Metropolitan Borough Council,VSG,Voluntary Sector Grants
        360G-x-2,Choir,Singing,GBP,500.50,2025-03-31,GB-CHC-2,Sale Choir,E05000002,GB-LAE-TRF,Trafford Metropolitan Borough Council,VSG,Voluntary Sector Grants
        360G-y-1,Sports hall,New floor,GBP,3000,2025-05-05,GB-CHC-1,Trafford Carers,,GB-COH-9,Big Fund,,
        """;

    public Guid Carers { get; } = Guid.CreateVersion7();

    public Guid Choir { get; } = Guid.CreateVersion7();

    public async ValueTask InitializeAsync()
    {
        var here = await ThePlace();
        await using (var connection = await Data.Open(default))
        {
            await FewKnown.Insert(connection, here.Id, Carers, "Trafford Carers Centre", OrganisationKind.Charity, "E05000001", default);
            await FewKnown.Insert(connection, here.Id, Choir, "Sale Choir", OrganisationKind.Group, null, default);
        }

        await InDb(async db =>
        {
            db.Add(Ward(here, "E05000001", "Ashton"));
            db.Add(Ward(here, "E05000002", "Brooklands"));
            db.Add(People(here, "E05000001", 100));
            db.Add(People(here, "E05000002", 50));
            await db.SaveChangesAsync();
        });
        Known.Know("Trafford Carers", Carers);
        Known.Know("GB-CHC-1", Carers);
        Known.Know("GB-CHC-2", Choir);
        await ImportText(Grants, "360giving", "grants");
        await ImportText(Spend, "council-spend", "spend");
    }

    private static Area Ward(Place here, string code, string name) => new()
    {
        Id = Guid.CreateVersion7(),
        PlaceId = here.Id,
        Kind = AreaKind.Ward,
        Code = code,
        Name = name,
        Slug = name.ToLowerInvariant(),
    };

    private static AreaFigure People(Place here, string code, long count) => new()
    {
        Id = Guid.CreateVersion7(),
        PlaceId = here.Id,
        AreaCode = code,
        Measure = "population",
        Period = "2024",
        Value = count,
        SourceId = Guid.CreateVersion7(),
    };
}
