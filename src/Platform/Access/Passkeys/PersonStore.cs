using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Access;

/// <summary>Our people and their passkeys as the framework's passkey handler reads them. It changes nothing: that is for the use cases, whose changes are audited and told by mail.</summary>
internal sealed class PersonStore(Db db) : IUserPasskeyStore<Person>
{
    public Task<string> GetUserIdAsync(Person user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(Person user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<string?> GetNormalizedUserNameAsync(Person user, CancellationToken cancellationToken) => GetUserNameAsync(user, cancellationToken);

    /// <summary>Nobody who has been disabled is found.</summary>
    public async Task<Person?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await db.Set<Person>().FirstOrDefaultAsync(person => person.Id == id && person.DisabledAt == null, cancellationToken) : null;

    public Task<Person?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        db.Set<Person>().FirstOrDefaultAsync(person => person.Email == normalizedUserName && person.DisabledAt == null, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Person user, CancellationToken cancellationToken) =>
        [.. (await db.Set<Passkey>().AsNoTracking().Where(passkey => passkey.PersonId == user.Id).ToListAsync(cancellationToken)).Select(passkey => passkey.ForFramework())];

    public async Task<Person?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Passkey.Text(credentialId);
        return await (
            from passkey in db.Set<Passkey>()
            join person in db.Set<Person>() on passkey.PersonId equals person.Id
            where passkey.CredentialId == id
            select person).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken)
    {
        var id = Passkey.Text(credentialId);
        return (await db.Set<Passkey>().AsNoTracking().FirstOrDefaultAsync(passkey => passkey.PersonId == user.Id && passkey.CredentialId == id, cancellationToken))?.ForFramework();
    }

    public Task AddOrUpdatePasskeyAsync(Person user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task RemovePasskeyAsync(Person user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetUserNameAsync(Person user, string? userName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task SetNormalizedUserNameAsync(Person user, string? normalizedName, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> CreateAsync(Person user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> UpdateAsync(Person user, CancellationToken cancellationToken) => throw ReadsOnly();

    public Task<IdentityResult> DeleteAsync(Person user, CancellationToken cancellationToken) => throw ReadsOnly();

    public void Dispose()
    {
        // The database belongs to the request.
    }

    private static NotSupportedException ReadsOnly() => new("People and their passkeys are changed by the use cases of Access.");
}
