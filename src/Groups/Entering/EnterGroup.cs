using Microsoft.EntityFrameworkCore;
using Trellis.Groups.Contract;
using Trellis.Groups.Editing;
using Trellis.Groups.Intake;
using Trellis.Groups.Merging;
using Trellis.Groups.Record;
using Trellis.Platform;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Platform.Places;
using Trellis.Platform.Sources;

namespace Trellis.Groups.Entering;

/// <summary>Puts a group into the directory that no register or list has: a worker of the place says what is known of it.</summary>
/// <remarks>A list that names the group later is joined to it as to any other.</remarks>
internal sealed class EnterGroup(Db db, Change change, LikelyTwins twins, Gazetteers gazetteers)
{
    /// <summary>What came of it: the new group's address, or those that it may be, of which the worker has not yet said that they are others.</summary>
    public sealed record Entered(string? Slug, IReadOnlyList<LikelyTwins.Twin> Twins);

    public async Task<Result<Entered>> Handle(Guid placeId, EnterForm form, CancellationToken stop)
    {
        var read = ReadEntry.From(form, new Entry());
        Problem[] nameless = read.Succeeded && read.Value[Field.Name].Length == 0 || string.IsNullOrWhiteSpace(form.Name) ? [new("Name", "Enter the group's name.")] : [];
        Problem[] wrong = [.. nameless, .. read.Problems.Where(problem => problem.Field != "Name" || nameless.Length == 0), .. await Wrong(placeId, form, stop)];
        if (wrong.Length > 0)
        {
            return wrong;
        }

        form.Ticket = form.Ticket == Guid.Empty ? Guid.CreateVersion7() : form.Ticket;
        if (await Already(db, placeId, form.Ticket.ToString("n"), stop) is { } slug)
        {
            return new Entered(slug, []);
        }

        var entry = read.Value;
        var likely = await twins.Handle(placeId, new(entry[Field.Name], [], Known(Field.Postcode), Known(Field.Website), Known(Field.Telephone), Known(Field.Email)), stop);
        if (likely.All(twin => form.Seen.Contains(twin.Group.Id)))
        {
            return await change.Do<Entered>(placeId, desk => Enter(desk, entry, form, stop), stop);
        }

        // One of them may be what this very form made, pressed twice, while the twins were looked for.
        return await Already(db, placeId, form.Ticket.ToString("n"), stop) is { } meanwhile ? new Entered(meanwhile, []) : new Entered(null, likely);

        string? Known(Field field) => entry[field] is { Length: > 0 } text ? text : null;
    }

    private async Task<IReadOnlyList<Problem>> Wrong(Guid placeId, EnterForm form, CancellationToken stop)
    {
        var wrong = new List<Problem>();
        if (form.Kind is { Length: > 0 } kind && !Enum.GetNames<OrganisationKind>().Contains(kind))
        {
            wrong.Add(new("Kind", "Choose one of the kinds."));
        }

        if (form.Ward is { Length: > 0 } ward && (await gazetteers.Of(placeId, stop)).Find(AreaKind.Ward, ward) is null)
        {
            wrong.Add(new("Ward", "Choose one of the wards of this place."));
        }

        return wrong;
    }

    /// <summary>The address of the group that this form has made before; null where it has made none.</summary>
    private static Task<string?> Already(Db db, Guid placeId, string ticket, CancellationToken stop) => (
        from record in db.Set<SourceRecord>()
        join source in db.Sources(placeId) on record.SourceId equals source.Id
        join organisation in db.Organisations(placeId) on record.OrganisationId equals organisation.Id
        where source.Format == Tellers.ByWorker && record.Key == ticket
        select organisation.Slug).FirstOrDefaultAsync(stop);

    private static async Task<Result<Entered>> Enter(Change.Desk desk, Entry entry, EnterForm form, CancellationToken stop)
    {
        var ticket = form.Ticket.ToString("n");
        if (await Already(desk.Db, desk.PlaceId, ticket, stop) is { } before)
        {
            return new Entered(before, []);
        }

        var source = await OwnWords.SourceOf(desk, Authority.Worker, stop);
        var (id, said) = (Guid.CreateVersion7(desk.Now), Say(entry, form, desk.Today));
        var slug = await Slugs.GiveOne(desk.Connection, desk.PlaceId, entry[Field.Name], stop);
        var record = OwnWords.New(desk, source, id, ticket);
        record.Said = said.ToJson();
        record.Content = RecordRows.ContentOf(record.Said, record.Raw);
        var rows = new OrganisationRows(desk.Connection, desk.PlaceId, await Postcodes.Load(desk.Connection, desk.PlaceId, stop), desk.Now);
        await rows.Add([(id, slug, Compose.From([new(record.Id, said, new(source, Tellers.ByWorker, "", null, Authority.Worker))]))], (_, _) => true, desk.Stamp, stop);
        desk.Db.Add(record);
        desk.Deeds.Add(new(nameof(Organisation), id, desk.PlaceId, DeedKind.Added, [.. said.Spoken!.SaidOn.Keys.Select(field => field.ToString()).Order(StringComparer.Ordinal)]));
        return new Entered(slug, []);
    }

    /// <summary>What was left empty is unknown, not none.</summary>
    private static Statement Say(Entry entry, EnterForm form, DateOnly today)
    {
        var said = Entry.Fields.Where(field => entry[field].Length > 0).Aggregate(new Statement(), (own, field) => own.Say(field, entry[field], today)).Withhold(ReadEntry.Withheld(form));
        return said with
        {
            // A group is what anything is that nobody says more of; unsaid, a register can still call it a charity.
            Kind = Enum.TryParse<OrganisationKind>(form.Kind, out var kind) && kind != OrganisationKind.Group ? kind : null,
            WardCode = form.Ward is { Length: > 0 } ward && entry[Field.Postcode].Length == 0 ? ward : null,
        };
    }
}
