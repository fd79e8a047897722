using System.Reflection;
using System.Runtime.CompilerServices;

namespace Trellis.Tests.Guards;

/// <summary>The product's own assemblies and what in them was written by hand.</summary>
internal static class Product
{
    public static IReadOnlyList<Assembly> Modules { get; } = [.. Trellis.App.Site.Modules.Select(module => module.GetType().Assembly).Distinct()];

    public static Assembly Platform { get; } = typeof(Trellis.Platform.Module).Assembly;

    public static Assembly Standards { get; } = typeof(Trellis.Standards.Tables.TableFile).Assembly;

    public static Assembly App { get; } = typeof(Trellis.App.Site).Assembly;

    public static IReadOnlyList<Assembly> All { get; } = [App, Platform, Standards, .. Modules];

    public static IEnumerable<Type> Types(params IEnumerable<Assembly> assemblies) => assemblies.SelectMany(assembly => assembly.GetTypes()).Where(IsOurs);

    /// <summary>False for what the compiler and the Razor generator make.</summary>
    public static bool IsOurs(Type type) =>
        !type.Name.Contains('<') && type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && type.Namespace?.StartsWith("Trellis", StringComparison.Ordinal) == true
        && type.GetCustomAttributesData().All(attribute => attribute.AttributeType.Name is not ("RazorCompiledItemMetadataAttribute" or "RazorSourceChecksumAttribute"));
}
