using FsCheck;
using FsCheck.Fluent;
using Trellis.Groups.Contract;
using Trellis.Groups.Record;

namespace Trellis.Tests.Groups;

public sealed class ComposeTests
{
    private static readonly Teller Register = new(Guid.CreateVersion7(), "charity-register", "Charity register", new(2023, 4, 1), Authority.Register);
    private static readonly Teller Old = new(Guid.CreateVersion7(), "old", "An old list", new(2018, 1, 1), Authority.List);
    private static readonly Teller New = new(Guid.CreateVersion7(), "new", "A newer list", new(2025, 1, 1), Authority.List);
    private static readonly Teller Worker = new(Guid.CreateVersion7(), "worker", "A worker", new(2020, 1, 1), Authority.Worker);
    private static readonly Teller Group = new(Guid.CreateVersion7(), "group", "The group", new(2019, 1, 1), Authority.Group);

    [Fact]
    public void The_register_owns_the_name_and_a_newer_list_the_website()
    {
        var composed = Of(
            (Register, new() { Name = "SALE CHORAL SOCIETY", Website = "http://old.example.org", Kind = OrganisationKind.Charity }),
            (New, new() { Name = "Sale Choral", Website = "http://new.example.org" }));
        Assert.Equal("Sale Choral Society", composed.Name);
        Assert.Equal("http://new.example.org", composed.Website);
        Assert.Equal("new", composed.Facts.Single(fact => fact.Field == Field.Website).By.Key);
        Assert.Equal("charity-register", composed.Facts.Single(fact => fact.Field == Field.Name).By.Key);
        Assert.Equal([("Sale Choral Society", NameKind.Current), ("Sale Choral", NameKind.Other)], composed.Names.Select(name => (name.Text, name.Kind)));
    }

    [Fact]
    public void The_group_comes_before_the_worker_and_both_before_the_register()
    {
        var register = (Register, new Statement { Name = "A", LegalForm = "Trust" });
        var worker = (Worker, new Statement { Name = "B", LegalForm = "Company" });
        Assert.Equal("B", Of(register, worker).Name);
        Assert.Equal("C", Of(register, worker, (Group, new() { Name = "C" })).Name);
        Assert.Equal("Company", Of(register, worker, (Group, new() { Name = "C" })).LegalForm);
    }

    [Fact]
    public void What_no_source_says_is_unknown_and_has_no_teller()
    {
        var composed = Of((Register, new() { Name = "A" }));
        Assert.Null(composed.IncomePence);
        Assert.Equal(SizeBand.Unknown, composed.SizeBand);
        Assert.DoesNotContain(composed.Facts, fact => fact.Field == Field.Income);
        Assert.Equal(SizeBand.Micro, Of((Register, new() { Name = "A", IncomePence = 0 })).SizeBand);
    }

    [Theory]
    [InlineData(999_999, SizeBand.Micro)]
    [InlineData(1_000_000, SizeBand.Small)]
    [InlineData(10_000_000, SizeBand.Medium)]
    [InlineData(100_000_000, SizeBand.Large)]
    [InlineData(1_000_000_000, SizeBand.Major)]
    public void Bands_begin_at_their_lower_end(long pence, SizeBand band) => Assert.Equal(band, Compose.Band(pence));

    [Fact]
    public void A_name_that_a_list_has_still_is_not_marked_for_an_earlier_row_of_it()
    {
        var composed = Of((New with { Authority = Authority.Gone, GoneOn = new(2025, 2, 1) }, new() { Name = "A" }), (New, new() { Name = "A" }));
        Assert.Null(Assert.Single(composed.Names.Single().By).GoneOn);
    }

    [Fact]
    public void A_list_of_no_stated_day_is_as_old_as_its_file()
    {
        var undated = New with { AsOf = null, FetchedOn = new(2024, 1, 1) };
        Assert.Equal("undated", Of((undated, new() { Name = "A", Purpose = "undated" }), (Old, new() { Name = "A", Purpose = "old" })).Purpose);
        Assert.Equal("new", Of((undated, new() { Name = "A", Purpose = "undated" }), (New, new() { Name = "A", Purpose = "new" })).Purpose);
    }

    [Fact]
    public void A_home_is_never_shown_and_a_venue_wins_over_it()
    {
        var home = (New, new Statement { Name = "Club", Address = "5 Craven Road", Postcode = "WA14 5JE", Telephone = "0161 000 0000", MayBeHome = true });
        var alone = Of(home);
        Assert.Null(alone.Address);
        Assert.Null(alone.Telephone);
        Assert.True(alone.MayBeHome);
        var both = Of(home, (Old, new() { Name = "Club", Address = "The Pavilion", Postcode = "WA14 3BH" }));
        Assert.Equal("The Pavilion", both.Address);
        Assert.False(both.MayBeHome);
    }

    [Fact]
    public void A_removed_charity_is_closed_and_one_that_no_list_has_is_unconfirmed()
    {
        var removed = Of((Register, new() { Name = "A", RemovedOn = new(2024, 1, 1) }));
        Assert.Equal((Status.Closed, false), (removed.Status, removed.IsListed));
        var gone = Of((Old with { Authority = Authority.Gone }, new() { Name = "A" }));
        Assert.Equal((Status.Unconfirmed, true), (gone.Status, gone.IsListed));
    }

    [Fact]
    public void A_living_charity_joined_to_the_one_it_took_over_from_stays()
    {
        Statement Charity(string number, DateOnly? removed) => new() { Name = "Charity " + number, Identifiers = [number], RemovedOn = removed };
        var (old, living) = (Charity("GB-CHC-1000001", new(2024, 1, 1)), Charity("GB-CHC-1000002", null));
        var joined = Of((Register, old), (Register, living));
        Assert.Equal((Status.Active, true, null), (joined.Status, joined.IsListed, joined.RemovedOn));

        var both = Of((Register, old), (Register, Charity("GB-CHC-1000002", new(2025, 1, 1))));
        Assert.Equal((Status.Closed, false), (both.Status, both.IsListed));
        var gone = Of((Register, old), (Register with { Authority = Authority.Gone }, living), (Register, new() { OtherNames = [new("Another", NameKind.Former)] }));
        Assert.Equal((Status.Closed, false), (gone.Status, gone.IsListed));
    }

    [Fact]
    public void A_newer_register_that_has_a_charity_as_removed_is_believed()
    {
        var (was, isNow) = (new Statement { Name = "A", Identifiers = ["GB-CHC-1000001"] }, new Statement { Name = "A", Identifiers = ["GB-CHC-1000001"], RemovedOn = new(2024, 1, 1) });
        Assert.Equal(Status.Closed, Of((Register, was), (Register with { AsOf = new(2026, 1, 1) }, isNow)).Status);
        Assert.Equal(Status.Active, Of((Register with { AsOf = new(2026, 1, 1) }, was), (Register, isNow)).Status);
    }

    [Fact]
    public void Who_is_known_only_as_a_payer_is_not_listed()
    {
        var payer = (New, new Statement { Name = "Trafford Council", IsOnlyPayer = true });
        Assert.False(Of(payer).IsListed);
        Assert.True(Of(payer, (Old, new() { Name = "Trafford Council" })).IsListed);
    }

    [Fact]
    public void The_order_of_the_records_does_not_matter()
    {
        Told[] records = [.. new[] { Register, Old, New, Worker }.SelectMany((teller, at) => new[]
        {
            new Told(Guid.CreateVersion7(), new() { Name = "Name " + at, Website = "http://" + at, Purpose = at % 2 == 0 ? "P" + at : null, Identifiers = ["GB-CHC-10000" + at] }, teller),
            new Told(Guid.CreateVersion7(), new() { OtherNames = [new("Other " + at, NameKind.Former)], Telephone = "0161" + at }, teller),
        })];
        var expected = Text(Compose.From(records));
        Prop.ForAll(Gen.Shuffle(records).ToArbitrary(), shuffled => Text(Compose.From(shuffled)) == expected).QuickCheckThrowOnFailure();

        static string Text(Composed composed) =>
            $"{composed with { Names = [], Identifiers = [], Tags = [], Facts = [] }} {string.Join(';', composed.Names.Select(name => name.Text + name.Kind))} "
            + $"{string.Join(';', composed.Identifiers.Select(pair => pair.Code))} {string.Join(';', composed.Facts.Select(fact => fact.Field + fact.By.Key))}";
    }

    [Fact]
    public void What_is_said_comes_back_from_its_text()
    {
        var said = new Statement { Name = "A \"B\" & Ç", OtherNames = [new("C", NameKind.Former)], Identifiers = ["GB-CHC-1"], RegisteredOn = new(2004, 2, 12), IncomePence = 5, Reach = Reach.Local, MayBeHome = true };
        Assert.Equal(said.ToJson(), Statement.FromJson(said.ToJson()).ToJson());
        Assert.Null(Statement.FromJson("{\"name\":\"A\"}").Purpose);
        Assert.Empty(Statement.FromJson("{\"name\":\"A\"}").OtherNames);
    }

    private static Composed Of(params (Teller By, Statement Said)[] records) => Compose.From([.. records.Select(record => new Told(Guid.CreateVersion7(), record.Said, record.By))]);
}
