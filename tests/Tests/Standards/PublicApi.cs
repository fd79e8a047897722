using System.Reflection;
using Trellis.Standards.Tables;
using Trellis.Tests.Support;

namespace Trellis.Tests.Standards;

/// <summary>What others may build on: a change of it is seen, because this file must be changed too.</summary>
public sealed class PublicApi
{
    private static readonly string Approved = Path.Combine(Repository.Root, "tests", "Tests", "Standards", "PublicApi.approved.txt");

    [Fact]
    public void The_public_surface_is_the_approved_one()
    {
        var surface = Surface(typeof(TableFile).Assembly);
        File.WriteAllLines(Approved.Replace("approved", "received", StringComparison.Ordinal), surface);
        Assert.Equal(File.ReadAllLines(Approved), surface);
        File.Delete(Approved.Replace("approved", "received", StringComparison.Ordinal));
    }

    [Fact]
    public void The_surface_shows_members_with_their_types()
    {
        Assert.Contains("Trellis.Standards.Tables.TableFile.Open(String): TableFile", Surface(typeof(TableFile).Assembly));
        Assert.DoesNotContain(Surface(typeof(TableFile).Assembly), line => line.Contains("CsvScanner", StringComparison.Ordinal));
    }

    private static List<string> Surface(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(Lines).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        yield return $"{type.FullName} : {(type.IsEnum ? "enum " + string.Join(" ", Enum.GetNames(type)) : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsAbstract && type.IsSealed ? "static class" : "class")}";
        if (type.IsEnum)
        {
            yield break;
        }

        const BindingFlags own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var member in type.GetMembers(own).Where(IsSeen))
        {
            yield return $"{type.FullName}.{Said(member)}";
        }
    }

    private static bool IsSeen(MemberInfo member) => member switch
    {
        MethodBase { IsSpecialName: true, IsConstructor: false } => false,
        MethodBase method => (method.IsPublic || method.IsFamily) && !method.Name.Contains('<', StringComparison.Ordinal) && method.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "PrintMembers"),
        PropertyInfo property => property.GetMethod is { IsPublic: true } && property.Name != "EqualityContract",
        FieldInfo field => field.IsPublic,
        _ => false,
    };

    private static string Said(MemberInfo member) => member switch
    {
        ConstructorInfo made => $"new({Parameters(made)})",
        MethodInfo method => $"{method.Name}({Parameters(method)}): {Short(method.ReturnType)}",
        PropertyInfo property => $"{property.Name}: {Short(property.PropertyType)}{(property.SetMethod is { IsPublic: true } ? " set" : "")}",
        FieldInfo field => $"{field.Name}: {Short(field.FieldType)}",
        _ => member.Name,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => Short(p.ParameterType)));

    private static string Short(Type type) =>
        type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Short))}>" : type.Name;
}
