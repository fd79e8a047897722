using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Record;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Tests.Groups;

namespace Trellis.Tests.Support;

/// <summary>Two places in one installation, each with the same two groups, the same grants and the same ward: only the marks in their texts differ.</summary>
internal sealed class Twins
{
    public const string OtherHost = "other.localhost";

    /// <summary>Words that stand in everything of the one place and nothing of the other.</summary>
    public const string OurMark = "Quillfeather";

    public const string OtherMark = "Zembrasnip";

    public required Site Site { get; init; }

    public required Place Ours { get; init; }

    public required Place Other { get; init; }

    public required Guid OwnGroup { get; init; }

    public required Guid NextGroup { get; init; }

    public required Guid OtherGroup { get; init; }

    public static async Task<Twins> Make(Site site)
    {
        var ours = await Place(site, OurMark, "X1", null);
        var other = await Place(site, OtherMark, "X2", OtherHost);
        site.Services.GetRequiredService<KnownPlaces>().LookAgainNow();
        return new()
        {
            Site = site,
            Ours = ours,
            Other = other,
            OwnGroup = await Group(site, ours, "sale-choir"),
            NextGroup = await Group(site, ours, "sale-band"),
            OtherGroup = await Group(site, other, "sale-choir"),
        };
    }

    /// <summary>Somebody signed in under the other place's name as well as ours: a session is a person's, wherever they are.</summary>
    public async Task<string> Session(Role? role, Guid scopeId, Guid? placeId, string email)
    {
        var token = Secret.Make();
        var now = Site.Clock.GetUtcNow();
        if (role is { } held)
        {
            await Site.Appoint(held, scopeId, placeId, email);
        }

        await Site.InDb(async db =>
        {
            var person = await db.Set<Person>().FirstOrDefaultAsync(one => one.Email == email) ?? db.Add(new Person { Id = Guid.CreateVersion7(now), Name = "", Email = email, CreatedAt = now, IsSample = false }).Entity;
            db.Add(new Session { Id = Guid.CreateVersion7(now), PersonId = person.Id, TokenHash = Secret.Hash(token), Way = SignInWay.Code, Device = "Tests", CreatedAt = now, SeenAt = now, EndsAt = now.AddDays(30), SteppedUpAt = now });
            await db.SaveChangesAsync();
        });
        return token;
    }

    private static async Task<Place> Place(Site site, string mark, string code, string? host)
    {
        var place = await site.InDb(async db =>
        {
            var made = new Place { Id = Guid.CreateVersion7(), Code = code, Name = mark, Slug = mark.ToLowerInvariant(), IsDemo = false, Host = host };
            db.Add(made);
            await db.SaveChangesAsync();
            db.Add(new Area { Id = Guid.CreateVersion7(), PlaceId = made.Id, Kind = AreaKind.Ward, Code = "E05000001", Name = mark + " Ward", Slug = "ward" });
            await db.SaveChangesAsync();
            return made;
        });
        await site.Import(place, "group-list", $"Name,Postcode,Email,Purpose\nSale Choir,M33 7ZZ,choir@{mark}.example,{mark} sings\nSale Band,M33 7ZZ,band@{mark}.example,{mark} plays\n{(host is null ? "" : $"Far Away,M33 7ZZ,far@{mark}.example,{mark} alone\n")}");
        await Bring("services", $"Name,Opening times,Postcode,Address\n{mark} Hub,Mondays,M33 7ZZ,1 High Street\n");
        await Bring("premises", $"OrganisationLabel,PropertyName,TenureType,Postcode\n{mark} Council,{mark} Hall,Freehold,M33 7ZZ\n");
        await Bring("grants", $"Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name\n360G-{mark}-1,{mark} songs,Warm,GBP,2000,2024-04-10,GB-CHC-1{code[1]},{mark} Carers,GB-LAE-TRF,{mark} Fund\n");
        await Bring("spend", $"OrganisationLabel,OrganisationalUnit,BeneficiaryName,BeneficiaryOtherID,PaymentDate,TransactionNumber,Amount,Purpose,ProclassLabel,ProclassCode,InvoiceNumber\n{mark} Council,PARKS,{mark} Spades Ltd,12,2025-07-01,T3,99.99,Spades,Not Classified,NA,I3\n");
        return place;

        async Task Bring(string key, string text)
        {
            var done = await site.TryImport(place, null, text, key);
            Assert.True(done.Succeeded, done.Succeeded ? "" : key + ": " + done.Problems[0].Message);
        }
    }

    private static Task<Guid> Group(Site site, Place place, string slug) =>
        site.InDb(db => db.Organisations(place.Id).Where(one => one.Slug == slug).Select(one => one.Id).SingleAsync());
}
