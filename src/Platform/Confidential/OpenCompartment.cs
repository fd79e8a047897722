using Microsoft.EntityFrameworkCore;
using Trellis.Platform.Data;

namespace Trellis.Platform.Confidential;

/// <summary>Opens the confidential compartment of a place, once the law and the policy are named; and shuts it again.</summary>
internal sealed class OpenCompartment(Db db, KeyRing keys, TimeProvider clock)
{
    private const int Longest = 200;

    /// <param name="Conditions">Names of <see cref="LawCondition"/>.</param>
    /// <param name="PolicyOn">As typed.</param>
    public sealed record Form(IReadOnlyList<string> Conditions, string? Policy, string? PolicyOn);

    public Task<Compartment?> Of(Guid placeId, CancellationToken stop) => db.Set<Compartment>().FirstOrDefaultAsync(one => one.PlaceId == placeId, stop);

    public async Task<Result<Compartment>> Handle(Guid placeId, Form form, CancellationToken stop)
    {
        var read = Read(form);
        if (!read.Succeeded)
        {
            return read.Problems.ToArray();
        }

        if (await keys.Ensure(stop) is { Succeeded: false } missing)
        {
            return missing.Problems[0];
        }

        var (conditions, policy, on) = read.Value;
        var now = clock.GetUtcNow();
        if (await Of(placeId, stop) is not { } compartment)
        {
            compartment = new() { Id = Guid.CreateVersion7(now), PlaceId = placeId, Conditions = conditions, Policy = policy, PolicyOn = on, OpenedAt = now };
            db.Add(compartment);
        }
        else
        {
            (compartment.Conditions, compartment.Policy, compartment.PolicyOn) = (conditions, policy, on);
            compartment.OpenedAt = compartment.ClosedAt is null ? compartment.OpenedAt : now;
            compartment.ClosedAt = null;
        }

        await db.SaveChangesAsync(stop);
        return compartment;
    }

    /// <summary>False where it is shut already.</summary>
    public async Task<bool> Shut(Guid placeId, CancellationToken stop)
    {
        if (await Of(placeId, stop) is not { ClosedAt: null } compartment)
        {
            return false;
        }

        compartment.ClosedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(stop);
        return true;
    }

    private Result<(string Conditions, string Policy, DateOnly On)> Read(Form form)
    {
        var problems = new List<Problem>();
        var conditions = form.Conditions.Where(name => Enum.GetNames<LawCondition>().Contains(name)).Distinct().ToList();
        if (conditions.Count == 0)
        {
            problems.Add(new("Conditions", "Choose on what ground in law confidential notes are kept."));
        }

        if (form.Policy?.Trim() is not { Length: > 0 and <= Longest } policy)
        {
            problems.Add(new("Policy", "Enter the title of the place’s policy document, in at most 200 letters."));
            policy = "";
        }

        var on = Trellis.Standards.Values.Read.Date(form.PolicyOn);
        if (on.Value is not { } day || day > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            problems.Add(new("PolicyOn", on.Value is null ? "Enter the date of the policy document, such as 27 3 2026." : "The policy’s date is in the future. Enter the day it was agreed."));
        }

        return problems.Count > 0 ? problems.ToArray() : (string.Join(',', conditions), policy, on.Value!.Value);
    }
}
