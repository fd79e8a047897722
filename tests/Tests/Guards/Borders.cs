using System.Reflection;
using System.Text.RegularExpressions;
using Trellis.Tests.Support;

namespace Trellis.Tests.Guards;

/// <summary>Every module may use Platform, Standards and Groups; no module may use another; what a module does not publish stays inside.</summary>
public sealed partial class Borders
{
    [Fact]
    public void Assemblies_refer_only_where_they_may()
    {
        string[] forModules = ["Trellis.Platform", "Trellis.Standards", "Trellis.Groups"];
        Assert.Equal([], Product.Modules.SelectMany(module => Strangers(module, [.. forModules.Where(name => name != module.GetName().Name)])));
        Assert.Equal([], Strangers(Product.Platform, ["Trellis.Standards"]));
        Assert.Equal([], Strangers(Product.Standards, []));
    }

    [Fact]
    public void A_module_publishes_its_module_and_its_contract_alone() => Assert.Equal([], Leaks(Product.Types(Product.Modules)));

    [Fact]
    public void Standards_knows_no_web_and_no_database() =>
        Assert.DoesNotContain(Product.Standards.GetReferencedAssemblies(), used => Regex.IsMatch(used.Name!, "AspNetCore|EntityFramework|Sqlite|Npgsql"));

    [Fact]
    public void Sql_names_no_other_modules_tables() =>
        Assert.Equal([], App.Site.Modules.SelectMany(module => Repository.Files($"src/{module.GetType().Assembly.GetName().Name!["Trellis.".Length..]}", "*.cs")
            .Concat(Repository.Files($"src/{module.GetType().Assembly.GetName().Name!["Trellis.".Length..]}", "*.sql"))
            .SelectMany(file => ForeignTables(module.Name, File.ReadAllText(file)).Select(table => $"{Repository.Name(file)} names {table}"))));

    [Fact]
    public void A_reference_to_a_stranger_is_reported() =>
        Assert.Equal(["Trellis.Tests uses trellis"], Strangers(typeof(Borders).Assembly, ["Trellis.Platform", "Trellis.Standards", "Trellis.Groups", "Trellis.Ledger", "Trellis.Support", "Trellis.Reports"]));

    [Fact]
    public void A_leaking_type_is_reported() => Assert.Equal(["Trellis.Tests.Guards.LeakingSample"], Leaks([typeof(LeakingSample), typeof(Borders).GetNestedType("KeptSample", BindingFlags.NonPublic)!]));

    [Fact]
    public void A_foreign_table_in_sql_is_reported() =>
        Assert.Equal(["groups_name"], ForeignTables("ledger", "SELECT * FROM ledger_grant JOIN groups_organisation o JOIN groups_name n JOIN platform_place"));

    private static IEnumerable<string> Strangers(Assembly assembly, IReadOnlyList<string> allowed) =>
        from used in assembly.GetReferencedAssemblies()
        where used.Name!.StartsWith("Trellis", StringComparison.OrdinalIgnoreCase) && !allowed.Contains(used.Name)
        select $"{assembly.GetName().Name} uses {used.Name}";

    private static IEnumerable<string> Leaks(IEnumerable<Type> types) =>
        from type in types
        where type.IsVisible && !type.IsSubclassOf(typeof(Trellis.Platform.Module)) && !type.Namespace!.Contains(".Contract", StringComparison.Ordinal)
        select type.FullName;

    private static IEnumerable<string> ForeignTables(string module, string text)
    {
        var modules = App.Site.Modules.Select(other => other.Name).Where(other => other != module).ToList();
        return Tables().Matches(text).Select(match => match.Value).Distinct()
            .Where(table => table != "groups_organisation" && modules.Any(other => table.StartsWith(other + "_", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"(?<=\b(FROM|JOIN|INTO|UPDATE|REFERENCES)\s+)\w+")]
    private static partial Regex Tables();

    private sealed class KeptSample;
}

/// <summary>The sample of a type that a module would wrongly publish.</summary>
public sealed class LeakingSample;
