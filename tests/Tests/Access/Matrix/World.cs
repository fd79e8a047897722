using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Claiming;
using Trellis.Groups.Confidential;
using Trellis.Groups.Documents;
using Trellis.Groups.Lists;
using Trellis.Groups.Mailing;
using Trellis.Groups.Problems;
using Trellis.Ledger.Book;
using Trellis.Platform.Access;
using Trellis.Platform.Confidential;
using Trellis.Platform.Data;
using Trellis.Platform.Documents;
using Trellis.Platform.Events;
using Trellis.Platform.Jobs;
using Trellis.Tests.Documents;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access.Matrix;

/// <summary>Two places, and everybody who may come: nobody, somebody disabled, somebody without a role, and each role here, next door and elsewhere.</summary>
internal sealed class World
{
    private static readonly Guid Fund = Guid.CreateVersion7();

    public required Twins Twins { get; init; }

    public required IReadOnlyList<Caller> Callers { get; init; }

    /// <summary>A member's appointment in each group; a viewer of each place.</summary>
    public required Dictionary<Whose, Guid> Membership { get; init; }

    public required Dictionary<Whose, Guid> Viewer { get; init; }

    public required Dictionary<Whose, Guid> Invitation { get; init; }

    /// <summary>The secret of each invitation's link.</summary>
    public Dictionary<Whose, string> Key { get; } = [];

    /// <summary>A fact that nobody could be told.</summary>
    public Guid Parked { get; } = Guid.CreateVersion7();

    /// <summary>Of our own group: a claim, one that is proved by letter, and something said to be wrong, each waiting.</summary>
    public Guid Claim { get; } = Guid.CreateVersion7();

    public Guid LetterClaim { get; } = Guid.CreateVersion7();

    public Guid Note { get; } = Guid.CreateVersion7();

    public Guid Problem { get; } = Guid.CreateVersion7();

    /// <summary>A list of groups of each place, and a letter that went to it.</summary>
    public Dictionary<Whose, Guid> List { get; } = [];

    public Dictionary<Whose, Guid> Mailing { get; } = [];

    /// <summary>A health check of each group.</summary>
    public Dictionary<Whose, Guid> Check { get; } = [];
    public Dictionary<Whose, ReportThings> Report { get; } = [];

    public Dictionary<Whose, int> Grant { get; } = [];

    public Dictionary<Whose, int> Payment { get; } = [];

    public Dictionary<Whose, int> Recipient { get; } = [];

    /// <summary>Of each group, a document for each kind of readers.</summary>
    public Dictionary<(Whose Whose, Readers Readers), Guid> Document { get; } =
        Enum.GetValues<Whose>().SelectMany(whose => Enum.GetValues<Readers>().Select(readers => (whose, readers))).ToDictionary(one => one, _ => Guid.CreateVersion7());

    /// <summary>Something the installation does by itself.</summary>
    public required string Job { get; init; }

    /// <summary>The groups' addresses; the other place's one has no namesake here.</summary>
    public static string Slug(Whose whose) => whose switch { Whose.Own => "sale-choir", Whose.NextGroup => "sale-band", _ => "far-away" };

    public Guid Group(Whose whose) => whose switch { Whose.Own => Twins.OwnGroup, Whose.NextGroup => Twins.NextGroup, _ => Twins.OtherGroup };

    public Guid Place(Whose whose) => whose == Whose.OtherPlace ? Twins.Other.Id : Twins.Ours.Id;

    public static async Task<World> Make(Site site)
    {
        var twins = await Twins.Make(site);
        Dictionary<Whose, Guid> memberships = [], viewers = [], invitations = [];
        var world = new World { Twins = twins, Callers = await Everybody(site, twins), Membership = memberships, Viewer = viewers, Invitation = invitations, Job = await site.With<RunJobs, string>(jobs => Task.FromResult(jobs.All[0].Name)) };
        foreach (var whose in Enum.GetValues<Whose>())
        {
            memberships[whose] = await Appointed(site, Role.Member, world.Group(whose), world.Place(whose), $"member-{whose}@example.org");
            var viewer = await Appointed(site, Role.Viewer, world.Place(whose), world.Place(whose), $"viewer-{whose}@example.org");
            viewers[whose] = await site.InDb(db => db.Set<Appointment>().Where(one => one.Id == viewer).Select(one => one.PersonId).SingleAsync());
            invitations[whose] = await Invited(site, world, whose);
            world.Check[whose] = await CheckRows.Begun(site, world.Place(whose), world.Group(whose));
            var place = world.Place(whose);
            world.Report[whose] = await ReportThings.Make(site, place);
            await site.InDb(async db =>
            {
                var now = site.Clock.GetUtcNow();
                var list = db.Add(new KeptList { Id = world.List[whose] = Guid.CreateVersion7(), PlaceId = place, Name = "Winter", MadeAt = now }).Entity;
                db.Add(new NewsMailing { Id = world.Mailing[whose] = Guid.CreateVersion7(), PlaceId = place, ListId = list.Id, ListName = "Winter", Subject = "Grants", Body = "Open now", QueuedAt = now, Groups = 1, NoContact = 1, NotAsked = 0, Unreachable = 0 });
                await db.SaveChangesAsync();
                world.Grant[whose] = await db.Set<Grant>().Where(one => one.PlaceId == place).Select(one => one.Id).FirstAsync();
                world.Payment[whose] = await db.Set<Payment>().Where(one => db.Set<Account>().Any(account => account.Id == one.AccountId && account.PlaceId == place)).Select(one => one.Id).FirstAsync();
                world.Recipient[whose] = await db.Set<Recipient>().Where(one => one.PlaceId == place).Select(one => one.Id).FirstAsync();
            });
        }

        await site.InDb(async db =>
        {
            var now = site.Clock.GetUtcNow();
            db.Add(Claimed(world, world.Claim, Proof.Worker, ClaimState.Waiting, now));
            db.Add(Claimed(world, world.LetterClaim, Proof.Letter, ClaimState.Proving, now));
            db.Add(new ConfidentialNote { Id = world.Note, PlaceId = twins.Ours.Id, OrganisationId = twins.OwnGroup, SealedText = "c1.none.none", WrittenAt = now });
            db.Add(new ReportedProblem { Id = world.Problem, PlaceId = twins.Ours.Id, OrganisationId = twins.OwnGroup, What = "It has moved.", ReportedAt = now });
            db.Add(new OutboxMessage { Id = world.Parked, At = now, Type = "nobody", Body = "{}", Attempts = 1_000 });
            await db.SaveChangesAsync();
        });
        await site.InDb(db => KeptPolicy(db, twins.Ours.Id, site.Clock.GetUtcNow()));
        await world.KeepDocuments();
        return world;
    }

    /// <summary>Sees that all the documents are there.</summary>
    public Task KeepDocuments() => Twins.Site.InDb(async db =>
    {
        var known = await db.Set<GroupDocument>().Select(one => one.Id).ToListAsync();
        foreach (var ((whose, readers), id) in Document.Where(one => !known.Contains(one.Value)))
        {
            var file = Kept(db, Place(whose), Group(whose), Twins.Site.Clock.GetUtcNow());
            db.Add(new GroupDocument { Id = id, PlaceId = file.PlaceId, OrganisationId = file.ScopeId, FileId = file.Id, Sort = DocumentSort.Accounts, Readers = readers, Warned = Warned.No });
        }

        await db.SaveChangesAsync();
    });

    /// <summary>The policy of a place beside its compartment, which is shut.</summary>
    internal static Task KeptPolicy(Db db, Guid place, DateTimeOffset now)
    {
        var file = Kept(db, place, place, now);
        db.Add(new Compartment { Id = Guid.CreateVersion7(now), PlaceId = place, Conditions = "", Policy = "Policy", PolicyOn = new(2026, 5, 1), PolicyFileId = file.Id, OpenedAt = now, ClosedAt = now });
        return db.SaveChangesAsync();
    }

    private static StoredFile Kept(Db db, Guid place, Guid scope, DateTimeOffset now)
    {
        var file = new StoredFile { Id = Guid.CreateVersion7(now), PlaceId = place, ScopeId = scope, Name = "a.pdf", Kind = DocumentKind.Pdf, Bytes = GoodFiles.Pdf.Length, Sha256 = new GoodFile("", DocumentKind.Pdf, GoodFiles.Pdf).Sha256, StoredAt = now };
        db.Add(file);
        db.Add(new FileContent { FileId = file.Id, Content = GoodFiles.Pdf });
        return file;
    }

    private static Claim Claimed(World world, Guid id, Proof proof, ClaimState state, DateTimeOffset at) =>
        new() { Id = id, PlaceId = world.Twins.Ours.Id, OrganisationId = world.Twins.OwnGroup, PersonId = world.Viewer[Whose.Own], Part = "Treasurer", Proof = proof, State = state, ClaimedAt = at };

    private static async Task<List<Caller>> Everybody(Site site, Twins twins)
    {
        var (here, there) = (twins.Ours.Id, twins.Other.Id);
        var callers = new List<Caller> { new("anonymous", Client(site), null, isSignedIn: false), await Come("no role", null, default, null) };
        callers.Add(await Come("disabled", Role.Administrator, here, here, isSignedIn: false));
        await site.InDb(db => db.Set<Person>().Where(one => one.Email == "disabled@example.org").ExecuteUpdateAsync(one => one.SetProperty(person => person.DisabledAt, site.Clock.GetUtcNow())));
        foreach (var role in Enum.GetValues<Role>())
        {
            var scope = role.Scope() switch { RoleScope.Installation => Guid.Empty, RoleScope.Place => here, RoleScope.Organisation => twins.OwnGroup, _ => Fund };
            callers.Add(await Come(role.ToString(), role, scope, role == Role.Operator ? null : here));
        }

        callers.Add(await Come("lead of another group", Role.Lead, twins.NextGroup, here));
        callers.Add(await Come("administrator of the other place", Role.Administrator, there, there));
        callers.Add(await Come("lead of the group of the same name in the other place", Role.Lead, twins.OtherGroup, there));
        return callers;

        async Task<Caller> Come(string name, Role? role, Guid scope, Guid? placeId, bool isSignedIn = true)
        {
            var email = name.Replace(' ', '-').ToLowerInvariant() + "@example.org";
            var token = await twins.Session(role, scope, placeId, email);
            var own = await site.InDb(db => db.Set<Appointment>().Where(one => db.Set<Person>().Any(person => person.Id == one.PersonId && person.Email == email)).Select(one => (Guid?)one.Id).FirstOrDefaultAsync());
            return new(name, Client(site), token, isSignedIn, role is { } held ? [(held, scope)] : []) { OwnAppointment = placeId == there ? null : own, SessionId = await site.InDb(db => db.Set<Session>().Where(one => one.TokenHash == Secret.Hash(token)).Select(one => one.Id).SingleAsync()) };
        }
    }

    private static HttpClient Client(Site site) => site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = false });

    private static async Task<Guid> Appointed(Site site, Role role, Guid scope, Guid place, string email)
    {
        await site.Appoint(role, scope, place, email);
        return await site.InDb(db => db.Set<Appointment>().Where(one => one.Role == role && db.Set<Person>().Any(person => person.Id == one.PersonId && person.Email == email)).Select(one => one.Id).SingleAsync());
    }

    private static Task<Guid> Invited(Site site, World world, Whose whose) => site.InDb(async db =>
    {
        var now = site.Clock.GetUtcNow();
        var made = new Invitation { Id = Guid.CreateVersion7(), PlaceId = world.Place(whose), Role = Role.Member, ScopeId = world.Group(whose), Email = $"asked-{whose}@example.org", InvitedBy = world.Viewer[whose], InvitedAt = now, ExpiresAt = now.AddDays(7) };
        db.Add(made);
        var secret = world.Key[whose] = Secret.Make();
        db.Add(new OneTimeLink { Id = Guid.CreateVersion7(), TokenHash = Secret.Hash(secret), Purpose = LinkPurpose.Invitation, PlaceId = made.PlaceId, SubjectId = made.Id, Email = made.Email, MadeAt = now, ExpiresAt = made.ExpiresAt });
        await db.SaveChangesAsync();
        return made.Id;
    });
}
