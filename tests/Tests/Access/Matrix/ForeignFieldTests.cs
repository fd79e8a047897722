using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access.Matrix;

/// <summary>Fields that a form does not have are not taken from it, whatever their names: not one of the schema's.</summary>
public sealed partial class ForeignFieldTests(ForeignFieldTests.Worldly site, ITestOutputHelper output) : IClassFixture<ForeignFieldTests.Worldly>
{
    private const string Mark = "massmark";
    private const int AtOnce = 400; // of the thousand fields that a form may have
    private const int Number = 424_242_424;
    private static readonly Guid Id = new("cafe0000-cafe-4afe-8afe-cafecafecafe");

    /// <summary>Forms filled in as they should be, so that something is saved; the answer is a redirect.</summary>
    private static readonly (string Way, Dictionary<string, string> Form)[] Filled =
    [
        ("POST /me?handler=Name", new() { ["Form.Name"] = "Ann" }),
        ("POST /me/email", new() { ["Form.Email"] = "ann-new@example.org" }),
        ("POST /people/{person:guid}?handler=Give", new() { ["Form.Role"] = "Manager", ["Form.Because"] = "Good at it" }),
        ("POST /people/{person:guid}?handler=Account", new() { ["Account.Because"] = "Lost a phone", ["Account.Enable"] = "false" }),
        ("POST /people/invitations", new() { ["Form.Email"] = "bea@example.org", ["Form.Role"] = "Viewer" }),
        ("POST /groups/{slug}/people", new() { ["Form.Email"] = "cas@example.org", ["Form.Role"] = "Member" }),
        ("POST /people/end/{appointment:guid}", new() { ["Form.Because"] = "Moved away" }),
        ("POST /sign-in", new() { ["Form.Email"] = "dan@example.org" }),
    ];

    [Fact]
    public async Task No_form_takes_a_field_it_does_not_have()
    {
        var names = await site.InDb(db => Task.FromResult(Names(db)));
        var caller = site.World.Callers.Single(one => one.Name == nameof(Role.Administrator));
        var (tried, before) = (0, await Canaries(site));
        Assert.Equal([], before);
        foreach (var row in Rows.All.Where(row => row.Way.StartsWith("POST", StringComparison.Ordinal) && !row.IsNeverThere))
        {
            var filled = Filled.SingleOrDefault(one => one.Way == row.Way).Form;
            var form = filled ?? row.Form(site.World, caller);
            var isFirst = true;
            await row.Before(site.World);
            var own = await OwnFields(caller, row.At(site.World, caller, Whose.Own)!);
            foreach (var some in names.Where(name => !form.ContainsKey(name.Key) && !own.Contains(name.Key)).Chunk(AtOnce))
            {
                await row.Before(site.World);
                var answer = await caller.Ask("POST", row.At(site.World, caller, Whose.Own)!, some.Concat(form).ToDictionary());
                Assert.True(filled is not null && isFirst ? answer.Status is 302 or 200 : answer.Status is 200 or 302 or 404 or 409 or 410 or 422, $"{row.Way} answers {answer.Status}");
                await row.Before(site.World);
                isFirst = false;
            }

            Assert.Equal([], (await Canaries(site)).Select(where => $"{row.Way} wrote {where}"));
            tried++;
        }

        Assert.Equal(0, await site.InDb(db => db.Set<Appointment>().CountAsync(one => one.Role == Role.Operator && one.GivenBy != null)));
        output.WriteLine($"{tried} forms, {names.Count} foreign fields each");
    }

    [Fact]
    public async Task A_field_that_is_taken_is_seen()
    {
        await using var own = new Site();
        await own.InDb(async db =>
        {
            db.Add(new Person { Id = Id, Name = Mark, Email = "x@example.org", CreatedAt = own.Clock.GetUtcNow(), IsSample = false });
            await db.SaveChangesAsync();
        });
        Assert.Contains("platform_person", await Canaries(own));
    }

    /// <summary>Every property of every table, bare and as part of a form, with a value that nobody would type. Those of the forms themselves are left out: what is asked may be answered.</summary>
    private static Dictionary<string, string> Names(Db db)
    {
        string[] asked = ["name", "email", "because", "reason", "role", "successor", "code", "kept", "key", "back", "person", "session", "job", "fact", "form", "at", "done", "from", "handler"];
        return (from entity in db.Model.GetEntityTypes()
                from property in entity.GetProperties()
                where !asked.Contains(property.Name.ToLowerInvariant())
                from prefix in new[] { "", "Form.", "Account.", "Person.", "Invitation.", "Seen.", "Scope.", "Place." }
                select (Name: prefix + property.Name, Value: Value(property.ClrType)))
            .DistinctBy(one => one.Name.ToLowerInvariant()).ToDictionary(one => one.Name, one => one.Value);
    }

    /// <summary>The names of the fields on the form's page: what it asks may be answered.</summary>
    private static async Task<HashSet<string>> OwnFields(Caller caller, string url) =>
        [.. FieldName().Matches((await caller.Ask("GET", url.Split("?handler=")[0])).Body).Select(field => field.Groups[1].Value)];

    [GeneratedRegex("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"")]
    private static partial Regex FieldName();

    private static string Value(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var id when id == typeof(Guid) => Id.ToString(),
        var number when number == typeof(int) || number == typeof(long) => Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        var yes when yes == typeof(bool) => "true",
        var at when at == typeof(DateTimeOffset) || at == typeof(DateTime) => "1999-01-01T00:00:00Z",
        var day when day == typeof(DateOnly) => "1999-01-01",
        var choice when choice.IsEnum => Enum.GetNames(choice)[^1],
        _ => Mark,
    };

    /// <summary>The tables in which one of the values has arrived.</summary>
    private static async Task<List<string>> Canaries(Site site)
    {
        var found = new List<string>();
        var database = (Database)site.Services.GetService(typeof(Database))!;
        await using var connection = await database.Open(default);
        foreach (var table in await site.InDb(db => Task.FromResult(db.Model.GetEntityTypes().Select(one => one.GetTableName()!).Distinct().ToList())))
        {
            var cells = await connection.Query($"SELECT * FROM {table}", row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(at => row.IsDBNull(at) ? "" : Convert.ToString(row.GetValue(at), System.Globalization.CultureInfo.InvariantCulture))), default);
            if (cells.Any(cell => cell.Contains(Mark, StringComparison.Ordinal) || cell.Contains(Id.ToString(), StringComparison.OrdinalIgnoreCase) || cell.Contains($"{Number}", StringComparison.Ordinal) || cell.Contains("1999-01-01", StringComparison.Ordinal) || cell.Contains("01/01/1999", StringComparison.Ordinal)))
            {
                found.Add(table);
            }
        }

        return found;
    }

    /// <summary>A world of its own, since it is written to.</summary>
    public sealed class Worldly : Site, IAsyncLifetime
    {
        internal World World { get; private set; } = null!;

        public async ValueTask InitializeAsync() => World = await World.Make(this);
    }
}
