using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Access;
using Trellis.Platform.Places;
using Trellis.Platform.Privacy;
using Trellis.Tests.Groups;
using Trellis.Tests.Support;

namespace Trellis.Tests.Access;

/// <summary>Nobody goes who is the last in charge: of a place, of any of several, or of the installation.</summary>
public sealed class LastInChargeTests : IAsyncLifetime
{
    private readonly Site site = new();
    private Place place = null!;

    public async ValueTask InitializeAsync() => place = await site.MakePlace();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_only_administrator_of_a_place_erases_no_account_of_theirs()
    {
        await site.Appoint(Role.Administrator, place.Id, place.Id, "only@example.org");
        var only = await Person("only@example.org");
        Assert.Equal($"This is the only administrator of {place.Name}. Make somebody else one first.", await Erase(only));
        await site.Appoint(Role.Administrator, place.Id, place.Id, "second@example.org");
        Assert.Null(await Erase(only));
        Assert.False(await site.InDb(db => db.Set<Person>().AnyAsync(one => one.Id == only)));
    }

    [Fact]
    public async Task The_last_operator_gives_the_role_back_only_to_somebody()
    {
        var only = await site.SignInAs(Role.Operator, Guid.Empty, null, "operator@example.org");
        var role = await site.InDb(db => db.Set<Appointment>().SingleAsync(one => one.Role == Role.Operator));
        var page = await only.Open("/me/leave/" + role.Id);
        Assert.Contains("Nobody else can run this installation", page.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await page.Submit()).Status);

        await site.Appoint(Role.Administrator, place.Id, place.Id, "heir@example.org");
        var heir = await Person("heir@example.org");
        page = await only.Open("/me/leave/" + role.Id);
        Assert.Contains("An installation is never without an operator.", page.Text, StringComparison.Ordinal);
        page.Document.QuerySelector($"input[value='{heir}']")!.SetAttribute("checked", "checked");
        Assert.Equal(302, (await page.Submit()).Status);
        Assert.Equal([heir], await site.InDb(db => db.Set<Appointment>().Where(one => one.Role == Role.Operator && one.EndedAt == null).Select(one => one.PersonId).ToListAsync()));
    }

    [Fact]
    public async Task One_of_two_operators_goes_as_they_like()
    {
        await site.Appoint(Role.Operator, Guid.Empty, null, "stays@example.org");
        var goes = await site.SignInAs(Role.Operator, Guid.Empty, null, "goes@example.org");
        var person = await Person("goes@example.org");
        var role = await site.InDb(db => db.Set<Appointment>().SingleAsync(one => one.PersonId == person));
        Assert.Equal(302, (await (await goes.Open("/me/leave/" + role.Id)).Submit()).Status);
    }

    private Task<Guid> Person(string email) => site.InDb(db => db.Set<Person>().Where(one => one.Email == email).Select(one => one.Id).SingleAsync());

    /// <summary>Why not; null where it was done.</summary>
    private async Task<string?> Erase(Guid person)
    {
        var erased = await site.With<ErasePerson, Trellis.Platform.Result<ErasePerson.Done>?>(erase => erase.Handle(person, null, default));
        return erased!.Succeeded ? null : erased.Problems[0].Message;
    }
}
