using Trellis.Groups.Contract;
using Trellis.Groups.Matching;
using Trellis.Groups.Record;
using Trellis.Platform.Data;
using Trellis.Platform.Events;
using Trellis.Platform.Exchange;
using Trellis.Platform.Places;
using Trellis.Standards.Tables;

namespace Trellis.Groups.Intake;

/// <summary>Takes what a file says about organisations, row by row: keeps each as a source record, joins it to the organisation it means, composes that anew.</summary>
/// <remarks>
/// Above the high line a row is joined by itself. Between the lines it makes an organisation of its own, so that nothing is missing from the directory,
/// and waits in the list of likenesses for a person. Below, it makes an organisation.
/// </remarks>
internal sealed class OrganisationIntake
{
    private readonly ImportRun run;
    private readonly RecordRows recordRows;
    private readonly OrganisationRows organisationRows;
    private readonly Dictionary<Guid, Teller> tellers;
    private readonly Dictionary<string, KnownRecord> earlier;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Match> mentioned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> numbered = new(StringComparer.Ordinal);
    private readonly Slugs slugs;
    private readonly Teller teller;
    private readonly Batch batch = new();
    private long? stamp;
    private long taken;

    private OrganisationIntake(ImportRun run, Known known, Postcodes postcodes, Slugs slugs, RecordRows recordRows, Dictionary<string, KnownRecord> earlier, Dictionary<Guid, Teller> tellers)
    {
        (this.run, Known, Postcodes, this.slugs, this.recordRows, this.earlier, this.tellers) = (run, known, postcodes, slugs, recordRows, earlier, tellers);
        organisationRows = new(run.Connection, run.Place.Id, postcodes, run.Now);
        teller = Tellers.For(run.Source);
        Changes = new(run);
    }

    public Known Known { get; }

    /// <summary>What is told of rows that were here before.</summary>
    public TellChanges Changes { get; }

    public Postcodes Postcodes { get; }

    public static async Task<OrganisationIntake> Open(ImportRun run, CancellationToken stop)
    {
        await Stamps.Hold(run.Connection, "groups", stop); // two groups that are made one wait here until the import has ended, or it waits for them
        return await Open(run, await LoadKnown.From(run.Connection, run.Place.Id, stop), stop);
    }

    /// <param name="run">The file on its way in.</param>
    /// <param name="known">The place's organisations, read in this run.</param>
    /// <param name="stop">Ends the reading.</param>
    public static async Task<OrganisationIntake> Open(ImportRun run, Known known, CancellationToken stop)
    {
        var records = new RecordRows(run.Connection, run.Source.Id, run.Id);
        return new(
            run,
            known,
            await Postcodes.Load(run.Connection, run.Place.Id, stop),
            await Slugs.Load(run.Connection, run.Place.Id, ["groups_organisation", "groups_former_slug"], stop),
            records,
            await records.Read(stop),
            await Tellers.Load(run.Connection, run.Place.Id, stop));
    }

    /// <summary>
    /// What tells a row apart in its source: its number in a register. Groups may all have the number of the body they belong to; those that come after another
    /// and are not called like it are told apart by their names.
    /// </summary>
    public string KeyOf(string number, string name)
    {
        var own = $"{number}|{CleanName.Key(name)}";
        if (earlier.ContainsKey(own) || (numbered.TryGetValue(number, out var first) ? !IsLike(first, name) : IsAnothers(number, name)))
        {
            return own;
        }

        numbered.TryAdd(number, name);
        return number;
    }

    private static bool IsLike(string one, string other) => CleanName.Loose(CleanName.Words(one)) == CleanName.Loose(CleanName.Words(other));

    private bool IsAnothers(string number, string name) =>
        earlier.TryGetValue(number, out var record) && record is { IsGone: false, OrganisationId: { } organisation } && !Known.IsCalledLike(organisation, name);

    /// <summary>One row of the file, counted and, where it is new or differs, kept.</summary>
    public async Task Take(Row row, string key, Statement said, CancellationToken stop)
    {
        run.Tick(++taken);
        if (LongNames.IsTooLong(said.Name))
        {
            run.Refuse(row, null, said.Name, LongNames.Refusal);
            return;
        }

        if (!seen.Add(key))
        {
            run.Refuse(row, null, key, "This stands twice in the file; the first row was taken");
            return;
        }

        var taking = Keep(key, said, RawRow.Of(row), row.Sheet, row.Number);
        run.Report.Count(taking.Outcome);
        Tell(row, said, taking);
        await FlushIfFull(stop);
    }

    /// <summary>The same for what is not a row of its own: an organisation that is named in passing. Returns which organisation it is.</summary>
    public async Task<Match> Mention(string key, Statement said, string raw, CancellationToken stop)
    {
        if (!seen.Add(key))
        {
            return mentioned[key];
        }

        var taking = Keep(key, said, raw, null, 0);
        await FlushIfFull(stop);
        return mentioned[key] = taking.Outcome is Outcome.New && taking.Candidate is { } candidate
            ? new(taking.OrganisationId, candidate.By, candidate.Reason)
            : new(taking.OrganisationId, MatchedBy.Identifier, "Known from this source.");
    }

    /// <summary>Writes what waits and marks the records that the file no longer has, but for those that the caller says are not its rows.</summary>
    public async Task Close(Func<string, bool> mayBeGone, CancellationToken stop)
    {
        var gone = earlier.Where(record => !record.Value.IsGone && !seen.Contains(record.Key) && mayBeGone(record.Key)).Select(record => record.Value).ToList();
        await recordRows.MarkGone(gone, DateOnly.FromDateTime(run.Now.UtcDateTime), stop);
        batch.Touched.UnionWith(gone.Select(record => record.OrganisationId).OfType<Guid>());
        run.Report.Gone += gone.Count;
        foreach (var organisation in gone.Select(record => record.OrganisationId).OfType<Guid>())
        {
            Changes.Gone(Known.NameIfKnown(organisation));
        }

        await Flush(stop);
        Changes.Close();
        if (stamp is not null)
        {
            await Outbox.Tell(run.Connection, new OrganisationsChanged(run.Place.Id), run.Now, stop);
        }
    }

    /// <summary>The number of this change, raised with the first thing written.</summary>
    public async Task<long> Stamp(CancellationToken stop) => stamp ??= await Stamps.Raise(run.Connection, "groups", stop);

    /// <summary>A number settles who is meant, but may be another's; whatever else did is for a person to see.</summary>
    private void Tell(Row row, Statement said, Taking taking)
    {
        if (taking is { IsUnlike: true, Candidate: { } holder })
        {
            run.Warn(row, null, said.Name, $"{holder.Reason.TrimEnd('.')}, is that of {Known.NameOf(holder.OrganisationId)}", "Joined to it. If this is a group of its own, leave the number out");
        }

        if (taking.Candidate is not { By: not MatchedBy.Identifier } candidate)
        {
            return;
        }

        if (taking.Outcome == Outcome.Waiting)
        {
            run.Note(row, null, said.Name, $"This may be {Known.NameOf(candidate.OrganisationId)}, which is here already. {candidate.Reason}", "Kept as a group of its own until somebody decides, at /work/alike");
        }
        else
        {
            run.Note(row, null, said.Name, $"This is taken for {Known.NameOf(candidate.OrganisationId)}, which is here already. {candidate.Reason}", "Joined to it");
        }
    }

    private readonly record struct Taking(Guid OrganisationId, Outcome Outcome, Candidate? Candidate, bool IsUnlike = false);

    private Taking Keep(string key, Statement said, string raw, string? sheet, long number)
    {
        var json = said.ToJson();
        var content = RecordRows.ContentOf(json, raw);
        if (earlier.TryGetValue(key, out var record) && record.OrganisationId is { } organisation)
        {
            return Again(record, organisation, new(record.Id, key, organisation, json, raw, sheet, number, content, null, null));
        }

        var id = Guid.CreateVersion7(run.Now);
        var candidate = Known.Best(new(said.Name ?? "", said.Identifiers, said.Postcode, said.Website, said.Telephone, said.Email));
        var isUnlike = candidate is { By: MatchedBy.Identifier } && said.Name is { } name && !Known.IsCalledLike(candidate.OrganisationId, name);
        var joined = candidate?.Score >= Lines.High;
        organisation = joined ? candidate!.OrganisationId : Guid.CreateVersion7(run.Now);
        batch.NewRecords.Add(new(id, key, organisation, json, raw, sheet, number, content, joined ? candidate!.By.ToString() : null, joined ? candidate!.Reason : null));
        Join(organisation, joined, new(id, said, teller));
        if (candidate is not null && !joined)
        {
            batch.Likenesses.Add(new()
            {
                Id = Guid.CreateVersion7(run.Now),
                SourceRecordId = id,
                OrganisationId = candidate.OrganisationId,
                Score = candidate.Score,
                Reasons = candidate.Reason,
                Decision = Decision.Waiting,
            });
        }

        run.Report.Matched += joined ? 1 : 0;
        return new(organisation, candidate is null || joined ? Outcome.New : Outcome.Waiting, candidate, isUnlike);
    }

    private Taking Again(KnownRecord record, Guid organisation, RecordToWrite renewed)
    {
        if (record.Content == renewed.Content && !record.IsGone)
        {
            return new(organisation, Outcome.Unchanged, null);
        }

        batch.ChangedRecords.Add(renewed);
        batch.Touched.Add(organisation);
        return new(organisation, Outcome.Updated, null);
    }

    private void Join(Guid organisation, bool isKnown, Told told)
    {
        if (batch.Made.TryGetValue(organisation, out var made))
        {
            made.Add(told);
        }
        else if (isKnown)
        {
            batch.Touched.Add(organisation);
        }
        else
        {
            batch.Made[organisation] = [told];
            Known.Add(KnownAs(organisation, told.Said));
        }

        foreach (var code in told.Said.Identifiers)
        {
            Known.AddIdentifier(organisation, code);
        }

        foreach (var name in told.Said.OtherNames.Prepend(new(told.Said.Name ?? "", isKnown ? NameKind.Other : NameKind.Current)))
        {
            Known.AddName(organisation, name.Text, name.Kind);
        }
    }

    internal static KnownOrganisation KnownAs(Guid id, Statement said) => new(
        id, said.Name ?? "", said.Postcode, Contacts.Host(said.Website) ?? Contacts.MailDomain(said.Email), Contacts.Telephone(said.Telephone), LoadKnown.IsNeverACompany(said.LegalForm));

    private Task FlushIfFull(CancellationToken stop) => batch.Count >= Batch.Full ? Flush(stop) : Task.CompletedTask;

    /// <summary>Writes what waits.</summary>
    public async Task Flush(CancellationToken stop)
    {
        if (batch.Count == 0 && batch.Touched.Count == 0)
        {
            return;
        }

        var number = await Stamp(stop);
        var made = batch.Made.Select(pair => (pair.Key, Composed: Compose.From(pair.Value))).Select(pair => (pair.Key, slugs.Give(pair.Composed.Name), pair.Composed)).ToList();
        await organisationRows.Add(made, (organisation, code) => Known.With(code) == organisation, number, stop);
        await recordRows.Add(batch.NewRecords, stop);
        foreach (var record in batch.ChangedRecords)
        {
            await Changes.Changed(record, record.OrganisationId is { } known ? Known.NameIfKnown(known) : null, stop);
        }

        await recordRows.Update(batch.ChangedRecords, stop);
        await Recompose.Handle(run.Connection, tellers, organisationRows, batch.Touched, number, stop);
        await WriteLikenesses(stop);
        batch.Clear();
    }

    private async Task WriteLikenesses(CancellationToken stop)
    {
        await using var rows = await Bulk.Into(
            run.Connection, "groups_likeness", ["id", "source_record_id", "organisation_id", "score", "reasons", "decision"], stop);
        foreach (var likeness in batch.Likenesses)
        {
            rows.Add(likeness.Id, likeness.SourceRecordId, likeness.OrganisationId, likeness.Score, likeness.Reasons, likeness.Decision.ToString());
        }

        await rows.Complete(stop);
    }
}
