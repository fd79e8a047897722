using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Trellis.Groups.Editing;
using Trellis.Groups.Record;
using Trellis.Platform.Audit;
using Trellis.Platform.Data;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>Every audited kind of record, and each of its fields, has words in the history: nobody reads there that "something" was changed.</summary>
public sealed partial class HistoryHasWords(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Every_audited_record_and_field_has_words() => Assert.Equal([], Words.Gaps(await Audited()));

    [Fact]
    public async Task A_record_or_field_without_words_is_reported()
    {
        var audited = await Audited();
        audited["Diary"] = ["Page"];
        audited["Person"] = [.. audited["Person"], "ShoeSize"];
        Assert.Equal(["The history has no word for Person.ShoeSize.", "The history has no words for Diary."], Words.Gaps(audited).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_written_by_hand_has_words_too()
    {
        var kinds = Repository.Files("src", "*.cs").SelectMany(file => ByHand(File.ReadAllText(file))).Distinct().ToList();
        Assert.Contains(nameof(Organisation), kinds);
        Assert.Equal([], kinds.Where(kind => Words.Of(kind) is null));
        Assert.Equal([], Words.Gaps(new Dictionary<string, IReadOnlyList<string>> { [nameof(Organisation)] = [.. Entry.Fields.Select(field => field.ToString()), "NotPublic", nameof(Organisation.ConfirmedAt)] }));
    }

    [Fact]
    public void A_deed_written_by_hand_is_seen() =>
        Assert.Equal(["Diary", "Note"], ByHand("desk.Deeds.Add(new(nameof(Diary), id, place, DeedKind.Changed, [])); await trail.Read(\"Note\", id, place, stop);"));

    private HistoryWords Words => site.Services.GetRequiredService<HistoryWords>();

    private Task<Dictionary<string, IReadOnlyList<string>>> Audited() => site.InDb(db => Task.FromResult(
        db.Model.GetEntityTypes().Where(one => one.ClrType.IsAssignableTo(typeof(IAudited))).ToDictionary(one => one.ClrType.Name, Fields)));

    private static IReadOnlyList<string> Fields(IEntityType type) => [.. type.GetProperties().Where(one => !one.IsPrimaryKey() && !one.IsConcurrencyToken).Select(one => one.Name)];

    private static IEnumerable<string> ByHand(string code) => Deeds().Matches(code).Select(match => match.Groups["kind"].Value);

    [GeneratedRegex("""(?:new|Deed|rail\.Read)\((?:nameof\((?<kind>\w+)\)|"(?<kind>\w+)")(?=[^;]*DeedKind\.|(?<=rail\.Read\([^;]*))""")]
    private static partial Regex Deeds();
}
