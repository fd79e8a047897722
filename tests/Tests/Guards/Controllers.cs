using Microsoft.AspNetCore.Mvc;

namespace Trellis.Tests.Guards;

/// <summary>Pages and endpoints answer, no controllers: the site does not look for any, so one would be there and never heard.</summary>
public sealed class Controllers
{
    [Fact]
    public void There_are_none() => Assert.Equal([], Among(Product.All.SelectMany(assembly => assembly.GetTypes())));

    [Fact]
    public void One_is_reported() => Assert.Equal([nameof(SampleController)], Among([typeof(SampleController), typeof(PlainController)]));

    /// <summary>Whatever the framework would take for one.</summary>
    private static IEnumerable<string> Among(IEnumerable<Type> types) =>
        from type in types
        where type.IsSubclassOf(typeof(ControllerBase)) || type.IsDefined(typeof(ControllerAttribute), inherit: true)
        select type.Name;

    private sealed class SampleController : ControllerBase;

    private sealed class PlainController;
}
