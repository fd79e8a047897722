using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Trellis.Platform.Measures;
using Trellis.Support.Checks.Records;
using Trellis.Tests.Guards;
using Trellis.Tests.Support;

namespace Trellis.Tests.SupportWork.Checks;

/// <summary>A health check cannot become a gate to money: no part but Support can read an answer or a level, and what reports are given of checks says neither.</summary>
public sealed partial class Firewall
{
    private static readonly Assembly Home = typeof(Assessment).Assembly;

    [Fact]
    public void Nothing_of_health_checks_can_be_seen_from_another_assembly()
    {
        Assert.Equal([], Visible(Product.Types(Home).Where(type => type.Namespace!.StartsWith("Trellis.Support.Checks", StringComparison.Ordinal))));
        Assert.Equal([], Friends(Home.GetCustomAttributes<InternalsVisibleToAttribute>().Select(one => one.AssemblyName)));
        Assert.Equal([], Product.Modules.Where(module => module != Home).SelectMany(module => module.GetReferencedAssemblies()).Where(used => used.Name == Home.GetName().Name).Select(used => used.FullName));
    }

    [Fact]
    public void No_other_part_names_the_tables_of_health_checks() =>
        Assert.Equal([], Repository.Files("src", "*.cs").Concat(Repository.Files("src", "*.sql")).Concat(Repository.Files("src", "*.cshtml"))
            .Where(file => !Repository.Name(file).StartsWith("src/Support/", StringComparison.Ordinal))
            .SelectMany(file => Named(File.ReadAllText(file)).Select(table => $"{Repository.Name(file)} names {table}")));

    [Fact]
    public void Within_the_part_only_its_own_folder_reads_answers_and_levels() =>
        Assert.Equal([], Repository.Files("src/Support", "*.cs").Concat(Repository.Files("src/Support", "*.cshtml"))
            .Where(file => !Repository.Name(file).StartsWith("src/Support/Checks/", StringComparison.Ordinal))
            .SelectMany(file => Read(File.ReadAllText(file)).Select(what => $"{Repository.Name(file)} reads {what}")));

    [Fact]
    public void A_way_through_is_reported()
    {
        Assert.Equal([nameof(OpenedSample)], Visible([typeof(OpenedSample), typeof(Assessment)]));
        Assert.Equal(["Trellis.Funding"], Friends(["Trellis.Tests", "Trellis.Funding"]));
        Assert.Equal(["support_agreed", "support_answer"], Named("SELECT said FROM support_agreed JOIN Support_Answer ON 1 = 1 JOIN support_entry"));
        Assert.Equal(["Set<Agreed>", "Set<Answer>"], Read("db.Set<Agreed>() db.Set<Answer>() db.Set<SupportEntry>()"));
        var told = new CountedRecord(Guid.CreateVersion7(), new(2026, 1, 1), "x");
        Assert.Equal(
            ["assessments says level", "assessments sums tenths", "assessments opens to /x"],
            Leaks("assessments", [told with { Url = "/x", Words = new Dictionary<string, string> { ["level"] = "Strong" }, Numbers = new Dictionary<string, long> { ["tenths"] = 24 } }]));
        Assert.Equal(["level-changes names a group"], Leaks("level-changes", [told with { Groups = [Guid.CreateVersion7()] }]));
    }

    /// <summary>What a report's record of a check tells that it must not.</summary>
    internal static IEnumerable<string> Leaks(string kind, IEnumerable<CountedRecord> records)
    {
        string[] may = kind == "assessments" ? ["time", "instrument"] : ["area", "change"];
        foreach (var record in records)
        {
            foreach (var word in record.Words.Keys.Except(may))
            {
                yield return $"{kind} says {word}";
            }

            foreach (var number in record.Numbers.Keys)
            {
                yield return $"{kind} sums {number}";
            }

            if (record.Url is not null)
            {
                yield return $"{kind} opens to {record.Url}";
            }

            if (kind != "assessments" && record.Groups.Count > 0)
            {
                yield return $"{kind} names a group";
            }
        }
    }

    private static IEnumerable<string> Visible(IEnumerable<Type> types) => types.Where(type => type.IsVisible).Select(type => type.Name);

    private static IEnumerable<string> Friends(IEnumerable<string> friends) => friends.Except(["Trellis.Tests", "Trellis.Bench", "Trellis.Browser"]);

    private static IEnumerable<string> Named(string text) => Tables().Matches(text).Select(match => match.Value.ToLowerInvariant()).Distinct();

    private static IEnumerable<string> Read(string text) => Sets().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"(?i)\bsupport_(answer|agreed|assessment|respondent|check_consent|instrument)\b")]
    private static partial Regex Tables();

    [GeneratedRegex(@"\bSet<(Answer|Agreed|Respondent)>")]
    private static partial Regex Sets();
}

/// <summary>The sample of a type of health checks that another part could see.</summary>
public sealed class OpenedSample;
