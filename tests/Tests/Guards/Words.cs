using System.Reflection;
using System.Runtime.CompilerServices;

namespace Trellis.Tests.Guards;

/// <summary>One name for one thing, from the field; no names that say nothing; no Async on our own methods.</summary>
public sealed class Words
{
    private static readonly string[] SayNothing = ["Manager", "Helper", "Helpers", "Service", "Dto", "Base", "Util", "Utils", "Impl", "Info", "Wrapper"];

    /// <summary>The word on the left has another name in this house.</summary>
    private static readonly Dictionary<string, string> OneName = new()
    {
        ["Organization"] = "Organisation",
        ["Grantee"] = "Recipient",
        ["Beneficiary"] = "Recipient",
        ["Grantor"] = "Funder",
        ["Donor"] = "Funder",
        ["Neighbourhood"] = "Locality",
        ["Neighborhood"] = "Locality",
        ["Nonprofit"] = "Group",
        ["Ngo"] = "Group",
        ["Provider"] = "Organisation",
        ["Color"] = "Colour",
        ["Catalog"] = "Catalogue",
        ["Program"] = "Programme",
        ["Favorite"] = "Favourite",
    };

    [Fact]
    public void Types_are_named_for_what_they_are() => Assert.Equal([], Misnamed(Product.Types(Product.All)));

    [Fact]
    public void Our_own_methods_do_not_end_in_Async() => Assert.Equal([], EndsInAsync(Product.Types(Product.All)));

    [Fact]
    public void Names_that_say_nothing_are_reported() => Assert.Equal(
        ["Trellis.Tests.Guards.Words+GroupManager: say what it does instead of Manager", "Trellis.Tests.Guards.Words+GrantDonor: the word is Funder, not Donor"],
        Misnamed([typeof(GroupManager), typeof(GrantDonor), typeof(Service), typeof(OutsideService)]));

    [Fact]
    public void A_method_ending_in_Async_is_reported_unless_others_named_it() =>
        Assert.Equal(["Trellis.Tests.Guards.Words+GroupManager.SaveAsync"], EndsInAsync([typeof(GroupManager)]));

    private static IEnumerable<string> Misnamed(IEnumerable<Type> types)
    {
        foreach (var type in types)
        {
            var words = Split(type.Name.Split('`')[0]);
            if (words.Count > 1 && SayNothing.Contains(words[^1]) && !FromOutside(type))
            {
                yield return $"{type.FullName}: say what it does instead of {words[^1]}";
            }

            foreach (var (wrong, right) in OneName.Where(pair => words.Contains(pair.Key) && type.Name != "Program"))
            {
                yield return $"{type.FullName}: the word is {right}, not {wrong}";
            }
        }
    }

    /// <summary>DbConnection and the like: a name that ends as its framework parent's does.</summary>
    private static bool FromOutside(Type type) => type.BaseType is { } parent && !Product.IsOurs(parent) && Split(parent.Name)[^1] == Split(type.Name)[^1];

    private static IEnumerable<string> EndsInAsync(IEnumerable<Type> types) =>
        from type in types
        where !type.IsInterface && !type.IsSubclassOf(typeof(Delegate))
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where method.Name.EndsWith("Async", StringComparison.Ordinal) && method.GetCustomAttribute<CompilerGeneratedAttribute>() is null
        where method.GetBaseDefinition() == method && !IsOfAnInterface(type, method)
        select $"{type.FullName}.{method.Name}";

    private static bool IsOfAnInterface(Type type, MethodInfo method) =>
        type.GetInterfaces().Where(one => !Product.IsOurs(one)).Any(one => type.GetInterfaceMap(one).TargetMethods.Contains(method));

    private static List<string> Split(string name) => [.. System.Text.RegularExpressions.Regex.Split(name, "(?<=[a-z0-9])(?=[A-Z])")];

    private sealed class GroupManager : IAsyncDisposable
    {
        public static Task SaveAsync() => Task.CompletedTask;

        public ValueTask DisposeAsync() => default;
    }

    private sealed class GrantDonor;

    private sealed class Service;

    private abstract class OutsideService : Microsoft.Extensions.Hosting.BackgroundService;
}
